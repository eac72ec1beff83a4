package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.cluster.api.Target;
import dev.msvc.cluster.lease.Holder;
import dev.msvc.cluster.lease.LeaseLock;
import dev.msvc.cluster.state.ClusterShiftStore;
import dev.msvc.cluster.traffic.JournalMoved;
import dev.msvc.cluster.traffic.Theft;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.Progress;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Weights;
import dev.msvc.model.yaml.ShiftDocument;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The journal of a shift and its lock, in a real cluster. */
@ExtendWith(TestCluster.class)
class ShiftStoreIT {
  private static final ShiftPlan PLAN =
      ShiftDocument.read(
          "orders",
          "strangle/orders.yaml",
          """
          router: local
          monolith: http://shop
          service: http://orders
          routes:
          - {prefix: /orders, methods: [GET]}
          stages:
          - {weight: 100, soak: 1m}
          ungated: a test
          """);

  @TempDir private Path folder;
  private TestNamespace namespace;
  private ApiProxy proxy;
  private ApiServer api;
  private Kinds kinds;

  @BeforeEach
  void connect(TestNamespace namespace) throws Exception {
    this.namespace = namespace;
    proxy = ApiProxy.before(namespace.cluster().address());
    Path config = proxy.kubeconfig(folder.resolve("config"), namespace.name());
    api = ApiServer.at(new Target(config.toString(), "", System.getenv()));
    kinds = new Kinds(api);
  }

  @AfterEach
  void close() throws Exception {
    api.close();
    proxy.close();
  }

  private ClusterShiftStore store() {
    return new ClusterShiftStore(api, kinds, namespace.name(), "orders");
  }

  private static Entry entry(Journal journal, String reason) {
    Weights none = PLAN.weights(-1);
    return new Entry(
        journal.entries().size() + 1,
        Instant.EPOCH,
        "ada@desk",
        journal.entries().isEmpty() ? Event.STARTED : Event.PASSED,
        "digest",
        -1,
        none,
        none,
        reason,
        new TreeMap<>(),
        journal.head());
  }

  private static Progress seen(int second) {
    return Progress.fresh(Instant.EPOCH.plusSeconds(second), "looked", Map.of());
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Journal first = store().append(store().read(), entry(store().read(), "one"), seen(1));
    Journal second = store().append(first, entry(first, "two"), seen(2));
    Journal third = store().note(second, seen(3));

    Journal read = store().read();
    assertThat(read).isEqualTo(third);
    assertThat(read.entries()).extracting(Entry::reason).containsExactly("one", "two");
    assertThat(read.progress().seen()).isEqualTo(Instant.EPOCH.plusSeconds(3));
    assertThat(read.broken()).isEmpty();
    assertThat(store().broken(read)).isEmpty();
  }

  @Test
  void whoReadAnOlderOneWritesNothing() {
    Journal none = store().read();
    Journal first = store().append(none, entry(none, "one"), seen(1));
    store().note(first, seen(2));

    assertThatThrownBy(() -> store().append(first, entry(first, "late"), seen(3)))
        .isInstanceOf(JournalMoved.class);
    assertThatThrownBy(() -> store().append(none, entry(none, "later still"), seen(4)))
        .isInstanceOf(JournalMoved.class);
    assertThat(store().read().entries()).extracting(Entry::reason).containsExactly("one");
  }

  @Test
  void anAnswerThatIsLostOnTheWayIsNoFailure() {
    Journal none = store().read();
    Journal first = store().append(none, entry(none, "one"), seen(1));
    AtomicInteger lost = new AtomicInteger();
    proxy.rule(
        call ->
            call.method().equals("PUT")
                    && call.path().contains("configmaps")
                    && lost.getAndIncrement() < 1
                ? ApiProxy.Action.CUT
                : ApiProxy.Action.FORWARD);

    Journal second = store().append(first, entry(first, "two"), seen(2));
    assertThat(lost.get()).isPositive();
    assertThat(second.entries()).hasSize(2);
    assertThat(store().read().entries()).hasSize(2);
  }

  @Test
  void aLongJournalIsKeptInPartsThatAConfigMapCanHold() throws Exception {
    ClusterShiftStore small = new ClusterShiftStore(api, kinds, namespace.name(), "orders", 12_000);
    Journal journal = small.read();
    for (int i = 1; i <= 90; i++) {
      journal = small.append(journal, entry(journal, "entry " + i), seen(i));
    }

    Journal read = small.read();
    assertThat(read.entries()).isEqualTo(journal.entries()).hasSize(90);
    assertThat(read.broken()).isEmpty();
    assertThat(small.broken(read)).isEmpty();
    String sizes =
        namespace.out(
            "get",
            "configmaps",
            "-l",
            ClusterShiftStore.LABEL + "=orders",
            "-o",
            "go-template={{range .items}}{{.metadata.name}} {{.immutable}} {{len (index .data"
                + " \"journal.json\")}}\n"
                + "{{end}}");
    assertThat(sizes.strip().split("\n")).hasSizeGreaterThan(3);
    assertThat(sizes).contains("msvc-shift-orders-1 true");
    for (String each : sizes.strip().split("\n")) {
      assertThat(Integer.parseInt(each.replaceAll(".* ", ""))).as(each).isLessThan(13_000);
    }
  }

