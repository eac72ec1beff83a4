package dev.msvc.cluster.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.cluster.git.CommittedRouter;
import dev.msvc.cluster.router.RouteText;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.GitWord;
import dev.msvc.model.shift.RouterWord;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftState;
import dev.msvc.model.shift.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every plan whose steps are commits to a real repository: a loop of the test brings
 * its file into the cluster, as Argo CD and Flux do, and there is one fault at any call.
 */
class CommittedShiftPropertiesTest {
  private static final int MOST_TURNS = 2_000;

  @TempDir Path folder;

  private ShiftPlan plan;
  private World world;
  private RouteText route;
  private DeployRepository repository;
  private Random random;
  private CommittedRouter router;
  private Runnable between = () -> {};
  private final Map<Weights, Instant> liveSince = new HashMap<>();

  static LongStream seeds() {
    return LongStream.range(0, Math.max(1, Long.getLong("msvc.plans", 50) / 25));
  }

  private void begin(long seed) throws IOException {
    ShiftPlan any = Plans.random(seed);
    plan =
        new ShiftPlan(
            any.name(),
            new RouterWord("gateway-api", new TreeMap<>(Map.of("route", "shop")), 1),
            any.monolith(),
            any.service(),
            any.routes(),
            any.canary(),
            any.cohort(),
            any.stages(),
            any.metrics(),
            any.gates(),
            any.ungated(),
            any.tolerance(),
            any.compare(),
            any.mirror(),
            any.sync(),
            Optional.of(
                new GitWord(
                    "file://" + folder.resolve("deploy.git"),
                    "main",
                    DeployRepository.PATH,
                    Duration.ofMinutes(10),
                    Optional.empty(),
                    new GitWord.Access.Usual(),
                    1)),
            Optional.empty(),
            List.of());
    world = new World(plan.weights(-1));
    random = new Random(seed);
    route = RouteText.of(plan, "shop");
    repository = DeployRepository.with(folder.resolve("deploy.git"), text());
    fresh();
  }

  /** A process that knows nothing. */
  private void fresh() {
    if (router != null) {
      router.close();
    }
    Router cluster = world.router();
    Router watched =
        new Router() {
          @Override
          public Sight look() {
            Sight sight = cluster.look();
            Runnable now = between;
            between = () -> {};
            now.run();
            return sight;
          }

          @Override
          public Sight write(Sight base, Weights weights) {
            return cluster.write(base, weights);
          }
        };
    router =
        new CommittedRouter(
            watched,
            route,
            plan,
            plan.git().orElseThrow().repository(),
            Map.of(),
            world.clock(),
            "ann@laptop");
  }

  @AfterEach
  void close() {
    if (router != null) {
      router.close();
    }
  }

  private String text() {
    StringBuilder text =
        new StringBuilder(
            """
            # what the edge serves
            kind: Service
            apiVersion: v1
            metadata: {name: shop, annotations: {weight: "0"}}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata:
                name: shop      # of the shop
            spec:
              rules:
            """);
    int number = 0;
    for (Rule each : plan.rules()) {
      text.append(
          number++ % 2 == 0
              ? """
              # rule %d
              - name: %s
                backendRefs:
                - name: service
                  weight: 0   # weight: 0
                - {name: "monolith", weight: 100}
              """
                  .formatted(number, each.id())
                  .indent(2)
              : "  - {name: %s, backendRefs: [{weight: 100, name: monolith}, {name: service, weight:   0}]}\r\n"
                  .formatted(each.id()));
    }
    return text + "  - name: theirs\n    backendRefs: [{name: service, weight: 7}]\n";
  }

  private Weights inGit() throws IOException {
    return route.weights("route.yaml", repository.text());
  }

  /** As Argo CD and Flux do it. */
  private void sync() throws IOException {
    Weights said = inGit();
    if (!world.live().equals(said)) {
      world.edit(said);
      liveSince.put(said, world.clock().instant());
    }
  }

  private Shifter shifter() {
    return new Shifter(plan, "plan", router, world.store(), passing(), world.clock(), "ann@laptop");
  }

