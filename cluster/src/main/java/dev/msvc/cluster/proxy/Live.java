package dev.msvc.cluster.proxy;

import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.Weights;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The weights that are in force: all of them in one reference, so that no request sees half a step.
 */
final class Live {
  private final List<Rule> rules;
  private final Consumer<Weights> persist;
  private final boolean keeps;
  private final String start;
  private volatile Now now;

  /**
   * At its start.
   *
   * @param keeps whether clients keep their arm
   */
  Live(List<Rule> rules, Weights initial, Consumer<Weights> persist, boolean keeps) {
    this.rules = rules;
    this.persist = persist;
    this.keeps = keeps;
    // another after each start, so that no version of before it is taken for one of now
    this.start = ProxySetup.newToken().substring(0, 8);
    this.now = new Now(start + "-0", 0, initial, byRule(initial), clients());
  }

  /**
   * What is in force.
   *
   * @param percents of the service, by the place of a rule
   * @param clients who asked since; null where nobody keeps an arm
   */
  record Now(
      String version,
      long changes,
      Weights weights,
      List<Integer> percents,
      @Nullable Clients clients) {
    /** Who answers a request that a rule fits. */
    Arm arm(int rule, OptionalInt client, SplittableRandom random) {
      int percent = percents.get(rule);
      if (percent == 0 || percent == 100) {
        return percent == 0 ? Arm.MONOLITH : Arm.SERVICE;
      }
      int drawn = client.isPresent() ? StickyKey.place(client.getAsInt()) : random.nextInt(100);
      if (clients != null) {
        clients.came(rule, client);
      }
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
    now = new Now(start + "-" + changes, changes, weights, byRule(weights), clients());
    return true;
  }

  private @Nullable Clients clients() {
    return keeps ? new Clients(rules.size()) : null;
  }

  private List<Integer> byRule(Weights weights) {
    return rules.stream().map(rule -> weights.of(rule.id(), Arm.SERVICE)).toList();
  }
}
