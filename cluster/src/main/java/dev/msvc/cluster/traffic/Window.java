package dev.msvc.cluster.traffic;

import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.PerClient;
import dev.msvc.model.shift.Progress;
import dev.msvc.model.shift.Tally;
import dev.msvc.model.shift.Weights;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Some time under the same weights, and what the router counted in it.
 *
 * @param counts by rule and arm, and of copies by {@link Mirrored#key}; empty where the router
 *     doesn't count
 * @param perClient how many requests come of one client; empty where the router doesn't count them
 */
public record Window(
    Weights weights,
    Instant from,
    Instant to,
    Map<String, Map<Arm, Tally>> counts,
    Optional<PerClient> perClient) {
  /** Of a router that tells no client from another. */
  public Window(Weights weights, Instant from, Instant to, Map<String, Map<Arm, Tally>> counts) {
    this(weights, from, to, counts, Optional.empty());
  }

  static Window between(Progress began, Instant now, Sight sight) {
    Map<String, Map<Arm, Tally>> counts = new TreeMap<>();
    sight
        .counts()
        .forEach(
            (rule, arms) -> {
              Map<Arm, Tally> since = new TreeMap<>();
              arms.forEach(
                  (arm, tally) ->
                      since.put(
                          arm,
                          tally.since(
                              began
                                  .counts()
                                  .getOrDefault(rule, Map.of())
                                  .getOrDefault(arm, Tally.NONE))));
              counts.put(rule, since);
            });
    return new Window(
        sight.weights(),
        began.began(),
        now,
        counts,
        sight.perClient().map(each -> each.within(split(sight.weights(), counts))));
  }

  /** Requests to rules whose requests go both ways. */
  private static long split(Weights weights, Map<String, Map<Arm, Tally>> counts) {
    return weights.service().entrySet().stream()
        .filter(each -> each.getValue() > 0 && each.getValue() < 100)
        .flatMap(each -> counts.getOrDefault(each.getKey(), Map.of()).values().stream())
        .mapToLong(Tally::requests)
        .sum();
  }

  /** How long it is. */
  public Duration length() {
    return Duration.between(from, to);
  }

  /** What an arm answered, of a rule. */
  public Tally count(String rule, Arm arm) {
    return counts.getOrDefault(rule, Map.of()).getOrDefault(arm, Tally.NONE);
  }

  /** What an arm answered, of all rules. */
  public Tally count(Arm arm) {
    Tally all = Tally.NONE;
    for (String each : counts.keySet()) {
      all = Mirrored.isKey(each) ? all : all.plus(count(each, arm));
    }
    return all;
  }

  /** Copies that were compared, and those that differ; empty where the router copies nothing. */
  public Optional<Tally> mirrored() {
    return counts.keySet().stream()
        .filter(Mirrored::isKey)
        .map(each -> count(each, Arm.SERVICE))
        .reduce(Tally::plus);
  }
}
