package dev.msvc.cluster.router;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.Ability;
import dev.msvc.model.shift.ShiftPlan;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A kind of router that plans may name.
 *
 * @param word as plans name it
 * @param home where its shifts keep their journal
 * @param counts whether it counts requests by rule and arm; else the plan says what does, since no
 *     share counts that was not measured
 * @param settings what it is told, by name
 * @param abilities what it can do; all else is refused when a shift is planned
 */
public record RouterKind(
    String word,
    Home home,
    boolean counts,
    SortedMap<String, Setting> settings,
    Set<Ability> abilities) {
  /** Where a journal is kept. */
  public enum Home {
    /** In the cluster that the router is in. */
    CLUSTER,
    /** In a file beside the plan. */
    FILE,
    /** Nowhere: what it must hold is printed, and nothing of ours moves its weights. */
    NOWHERE
  }

  /**
   * What a router is told.
   *
   * @param required whether it must be
   * @param does what it says, for people
   */
  public record Setting(boolean required, String does) {}

  /** All of them, those first that need nothing else. */
  public static final List<RouterKind> ALL =
      List.of(
          // the embedded default: on a laptop, and in rehearsals
          new RouterKind(
              "local",
              Home.FILE,
              true,
              settings(Map.of("listen", new Setting(false, "HOST:PORT, or 127.0.0.1:8080"))),
              EnumSet.complementOf(EnumSet.of(Ability.TLS))),
          // what gateways and meshes agree on; it has no match on cookies
          new RouterKind(
              "gateway-api",
              Home.CLUSTER,
              false,
              settings(
                  Map.of(
                      "namespace", new Setting(false, "where the HTTPRoute is, or the context's"),
                      "route", new Setting(true, "name of the HTTPRoute"))),
              EnumSet.of(Ability.SPLIT, Ability.METHOD, Ability.HEADER, Ability.TLS)),
          // a cookie is told by a regular expression on the header of cookies
          new RouterKind(
              "istio",
              Home.CLUSTER,
              false,
              settings(
                  Map.of(
                      "namespace",
                          new Setting(false, "where the VirtualService is, or the context's"),
                      "virtual-service", new Setting(true, "name of the VirtualService"))),
              EnumSet.complementOf(EnumSet.of(Ability.MIRROR, Ability.STICKY))),
          // weights are set while it runs, and it counts
          new RouterKind(
              "haproxy",
              Home.FILE,
              true,
              settings(
                  Map.of(
                      "socket",
                      new Setting(
                          true, "its admin socket: a path from the root, or HOST:PORT here"),
                      "listen",
                      new Setting(false, "HOST:PORT of its frontend, or 127.0.0.1:8080"),
                      "state-file",
                      new Setting(false, "where weights are kept over a reload"))),
              EnumSet.complementOf(EnumSet.of(Ability.MIRROR, Ability.STICKY, Ability.TLS))),
          // a file and a reload; it does not count
          new RouterKind(
              "nginx",
              Home.FILE,
              false,
              settings(
                  Map.of(
                      "include",
                      new Setting(true, "the file that msvc owns: a path from the root"),
                      "status",
                      new Setting(true, "where its workers say what they do: a URL here"),
                      "listen",
                      new Setting(false, "HOST:PORT of its server, or 127.0.0.1:8080"),
                      "nginx",
                      new Setting(false, "the program: a path from the root"),
                      "conf",
                      new Setting(false, "its main file, where it is not the usual one"))),
              EnumSet.complementOf(EnumSet.of(Ability.MIRROR, Ability.TLS))),
          // its files are checked against their schema; no Kong that runs was tried
          new RouterKind(
              "kong",
              Home.NOWHERE,
              false,
              settings(Map.of()),
              EnumSet.of(Ability.SPLIT, Ability.METHOD, Ability.HEADER, Ability.TLS)));

  public RouterKind {
    abilities = Set.copyOf(abilities);
  }

  private static SortedMap<String, Setting> settings(Map<String, Setting> settings) {
    return new TreeMap<>(settings);
  }

  /**
   * The one that a plan names.
   *
   * @param shown the plan's file, as messages name it
   * @throws UserError where there is none, or where the plan asks for what it cannot do: never is
   *     that left out in silence
   */
  public static RouterKind of(ShiftPlan plan, String shown) {
    RouterKind kind =
        ALL.stream()
            .filter(each -> each.word.equals(plan.router().kind()))
            .findFirst()
            .orElseThrow(
                () ->
                    new UserError(
                        "%s:%d: there is no router '%s'"
                            .formatted(shown, plan.router().line(), plan.router().kind()),
                        "there is "
                            + ALL.stream()
                                .map(RouterKind::word)
                                .collect(Collectors.joining(", "))));
    kind.requireSettings(plan, shown);
    kind.requireAbilities(plan, shown);
    kind.requireCluster(plan, shown);
    return kind;
  }

  private void requireCluster(ShiftPlan plan, String shown) {
    if (plan.git().isPresent() && home != Home.CLUSTER) {
      throw new UserError(
          "%s:%d: git: is for routes that Argo CD or Flux brings into a cluster, and router %s is in none"
              .formatted(shown, plan.git().get().line(), word),
          "leave git: out, or take one of "
              + ALL.stream()
                  .filter(each -> each.home == Home.CLUSTER)
                  .map(RouterKind::word)
                  .collect(Collectors.joining(", ")));
    }
  }

  /**
   * Refuses what nothing of ours moves.
   *
   * @throws UserError with what to do instead
   */
  public void requireMoved(ShiftPlan plan, String shown) {
    if (home == Home.NOWHERE) {
      throw new UserError(
          "%s:%d: nothing of msvc moves the weights of %s, which was tried with no %s that runs"
              .formatted(shown, plan.router().line(), word, word),
          "msvc strangle route %s prints what deck gateway sync brings in; to shift with msvc take one of %s"
              .formatted(
                  plan.name(),
                  ALL.stream()
                      .filter(each -> each.home != Home.NOWHERE)
                      .map(RouterKind::word)
                      .collect(Collectors.joining(", "))));
    }
  }

  private void requireSettings(ShiftPlan plan, String shown) {
    Set<String> said = plan.router().settings().keySet();
    for (String each : said) {
      if (!settings.containsKey(each)) {
        throw new UserError(
            "%s:%d: router %s has no setting '%s'"
                .formatted(shown, plan.router().line(), word, each),
            settings.isEmpty()
                ? "it has none: leave it out"
                : "there is " + String.join(", ", settings.keySet()));
      }
    }
    settings.forEach(
        (name, setting) -> {
          if (setting.required() && !said.contains(name)) {
            throw new UserError(
                "%s:%d: router %s is not told its '%s'"
                    .formatted(shown, plan.router().line(), word, name),
                "%s: %s".formatted(name, setting.does()));
          }
        });
  }

  private void requireAbilities(ShiftPlan plan, String shown) {
    plan.needs()
        .forEach(
            (ability, line) -> {
              if (!abilities.contains(ability)) {
                throw new UserError(
                    "%s:%d: nothing in router %s %s".formatted(shown, line, word, ability.words()),
                    "leave it out of the plan, or take one of "
                        + ALL.stream()
                            .filter(each -> each.abilities.contains(ability))
                            .map(RouterKind::word)
                            .collect(Collectors.joining(", ")));
              }
            });
    if (!counts && plan.metrics().isEmpty()) {
      throw new UserError(
          "%s:%d: router %s does not count requests, and nothing says who does"
              .formatted(shown, plan.router().line(), word),
          "say it: metrics: {url: ..., source: ..., service: {...}, monolith: {...}}");
    }
    plan.sticky()
        .filter(each -> !counts && each.requests().isEmpty())
        .ifPresent(
            each -> {
              throw new UserError(
                  "%s:%d: router %s does not count requests by client, and their number says how well a share is known"
                      .formatted(shown, each.line(), word),
                  "say how many one client makes while a share is measured, rather too many:"
                      + " sticky: {..., requests: 40}");
            });
  }
}
