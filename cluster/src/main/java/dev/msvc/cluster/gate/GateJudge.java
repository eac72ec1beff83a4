package dev.msvc.cluster.gate;

import dev.msvc.cluster.data.Databases;
import dev.msvc.cluster.data.Pause;
import dev.msvc.cluster.data.Reconciler;
import dev.msvc.cluster.traffic.Judge;
import dev.msvc.cluster.traffic.Judged;
import dev.msvc.cluster.traffic.Verdict;
import dev.msvc.cluster.traffic.Window;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Counts;
import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.GateSpec;
import dev.msvc.model.shift.Judgement;
import dev.msvc.model.shift.Limit;
import dev.msvc.model.shift.PerClient;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Step;
import dev.msvc.model.shift.StickyWord;
import dev.msvc.model.shift.Tally;
import java.time.Clock;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Judges a shift by the gates of its plan, and by what its router counted. */
public final class GateJudge implements Judge {
  /** Fewer requests to rules that split say nothing about their shares. */
  private static final int LEAST = 100;

  private final ShiftPlan plan;
  private final Gates gates;
  private final RowGates rows;

  /**
   * Of a plan of which nobody approves anything, with the drivers of databases that come with us.
   *
   * @param environment of credentials, and of commands
   */
  public GateJudge(ShiftPlan plan, Map<String, String> environment) {
    this(plan, environment, List::of);
  }

  /**
   * Of a plan, with the drivers of databases that come with us.
   *
   * @param environment of credentials, and of commands
   * @param approvals who approved the stage that is live
   */
  public GateJudge(
      ShiftPlan plan, Map<String, String> environment, Supplier<List<String>> approvals) {
    this(plan, environment, Databases.of(List.of(), environment), approvals);
  }

  /**
   * Of a plan.
   *
   * @param environment of credentials, and of commands
   * @param databases where rows of both are
   * @param approvals who approved the stage that is live
   */
  public GateJudge(
      ShiftPlan plan,
      Map<String, String> environment,
      Databases databases,
      Supplier<List<String>> approvals) {
    this.plan = plan;
    this.gates = new Gates(plan.metrics(), environment, approvals);
    Clock clock = Clock.systemUTC();
    this.rows = new RowGates(plan, gates, new Reconciler(databases, clock, Pause.REAL), clock);
  }

  @Override
  public Judged before(Step step, Consumer<String> meanwhile) {
    return rows.before(step, meanwhile);
  }

  @Override
  public Judged share(Window window) {
    if (window.counts().isEmpty()) {
      return measured(window);
    }
    if (plan.sticky().isPresent() && requestsOfOne(window).isEmpty()) {
      return new Judged(
          Verdict.UNKNOWN,
          "the router tells no client from another: start it again with the plan as it is",
          new TreeMap<>(),
          Map.of());
    }
    PerClient perClient = requestsOfOne(window).orElse(PerClient.ONE);
    long service = 0;
    long monolith = 0;
    int declared = 0;
    boolean splits = false;
    SortedMap<String, String> numbers = new TreeMap<>();
    for (Rule each : plan.rules()) {
      long ours = window.count(each.id(), Arm.SERVICE).requests();
      long theirs = window.count(each.id(), Arm.MONOLITH).requests();
      int weight = window.weights().of(each.id(), Arm.SERVICE);
      ShareCheck check =
          ShareCheck.of(weight, ours, theirs, perClient.of(each.id()), ShareCheck.STRICT_LEVEL);
      if (ours + theirs > 0) {
        numbers.put(each.id(), "%d of %d".formatted(ours, ours + theirs));
      }
      if (check.result() == ShareCheck.Result.OUTSIDE) {
        return new Judged(Verdict.FAIL, each.id() + ": " + check.words(), numbers, Map.of());
      }
      if (weight > 0 && weight < 100) {
        splits = true;
        declared = weight;
        service += ours;
        monolith += theirs;
      }
    }
    if (!splits) {
      return new Judged(Verdict.PASS, "all went as they should", numbers, Map.of());
    }
    ShareCheck all = ShareCheck.of(declared, service, monolith, perClient.all(), ShareCheck.LEVEL);
    if (all.worth() < LEAST) {
      return few(all, numbers);
    }
    return new Judged(
        all.result() == ShareCheck.Result.WITHIN ? Verdict.PASS : Verdict.FAIL,
        all.words(),
        numbers,
        Map.of());
  }

