package dev.msvc.cluster.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.cluster.proxy.LocalProxy;
import dev.msvc.cluster.proxy.LocalRouter;
import dev.msvc.cluster.proxy.ProxySetup;
import dev.msvc.cluster.rehearse.Rehearsed.Row;
import dev.msvc.cluster.rehearse.Rehearsed.State;
import dev.msvc.cluster.traffic.Judge;
import dev.msvc.cluster.traffic.Judged;
import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.ShiftStore;
import dev.msvc.cluster.traffic.Shifter;
import dev.msvc.cluster.traffic.Sight;
import dev.msvc.cluster.traffic.Verdict;
import dev.msvc.cluster.traffic.Window;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.Progress;
import dev.msvc.model.shift.RouterWord;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftRoute;
import dev.msvc.model.shift.Stage;
import dev.msvc.model.shift.Step;
import dev.msvc.model.shift.Tolerance;
import dev.msvc.model.shift.Weights;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A rehearsal before a real local proxy; and with bugs planted, each of which it must find. */
@Timeout(120)
class RehearsalTest {
  private static final ShiftPlan SHORT = plan(100);

  private UnaryOperator<Router> routers = router -> router;
  private UnaryOperator<ShiftStore> stores = store -> store;
  private Hand hand = Hand.ours("ann@laptop");
  private boolean locked = true;
  private final Map<Integer, ShiftStore> kept = new HashMap<>();
  private Origins origins;

  private static ShiftPlan plan(int... weights) {
    List<Stage> stages = new ArrayList<>();
    for (int each : weights) {
      stages.add(new Stage(new Step.Reads(each), Duration.ofHours(2), 1));
    }
    return new ShiftPlan(
        "orders",
        new RouterWord("local", new TreeMap<>(), 1),
        "http://monolith",
        "http://service",
        List.of(
            new ShiftRoute(
                "orders", "/orders", false, new TreeSet<>(List.of("GET")), Optional.empty(), 1),
            new ShiftRoute(
                "orders-writes",
                "/orders",
                false,
                new TreeSet<>(List.of("POST")),
                Optional.of("Order"),
                1)),
        Optional.empty(),
        Optional.empty(),
        stages,
        Optional.empty(),
        List.of(),
        Optional.of("made up"),
        new Tolerance(Duration.ofMinutes(1), 2, Duration.ofMinutes(5), 1));
  }

  @BeforeEach
  void start() {
    origins = Origins.start();
  }

  @AfterEach
  void stop() {
    origins.close();
  }

  /** A journal in memory, which outlives the process that is killed. */
  private static final class Kept implements ShiftStore {
    private Journal journal =
        new Journal("0", List.of(), Progress.fresh(Instant.EPOCH, "", Map.of()));

    @Override
    public Journal read() {
      return journal;
    }

    @Override
    public Journal append(Journal base, Entry entry, Progress progress) {
      List<Entry> entries = new ArrayList<>(journal.entries());
      entries.add(entry);
      return next(base, entries, progress);
    }

    @Override
    public Journal note(Journal base, Progress progress) {
      return next(base, journal.entries(), progress);
    }

    private Journal next(Journal base, List<Entry> entries, Progress progress) {
      if (!base.version().equals(journal.version())) {
        throw new UserError("the journal moved", "look again", 5);
      }
      journal =
          new Journal(String.valueOf(Integer.parseInt(base.version()) + 1), entries, progress);
      return journal;
    }
  }

  private Rehearsed rehearse(ShiftPlan plan) {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    String token = ProxySetup.newToken();
    try (LocalProxy proxy =
        LocalProxy.start(
            new ProxySetup(
                any,
                any,
                token,
                plan.rules(),
                origins.address(Arm.MONOLITH),
                origins.address(Arm.SERVICE),
                plan.weights(-1),
                weights -> {},
                Optional.empty(),
                OptionalLong.of(7),
                Duration.ofSeconds(1)))) {
      Scene scene =
          new Scene(
              "the proxy of a test",
              proxy.address(),
              () -> routers.apply(new LocalRouter(proxy.admin(), token)),
              attempt -> stores.apply(kept.computeIfAbsent(attempt, none -> new Kept())),
              attempt -> lock(),
              () -> "");
      return new Rehearsal(plan, scene, origins, hand, (what, done, all) -> {}).run();
    }
  }

  private final AtomicInteger holders = new AtomicInteger();

