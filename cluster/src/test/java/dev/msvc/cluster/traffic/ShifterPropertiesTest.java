package dev.msvc.cluster.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.cluster.rehearse.Moment;
import dev.msvc.cluster.rehearse.Property;
import dev.msvc.cluster.rehearse.Seen;
import dev.msvc.cluster.rehearse.Witness;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftState;
import dev.msvc.model.shift.Weights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every plan, with one fault at any call: the process is killed, or the router or
 * the store is away, before or after what was asked. {@code -Dmsvc.plans=1000} tries so many.
 */
class ShifterPropertiesTest {
  private static final int MOST_TURNS = 2_000;

  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("msvc.plans", 50));
  }

  /** A shift under way in a world where one thing goes wrong. */
  private static final class Run {
    final ShiftPlan plan;
    final World world;
    final Random random;
    final Judge judge;
    final Witness witness;
    final List<Turn> turns = new ArrayList<>();

    Run(long seed, int goodOf100) {
      this.plan = Plans.random(seed);
      this.world = new World(plan.weights(-1));
      this.witness = new Witness(plan, world.clock(), world::live);
      this.random = new Random(seed * 31 + 7);
      this.judge =
          judging(
              () -> {
                int drawn = random.nextInt(100);
                Verdict verdict =
                    drawn < goodOf100
                        ? Verdict.PASS
                        : Verdict.values()[1 + random.nextInt(Verdict.values().length - 1)];
                return verdict;
              });
      world.fault(
          random.nextInt(60), World.Fault.values()[random.nextInt(World.Fault.values().length)]);
    }

    Shifter shifter() {
      // one that knows nothing: as after a death
      return new Shifter(
          plan,
          "plan",
          witness.router(world.router()),
          witness.store(world.store()),
          judge,
          world.clock(),
          "ann@laptop");
    }

    /** What holds of all that was done so far. */
    void assertHolds(String property) {
      Seen seen = witness.seen(List.of(), List.of(), world.journal());
      assertThat(Property.of(property).breaks().apply(seen)).as(property).isEmpty();
    }

    /** Until it ends, at most so many steps. */
    Run toTheEnd() {
      return until(MOST_TURNS);
    }

    /** So many steps, fewer where it ends before. */
    Run until(int steps) {
      for (int i = 0; i < steps; i++) {
        witness.began();
        try {
          Turn turn = shifter().step();
          turns.add(turn);
          witness.saw(new Moment.Turned(world.clock().instant(), turn));
          if (turn.kind() == Turn.Kind.DONE || turn.kind() == Turn.Kind.ROLLED_BACK) {
            return this;
          }
          world.pass(turn.again());
        } catch (World.Killed | UserError gone) {
          world.pass(Duration.ofSeconds(random.nextInt(600)));
        }
      }
      if (steps == MOST_TURNS) {
        throw new AssertionError("it does not end: " + turns.get(turns.size() - 1));
      }
      return this;
    }
  }

  private static Judge judging(Supplier<Verdict> verdicts) {
    return new Judge() {
      @Override
      public Judged share(Window window) {
        return new Judged(Verdict.PASS, "as declared", new TreeMap<>(), Map.of());
      }

      @Override
      public Judged gates(Window window, Map<String, Evidence> before) {
        Verdict verdict = verdicts.get();
        return new Judged(
            verdict, "it is " + verdict, new TreeMap<>(Map.of("requests", "100")), Map.of());
      }
    };
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p1AllWeightsOfAllRulesAreWholeAndAddUpTo100AfterEveryWrite(long seed) {
    new Run(seed, 90).toTheEnd().assertHolds("P1");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p3AnEditBetweenOurReadAndOurWriteMeansNoWriteAndAConflict(long seed) {
    Run run = new Run(seed, 100);
    run.world.fault(-1, World.Fault.KILLED_BEFORE);
    int before = run.random.nextInt(run.plan.stages().size());
    while (run.world.writes().size() < before) {
      run.world.pass(run.shifter().step().again());
    }
    String rule = run.plan.rules().get(0).id();
    Weights theirs = run.world.live().with(rule, 37);
    run.world.between(() -> run.world.edit(theirs));

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < MOST_TURNS; i++) {
                run.world.pass(run.shifter().step().again());
              }
            })
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(5));
    assertThat(run.world.writes()).hasSize(before);

    run.world.between(() -> {});
    for (int i = 0; i < 5; i++) {
      assertThat(run.shifter().step().kind()).isEqualTo(Turn.Kind.OUTSIDE);
    }
    assertThat(run.world.live()).isEqualTo(theirs);
    assertThat(events(run, Event.OUTSIDE)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p7WhoeverGoesOnNeverExceedsWhatWasApprovedAndNeverShortensASoak(long seed) {
    new Run(seed, 97).toTheEnd().assertHolds("P7");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p20WhatWritesIsTheOnesOrTheOthersAndNeverSplit(long seed) {
    new Run(seed, 95).toTheEnd().assertHolds("P20");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p11EnoughBadWindowsBringAllBackAtOnce(long seed) {
    Run run = new Run(seed, 0);
    run.world.fault(-1, World.Fault.KILLED_BEFORE);
    Judge failing = judging(() -> Verdict.FAIL);
    Instant began = Instant.EPOCH;
    Turn turn = new Turn(Turn.Kind.MOVED, Duration.ZERO, "");
    while (turn.kind() != Turn.Kind.ROLLED_BACK) {
      run.world.pass(turn.again());
      turn =
          new Shifter(
                  run.plan,
                  "plan",
                  run.world.router(),
                  run.world.store(),
                  failing,
                  run.world.clock(),
                  "ann@laptop")
              .step();
      if (turn.said().endsWith("is effective")) {
        began = run.world.clock().instant();
      }
    }

    Duration needed = run.plan.tolerance().window().multipliedBy(run.plan.tolerance().badWindows());
    assertThat(Duration.between(began, run.world.clock().instant()))
        .isLessThanOrEqualTo(needed.plus(run.plan.tolerance().window()));
    assertThat(run.world.live().areNone()).isTrue();
    assertThat(run.world.writes()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p5TheWeightOfAnArmNeverRisesWhileItHasTooFewReadyEndpoints(long seed) {
    Run run = new Run(seed, 100).until(1 + (int) (seed % 40));
    int writes = run.world.writes().size();
    Weights live = run.world.live();
    run.world.ready(2, 0);

    run.until(100);

    assertThat(run.world.writes()).hasSize(writes);
    assertThat(run.world.live()).isEqualTo(live);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p12NothingGoesBackToAMonolithThatCannotAnswer(long seed) {
    Run run = new Run(seed, 100);
    run.world.fault(-1, World.Fault.KILLED_BEFORE);
    run.until(3 + (int) (seed % 40));
    Weights live = run.world.live();
    run.world.ready(0, 2);

    Turn turn = run.shifter().rollback("it is asked for");

    assertThat(live.areNone()).isFalse();
    assertThat(turn.kind()).isEqualTo(Turn.Kind.HOLDING);
    assertThat(turn.said()).contains("the monolith has no ready endpoint");
    assertThat(run.world.live()).isEqualTo(live);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p13GoingBackNeedsNoGatesAndASecondTimeChangesNothing(long seed) {
    Run run = new Run(seed, 100).until(1 + (int) (seed % 40));
    run.world.fault(
        run.random.nextInt(8),
        World.Fault.values()[run.random.nextInt(World.Fault.values().length)]);
    Judge away =
        judging(
            () -> {
              throw new UserError("there are no metrics", "wait", 8);
            });
    try {
      back(run, away);
    } catch (World.Killed | UserError gone) {
      assertThat(gone).isNotNull();
    }
    run.world.fault(-1, World.Fault.KILLED_BEFORE);
    back(run, away);

    int entries = run.world.journal().entries().size();
    int writes = run.world.writes().size();
    assertThat(run.world.live().areNone()).isTrue();
    assertThat(back(run, away).kind()).isEqualTo(Turn.Kind.ROLLED_BACK);
    assertThat(run.world.journal().entries()).hasSize(entries);
    assertThat(run.world.writes()).hasSize(writes);
    run.assertHolds("P15");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p13WhatGoesBackIsNotUndoneByAProcessThatWasAboutToGoOn(long seed) {
    Run run = new Run(seed, 100);
    run.world.fault(-1, World.Fault.KILLED_BEFORE);
    // short enough that there is something to be written after it
    run.until(1 + (int) (seed % 5));
    Judge passing = judging(() -> Verdict.PASS);
    // somebody brings all back while a step is between its intent and its write
    run.world.between(
        () -> {
          run.world.between(() -> {});
          back(run, passing);
        });

    for (int i = 0; i < 60; i++) {
      try {
        run.world.pass(run.shifter().step().again());
      } catch (UserError moved) {
        assertThat(moved.exitCode()).isEqualTo(5);
      }
    }

    assertThat(run.world.live().areNone()).isTrue();
    assertThat(run.world.journal().state(run.plan.weights(-1)).phase())
        .isEqualTo(ShiftState.Phase.ROLLED_BACK);
    run.assertHolds("P15");
  }

  private static Turn back(Run run, Judge judge) {
    return new Shifter(
            run.plan,
            "plan",
            run.witness.router(run.world.router()),
            run.witness.store(run.world.store()),
            judge,
            run.world.clock(),
            "ann@laptop")
        .rollback("it is asked for");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p18AChangeFromOutsideIsToldOnceWithBothValuesAndNotFought(long seed) {
    Run run = new Run(seed, 100);
    run.world.fault(-1, World.Fault.KILLED_BEFORE);
    run.until(3 + (int) (seed % 40));
    String rule = run.plan.rules().get(0).id();
    int before = run.world.live().of(rule, Arm.SERVICE);
    run.world.edit(run.world.live().with(rule, 37));
    int writes = run.world.writes().size();

    for (int i = 0; i < 5; i++) {
      Turn turn = run.shifter().step();
      assertThat(turn.kind()).isEqualTo(Turn.Kind.OUTSIDE);
      assertThat(turn.said()).contains("%s is 37 and was to be %d".formatted(rule, before));
    }

    assertThat(run.world.writes()).hasSize(writes);
    assertThat(events(run, Event.OUTSIDE)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p15EveryChangeOfWeightsHasExactlyOneRecordAndTheChainHolds(long seed) {
    new Run(seed, 93).toTheEnd().assertHolds("P15");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p16AShiftDoesNotBeginWhereTheRouteIsNotAsThePlanTakesItToBe(long seed) {
    Run run = new Run(seed, 100);
    run.world.fault(-1, World.Fault.KILLED_BEFORE);
    run.world.edit(run.world.live().with(run.plan.rules().get(0).id(), 1 + (int) (seed % 100)));

    assertThatThrownBy(() -> run.shifter().step())
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(5));
    assertThat(run.world.writes()).isEmpty();
    assertThat(run.world.journal().entries()).isEmpty();
  }

  private static List<Entry> events(Run run, Event event) {
    return run.world.journal().entries().stream().filter(each -> each.event() == event).toList();
  }
}
