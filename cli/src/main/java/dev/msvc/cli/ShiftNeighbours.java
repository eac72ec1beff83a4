package dev.msvc.cli;

import dev.msvc.cluster.gate.GateJudge;
import dev.msvc.cluster.router.Together;
import dev.msvc.cluster.traffic.Dependant;
import dev.msvc.cluster.traffic.Dependants;
import dev.msvc.cluster.traffic.InOrder;
import dev.msvc.cluster.traffic.Judge;
import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.Shifter;
import dev.msvc.model.Nearest;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Predecessor;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Shifts;
import dev.msvc.model.shift.WriterClaims;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a shift stands to the others of its folder: those that it is after, those after it. */
final class ShiftNeighbours {
  /** How long shifts that are after one may keep it from going back, all together. */
  static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Invocation call;
  private final ShiftFolder folder;
  private final ShiftPlan plan;
  private final Shifts shifts;
  private final SortedMap<String, UserError> unread;

  private ShiftNeighbours(
      Invocation call,
      ShiftFolder folder,
      ShiftPlan plan,
      Shifts shifts,
      SortedMap<String, UserError> unread) {
    this.call = call;
    this.folder = folder;
    this.plan = plan;
    this.shifts = shifts;
    this.unread = unread;
  }

  /** Of a plan; others of its folder that cannot be read are told. */
  static ShiftNeighbours of(Invocation call, ShiftFolder folder, ShiftPlan plan) {
    SortedMap<String, ShiftPlan> plans = new TreeMap<>();
    SortedMap<String, UserError> unread = new TreeMap<>();
    for (ShiftFolder each : folder.all()) {
      try {
        plans.put(each.name(), each.plan());
      } catch (UserError wrong) {
        unread.put(each.name(), wrong);
      }
    }
    plans.put(plan.name(), plan);
    return new ShiftNeighbours(call, folder, plan, new Shifts(plans), unread);
  }

  /**
   * Refuses what cannot go together.
   *
   * @throws UserError where it is after one that there is not, or after itself in a circle, or
   *     where a request, a rule or an address is of another one, too
   */
  void require() {
    if (!unread.isEmpty()) {
      throw unread.values().iterator().next();
    }
    for (Predecessor each : plan.after()) {
      if (!shifts.plans().containsKey(each.shift())) {
        List<String> near = Nearest.of(each.shift(), shifts.plans().keySet());
        throw wrong(
            each,
            "there is no shift '%s' to come after".formatted(each.shift()),
            near.isEmpty()
                ? "there is " + String.join(", ", shifts.plans().keySet())
                : "did you mean '%s'?".formatted(near.get(0)));
      }
    }
    List<Predecessor> circle = shifts.circle(plan.name());
    if (!circle.isEmpty()) {
      throw wrong(circle.get(0), "no shift of a circle can be first: " + words(circle), "break it");
    }
    List<ShiftPlan> others =
        shifts.plans().values().stream().filter(each -> !each.name().equals(plan.name())).toList();
    WriterClaims.clash(plan, others).ifPresent(this::twoWriters);
    new Together(plan, folder.shown()).require(others);
  }

  private void twoWriters(WriterClaims.Clash clash) {
    throw new UserError(
        "%s:%d: writes of %s are in %s:%d, too: some of the same rows would have two writers"
            .formatted(
                folder.shown(),
                clash.route().line(),
                clash.route().writes().orElse(""),
                new ShiftFolder(folder.directory(), clash.other().name()).shown(),
                clash.otherRoute().line()),
        "have all routes that write it in one plan");
  }

  /** Each with the line that says it. */
  private String words(List<Predecessor> circle) {
    StringBuilder words = new StringBuilder();
    String of = plan.name();
    for (Predecessor each : circle) {
      words.append(words.isEmpty() ? "" : ", ");
      words.append(
          "%s is after %s (strangle/%s.yaml:%d)".formatted(of, each.shift(), of, each.line()));
      of = each.shift();
    }
    return words.toString();
  }

