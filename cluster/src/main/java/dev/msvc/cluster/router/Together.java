package dev.msvc.cluster.router;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftRoute;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether two shifts can be under way at the same time: no request is of both, and neither writes
 * what the other one owns.
 *
 * @param plan of the one
 * @param shown its file, as messages name it
 */
public record Together(ShiftPlan plan, String shown) {
  private static final String USUAL = "127.0.0.1:8080";

  /**
   * Refuses the first that cannot be.
   *
   * @param others plans of the same folder
   * @throws UserError where a request, a rule, a file or an address is of both
   */
  public void require(Collection<ShiftPlan> others) {
    for (ShiftPlan other : others) {
      requireRequests(other);
      if (plan.router().kind().equals(other.router().kind())) {
        requireRouter(other);
      }
    }
  }

  private void requireRequests(ShiftPlan other) {
    boolean split =
        plan.monolith().equals(other.monolith()) && !plan.service().equals(other.service());
    if (!split && !sameRouter(other)) {
      return;
    }
    for (ShiftRoute mine : plan.routes()) {
      for (ShiftRoute theirs : other.routes()) {
        if (overlap(mine, theirs)) {
          throw wrong(
              mine.line(),
              "the same requests are of shift %s, too: strangle/%s.yaml:%d"
                  .formatted(other.name(), other.name(), theirs.line()),
              "each request is of one shift: take them out of one of both");
        }
      }
    }
  }

  private static boolean overlap(ShiftRoute one, ShiftRoute other) {
    return one.path().equals(other.path())
        && one.exact() == other.exact()
        && (one.methods().isEmpty()
            || other.methods().isEmpty()
            || one.methods().stream().anyMatch(other.methods()::contains));
  }

  private boolean sameRouter(ShiftPlan other) {
    return plan.router().kind().equals(other.router().kind())
        && switch (plan.router().kind()) {
          case "gateway-api" -> same(other, "route") && perhapsSame(other, "namespace");
          case "istio" -> same(other, "virtual-service") && perhapsSame(other, "namespace");
          case "haproxy" -> same(other, "socket");
          case "nginx" -> same(other, "conf");
          default -> false;
        };
  }

  private boolean same(ShiftPlan other, String setting) {
    return Objects.equals(
        plan.router().settings().get(setting), other.router().settings().get(setting));
  }

  /** One that is not said is that of the context, whichever that will be. */
  private boolean perhapsSame(ShiftPlan other, String setting) {
    return !plan.router().settings().containsKey(setting)
        || !other.router().settings().containsKey(setting)
        || same(other, setting);
  }

  private void requireRouter(ShiftPlan other) {
    int line = plan.router().line();
    String kind = plan.router().kind();
    if (kind.equals("local") && listen(plan).equals(listen(other))) {
      throw wrong(
          line,
          "the proxy of shift %s listens at %s, too".formatted(other.name(), listen(plan)),
          "give each an address of its own: router: {local: {listen: 127.0.0.1:8090}}");
    }
    if (kind.equals("nginx") && same(other, "include")) {
      throw wrong(
          line,
          "shift %s owns the same file: %s"
              .formatted(other.name(), plan.router().settings().get("include")),
          "name a file of its own in include");
    }
    if (!sameRouter(other)) {
      return;
    }
    Set<String> theirs =
        other.rules().stream().map(each -> called(other, each)).collect(Collectors.toSet());
    List<Rule> both =
        plan.rules().stream().filter(each -> theirs.contains(called(plan, each))).toList();
    if (!both.isEmpty()) {
      throw wrong(
          line,
          "rule '%s' is of shift %s, too".formatted(called(plan, both.get(0)), other.name()),
          "call the route otherwise: - {name: %s-%s, ...}"
              .formatted(plan.name(), both.get(0).id()));
    }
  }

  private static String listen(ShiftPlan plan) {
    return plan.router().settings().getOrDefault("listen", USUAL);
  }

  /** What a router calls a rule. */
  private static String called(ShiftPlan plan, Rule rule) {
    return switch (plan.router().kind()) {
      case "gateway-api", "istio" -> rule.id();
      default -> plan.ours(rule);
    };
  }

  private UserError wrong(int line, String message, String hint) {
    return new UserError("%s:%d: %s".formatted(shown, line, message), hint);
  }
}
