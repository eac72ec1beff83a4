package dev.msvc.cluster.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.Predecessor;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftState;
import dev.msvc.model.shift.Shifts;
import dev.msvc.model.shift.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for any shifts that are after one another, wherever each of them stands, with one
 * fault at any call of each.
 */
class DependantsPropertiesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("msvc.plans", 50));
  }

  /** Shifts that are under way, of which the first of all is to go back. */
  private static final class Folder {
    final Random random;
    final Shifts shifts;
    final SortedMap<String, World> worlds = new TreeMap<>();

    /** Who lost all, one after the other. */
    final List<String> back = new ArrayList<>();

    final List<String> told = new ArrayList<>();
    Set<String> away = Set.of();
    Duration waited = Duration.ZERO;

    Folder(long seed) {
      this.random = new Random(seed * 17 + 3);
      SortedMap<String, ShiftPlan> plans = new TreeMap<>();
      int many = 2 + random.nextInt(4);
      for (int i = 0; i < many; i++) {
        List<Predecessor> after = new ArrayList<>();
        for (int j = 0; j < i; j++) {
          if (j == 0 && i == 1 || random.nextBoolean()) {
            after.add(new Predecessor("shift-" + j, OptionalInt.of(1), 1));
          }
        }
        plans.put("shift-" + i, plan("shift-" + i, Plans.random(seed * 7 + i), after));
      }
      this.shifts = new Shifts(plans);
      plans.forEach(
          (name, plan) -> {
            World world = new World(plan.weights(-1));
            worlds.put(name, world);
            int steps = random.nextInt(25);
            for (int i = 0; i < steps; i++) {
              world.pass(shifter(name, world.router()).step().again());
            }
            // the last write that came through is told by what is live after it
            world.between(() -> back.add(name));
            if (random.nextBoolean()) {
              world.fault(
                  random.nextInt(12),
                  random.nextBoolean() ? World.Fault.AWAY_BEFORE : World.Fault.AWAY_AFTER);
            }
          });
    }

    private static ShiftPlan plan(String name, ShiftPlan like, List<Predecessor> after) {
      return new ShiftPlan(
          name,
          like.router(),
          like.monolith(),
          like.service(),
          like.routes(),
          like.canary(),
          like.cohort(),
          like.stages(),
          like.metrics(),
          like.gates(),
          like.ungated(),
          like.tolerance(),
          like.compare(),
          like.mirror(),
          like.sync(),
          like.git(),
          like.sticky(),
          after);
    }

    World world(String name) {
      return worlds.getOrDefault(name, worlds.get(worlds.firstKey()));
    }

    Shifter shifter(String name, Router router) {
      World world = world(name);
      return new Shifter(
          shifts.plan(name), "plan", router, world.store(), passing(), world.clock(), "ann@laptop");
    }

    Dependants dependants() {
      List<Dependant> all = new ArrayList<>();
      for (String each : shifts.dependants("shift-0")) {
        World world = world(each);
        all.add(
            new Dependant(
                each,
                () -> {
                  if (away.contains(each)) {
                    throw new UserError(each + " is away", "wait", 8);
                  }
                  return Dependant.underWay(shifts.plan(each), world.router(), world.store());
                },
                reason -> shifter(each, world.router()).rollback(reason)));
      }
      return new Dependants(
          "shift-0", all, PATIENCE, new Ticking(), time -> waited = waited.plus(time), told::add);
    }

    /** One that goes on while somebody waits. */
    private final class Ticking extends Clock {
      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return Instant.EPOCH.plus(waited);
      }
    }

    /** As {@code rollback} does, until it is heard. */
    Dependants.Outcome rollback() {
      Dependants.Outcome outcome = dependants().back("it fails");
      for (int i = 0; ; i++) {
        try {
          shifter("shift-0", world("shift-0").router()).rollback("it fails");
          return outcome;
        } catch (UserError once) {
          assertThat(i).isLessThan(3);
        }
      }
    }

    /** That nobody lost all before one that is after it did. */
    void assertOrder() {
      List<String> last = new ArrayList<>(new TreeSet<>(back));
      last.sort((one, other) -> back.lastIndexOf(one) - back.lastIndexOf(other));
      for (String each : last) {
        List<String> before = new ArrayList<>(shifts.dependants(each));
        before.retainAll(last);
        assertThat(last.subList(0, last.indexOf(each))).as("before " + each).containsAll(before);
      }
    }
  }

  private static Judge passing() {
    return new Judge() {
      @Override
      public Judged share(Window window) {
        return new Judged(Verdict.PASS, "as declared", new TreeMap<>(), Map.of());
      }

      @Override
      public Judged gates(Window window, Map<String, Evidence> before) {
        return new Judged(Verdict.PASS, "good", new TreeMap<>(), Map.of());
      }
    };
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p13AllThatComeAfterGoBackFirstAndASecondTimeNothingChanges(long seed) {
    Folder folder = new Folder(seed);

    assertThat(folder.rollback().left()).isEmpty();

    folder.assertOrder();
    for (String each : folder.shifts.dependants("shift-0")) {
      assertThat(folder.world(each).live().areNone()).as(each).isTrue();
      assertThat(folder.world(each).journal().broken()).isEmpty();
    }
    assertThat(folder.world("shift-0").live().areNone()).isTrue();
    assertThat(folder.waited).isLessThan(PATIENCE);
    int writes = folder.back.size();
    assertThat(folder.rollback().left()).isEmpty();
    assertThat(folder.back).hasSize(writes);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p13OneThatIsAwayKeepsNobodyForLongerThanIsSaid(long seed) {
    Folder folder = new Folder(seed);
    List<String> dependants = folder.shifts.dependants("shift-0");
    String away = dependants.get(folder.random.nextInt(dependants.size()));
    folder.away = Set.of(away);
    var before = folder.world(away).live();

    Dependants.Outcome outcome = folder.rollback();

    assertThat(outcome.left())
        .satisfiesExactly(
            each -> {
              assertThat(each.name()).isEqualTo(away);
              assertThat(each.exitCode()).isEqualTo(8);
            });
    assertThat(folder.told).anyMatch(each -> each.startsWith(away + " DID NOT GO BACK"));
    assertThat(folder.world(away).live()).isEqualTo(before);
    for (String each : folder.shifts.plans().keySet()) {
      if (each.equals("shift-0") || (dependants.contains(each) && !each.equals(away))) {
        assertThat(folder.world(each).live().areNone()).as(each).isTrue();
      }
    }
    assertThat(folder.waited).isBetween(PATIENCE, PATIENCE.plusSeconds(10));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p12OneWhoseMonolithIsDownIsLeftAsItIsAndToldAndTheRestGoesBack(long seed) {
    Folder folder = new Folder(seed);
    List<String> dependants = folder.shifts.dependants("shift-0");
    String down = dependants.get(folder.random.nextInt(dependants.size()));
    World world = folder.world(down);
    world.ready(0, 2);
    var before = world.live();

    Dependants.Outcome outcome = folder.rollback();

    assertThat(world.live()).isEqualTo(before);
    assertThat(folder.world("shift-0").live().areNone()).isTrue();
    if (!before.areNone()) {
      assertThat(outcome.left())
          .satisfiesExactly(
              each -> {
                assertThat(each.name()).isEqualTo(down);
                assertThat(each.why()).contains("the monolith has no ready endpoint");
                assertThat(each.exitCode()).isEqualTo(7);
              });
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p11AShiftThatFailsByItselfTakesThoseBackFirstThatAreAfterIt(long seed) {
    Folder folder = new Folder(seed);
    World first = folder.world("shift-0");
    ShiftPlan plan = folder.shifts.plan("shift-0");
    Judge failing =
        new Judge() {
          @Override
          public Judged share(Window window) {
            return passing().share(window);
          }

          @Override
          public Judged gates(Window window, Map<String, Evidence> before) {
            return new Judged(Verdict.FAIL, "it is bad", new TreeMap<>(), Map.of());
          }
        };
    folder.back.clear();
    for (int i = 0; i < 500; i++) {
      try {
        Turn turn =
            new Shifter(
                    plan,
                    "plan",
                    folder.dependants().before(first.router(), () -> "it is bad"),
                    first.store(),
                    failing,
                    first.clock(),
                    "ann@laptop")
                .step();
        if (turn.kind() == Turn.Kind.ROLLED_BACK || turn.kind() == Turn.Kind.DONE) {
          break;
        }
        first.pass(turn.again());
      } catch (UserError once) {
        first.pass(Duration.ofSeconds(1));
      }
    }

    ShiftState state = first.journal().state(plan.weights(-1));
    if (state.phase() != ShiftState.Phase.ROLLED_BACK) {
      // it had passed its last stage before it began to fail
      assertThat(state.passed()).isTrue();
      return;
    }
    assertThat(first.live().areNone()).isTrue();
    folder.assertOrder();
    for (String each : folder.shifts.dependants("shift-0")) {
      assertThat(folder.world(each).live().areNone()).as(each).isTrue();
      assertThat(
              folder.world(each).journal().entries().stream()
                  .filter(entry -> entry.event() == Event.INTENT && entry.stage() < 0))
          .allMatch(entry -> entry.reason().startsWith("shift-0 goes back: "));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingGoesOnWhileWhatComesBeforeIsNotFarEnoughAndWhatFailsStillGoesBack(long seed) {
    ShiftPlan plan = Plans.random(seed);
    World world = new World(plan.weights(-1));
    Verdict[] verdict = {Verdict.PASS};
    Judge gates =
        new Judge() {
          @Override
          public Judged share(Window window) {
            return passing().share(window);
          }

          @Override
          public Judged gates(Window window, Map<String, Evidence> before) {
            return new Judged(verdict[0], "it is " + verdict[0], new TreeMap<>(), Map.of());
          }
        };
    Judge judge = new InOrder(gates, () -> "customers was rolled back");
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Turn turn =
          new Shifter(plan, "plan", world.router(), world.store(), judge, world.clock(), "ann")
              .step();
      turns.add(turn);
      world.pass(turn.again());
    }

    assertThat(world.live()).isEqualTo(plan.weights(0));
    assertThat(turns.get(turns.size() - 1).said()).isEqualTo("customers was rolled back");
    verdict[0] = Verdict.FAIL;
    for (int i = 0; i < 20; i++) {
      world.pass(
          new Shifter(plan, "plan", world.router(), world.store(), judge, world.clock(), "ann")
              .step()
              .again());
    }
    assertThat(world.live().areNone()).isTrue();
  }

  @Test
  void whatMustHoldBeforeAStageIsAskedAlsoWhereOthersComeBeforeIt() {
    Judge rows =
        new Judge() {
          @Override
          public Judged share(Window window) {
            return passing().share(window);
          }

          @Override
          public Judged gates(Window window, Map<String, Evidence> before) {
            return passing().gates(window, before);
          }

          @Override
          public Judged before(Step step, Consumer<String> meanwhile) {
            return new Judged(Verdict.FAIL, "rows differ", new TreeMap<>(), Map.of());
          }
        };

    assertThat(new InOrder(rows, () -> "").before(new Step.Writes(), each -> {}).why())
        .isEqualTo("rows differ");
  }
}
