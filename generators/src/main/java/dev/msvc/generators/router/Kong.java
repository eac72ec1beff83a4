package dev.msvc.generators.router;

import dev.msvc.model.shift.Match;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.Selector;
import dev.msvc.model.shift.ShiftPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is told of a plan to templates for Kong. */
public record Kong(String rest, Host monolith, Host service, List<Of> rules) {
  private static final List<String> METHODS =
      List.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE");

  /**
   * One rule: a route, its service and its upstream, which all have the same name.
   *
   * @param path as a regular expression, with the sign that says so
   * @param priority among routes that ask for as much: the highest is tried first
   */
  public record Of(
      String name, String path, int priority, List<String> methods, List<Named> headers) {}

  /** A header with its values. */
  public record Named(String name, List<String> values) {}

  static Kong of(ShiftPlan plan) {
    List<Rule> rules = plan.rules();
    requireOrder(plan, rules);
    List<Of> all = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      Match match = rules.get(i).match();
      all.add(
          new Of(
              plan.ours(rules.get(i)),
              "~" + Nginx.path(match).replace("\\z", "$"),
              rules.size() - i,
              match.methods().isEmpty() ? METHODS : List.copyOf(match.methods()),
              headers(plan, rules.get(i))));
    }
    return new Kong("msvc-" + plan.name(), Host.of(plan.monolith()), Host.of(plan.service()), all);
  }

  private static List<Named> headers(ShiftPlan plan, Rule rule) {
    Optional<Selector> selector = rule.match().selector();
    if (selector.isEmpty()) {
      return List.of();
    }
    Selector who = selector.get();
    if (who.in() == Selector.In.COOKIE) {
      throw new Unsayable(
          GatewayApi.line(plan, rule), "its routes have no match on cookies", "take a header");
    }
    SortedSet<String> lower = new TreeSet<>();
    for (String each : who.values()) {
      if (each.startsWith("~*")) {
        throw new Unsayable(
            GatewayApi.line(plan, rule),
            "a value that begins with '~*' is a regular expression there",
            "take another value");
      }
      lower.add(each.toLowerCase(Locale.ROOT));
    }
    return List.of(new Named(who.name(), List.copyOf(lower)));
  }

  /**
   * Kong tries routes that ask for a header before those that do not, whatever their paths; only
   * among those that ask for as much does a priority decide.
   */
  private static void requireOrder(ShiftPlan plan, List<Rule> rules) {
    for (int i = 0; i < rules.size(); i++) {
      for (Rule later : rules.subList(i + 1, rules.size())) {
        Rule first = rules.get(i);
        boolean turned = first.match().selector().isEmpty() && later.match().selector().isPresent();
        if (turned && meet(first.match(), later.match()) && !hasOwn(rules, first, later)) {
          throw new Unsayable(
              GatewayApi.line(plan, first),
              "it tries %s first, which asks for a header, and %s is to be tried before it"
                  .formatted(later.id(), first.id()),
              "give the two routes methods or paths that no request shares");
        }
      }
      if (rules.get(i).kind() == Rule.Kind.COHORT) {
        requireCohorts(plan, rules.get(i), rules.subList(i + 1, rules.size()));
      }
    }
  }

  /**
   * Whether a rule asks for the same header and is otherwise like the first: it is tried before.
   */
  private static boolean hasOwn(List<Rule> rules, Rule first, Rule later) {
    Match asking =
        new Match(
            first.match().path(),
            first.match().exact(),
            first.match().methods(),
            later.match().selector());
    return rules.stream().anyMatch(each -> each.match().equals(asking));
  }

  /** It looks at values of headers in small letters: two cohorts could be one. */
  private static void requireCohorts(ShiftPlan plan, Rule one, List<Rule> later) {
    for (Rule each : later) {
      boolean both =
          each.kind() == Rule.Kind.COHORT
              && meet(one.match(), each.match())
              && small(one).stream().anyMatch(small(each)::contains);
      if (both) {
        throw new Unsayable(
            GatewayApi.line(plan, one),
            "it tells no small letters from capital ones, and cohorts differ by nothing else",
            "shift them in one stage");
      }
    }
  }

  private static SortedSet<String> small(Rule rule) {
    SortedSet<String> small = new TreeSet<>();
    rule.match()
        .selector()
        .ifPresent(who -> who.values().forEach(each -> small.add(each.toLowerCase(Locale.ROOT))));
    return small;
  }

  /** Whether a request may be of both. */
  private static boolean meet(Match one, Match other) {
    boolean methods =
        one.methods().isEmpty()
            || other.methods().isEmpty()
            || one.methods().stream().anyMatch(other.methods()::contains);
    return methods && (covers(one, other.path()) || covers(other, one.path()));
  }

  private static boolean covers(Match match, String path) {
    return match.methods().stream()
        .findFirst()
        .map(each -> match.covers(each, path))
        .orElseGet(() -> match.covers("GET", path));
  }
}