  /**
   * As metrics tell: they know arms, and not rules. Where rules have several weights, the share
   * lies between the least and the most of them, however requests spread over the rules.
   */
  private Judged measured(Window window) {
    ArmRequests counted = gates.requests(window.length());
    SortedMap<String, String> numbers = new TreeMap<>();
    if (!counted.why().isEmpty()) {
      return new Judged(Verdict.UNKNOWN, counted.why(), numbers, Map.of());
    }
    numbers.put("share", "%d of %d".formatted(counted.service(), counted.all()));
    IntSummaryStatistics weights =
        plan.rules().stream()
            .mapToInt(each -> window.weights().of(each.id(), Arm.SERVICE))
            .summaryStatistics();
    boolean same = weights.getMin() == weights.getMax();
    // where all go one way, who asks makes no difference
    boolean oneWay = same && weights.getMin() % 100 == 0;
    ShareCheck least =
        ShareCheck.of(
            weights.getMin(),
            counted.service(),
            counted.monolith(),
            oneWay ? 1 : requestsOfOne(window).orElse(PerClient.ONE).all(),
            ShareCheck.LEVEL);
    if (oneWay && least.result() == ShareCheck.Result.OUTSIDE) {
      return new Judged(Verdict.FAIL, least.words(), numbers, Map.of());
    }
    if (least.worth() < LEAST) {
      return few(least, numbers);
    }
    if (same) {
      return new Judged(
          least.result() == ShareCheck.Result.WITHIN ? Verdict.PASS : Verdict.FAIL,
          least.words(),
          numbers,
          Map.of());
    }
    boolean within =
        100 * least.interval().most() >= weights.getMin()
            && 100 * least.interval().least() <= weights.getMax();
    return new Judged(
        within ? Verdict.PASS : Verdict.FAIL,
        "rules have from %d to %d %%, and the service answered %,d of %,d requests"
            .formatted(weights.getMin(), weights.getMax(), counted.service(), counted.all()),
        numbers,
        Map.of());
  }

  /**
   * How many requests come of one client, as the router counted them or else as the plan says;
   * empty where neither tells.
   */
  private Optional<PerClient> requestsOfOne(Window window) {
    OptionalInt said = plan.sticky().map(StickyWord::requests).orElse(OptionalInt.empty());
    return window
        .perClient()
        .or(() -> said.isPresent() ? Optional.of(PerClient.of(said.getAsInt())) : Optional.empty());
  }

  private static Judged few(ShareCheck check, SortedMap<String, String> numbers) {
    return new Judged(
        Verdict.INSUFFICIENT,
        "%s%s, and %d are needed to measure the share"
            .formatted(
                ShareCheck.words(check.service() + check.monolith(), check.perClient()),
                check.perClient() == 1
                    ? ""
                    : String.format(
                        Locale.ROOT,
                        ", as good as %,d of clients of their own",
                        (long) check.worth()),
                LEAST),
        numbers,
        Map.of());
  }

  @Override
  public Judged gates(Window window, Map<String, Evidence> before) {
    Optional<Judgement> lag = rows.lag(window.weights());
    if (plan.gates().isEmpty() && lag.isEmpty()) {
      return new Judged(
          Verdict.PASS, "no gate: " + plan.ungated().orElse(""), new TreeMap<>(), Map.of());
    }
    Map<String, Evidence> after = new TreeMap<>();
    SortedMap<String, String> numbers = new TreeMap<>();
    List<Judgement> all = new ArrayList<>();
    for (GateSpec each : plan.gates()) {
      Look look =
          look(each, before.getOrDefault(each.name(), Evidence.from(window.from())), window);
      after.put(each.name(), look.evidence());
      all.add(look.judgement());
      numbers.put(
          each.name(), "%s: %s".formatted(look.judgement().outcome(), look.judgement().words()));
    }
    lag.ifPresent(
        each -> {
          all.add(each);
          numbers.put(each.gate(), "%s: %s".formatted(each.outcome(), each.words()));
        });
    for (Judgement.Outcome outcome :
        List.of(
            Judgement.Outcome.FAIL, Judgement.Outcome.UNKNOWN, Judgement.Outcome.INSUFFICIENT)) {
      for (Judgement each : all) {
        if (each.outcome() == outcome) {
          return judged(outcome, each, numbers, after);
        }
      }
    }
    return judged(Judgement.Outcome.PASS, all.get(0), numbers, after);
  }

