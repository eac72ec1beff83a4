package dev.msvc.cluster.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.msvc.cluster.git.CommittedRouter;
import dev.msvc.cluster.router.RouteText;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.GitWord;
import dev.msvc.model.shift.Predecessor;
import dev.msvc.model.shift.RouterWord;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Shifts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three shifts in a row whose steps are commits to one repository, of which the first goes back: a
 * loop of the test brings their files into the cluster, as Argo CD and Flux do.
 */
class CommittedDependantsTest {
  private static final List<String> NAMES = List.of("customers", "orders", "returns");
  private static final List<String> BACK =
      List.of(
          "returns: all back to the monolith",
          "orders: all back to the monolith",
          "customers: all back to the monolith");
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @TempDir Path folder;

  private final SortedMap<String, World> worlds = new TreeMap<>();
  private final Map<String, CommittedRouter> routers = new HashMap<>();
  private final List<String> told = new ArrayList<>();

  /** Who lost all in the cluster, one after the other. */
  private final List<String> back = new ArrayList<>();

  private Shifts shifts;
  private DeployRepository repository;
  private Random random;
  private Duration waited = Duration.ZERO;

  static LongStream seeds() {
    return LongStream.range(0, Math.max(3, Long.getLong("msvc.plans", 50) / 15));
  }

  private void begin(long seed) throws IOException {
    random = new Random(seed * 31 + 5);
    SortedMap<String, ShiftPlan> plans = new TreeMap<>();
    for (String each : NAMES) {
      plans.put(each, plan(each, Plans.random(seed * 3 + NAMES.indexOf(each))));
    }
    shifts = new Shifts(plans);
    repository = DeployRepository.with(folder.resolve("deploy.git"), "kind: Other\n");
    for (String each : NAMES) {
      repository.commit(path(each), text(plans.get(each)));
      World world = new World(plans.get(each).weights(-1));
      worlds.put(each, world);
      fresh(each);
      for (int i = 0; i < 200 && world.live().areNone(); i++) {
        world.pass(shifter(each, routers.get(each)).step().again());
        sync(each);
      }
      assertThat(world.live().areNone()).isFalse();
      int more = random.nextInt(10);
      for (int i = 0; i < more; i++) {
        world.pass(shifter(each, routers.get(each)).step().again());
        sync(each);
      }
      world.between(() -> back.add(each));
    }
  }

  private static String path(String name) {
    return "prod/%s.yaml".formatted(name);
  }

  private ShiftPlan plan(String name, ShiftPlan like) {
    int number = NAMES.indexOf(name);
    return new ShiftPlan(
        name,
        new RouterWord("gateway-api", new TreeMap<>(Map.of("route", name)), 1),
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
        Optional.of(
            new GitWord(
                "file://" + folder.resolve("deploy.git"),
                "main",
                path(name),
                Duration.ofMinutes(10),
                Optional.empty(),
                new GitWord.Access.Usual(),
                1)),
        Optional.empty(),
        number == 0
            ? List.of()
            : List.of(new Predecessor(NAMES.get(number - 1), OptionalInt.of(1), 1)));
  }

  private static String text(ShiftPlan plan) {
    StringBuilder text =
        new StringBuilder(
            """
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: %s}
            spec:
              rules:
            """
                .formatted(plan.name()));
    for (Rule each : plan.rules()) {
      text.append(
          "  - {name: %s, backendRefs: [{name: service, weight: 0}, {name: monolith, weight: 100}]}\n"
              .formatted(each.id()));
    }
    return text.toString();
  }

  private void fresh(String name) {
    CommittedRouter before = routers.get(name);
    if (before != null) {
      before.close();
    }
    ShiftPlan plan = shifts.plan(name);
    World world = worlds.get(name);
    routers.put(
        name,
        new CommittedRouter(
            world.router(),
            RouteText.of(plan, "shop"),
            plan,
            plan.git().orElseThrow().repository(),
            Map.of(),
            world.clock(),
            "ann@laptop"));
  }

  @AfterEach
  void close() {
    routers.values().forEach(CommittedRouter::close);
  }

  /** As Argo CD and Flux do it. */
  private void sync(String name) throws IOException {
    var said =
        RouteText.of(shifts.plan(name), "shop").weights(path(name), repository.text(path(name)));
    if (!worlds.get(name).live().equals(said)) {
      worlds.get(name).edit(said);
    }
  }

