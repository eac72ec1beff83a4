package dev.msvc.cluster.traffic;

import dev.msvc.model.shift.Arm;
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
 */
public record Window(
    Weights weights, Instant from, Instant to, Map<String, Map<Arm, Tally>> counts) {
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
    return new Window(sight.weights(), began.began(), now, counts);
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