  private static Judged judged(
      Judgement.Outcome outcome,
      Judgement deciding,
      SortedMap<String, String> numbers,
      Map<String, Evidence> after) {
    return new Judged(
        Verdict.valueOf(outcome.name()),
        "%s: %s".formatted(deciding.gate(), deciding.words()),
        numbers,
        after);
  }

  /** Where nothing goes to both, only what a gate asks of the service by itself is asked. */
  private Look look(GateSpec gate, Evidence before, Window window) {
    if (gate instanceof GateSpec.Compare compare) {
      return compared(compare, before, window);
    }
    Optional<GateSpec> asked = plan.compares(window.weights()) ? Optional.of(gate) : gate.alone();
    return asked.isEmpty()
        ? unasked(gate, "the monolith answers no such requests any more", before)
        : lookAt(asked.get(), before, window);
  }

  /** It leaves it to the others, where there are some that can say anything. */
  private Look unasked(GateSpec gate, String why, Evidence before) {
    boolean others = plan.gates().stream().anyMatch(each -> each.alone().isPresent());
    return new Look(
        Judgement.of(
            gate.name(),
            others ? Judgement.Outcome.PASS : Judgement.Outcome.INSUFFICIENT,
            "nothing is compared: " + why),
        before);
  }

  private Look lookAt(GateSpec gate, Evidence before, Window window) {
    if (gate instanceof GateSpec.SuccessRate rate && plan.metrics().isEmpty()) {
      return judged(
          gate,
          rate.limit(),
          RateTest.Kind.FAILED,
          before,
          window,
          Evidence.Window.of(counts(window, Arm.SERVICE), counts(window, Arm.MONOLITH)));
    }
    if (gate instanceof GateSpec.ClientErrors errors && plan.metrics().isEmpty()) {
      return counted(errors, before, window);
    }
    return gates.look(gate, before);
  }

  /**
   * Of the rules that both arms answer, where they are compared: what is refused is so by what is
   * asked, and writes that are the monolith's alone would be the measure of the service's reads.
   */
  private Look counted(GateSpec.ClientErrors gate, Evidence before, Window window) {
    boolean compared = gate.limit().worse().isPresent();
    List<Rule> rules = compared ? plan.compared(window.weights()) : plan.rules();
    Optional<Tally> ours = window.clientErrors(Arm.SERVICE, rules);
    Optional<Tally> theirs = window.clientErrors(Arm.MONOLITH, rules);
    if (ours.isEmpty() || theirs.isEmpty()) {
      return new Look(
          Judgement.of(
              gate.name(),
              Judgement.Outcome.UNKNOWN,
              "answers with 4xx were not counted in all of the window, as by an older msvc: where it"
                  + " stays so, start the router again"),
          before);
    }
    return judged(
        gate,
        gate.limit(),
        RateTest.Kind.CLIENT_ERRORS,
        before,
        window,
        Evidence.Window.of(counts(ours.get()), compared ? counts(theirs.get()) : Counts.NONE));
  }

  /** What came of copies; where the service has all reads there are none, and nothing to fear. */
  private Look compared(GateSpec.Compare gate, Evidence before, Window window) {
    boolean all =
        plan.rules().stream()
            .filter(each -> each.kind() == Rule.Kind.READ)
            .allMatch(each -> window.weights().of(each.id(), Arm.SERVICE) == 100);
    if (all) {
      return unasked(gate, "all reads go to the service", before);
    }
    Optional<Tally> copies = window.mirrored();
    if (copies.isEmpty()) {
      return new Look(
          Judgement.of(
              gate.name(),
              Judgement.Outcome.UNKNOWN,
              "the router copies nothing: start it again with the plan as it is"),
          before);
    }
    return judged(
        gate,
        gate.limit(),
        RateTest.Kind.DIFFERING,
        before,
        window,
        Evidence.Window.of(counts(copies.get()), Counts.NONE));
  }

  private static Look judged(
      GateSpec gate,
      Limit limit,
      RateTest.Kind kind,
      Evidence before,
      Window window,
      Evidence.Window counted) {
    Evidence after = before.plus(window.to(), counted);
    return new Look(
        RateTest.USUAL.judge(gate.name(), gate.basis().minRequests(), limit, kind, after, counted),
        after);
  }

  /** What the router itself counted. */
  private static Counts counts(Window window, Arm arm) {
    return counts(window.count(arm));
  }

  private static Counts counts(Tally tally) {
    return new Counts(tally.requests(), tally.failures());
  }
}
