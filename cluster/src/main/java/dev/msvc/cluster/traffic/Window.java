package dev.msvc.cluster.traffic;

import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.PerClient;
import dev.msvc.model.shift.Progress;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.Tally;
import dev.msvc.model.shift.Weights;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Some time under the same weights, and what the router counted in it.
 *
 * @param counts by rule and arm, of copies by {@link Mirrored#key}, and of answers with 4xx by
 *     {@link ClientErrors#key}; empty where the router doesn't count
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
              if (ClientErrors.isKey(rule) && !began.counts().containsKey(rule)) {
                // an older msvc or router counted none: how many came since nobody knows
                return;
              }
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
      boolean rule = !Mirrored.isKey(each) && !ClientErrors.isKey(each);
      all = rule ? all.plus(count(each, arm)) : all;
    }
    return all;
  }

  /**
   * What an arm answered of some rules, and of it what it answered with 4xx; empty where that was
   * not counted.
   */
  public Optional<Tally> clientErrors(Arm arm, List<Rule> rules) {
    List<String> keys = rules.stream().map(each -> ClientErrors.key(each.id())).toList();
    return counts.keySet().containsAll(keys)
        ? Optional.of(keys.stream().map(each -> count(each, arm)).reduce(Tally.NONE, Tally::plus))
        : Optional.empty();
  }

  /** Copies that were compared, and those that differ; empty where the router copies nothing. */
  public Optional<Tally> mirrored() {
    return counts.keySet().stream()
        .filter(Mirrored::isKey)
        .map(each -> count(each, Arm.SERVICE))
        .reduce(Tally::plus);
  }
}
