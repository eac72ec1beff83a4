package dev.msvc.cluster.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftState;
import dev.msvc.model.shift.Tally;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FinishingTest {
  private static final Duration WEEK = Duration.ofDays(7);

  private final ShiftPlan plan = Plans.random(1);
  private final World world = new World(plan.weights(-1));
  private final Map<String, Map<Arm, Tally>> counts = new TreeMap<>();
  private final Finishing finishing =
      new Finishing(plan, "p", counting(), world.store(), world.clock(), "ann@here");

  private Router counting() {
    return new Router() {
      @Override
      public Sight look() {
        Sight sight = world.router().look();
        return new Sight(
            sight.version(), sight.weights(), true, "", sight.ready(), Map.copyOf(counts));
      }

      @Override
      public Sight write(Sight base, dev.msvc.model.shift.Weights weights) {
        return world.router().write(base, weights);
      }
    };
  }

  private Shifter shifter() {
    return new Shifter(
        plan, "p", world.router(), world.store(), new Always(), world.clock(), "ann@here");
  }

  private void counted(long monolith, long service) {
    for (Rule each : plan.rules()) {
      counts.put(
          each.id(),
          Map.of(Arm.MONOLITH, new Tally(monolith, 0), Arm.SERVICE, new Tally(service, 0)));
    }
  }

  @BeforeEach
  void shifted() {
    for (int i = 0; i < 10_000; i++) {
      if (shifter().step().kind() == Turn.Kind.DONE) {
        return;
      }
      world.pass(plan.tolerance().window());
    }
    throw new AssertionError(world.journal());
  }

  @Test
  void p24WhatAllStagesPassedOfIsNotBroughtBackThoughNobodyWatchesIt() {
    world.pass(WEEK);
    int writes = world.writes().size();

    Turn turn = shifter().rollbackUnwatched(Duration.ofMinutes(20));

    assertThat(turn.kind()).isEqualTo(Turn.Kind.DONE);
    assertThat(turn.said()).isEqualTo("all stages passed: there is nothing to watch");
    assertThat(world.writes()).hasSize(writes);
  }

  @Test
  void p24AWayBackThatIsUnderWayIsNoEnd() {
    ShiftState through = world.journal().state(plan.weights(-1));
    Entry last = world.journal().entries().get(world.journal().entries().size() - 1);

    assertThat(through.isThrough(plan)).isTrue();
    assertThat(
            new ShiftState(
                    through.phase(), through.plan(), through.stage(), through.weights(), last, true)
                .isThrough(plan))
        .isFalse();
  }

  @Test
  void itIsQuietOnceTheStatedTimePassedWithoutARequest() {
    counted(100, 5);
    assertThat(finishing.counted(WEEK).verdict()).isEqualTo(Verdict.INSUFFICIENT);
    world.pass(WEEK.minusSeconds(1));
    counted(100, 5000);
    assertThat(finishing.counted(WEEK).verdict()).isEqualTo(Verdict.INSUFFICIENT);
    world.pass(Duration.ofSeconds(1));

    assertThat(finishing.counted(WEEK).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aRequestToTheMonolithIsToldAndTheTimeBeginsAnew() {
    counted(100, 5);
    finishing.counted(WEEK);
    world.pass(WEEK);
    counted(102, 9);

    Quiet hit = finishing.counted(WEEK);
    world.pass(WEEK.minusSeconds(1));
    Quiet after = finishing.counted(WEEK);

    assertThat(hit.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(hit.words()).contains(plan.rules().get(0).id() + " 2");
    assertThat(after.verdict()).isEqualTo(Verdict.INSUFFICIENT);
  }

  @Test
  void aRouterThatBeganToCountAnewProvesNothing() {
    counted(100, 5);
    finishing.counted(WEEK);
    world.pass(WEEK);
    counted(0, 9);

    assertThat(finishing.counted(WEEK).verdict()).isEqualTo(Verdict.INSUFFICIENT);
    assertThat(finishing.counted(Duration.ZERO).words()).contains("none");
  }

  @Test
  void oneThatHadCountedNothingMayHaveBegunAnew() {
    counted(0, 0);
    finishing.counted(WEEK);
    world.pass(WEEK);

    assertThat(finishing.counted(WEEK).verdict()).isEqualTo(Verdict.INSUFFICIENT);
  }

  @Test
  void aRouterThatDoesNotCountIsNoWitness() {
    assertThat(finishing.counted(WEEK).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(world.journal().entries()).noneMatch(each -> each.event() == Event.COUNTED);
  }

  @Test
  void p18SomebodyElsesWeightsAreNoEnd() {
    world.edit(plan.weights(0));

    assertThatThrownBy(finishing::requireUnchanged)
        .isInstanceOfSatisfying(UserError.class, e -> assertThat(e.exitCode()).isEqualTo(5));
  }

  @Test
  void whatIsFinishedGoesNoFurtherAndBackOnlyWhereThatIsAskedFor() {
    finishing.finish("quiet");
    finishing.finish("quiet");

    assertThat(world.journal().entries().stream().filter(e -> e.event() == Event.FINISHED))
        .hasSize(1);
    assertThat(world.journal().state(plan.weights(-1)).phase())
        .isEqualTo(ShiftState.Phase.FINISHED);
    assertThat(shifter().step().kind()).isEqualTo(Turn.Kind.DONE);
    assertThatThrownBy(() -> shifter().rollback("a mistake")).isInstanceOf(UserError.class);
    assertThat(shifter().reopen("a mistake").kind()).isEqualTo(Turn.Kind.ROLLED_BACK);
    assertThat(world.live()).isEqualTo(plan.weights(-1));
    assertThat(world.journal().broken()).isEmpty();
  }

  /** Whatever comes is good. */
  private static final class Always implements Judge {
    @Override
    public Judged share(Window window) {
      return new Judged(Verdict.PASS, "", new TreeMap<>(), Map.of());
    }

    @Override
    public Judged gates(Window window, Map<String, dev.msvc.model.shift.Evidence> before) {
      return new Judged(Verdict.PASS, "", new TreeMap<>(), Map.of());
    }
  }
}