  private Shifter shifter(String name, Router router) {
    World world = worlds.get(name);
    return new Shifter(
        shifts.plan(name), "plan", router, world.store(), passing(), world.clock(), "ann@laptop");
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

  private Dependants dependants() {
    List<Dependant> all =
        shifts.dependants("customers").stream()
            .map(
                each ->
                    new Dependant(
                        each,
                        () ->
                            Dependant.underWay(
                                shifts.plan(each), routers.get(each), worlds.get(each).store()),
                        reason -> shifter(each, routers.get(each)).rollback(reason)))
            .toList();
    Clock clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return Instant.EPOCH.plus(waited);
          }
        };
    return new Dependants(
        "customers", all, PATIENCE, clock, time -> waited = waited.plus(time), told::add);
  }

  /** As {@code msvc strangle rollback customers} does. */
  private Dependants.Outcome rollback() {
    Dependants.Outcome outcome = dependants().back("it fails");
    shifter("customers", routers.get("customers")).rollback("it fails");
    return outcome;
  }

  private List<String> committedBack() throws IOException {
    return repository.ours().stream()
        .map(each -> each.lines().findFirst().orElse(""))
        .filter(each -> each.endsWith("all back to the monolith"))
        .toList();
  }

  private void assertAllBackInTheirOrder() throws IOException {
    assertThat(committedBack()).isEqualTo(BACK);
    for (String each : NAMES) {
      assertThat(worlds.get(each).live().areNone()).as(each).isTrue();
      sync(each);
      assertThat(worlds.get(each).live().areNone()).as(each).isTrue();
      assertThat(worlds.get(each).journal().broken()).isEmpty();
    }
    assertThat(repository.ours().stream().filter(each -> each.contains("customers goes back: ")))
        .hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p13ThoseThatAreAfterGoBackFirstByACommitEach(long seed) throws IOException {
    begin(seed);

    assertThat(rollback().left()).isEmpty();

    assertThat(back).containsExactly("returns", "orders", "customers");
    assertAllBackInTheirOrder();
    int commits = repository.ours().size();
    assertThat(rollback().left()).isEmpty();
    assertThat(repository.ours()).hasSize(commits);
    assertThat(back).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p13TheOrderHoldsWithAFaultAtAnyCallOfEach(long seed) throws IOException {
    begin(seed);
    for (String each : NAMES) {
      World.Fault fault = random.nextBoolean() ? World.Fault.AWAY_BEFORE : World.Fault.AWAY_AFTER;
      worlds.get(each).fault(random.nextInt(10), fault);
    }

    assertThat(dependants().back("it fails").left()).isEmpty();
    for (int i = 0; i < 3; i++) {
      try {
        shifter("customers", routers.get("customers")).rollback("it fails");
      } catch (UserError once) {
        fresh("customers");
      }
    }

    List<String> order = new ArrayList<>(NAMES);
    order.sort((one, other) -> back.lastIndexOf(one) - back.lastIndexOf(other));
    assertThat(order).containsExactly("returns", "orders", "customers");
    assertAllBackInTheirOrder();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p11WhatAGateTakesBackIsCommittedAfterThoseThatComeAfterIt(long seed) throws IOException {
    begin(seed);
    // as start does where a gate fails: it writes, and is told only then
    Router router = dependants().before(routers.get("customers"), () -> "a gate failed");

    assertThat(shifter("customers", router).rollback("a gate failed").kind())
        .isEqualTo(Turn.Kind.ROLLED_BACK);

    assertThat(back).containsExactly("returns", "orders", "customers");
    assertAllBackInTheirOrder();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p13WithGitAwayNobodyIsWaitedForSinceAllAreBackInTheCluster(long seed) throws IOException {
    begin(seed);
    int before = repository.ours().size();
    repository.away();

    Dependants.Outcome outcome = rollback();

    assertThat(back).containsExactly("returns", "orders", "customers");
    assertThat(waited).isZero();
    assertThat(outcome.left())
        .extracting(Dependants.Left::name, Dependants.Left::exitCode)
        .containsExactly(tuple("returns", 8), tuple("orders", 8));
    assertThat(told)
        .anyMatch(each -> each.startsWith("orders is back in the cluster and not in Git: "))
        .noneMatch(each -> each.contains("DID NOT GO BACK"));
    repository.there();
    assertThat(repository.ours()).hasSize(before);

    assertThat(rollback().left()).isEmpty();

    assertAllBackInTheirOrder();
    for (String each : NAMES) {
      assertThat(
              worlds.get(each).journal().entries().stream()
                  .filter(entry -> entry.event() == Event.DIRECT))
          .as(each)
          .hasSize(1);
    }
  }
}
