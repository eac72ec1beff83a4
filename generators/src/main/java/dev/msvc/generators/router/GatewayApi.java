package dev.msvc.generators.router;

import dev.msvc.model.shift.Match;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.Selector;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftRoute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is told of a plan to templates for the Gateway API.
 *
 * @param namespace one, or none
 */
public record GatewayApi(
    String route, List<String> namespace, Target monolith, Target service, List<Of> rules) {
  /**
   * Bounds of the API: rules of a route, of which one is for all the rest, and matches of a rule.
   */
  private static final int RULES = 15;

  private static final int MATCHES = 8;

  /** A Service; its namespace, where that is said. */
  public record Target(String service, List<String> namespace, int port) {}

  /** One rule. */
  public record Of(String name, List<Fit> matches) {}

  /** A match; its method and its header, where it asks for them. */
  public record Fit(String type, String path, List<String> method, List<Named> headers) {}

  /** A header with its value. */
  public record Named(String name, String value) {}

  static GatewayApi of(ShiftPlan plan) {
    List<Rule> rules = plan.rules();
    if (rules.size() > RULES) {
      throw new Unsayable(
          line(plan, rules.get(RULES)),
          "its routes have at most %d rules beside the last one, and these are %d"
              .formatted(RULES, rules.size()),
          "join routes to one prefix, or shift them by two plans");
    }
    List<Of> all = new ArrayList<>();
    for (Rule each : rules) {
      List<Fit> fits = fits(plan, each);
      if (fits.size() > MATCHES) {
        throw new Unsayable(
            line(plan, each),
            "its rules have at most %d matches, and %s has %d"
                .formatted(MATCHES, each.id(), fits.size()),
            "name fewer methods or cohorts at once");
      }
      all.add(new Of(each.id(), fits));
    }
    String namespace = plan.router().settings().get("namespace");
    return new GatewayApi(
        plan.router().settings().getOrDefault("route", plan.name()),
        namespace == null ? List.of() : List.of(namespace),
        target(plan.monolith()),
        target(plan.service()),
        all);
  }

  /** Where the plan says the route that a rule comes of. */
  static int line(ShiftPlan plan, Rule rule) {
    return plan.routes().stream()
        .filter(each -> rule.id().equals(each.id()) || rule.id().startsWith(each.id() + "-"))
        .max(Comparator.comparingInt(each -> each.id().length()))
        .map(ShiftRoute::line)
        .orElse(0);
  }

  private static Target target(String address) {
    Host host = Host.of(address);
    String[] parts = host.name().split("\\.", -1);
    if (parts.length > 2 && !parts[2].equals("svc")) {
      throw new Unsayable(
          0,
          "'%s' is no Service".formatted(host.name()),
          "name it as http://SERVICE.NAMESPACE.svc:PORT");
    }
    return new Target(parts[0], parts.length > 1 ? List.of(parts[1]) : List.of(), host.port());
  }

  private static List<Fit> fits(ShiftPlan plan, Rule rule) {
    Match match = rule.match();
    List<List<String>> methods = new ArrayList<>();
    match.methods().forEach(each -> methods.add(List.of(each)));
    if (methods.isEmpty()) {
      methods.add(List.of());
    }
    List<List<Named>> headers = new ArrayList<>();
    Optional<Selector> selector = match.selector();
    if (selector.isPresent() && selector.get().in() == Selector.In.COOKIE) {
      throw new Unsayable(line(plan, rule), "it has no match on cookies", "take a header");
    }
    selector.ifPresent(
        who -> who.values().forEach(each -> headers.add(List.of(new Named(who.name(), each)))));
    if (headers.isEmpty()) {
      headers.add(List.of());
    }
    List<Fit> fits = new ArrayList<>();
    for (List<String> method : methods) {
      for (List<Named> header : headers) {
        fits.add(new Fit(match.exact() ? "Exact" : "PathPrefix", match.path(), method, header));
      }
    }
    return fits;
  }
}
