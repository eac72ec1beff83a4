package dev.msvc.cluster.proxy;

import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.Weights;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * The weights that are in force: all of them in one reference, so that no request sees half a step.
 */
final class Live {
  private final List<Rule> rules;
  private final Consumer<Weights> persist;
  private final String start;
  private volatile Now now;

  Live(List<Rule> rules, Weights initial, Consumer<Weights> persist) {
    this.rules = rules;
    this.persist = persist;
    // another after each start, so that no version of before it is taken for one of now
    this.start = ProxySetup.newToken().substring(0, 8);
    this.now = new Now(start + "-0", 0, initial, byRule(initial));
  }

  /**
   * What is in force.
   *
   * @param percents of the service, by the place of a rule
   */
  record Now(String version, long changes, Weights weights, List<Integer> percents) {
    /** Who answers a request that a rule fits. */
    Arm arm(int rule, OptionalInt place, SplittableRandom random) {
      int percent = percents.get(rule);
      if (percent == 0) {
        return Arm.MONOLITH;
      }
      int drawn = percent == 100 ? 0 : place.isPresent() ? place.getAsInt() : random.nextInt(100);
      return drawn < percent ? Arm.SERVICE : Arm.MONOLITH;
    }
  }

  Now now() {
    return now;
  }

  /**
   * Persists weights, and then puts them in force.
   *
   * @return false where the version is not that of now; then nothing was done
   */
  synchronized boolean change(String version, Weights weights) {
    if (!now.version().equals(version)) {
      return false;
    }
    persist.accept(weights);
    long changes = now.changes() + 1;
    now = new Now(start + "-" + changes, changes, weights, byRule(weights));
    return true;
  }

  private List<Integer> byRule(Weights weights) {
    return rules.stream().map(rule -> weights.of(rule.id(), Arm.SERVICE)).toList();
  }
}
