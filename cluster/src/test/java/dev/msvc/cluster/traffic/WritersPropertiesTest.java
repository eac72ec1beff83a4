package dev.msvc.cluster.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Contract;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.Reconciliation;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftRoute;
import dev.msvc.model.shift.ShiftState;
import dev.msvc.model.shift.Step;
import dev.msvc.model.shift.SyncWord;
import dev.msvc.model.shift.TableComparison;
import dev.msvc.model.shift.Weights;
import dev.msvc.model.shift.Writers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who writes, and when nothing is needed of the monolith any more: for every plan, with one fault
 * at any call. {@code -Dmsvc.plans=1000} tries so many.
 */
class WritersPropertiesTest {
  private static final int MOST_TURNS = 2_000;
  private static final SyncWord.TablePair TABLES =
      new SyncWord.TablePair(
          "Order",
          new TreeMap<>(Map.of(Arm.MONOLITH, "orders", Arm.SERVICE, "orders")),
          List.of(SyncWord.Column.of("id")),
          List.of(),
          new TreeMap<>(),
          0,
          1);

  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("msvc.plans", 50));
  }

  private final List<Step> asked = new ArrayList<>();

  /** One who lets most pass, and now and then lets no writes move. */
  private Judge judge(World world, Random random, int good, int ready) {
    return new Judge() {
      @Override
      public Judged share(Window window) {
        return judged(Verdict.PASS);
      }

      @Override
      public Judged gates(Window window, Map<String, Evidence> before) {
        return judged(random.nextInt(100) < good ? Verdict.PASS : Verdict.FAIL);
      }

      @Override
      public Judged before(Step step, Consumer<String> meanwhile) {
        asked.add(step);
        if (!step.movesWrites()) {
          return judged(Verdict.PASS);
        }
        world.pass(Duration.ofSeconds(random.nextInt(100)));
        meanwhile.accept("comparing");
        return judged(
            random.nextInt(100) < ready ? Verdict.PASS : Verdict.values()[1 + random.nextInt(3)]);
      }
    };
  }

  private static Judged judged(Verdict verdict) {
    return new Judged(
        verdict, "it is " + verdict, new TreeMap<>(Map.of("sync lag", "3")), Map.of());
  }

  private static Shifter shifter(ShiftPlan plan, World world, Judge judge) {
    return new Shifter(
        plan, "plan", world.router(), world.store(), judge, world.clock(), "ann@laptop");
  }

  /** Until it ends; what holds is looked at after each step, whatever became of it. */
  private static void run(
      ShiftPlan plan, World world, Judge judge, Random random, Runnable looked) {
    for (int i = 0; i < MOST_TURNS; i++) {
      try {
        Turn turn = shifter(plan, world, judge).step();
        looked.run();
        if (turn.kind() == Turn.Kind.DONE || turn.kind() == Turn.Kind.ROLLED_BACK) {
          return;
        }
        world.pass(turn.again());
      } catch (World.Killed | UserError gone) {
        looked.run();
        world.pass(Duration.ofSeconds(random.nextInt(100)));
      }
    }
    throw new AssertionError("it does not end");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p20TheJournalAloneSaysAtAnyMomentWhoWritesAndItIsOne(long seed) {
    ShiftPlan plan = Plans.random(seed);
    Random random = new Random(seed * 17 + 3);
    World world = new World(plan.weights(-1));
    world.fault(
        random.nextInt(80), World.Fault.values()[random.nextInt(World.Fault.values().length)]);
    Runnable look = () -> assertOneWriter(plan, world);
    // between the look and the write, where both could be
    world.between(look);

    run(plan, world, judge(world, random, 97, 80), random, look);

    List<Entry> entries = world.journal().entries();
    for (int i = 0; i <= entries.size(); i++) {
      ShiftState state = ShiftState.of(entries.subList(0, i), plan.weights(-1));
      assertOneOfEach(plan, Writers.of(plan, state));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p11AStageThatPassedGoesBackByItsGatesWhileTheNextOneWaits(long seed) {
    ShiftPlan plan = Plans.random(seed);
    assumeThat(plan.stages()).hasSizeGreaterThan(1);
    int stop = new Random(seed).nextInt(plan.stages().size() - 1);
    Step waits = plan.stages().get(stop + 1).step();
    AtomicBoolean fails = new AtomicBoolean();
    World world = new World(plan.weights(-1));
    Judge judge =
        new Judge() {
          @Override
          public Judged share(Window window) {
            return judged(Verdict.PASS);
          }

          @Override
          public Judged gates(Window window, Map<String, Evidence> before) {
            return judged(fails.get() ? Verdict.FAIL : Verdict.PASS);
          }

          @Override
          public Judged before(Step step, Consumer<String> meanwhile) {
            return judged(step.equals(waits) ? Verdict.INSUFFICIENT : Verdict.PASS);
          }
        };
    Duration window = plan.tolerance().window();
    // it waits for as long as it is good
    Turn turn = stepUntil(plan, world, judge, each -> each.kind() == Turn.Kind.HOLDING);
    for (int i = 0; i < 10; i++) {
      world.pass(turn.again());
      turn = shifter(plan, world, judge).step();
      assertThat(turn.kind()).isEqualTo(Turn.Kind.HOLDING);
      assertThat(turn.said()).isEqualTo("it is INSUFFICIENT");
    }
    assertThat(world.live()).isEqualTo(plan.weights(stop));

    fails.set(true);
    Instant since = world.clock().instant();
    stepUntil(plan, world, judge, each -> each.kind() == Turn.Kind.ROLLED_BACK);

    assertThat(world.live().areNone()).isTrue();
    assertThat(Duration.between(since, world.clock().instant()))
        .isLessThanOrEqualTo(window.multipliedBy(plan.tolerance().badWindows() + 1));
  }

  private static Turn stepUntil(ShiftPlan plan, World world, Judge judge, Predicate<Turn> reached) {
    for (int i = 0; i < MOST_TURNS; i++) {
      Turn turn = shifter(plan, world, judge).step();
      if (reached.test(turn)) {
        return turn;
      }
      world.pass(turn.again());
    }
    throw new AssertionError("it never comes to that");
  }

  /** What is live is what is declared, or what it is being handed over to. */
  private static void assertOneWriter(ShiftPlan plan, World world) {
    Writers writers = Writers.of(plan, world.journal().state(plan.weights(-1)));
    assertOneOfEach(plan, writers);
    for (Writers.Writer each : writers.all()) {
      Set<Arm> live = live(plan, each, world.live());
      assertThat(live).as(each.words()).hasSize(1);
      Arm one = live.iterator().next();
      assertThat(one == each.now() || each.next().equals(Optional.of(one)))
          .as("%s, and %s is live", each.words(), one)
          .isTrue();
    }
  }

  private static Set<Arm> live(ShiftPlan plan, Writers.Writer writer, Weights weights) {
    SortedSet<Arm> arms = new TreeSet<>();
    for (ShiftRoute route : plan.routes()) {
      if (route.writes().equals(Optional.of(writer.aggregate()))) {
        for (Rule rule : plan.rules()) {
          boolean its =
              rule.match()
                  .selector()
                  .map(each -> each.values())
                  .orElse(new TreeSet<>())
                  .equals(writer.cohorts());
          if (its
              && (rule.id().equals(route.id()) || rule.id().startsWith(route.id() + "-stage"))) {
            int weight = weights.of(rule.id(), Arm.SERVICE);
            assertThat(weight).isIn(0, 100);
            arms.add(weight == 100 ? Arm.SERVICE : Arm.MONOLITH);
          }
        }
      }
    }
    return arms;
  }

  private static void assertOneOfEach(ShiftPlan plan, Writers writers) {
    Map<String, Integer> seen = new HashMap<>();
    writers.all().forEach(each -> seen.merge(each.aggregate() + each.cohorts(), 1, Integer::sum));
    long groups =
        1 + plan.stages().stream().filter(each -> each.step() instanceof Step.Cohort).count();
    long aggregates =
        plan.routes().stream().flatMap(each -> each.writes().stream()).distinct().count();
    assertThat(seen).hasSize((int) (groups * aggregates));
    assertThat(seen.values()).allMatch(each -> each == 1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p20WritesMoveOnlyRightAfterTheirRowsWereInStep(long seed) {
    ShiftPlan plan = Plans.random(seed);
    Random random = new Random(seed * 13 + 5);
    World world = new World(plan.weights(-1));
    world.fault(
        random.nextInt(80), World.Fault.values()[random.nextInt(World.Fault.values().length)]);
    Verdict[] last = {Verdict.FAIL};
    Judge inner = judge(world, random, 100, 50);
    Judge judge =
        new Judge() {
          @Override
          public Judged share(Window window) {
            return inner.share(window);
          }

          @Override
          public Judged gates(Window window, Map<String, Evidence> before) {
            return inner.gates(window, before);
          }

          @Override
          public Judged before(Step step, Consumer<String> meanwhile) {
            last[0] = Verdict.UNKNOWN;
            Judged judged = inner.before(step, meanwhile);
            last[0] = judged.verdict();
            return judged;
          }
        };
    int[] writes = {0};
    world.between(
        () -> {
          writes[0]++;
          assertThat(last[0]).isEqualTo(Verdict.PASS);
        });

    run(plan, world, judge, random, () -> last[0] = Verdict.FAIL);

    assertThat(writes[0]).isGreaterThanOrEqualTo(plan.stages().size());
    for (Entry each : world.journal().entries()) {
      if (each.event() == Event.INTENT) {
        assertThat(each.numbers()).containsEntry("sync lag", "3");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p19NothingMayBeDroppedBeforeAllIsTheServicesAndItsSoakIsOver(long seed) {
    Random random = new Random(seed * 7 + 1);
    ShiftPlan plan =
        Plans.random(seed)
            .with(
                new SyncWord(
                    new SyncWord.Lag.Query("lag", 5),
                    SyncWord.SETTLE,
                    new TreeMap<>(),
                    List.of(TABLES),
                    1));
    World world = new World(plan.weights(-1));
    world.fault(
        random.nextInt(80), World.Fault.values()[random.nextInt(World.Fault.values().length)]);
    boolean good = random.nextInt(4) > 0;
    int last = plan.stages().size() - 1;
    int[] allowed = {0};
    Runnable look =
        () -> {
          Instant now = world.clock().instant();
          Journal journal = world.journal();
          long differing = random.nextInt(2);
          List<String> refusals = Contract.refusals(plan, journal, now, compared(now, differing));
          if (refusals.isEmpty()) {
            allowed[0]++;
            assertThat(differing).isZero();
            assertThat(world.live().service().values()).containsOnly(100);
            Entry effect =
                journal.entries().stream()
                    .filter(each -> each.event() == Event.EFFECT)
                    .reduce((one, other) -> other)
                    .orElseThrow();
            assertThat(effect.stage()).isEqualTo(last);
            assertThat(Duration.between(effect.when(), now))
                .isGreaterThanOrEqualTo(plan.stages().get(last).soak());
          }
          if (random.nextInt(20) == 0) {
            try {
              shifter(plan, world, judge(world, random, 100, 100)).next("somebody says so");
            } catch (World.Killed | UserError gone) {
              assertThat(gone).isNotNull();
            }
          }
        };

    run(plan, world, judge(world, random, good ? 100 : 90, 90), random, look);

    ShiftState end = world.journal().state(plan.weights(-1));
    Instant later = world.clock().instant().plus(Duration.ofDays(1));
    List<String> after = Contract.refusals(plan, world.journal(), later, compared(later, 0));
    boolean whole = world.live().service().values().stream().allMatch(each -> each == 100);
    assertThat(after.isEmpty())
        .as("%s: %s", end.phase(), after)
        .isEqualTo(end.phase() == ShiftState.Phase.RUNNING && whole);
    assertThat(allowed[0] == 0 || whole).isTrue();
  }

  private static Optional<Reconciliation> compared(Instant at, long differing) {
    return Optional.of(
        new Reconciliation(
            at,
            at,
            List.of(
                new TableComparison(
                    TABLES, new TreeMap<>(), new TreeMap<>(), 0, 0, differing, 0, List.of(), ""))));
  }
}
