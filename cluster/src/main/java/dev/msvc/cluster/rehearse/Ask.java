package dev.msvc.cluster.rehearse;

import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.Selector;
import dev.msvc.model.shift.ShiftPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A request that is to be sent.
 *
 * @param rule the first that fits it; empty for none
 * @param kind of that rule; empty for none
 * @param says what the rule asks for beside path and method
 */
record Ask(String rule, String kind, String method, String path, Optional<Selector> says) {
  private static final List<String> BELOW = List.of("", "/1", "/msvc-rehearsal/1");
  private static final List<String> NOWHERE = List.of("/msvc-rehearsal", "/");

  /** One of each method for each rule, and one that no rule fits, as far as there are any. */
  static List<Ask> of(ShiftPlan plan) {
    List<Ask> asks = new ArrayList<>();
    for (Rule each : plan.rules()) {
      for (String method : methods(each)) {
        first(plan, each, method).ifPresent(asks::add);
      }
    }
    NOWHERE.stream()
        .map(path -> new Ask("", "", "GET", path, Optional.empty()))
        .filter(ask -> ask.fitting(plan).isEmpty())
        .findFirst()
        .ifPresent(asks::add);
    return List.copyOf(asks);
  }

  private static SortedSet<String> methods(Rule rule) {
    return rule.match().methods().isEmpty()
        ? new TreeSet<>(List.of(Property.writes(rule) ? "POST" : "GET"))
        : rule.match().methods();
  }

  private static Optional<Ask> first(ShiftPlan plan, Rule rule, String method) {
    String path = rule.match().path();
    String root = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return (rule.match().exact() ? List.of(path) : BELOW.stream().map(root::concat).toList())
        .stream()
            .filter(each -> !each.isEmpty())
            .map(
                each ->
                    new Ask(rule.id(), rule.kind().name(), method, each, rule.match().selector()))
            .filter(ask -> ask.fitting(plan).filter(rule::equals).isPresent())
            .findFirst();
  }

  /** Whether its rule goes by weight. */
  boolean splits() {
    return kind.equals(Rule.Kind.READ.name());
  }

  private Optional<Rule> fitting(ShiftPlan plan) {
    return plan.rules().stream().filter(this::fits).findFirst();
  }

  private boolean fits(Rule other) {
    return other.match().covers(method, path)
        && (other.match().selector().isEmpty() || says.filter(mine(other)::sameAs).isPresent());
  }

  private static Said mine(Rule rule) {
    return new Said(rule.match().selector().orElseThrow());
  }

  /** What a rule asks for, of which a request says the first value. */
  private record Said(Selector selector) {
    boolean sameAs(Selector other) {
      return selector.in() == other.in()
          && selector.name().equals(other.name())
          && selector.values().contains(other.values().first());
    }
  }
}