  private Consumer<Runnable> lock() {
    return action -> {
      if (locked && holders.get() > 0) {
        throw new UserError("orders.lock is held by ann@laptop, for 3 s", "wait", 5);
      }
      holders.incrementAndGet();
      try {
        action.run();
      } finally {
        holders.decrementAndGet();
      }
    };
  }

  private static Row row(Rehearsed rehearsed, String id) {
    return rehearsed.rows().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private static void assertBroken(Rehearsed rehearsed, String... ids) {
    assertThat(rehearsed.held()).isFalse();
    assertThat(ids)
        .allSatisfy(
            id ->
                assertThat(row(rehearsed, id))
                    .satisfies(
                        row -> assertThat(row.state()).as(row.toString()).isEqualTo(State.BROKEN),
                        row -> assertThat(row.why()).contains(": ")));
  }

  @Test
  void aPlanThatIsMovedAsItShouldHoldsAllThatCanBeTried() {
    Rehearsed rehearsed = rehearse(plan(20, 100));

    assertThat(rehearsed.rows())
        .allSatisfy(row -> assertThat(row.state()).as(row.toString()).isNotEqualTo(State.BROKEN));
    assertThat(rehearsed.rows())
        .filteredOn(row -> row.state() == State.NOT_TRIED)
        .extracting(Row::id)
        .containsExactly("P2", "P6", "P10", "P17", "P22", "P23");
    assertThat(row(rehearsed, "P7").cases()).isEqualTo(rehearsed.attempts());
    assertThat(row(rehearsed, "P3").cases()).isEqualTo(2);
    assertThat(row(rehearsed, "P19").cases()).isEqualTo(2);
    assertThat(rehearsed.attempts()).isGreaterThan(3 * rehearsed.points());
    assertThat(rehearsed.points()).isGreaterThan(15);
    assertThat(rehearsed.lost() + rehearsed.twice()).isZero();
    assertThat(rehearsed.requests()).isGreaterThan(1_000);
  }

  @Test
  void aRouterThatLosesAWriteBreaksP1() {
    routers =
        router ->
            new Router() {
              @Override
              public Sight look() {
                return router.look();
              }

              @Override
              public Sight write(Sight base, Weights weights) {
                return weights.areNone() ? router.write(base, weights) : base;
              }
            };

    Rehearsed rehearsed = rehearse(SHORT);

    assertBroken(rehearsed, "P1", "end");
    assertThat(row(rehearsed, "P1").why())
        .startsWith("without a fault: ")
        .contains("orders=100", "was written, and", "orders=0", "is live");
  }

  @Test
  void whoTakesALostAnswerForAWriteThatFailedBreaksP15() {
    hand =
        (plan, digest, router, store, judge, clock) ->
            new Shifter(plan, digest, again(router), store, judge, clock, "ann@laptop");

    Rehearsed rehearsed = rehearse(SHORT);

    assertBroken(rehearsed, "P15");
    assertThat(row(rehearsed, "P15").why())
        .startsWith("the answer lost to the weights of stage 1: ")
        .contains("was written a second time");
  }

  /** Writes once more where it was told that a write failed. */
  private static Router again(Router router) {
    return new Router() {
      @Override
      public Sight look() {
        return router.look();
      }

      @Override
      public Sight write(Sight base, Weights weights) {
        try {
          return router.write(base, weights);
        } catch (UserError failed) {
          if (failed.exitCode() != 8) {
            throw failed;
          }
          return router.write(router.look(), weights);
        }
      }
    };
  }

  @Test
  void p19AShiftThatMayBeFinishedBeforeItsTimeIsFound() {
    Instant when = Instant.EPOCH;
    List<Moment> early =
        List.of(new Moment.Troubled(when, Trouble.FINISHED_EARLY, ""), new Moment.Finished(when));
    Seen seen =
        new Seen(
            SHORT,
            early,
            List.of(),
            List.of(),
            new Journal("0", List.of(), Progress.fresh(when, "", Map.of())),
            SHORT.weights(-1));

    assertThat(Property.of("P19").tried().test(seen)).isTrue();
    assertThat(Property.of("P19").breaks().apply(seen))
        .contains("it would have been finished before its time");
  }

  @Test
  void aStoreThatForgetsAnEntryBreaksP15() {
    stores =
        store ->
            new ShiftStore() {
              @Override
              public Journal read() {
                return store.read();
              }

              @Override
              public Journal append(Journal base, Entry entry, Progress progress) {
                return entry.event() == Event.INTENT
                    ? store.note(base, progress)
                    : store.append(base, entry, progress);
              }

              @Override
              public Journal note(Journal base, Progress progress) {
                return store.note(base, progress);
              }
            };

    assertBroken(rehearse(SHORT), "P15");
  }

  @Test
  void whoWritesTwiceBreaksP15() {
    hand =
        (plan, digest, router, store, judge, clock) ->
            new Shifter(plan, digest, twice(router), store, judge, clock, "ann@laptop");

    Rehearsed rehearsed = rehearse(SHORT);

    assertBroken(rehearsed, "P15");
    assertThat(row(rehearsed, "P15").why()).contains("was written a second time");
  }

  private static Router twice(Router router) {
    return new Router() {
      @Override
      public Sight look() {
        return router.look();
      }

      @Override
      public Sight write(Sight base, Weights weights) {
        return router.write(router.write(base, weights), weights);
      }
    };
  }

  @Test
  void whoDoesNotLookAtGatesBreaksP8AndP9AndP11() {
    Judge blindfold =
        new Judge() {
          @Override
          public Judged share(Window window) {
            return new Judged(Verdict.PASS, "", new TreeMap<>(), Map.of());
          }

          @Override
          public Judged gates(Window window, Map<String, Evidence> before) {
            return new Judged(Verdict.PASS, "", new TreeMap<>(), Map.of());
          }
        };
    hand =
        (plan, digest, router, store, judge, clock) ->
            new Shifter(plan, digest, router, store, blindfold, clock, "ann@laptop");

    Rehearsed rehearsed = rehearse(SHORT);

    assertBroken(rehearsed, "P8", "P9", "P11");
    assertThat(row(rehearsed, "P11").why()).contains("when stage 1 (reads 100 %) soaks");
    assertThat(row(rehearsed, "P15").state()).isEqualTo(State.HELD);
  }

  @Test
  void whoKeepsWhatItWroteForWhatIsLiveBreaksP18AndWithoutAConditionP3() {
    // looks at nothing but its own memory, and writes over what others set
    hand =
        (plan, digest, router, store, judge, clock) ->
            new Shifter(plan, digest, stubborn(plan, router), store, judge, clock, "ann@laptop");

    assertBroken(rehearse(SHORT), "P3", "P18");
  }

  private static Router stubborn(ShiftPlan plan, Router router) {
    return new Router() {
      private Weights mine = plan.weights(-1);

      @Override
      public Sight look() {
        Sight sight = router.look();
        return new Sight(
            sight.version(), mine, true, "", sight.ready(), sight.counts(), sight.mirrored());
      }

      @Override
      public Sight write(Sight base, Weights weights) {
        mine = weights;
        try {
          return router.write(base, weights);
        } catch (UserError moved) {
          return router.write(router.look(), weights);
        }
      }
    };
  }

  @Test
  void whoDoesNotAskForEndpointsBreaksP5AndP12() {
    hand =
        (plan, digest, router, store, judge, clock) ->
            new Shifter(plan, digest, careless(router), store, judge, clock, "ann@laptop");

    assertBroken(rehearse(SHORT), "P5", "P12");
  }

  private static Router careless(Router router) {
    return new Router() {
      @Override
      public Sight look() {
        return without(router.look());
      }

      @Override
      public Sight write(Sight base, Weights weights) {
        return without(router.write(base, weights));
      }

      private Sight without(Sight sight) {
        return new Sight(
            sight.version(), sight.weights(), true, "", Map.of(), sight.counts(), Map.of());
      }
    };
  }

  @Test
  void whoShortensASoakBreaksP7AndWhoTakesAnyPlanBreaksP16AndALockForAllBreaksP14() {
    locked = false;
    hand =
        (plan, digest, router, store, judge, clock) ->
            new Shifter(hasty(plan), "any", router, store, judge, clock, "ann@laptop");

    assertBroken(rehearse(plan(50, 100)), "P7", "P14", "P16");
  }

  private static ShiftPlan hasty(ShiftPlan plan) {
    return new ShiftPlan(
        plan.name(),
        plan.router(),
        plan.monolith(),
        plan.service(),
        plan.routes(),
        plan.canary(),
        plan.cohort(),
        plan.stages().stream()
            .map(each -> new Stage(each.step(), Duration.ofMinutes(1), 1))
            .toList(),
        plan.metrics(),
        plan.gates(),
        plan.ungated(),
        plan.tolerance());
  }
}
