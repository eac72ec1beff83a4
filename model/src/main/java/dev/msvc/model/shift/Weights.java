package dev.msvc.model.shift;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of each rule the service answers; the monolith answers the rest, so that both are always
 * 100.
 *
 * @param service by id of a rule, whole percent from 0 to 100
 */
public record Weights(SortedMap<String, Integer> service) {
  public Weights {
    service = Collections.unmodifiableSortedMap(new TreeMap<>(service));
    service.forEach(
        (rule, weight) -> {
          if (weight < 0 || weight > 100) {
            throw new IllegalArgumentException(
                "the weight of %s is %d, and must lie between 0 and 100".formatted(rule, weight));
          }
        });
  }

  /** Nothing for the service. */
  public static Weights none(Collection<Rule> rules) {
    SortedMap<String, Integer> all = new TreeMap<>();
    rules.forEach(rule -> all.put(rule.id(), 0));
    return new Weights(all);
  }

  /** Of one arm, in percent; for a rule that is not there nothing. */
  public int of(String rule, Arm arm) {
    int weight = service.getOrDefault(rule, 0);
    return arm == Arm.SERVICE ? weight : 100 - weight;
  }

  /** The same with another weight of one rule. */
  public Weights with(String rule, int weight) {
    SortedMap<String, Integer> all = new TreeMap<>(service);
    all.put(rule, weight);
    return new Weights(all);
  }

  /** Whether the service answers more of some rule than it would by these. */
  public boolean exceeds(Weights other) {
    return service.entrySet().stream()
        .anyMatch(each -> each.getValue() > other.of(each.getKey(), Arm.SERVICE));
  }

  /** Whether the service answers nothing. */
  public boolean areNone() {
    return service.values().stream().allMatch(weight -> weight == 0);
  }
}