  private Judge passing() {
    return new Judge() {
      @Override
      public Judged share(Window window) {
        return new Judged(Verdict.PASS, "as declared", new TreeMap<>(), Map.of());
      }

      @Override
      public Judged gates(Window window, Map<String, Evidence> before) {
        return new Judged(Verdict.PASS, "it is good", new TreeMap<>(), Map.of());
      }
    };
  }

  /** Until a stage is live, watched, and there is something to go back from. */
  private void toAStage() throws IOException {
    int stage = random.nextInt(plan.stages().size());
    for (int i = 0; i < MOST_TURNS; i++) {
      ShiftState state = world.journal().state(plan.weights(-1));
      if (state.stage() == stage && state.open() == null) {
        return;
      }
      world.pass(shifter().step().again());
      sync();
    }
    throw new AssertionError("it never comes to stage " + stage);
  }

  private Turn step() {
    Turn turn = shifter().step();
    world.pass(turn.again());
    return turn;
  }

  private List<Entry> entries(Event event) {
    return world.journal().entries().stream().filter(each -> each.event() == event).toList();
  }

  /** Each commit has its entry, each entry that was not dropped its commit, in the same order. */
  private void assertRecorded() throws IOException {
    List<String> records = new ArrayList<>();
    for (Entry each : world.journal().entries()) {
      if (each.event() == Event.INTENT) {
        records.add(Declared.intent(each));
      } else if (each.event() == Event.DROPPED) {
        records.remove(records.size() - 1);
      }
    }
    List<String> commits =
        repository.ours().stream()
            .filter(each -> each.contains("Msvc-Intent: "))
            .map(each -> each.replaceFirst("(?s).*Msvc-Intent: (\\w+).*", "$1"))
            .toList();
    assertThat(commits).isEqualTo(records);
    assertThat(world.journal().broken()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p7WhoeverIsKilledFindsTheCommitAndMakesNoSecondOne(long seed) throws IOException {
    begin(seed);
    String before = masked(repository.text());
    world.fault(
        random.nextInt(40), World.Fault.values()[random.nextInt(World.Fault.values().length)]);
    Turn turn = new Turn(Turn.Kind.MOVED, Duration.ZERO, "");
    for (int i = 0; turn.kind() != Turn.Kind.DONE; i++) {
      assertThat(i).as(turn.said()).isLessThan(MOST_TURNS);
      try {
        turn = step();
      } catch (World.Killed | UserError gone) {
        fresh();
        world.pass(Duration.ofSeconds(random.nextInt(100)));
      }
      if (random.nextInt(4) == 0) {
        sync();
      }
    }

    assertRecorded();
    assertThat(repository.ours()).hasSize(plan.stages().size());
    assertThat(repository.texts()).allSatisfy(each -> assertThat(masked(each)).isEqualTo(before));
    int stage = 0;
    for (Entry each : entries(Event.INTENT)) {
      assertThat(each.to()).isEqualTo(plan.weights(stage));
      if (stage > 0) {
        Instant live = liveSince.get(plan.weights(stage - 1));
        assertThat(Duration.between(live, each.when()))
            .isGreaterThanOrEqualTo(plan.stages().get(stage - 1).soak());
      }
      stage++;
    }
    assertThat(world.writes()).isEmpty();
  }

  /** P2: without the weights of owned rules, which are the first numbers after their names. */
  private static String masked(String text) {
    return text.replaceAll("(?m)^(    weight: )\\d+", "$1#")
        .replaceAll("(name: \"monolith\", weight: )\\d+", "$1#")
        .replaceAll("(weight: )\\d+(, name: monolith)", "$1#$2")
        .replaceAll("(name: service, weight:   )\\d+", "$1#")
        .replaceAll("(?m)^(      weight: )\\d+", "$1#");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aCommitThatNobodyBringsInIsWaitedForAndThenTold(long seed) throws IOException {
    begin(seed);
    Turn turn = step();
    while (turn.kind() == Turn.Kind.MOVED) {
      turn = step();
    }
    assertThat(turn.kind()).isEqualTo(Turn.Kind.SOAKING);
    assertThat(turn.said()).startsWith("not live yet: commit ");

    world.pass(Duration.ofMinutes(11));
    turn = step();

    assertThat(turn.kind()).isEqualTo(Turn.Kind.HOLDING);
    assertThat(turn.said()).contains("is not live for more than 600 s");
    assertThat(repository.ours()).hasSize(1);
    assertThat(repository.ours().get(0))
        .startsWith("orders: stage 1 of " + plan.stages().size())
        .contains(" -> ", "Reason: the first stage", "Msvc-Plan: plan", "Msvc-By: ann@laptop");
    sync();
    while (entries(Event.EFFECT).isEmpty()) {
      turn = step();
    }
    assertThat(world.journal().progress().soaked()).isZero();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p3SomebodyElsesPushInBetweenStaysAndTheStepComesOnTopOfIt(long seed) throws IOException {
    begin(seed);
    step();
    // the second look is the one before the commit
    between = () -> between = () -> others("prod/other.yaml", "kind: Another\n");

    Turn turn = step();

    assertThat(turn.said()).startsWith("not live yet");
    assertThat(repository.ours()).hasSize(1);
    assertThat(inGit()).isEqualTo(plan.weights(0));
    assertRecorded();
  }

  private void others(String path, String text) {
    try {
      repository.commit(path, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p3SomebodyElsesWeightsInBetweenAreAConflictAndNothingIsCommitted(long seed)
      throws IOException {
    begin(seed);
    step();
    String theirs = theirs();
    between = () -> between = () -> others(DeployRepository.PATH, theirs);

    assertThatThrownBy(() -> shifter().step())
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(5));

    assertThat(repository.ours()).isEmpty();
    assertThat(repository.text()).isEqualTo(theirs);
    for (int i = 0; i < 3; i++) {
      assertThat(step().kind()).isEqualTo(Turn.Kind.OUTSIDE);
    }
    assertThat(entries(Event.OUTSIDE)).hasSize(1);
    assertThat(repository.ours()).isEmpty();
  }

  private String theirs() throws IOException {
    String rule = plan.rules().get(0).id();
    return route.with("route.yaml", repository.text(), inGit().with(rule, 37));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p18WeightsThatSomebodyCommitsAreToldOnceWithBothValuesAndNotFought(long seed)
      throws IOException {
    begin(seed);
    toAStage();
    int commits = repository.ours().size();
    Weights before = inGit();
    String theirs = theirs();
    repository.commit(DeployRepository.PATH, theirs);

    for (int i = 0; i < 4; i++) {
      Turn turn = step();
      assertThat(turn.kind()).isEqualTo(Turn.Kind.OUTSIDE);
      assertThat(turn.said())
          .contains("is 37 and was to be " + before.service().get(plan.rules().get(0).id()));
    }

    assertThat(entries(Event.OUTSIDE)).hasSize(1);
    assertThat(repository.ours()).hasSize(commits);
    assertThat(repository.text()).isEqualTo(theirs);
    assertThat(world.writes()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p18AStepThatSomebodyRevertsInGitIsNotCommittedAgain(long seed) throws IOException {
    begin(seed);
    String before = repository.text();
    step();
    step();
    assertThat(repository.ours()).hasSize(1);
    repository.commit(DeployRepository.PATH, before);

    for (int i = 0; i < 4; i++) {
      sync();
      fresh();
      Turn turn = step();
      assertThat(turn.kind()).isEqualTo(Turn.Kind.OUTSIDE);
      assertThat(turn.said()).contains("somebody else changed the weights in Git", "is 0 and was");
    }

    assertThat(repository.ours()).hasSize(1);
    assertThat(entries(Event.OUTSIDE)).hasSize(1);
    assertThat(shifter().rollback("enough").kind()).isEqualTo(Turn.Kind.ROLLED_BACK);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p18AnEditInTheClusterIsToldOnceAndLeftToWhoSyncs(long seed) throws IOException {
    begin(seed);
    toAStage();
    int commits = repository.ours().size();
    world.edit(world.live().with(plan.rules().get(0).id(), 37));

    for (int i = 0; i < 4; i++) {
      assertThat(step().said()).contains("is 37 and was to be", "in the cluster, and commit ");
    }
    assertThat(entries(Event.OUTSIDE)).hasSize(1);
    assertThat(world.writes()).isEmpty();
    assertThat(repository.ours()).hasSize(commits);

    sync();
    assertThat(step().kind()).isNotEqualTo(Turn.Kind.OUTSIDE);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p13AllGoesBackInTheClusterWhileGitIsAwayAndTheCommitFollows(long seed) throws IOException {
    begin(seed);
    toAStage();
    Weights before = world.live();
    int commits = repository.ours().size();
    repository.away();

    Turn turn = shifter().rollback("it is asked for");

    assertThat(world.live().areNone()).isTrue();
    assertThat(turn.kind()).isEqualTo(Turn.Kind.UNCOMMITTED);
    assertThat(turn.kind().exitCode()).isEqualTo(8);
    assertThat(turn.said()).contains("Argo CD or Flux puts back what was until it is committed");

    // it does so, and is not fought
    world.edit(before);
    for (int i = 0; i < 4; i++) {
      fresh();
      turn = step();
      assertThat(turn.kind()).isEqualTo(Turn.Kind.UNCOMMITTED);
      assertThat(turn.said()).contains("that is live again", " and was to be 0");
    }
    assertThat(world.writes()).hasSize(1);
    assertThat(entries(Event.DIRECT)).hasSize(2);

    repository.there();
    fresh();
    turn = step();
    assertThat(turn.kind()).isEqualTo(Turn.Kind.ROLLED_BACK);
    sync();
    assertThat(world.live().areNone()).isTrue();
    assertThat(inGit().areNone()).isTrue();
    assertThat(repository.ours()).hasSize(commits + 1);
    assertThat(entries(Event.OUTSIDE)).isEmpty();
    assertRecorded();
    int entries = world.journal().entries().size();
    assertThat(shifter().rollback("once more").kind()).isEqualTo(Turn.Kind.ROLLED_BACK);
    assertThat(world.journal().entries()).hasSize(entries);
    assertThat(repository.ours()).hasSize(commits + 1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p13WhoeverIsKilledWhileGoingBackEndsWhereAllIsTheMonoliths(long seed) throws IOException {
    begin(seed);
    toAStage();
    world.fault(
        random.nextInt(8), World.Fault.values()[random.nextInt(World.Fault.values().length)]);
    try {
      shifter().rollback("it is asked for");
    } catch (World.Killed | UserError gone) {
      fresh();
    }
    world.fault(-1, World.Fault.KILLED_BEFORE);
    Turn turn = shifter().rollback("it is asked for");

    assertThat(turn.kind()).isEqualTo(Turn.Kind.ROLLED_BACK);
    assertThat(world.live().areNone()).isTrue();
    assertThat(inGit().areNone()).isTrue();
    assertRecorded();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p13AStepThatIsCommittedAndNotYetLiveGoesBackToo(long seed) throws IOException {
    begin(seed);
    step();
    step();
    assertThat(inGit()).isEqualTo(plan.weights(0));
    assertThat(world.live().areNone()).isTrue();

    assertThat(shifter().rollback("enough").kind()).isEqualTo(Turn.Kind.ROLLED_BACK);

    assertThat(inGit().areNone()).isTrue();
    sync();
    assertThat(world.live().areNone()).isTrue();
    assertRecorded();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p13ACommitThatWasAboutToComeDoesNotComeAfterTheWayBack(long seed) throws IOException {
    begin(seed);
    step();
    CommittedRouter other =
        new CommittedRouter(
            world.router(),
            route,
            plan,
            plan.git().orElseThrow().repository(),
            Map.of(),
            world.clock(),
            "bob@desk");
    between =
        () ->
            between =
                () ->
                    new Shifter(
                            plan,
                            "plan",
                            other,
                            world.store(),
                            passing(),
                            world.clock(),
                            "bob@desk")
                        .rollback("enough");

    assertThatThrownBy(() -> shifter().step())
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(5));
    other.close();

    assertThat(inGit().areNone()).isTrue();
    assertThat(step().kind()).isEqualTo(Turn.Kind.ROLLED_BACK);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void p16AShiftDoesNotBeginWhereGitSaysOtherWeights(long seed) throws IOException {
    begin(seed);
    repository.commit(DeployRepository.PATH, theirs());

    assertThatThrownBy(() -> shifter().step())
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error.exitCode()).isEqualTo(5);
              assertThat(error.message()).contains("in Git", "is 37 and was to be 0");
            });
    repository.away();
    assertThatThrownBy(() -> shifter().step())
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(8));
    assertThat(world.journal().entries()).isEmpty();
  }
}