  @Test
  void whoDiesBetweenAPartAndTheCutLeavesNothingTwice() {
    ClusterShiftStore small = new ClusterShiftStore(api, kinds, namespace.name(), "orders", 12_000);
    Journal journal = small.read();
    journal = small.append(journal, entry(journal, "entry 1"), seen(1));
    AtomicBoolean parted = new AtomicBoolean();
    proxy.rule(
        call -> {
          parted.compareAndSet(
              false, call.method().equals("POST") && call.path().contains("configmaps"));
          return parted.get() && call.method().equals("PUT") && call.path().contains("configmaps")
              ? ApiProxy.Action.answer(403)
              : ApiProxy.Action.FORWARD;
        });
    int died = 0;
    for (int i = 2; i <= 60; i++) {
      Journal base = small.read();
      try {
        journal = small.append(base, entry(base, "entry " + i), seen(i));
      } catch (UserError dead) {
        died++;
        proxy.rule(call -> ApiProxy.Action.FORWARD);
        i--;
      }
    }

    assertThat(died).isEqualTo(1);
    assertThat(small.read().entries()).isEqualTo(journal.entries()).hasSize(60);
    assertThat(small.read().broken()).isEmpty();
  }

  @Test
  void aJournalThatSomebodyCutShortShows() throws Exception {
    Journal none = store().read();
    Journal first = store().append(none, entry(none, "one"), seen(1));
    String before = namespace.out("get", "configmap", "msvc-shift-orders", "-o", "yaml");
    store().append(first, entry(first, "two"), seen(2));
    namespace.apply(before.replaceAll("(?m)^  (resourceVersion|uid|creationTimestamp):.*\n", ""));

    Journal cut = store().read();
    assertThat(cut.entries()).hasSize(1);
    assertThat(cut.broken()).isEmpty();
    assertThat(store().broken(cut)).singleElement().asString().contains("cut it short");
  }

  @Test
  void p14ASecondOperatorIsToldWhoMovesAShiftAndSinceWhen() {
    Clock still = Clock.fixed(Instant.now(), ZoneOffset.UTC);
    try (LeaseLock held = lock(new Holder("ada@desk", 1, "here", pid -> true), still)) {
      assertThatThrownBy(() -> lock(new Holder("bob@lap", 2, "there", pid -> true), still))
          .isInstanceOfSatisfying(
              UserError.class,
              refused -> {
                assertThat(refused.exitCode()).isEqualTo(5);
                assertThat(refused.message())
                    .contains("shift orders is being changed by ada@desk")
                    .contains("last seen 0 s ago");
              });
      assertThat(held.takenFrom()).isEmpty();
    }
    try (LeaseLock after =
        lock(new Holder("bob@lap", 2, "there", pid -> true), Clock.systemUTC())) {
      assertThat(after.takenFrom()).isEmpty();
    }
  }

  @Test
  void p14ADeadHoldersLeaseEndsAndTakingItIsInTheAudit() throws Exception {
    Journal none = store().read();
    store().append(none, entry(none, "one"), seen(1));
    Instant before = Instant.now().minusSeconds(31).truncatedTo(ChronoUnit.MICROS);
    namespace.apply(
        """
        apiVersion: coordination.k8s.io/v1
        kind: Lease
        metadata: {name: msvc-shift-orders}
        spec:
          holderIdentity: eve@gone (process 7 of elsewhere)
          leaseDurationSeconds: 30
          renewTime: "%s"
        """
            .formatted(before.toString().replaceAll("\\.?\\d*Z$", ".000001Z")));

    try (LeaseLock taken =
        lock(new Holder("bob@lap", 2, "there", pid -> true), Clock.systemUTC())) {
      assertThat(taken.takenFrom()).startsWith("eve@gone");
      Theft.record(store(), PLAN, taken.takenFrom(), "bob@lap", Instant.EPOCH);
    }
    Entry last = store().read().entries().get(1);
    assertThat(last.event()).isEqualTo(Event.STOLEN);
    assertThat(last.reason()).contains("eve@gone");
    assertThat(store().read().broken()).isEmpty();
    assertThat(store().broken(store().read())).isEmpty();
  }

  private LeaseLock lock(Holder holder, Clock clock) {
    return LeaseLock.take(
        api, kinds, ClusterShiftStore.leased(namespace.name(), "orders"), holder, clock);
  }
}