  private UserError wrong(Predecessor at, String message, String hint) {
    return new UserError("%s:%d: %s".formatted(folder.shown(), at.line(), message), hint);
  }

  /**
   * Refuses to begin what others come before.
   *
   * @throws UserError where one of them has not gone as far as it must (5), or cannot be asked
   */
  void requireTheirTurn() {
    for (Predecessor each : plan.after()) {
      String missing = missing(each);
      if (!missing.isEmpty()) {
        throw new UserError(
            "%s:%d: %s, and %s comes after it"
                .formatted(folder.shown(), each.line(), missing, plan.name()),
            "wait for it: msvc strangle status; or let it begin earlier: after: [{shift: %s, weight: 50}]"
                .formatted(each.shift()),
            5);
      }
    }
  }

  private String missing(Predecessor each) {
    ShiftPlan before = shifts.plans().get(each.shift());
    return before == null
        ? "there is no shift %s any more".formatted(each.shift())
        : at(before, place -> each.missing(before, place.store().read().state(before.weights(-1))));
  }

  /** One by which nothing goes on while what comes before does not stand where it must. */
  Judge judge(Judge gates) {
    return plan.after().isEmpty() ? gates : new InOrder(gates, this::missing);
  }

  private String missing() {
    for (Predecessor each : plan.after()) {
      String missing;
      try {
        missing = missing(each);
      } catch (UserError away) {
        missing = "how far %s is cannot be seen: %s".formatted(each.shift(), away.message());
      }
      if (!missing.isEmpty()) {
        return missing;
      }
    }
    return "";
  }

  /** Plans of those that it is after, without more in between. */
  List<ShiftPlan> before() {
    return plan.after().stream().map(each -> shifts.plan(each.shift())).toList();
  }

  /** Plans of those that are after it, through others, too. */
  List<ShiftPlan> after() {
    return shifts.dependants(plan.name()).stream().map(shifts::plan).toList();
  }

  /** Those that are after it. */
  Dependants dependants() {
    unread.forEach(
        (name, wrong) ->
            call.console()
                .say(
                    "strangle/%s.yaml cannot be read, and stays as it is: %s"
                        .formatted(name, wrong.message())));
    List<Dependant> all = new ArrayList<>();
    for (String each : shifts.dependants(plan.name())) {
      ShiftPlan its = shifts.plan(each);
      all.add(
          new Dependant(
              each,
              () -> at(its, place -> Dependant.underWay(its, place.router(), place.store())),
              reason ->
                  at(its, place -> ShiftWords.said(() -> shifter(its, place).rollback(reason)))));
    }
    return new Dependants(
        plan.name(), all, PATIENCE, Clock.systemUTC(), ShiftRun::pause, this::told);
  }

  /** A router before whose service loses all those go back that are after it. */
  Router router(ShiftPlace place) {
    return dependants().before(place.router(), () -> reason(place));
  }

  /** For which it is about to go back. */
  private String reason(ShiftPlace place) {
    Entry open = place.store().read().state(plan.weights(-1)).open();
    return open == null ? "all is the monolith's" : open.reason();
  }

  /** Names of those that are after it; empty where there are none. */
  String named() {
    return shifts.dependants(plan.name()).stream().sorted().collect(Collectors.joining(", "));
  }

  private void told(String said) {
    call.told(said);
    call.console().flush();
  }

  private Shifter shifter(ShiftPlan its, ShiftPlace place) {
    return new Shifter(
        its,
        new ShiftFolder(folder.directory(), its.name()).digest(),
        place.router(),
        place.store(),
        new GateJudge(its, call.env()),
        Clock.systemUTC(),
        ClusterAccess.who(call));
  }

  private <T> T at(ShiftPlan its, Function<ShiftPlace, T> action) {
    ShiftFolder where = new ShiftFolder(folder.directory(), its.name());
    try (ShiftPlace place = ShiftPlace.of(call, where, its)) {
      return action.apply(place);
    }
  }
}
