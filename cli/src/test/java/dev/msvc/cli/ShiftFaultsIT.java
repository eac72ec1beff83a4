package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.msvc.cluster.api.ApiFailure;
import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.cluster.api.Target;
import dev.msvc.cluster.lease.Holder;
import dev.msvc.cluster.lease.LeaseLock;
import dev.msvc.cluster.lease.Leased;
import dev.msvc.cluster.state.ClusterShiftStore;
import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.Theft;
import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.ObjectKey;
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
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random routes and random operators on a real API server, with a fault at a random request: 50 of
 * each, or as many as {@code -Dmsvc.plans=N} says. Time is the test's own.
 */
@ExtendWith(TestCluster.class)
class ShiftFaultsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PLANS = Integer.getInteger("msvc.plans", 50);
  private static final int BATCH = 50;
  private static final List<ApiProxy.Action> FAULTS =
      List.of(
          ApiProxy.Action.CUT,
          ApiProxy.Action.REFUSE,
          ApiProxy.Action.cutAfter(20),
          ApiProxy.Action.answer(403),
          ApiProxy.Action.answer(409),
          ApiProxy.Action.answer(500));

  /** Most of the time of each goes by in waiting before a request is tried again. */
  private static final int LINES = 4;

  @TempDir private Path folder;
  private TestNamespace namespace;
  private ApiServer direct;
  private Kinds kinds;

  /** What is done for some seeds, one after another, through a proxy of its own. */
  private interface Line {
    void run(ApiProxy proxy, String config, List<Integer> seeds) throws Exception;
  }

  @BeforeEach
  void connect(TestNamespace namespace) {
    this.namespace = namespace;
    direct = ApiServer.at(new Target(namespace.cluster().kubeconfig(), "", Map.of()));
    kinds = new Kinds(direct);
  }

  @AfterEach
  void close() {
    direct.close();
  }

  private void inLines(Line line) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(LINES);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < LINES; i++) {
        int first = i;
        all.add(
            threads.submit(
                () -> {
                  try (ApiProxy proxy = ApiProxy.before(namespace.cluster().address())) {
                    Path config =
                        proxy.kubeconfig(folder.resolve("config-" + first), namespace.name());
                    line.run(
                        proxy,
                        config.toString(),
                        IntStream.range(0, PLANS)
                            .filter(each -> each % LINES == first)
                            .boxed()
                            .toList());
                  }
                  return null;
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** One of the next requests fails. */
  private static void faultAt(ApiProxy proxy, Random random, int most) throws InterruptedException {
    int at = 1 + random.nextInt(most);
    ApiProxy.Action fault = FAULTS.get(random.nextInt(FAULTS.size()));
    proxy.forget();
    proxy.rule(call -> call.number() == at ? fault : ApiProxy.Action.FORWARD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway-api", "istio"})
  void p2EverythingElseStaysByteForByteWithAFaultAtAnyRequest(String kind) throws Exception {
    AtomicInteger held = new AtomicInteger();
    AtomicInteger written = new AtomicInteger();
    try (RoutedShop shop = RoutedShop.of(kind, namespace)) {
      for (int from = 0; from < PLANS; from += BATCH) {
        StringBuilder all = new StringBuilder();
        for (int seed = from; seed < Math.min(PLANS, from + BATCH); seed++) {
          all.append(shop.random("r" + seed, new Random(seed)));
        }
        shop.theirs(all.toString());
      }
    }
    inLines(
        (proxy, config, seeds) -> {
          try (RoutedShop shop = RoutedShop.at(kind, namespace, config)) {
            for (int seed : seeds) {
              written.addAndGet(movedThroughFaults(proxy, shop, "r" + seed, new Random(seed)));
              held.incrementAndGet();
            }
          }
        });
    Figures.tell("p2 of " + kind, held.get(), PLANS);
    // a fault may keep one or another from being written, but not all
    assertThat(written.get()).isGreaterThan(PLANS);
  }

  /** How often weights were written. */
  private int movedThroughFaults(ApiProxy proxy, RoutedShop shop, String name, Random random)
      throws Exception {
    String before = masked(shop, name);
    int written = 0;
    for (int weight : new int[] {1 + random.nextInt(99), 100, 0}) {
      proxy.rule(call -> ApiProxy.Action.FORWARD);
      Router router = shop.router(name);
      Weights weights = router.look().weights().with("orders", weight);
      faultAt(proxy, random, 8);
      try {
        router.write(router.look(), weights);
        written++;
      } catch (UserError | ApiFailure died) {
        // it may have been written, or not; another run goes on from what is live
      }
      assertThat(masked(shop, name)).as("%s at %d %%", name, weight).isEqualTo(before);
    }
    return written;
  }

  /**
   * All of the route but what the server counts: weights of both arms of owned rules are not looked
   * at one by one, but have to be 100 together (P1).
   */
  private String masked(RoutedShop shop, String name) throws Exception {
    ObjectKey key =
        new ObjectKey(
            shop.isGateway() ? "gateway.networking.k8s.io" : "networking.istio.io",
            shop.isGateway() ? "HTTPRoute" : "VirtualService",
            namespace.name(),
            name);
    String version = shop.isGateway() ? "gateway.networking.k8s.io/v1" : "networking.istio.io/v1";
    KubeObject live = direct.get(kinds.of(version, key.kind()), key);
    var spec = JSON.valueToTree(live.map("spec"));
    var content = JSON.createObjectNode().<ObjectNode>set("spec", spec);
    for (var rule : shop.rules(content)) {
      if (RoutedShop.OWNED.contains(rule.path("name").asText())) {
        int sum = 0;
        for (var each : shop.backends(rule)) {
          sum += each.path("weight").asInt();
          if (!each.toString().contains("third-")) {
            ((ObjectNode) each).put("weight", -1);
          }
        }
        assertThat(sum).as("P1").isEqualTo(100);
      }
    }
    return content.toString()
        + new TreeMap<>(live.map("metadata", "labels"))
        + new TreeMap<>(
            live.without("metadata", "annotations", "msvc.dev/shift-fence")
                .map("metadata", "annotations"));
  }

  /** A clock that stands until it is moved. */
  private static final class Standing extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static ShiftPlan plan(String name) {
    return ShiftDocument.read(
        name,
        "strangle/%s.yaml".formatted(name),
        """
        router: local
        monolith: http://shop
        service: http://orders
        routes: [{prefix: /orders, methods: [GET]}]
        stages: [{weight: 100, soak: 1m}]
        ungated: a test
        """);
  }

  @Test
  void p14OneAtATimeMovesAShiftAndEachStealIsInTheAuditWithAFaultAtAnyRequest() throws Exception {
    AtomicInteger held = new AtomicInteger();
    AtomicInteger stolen = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    inLines(
        (proxy, config, seeds) -> {
          try (ApiServer api = ApiServer.at(new Target(config, "", Map.of()))) {
            for (int seed : seeds) {
              Operators operators = new Operators(proxy, api, "s" + seed, new Random(seed));
              operators.run();
              stolen.addAndGet(operators.stolen.size());
              refused.addAndGet(operators.refused);
              held.incrementAndGet();
            }
          }
        });
    Figures.tell("p14", held.get(), PLANS);
    assertThat(stolen.get()).isGreaterThan(PLANS / 2);
    assertThat(refused.get()).isGreaterThan(PLANS / 2);
  }

  /** Some who move one shift, in turns that chance says. */
  private final class Operators {
    private final ApiProxy proxy;
    private final ApiServer api;
    private final Kinds throughProxy;
    private final String shift;
    private final ShiftPlan plan;
    private final Random random;
    private final Standing clock = new Standing();
    private final List<LeaseLock> locks = new ArrayList<>();
    private final Set<String> stolen = new HashSet<>();
    private int refused;

    Operators(ApiProxy proxy, ApiServer api, String shift, Random random) {
      this.proxy = proxy;
      this.api = api;
      this.throughProxy = new Kinds(api);
      this.shift = shift;
      this.plan = plan(shift);
      this.random = random;
    }

    void run() throws InterruptedException {
      proxy.rule(call -> ApiProxy.Action.FORWARD);
      Journal none = store().read();
      store().append(none, started(), Progress.fresh(clock.now, "began", Map.of()));
      for (int turn = 0; turn < 10; turn++) {
        switch (random.nextInt(4)) {
          case 0 -> givenBack();
          case 1 -> killed();
          default -> taken(turn);
        }
        assertThat(locks.stream().filter(Operators::holds)).as("turn %d", turn).hasSizeLessThan(2);
        clock.now = clock.now.plusSeconds(random.nextInt(40));
      }
      proxy.rule(call -> ApiProxy.Action.FORWARD);
      locks.forEach(LeaseLock::close);
      clock.now = clock.now.plusSeconds(60);
      taken(99);
      locks.forEach(LeaseLock::close);
      Journal journal = store().read();
      assertThat(journal.broken()).isEmpty();
      assertThat(store().broken(journal)).isEmpty();
      String told =
          journal.entries().stream()
              .filter(each -> each.event() == Event.STOLEN)
              .map(Entry::reason)
              .collect(Collectors.joining("\n"));
      assertThat(stolen).as(told).allSatisfy(each -> assertThat(told).contains(each));
    }

    private static boolean holds(LeaseLock lock) {
      try {
        lock.check();
        return true;
      } catch (UserError over) {
        return false;
      }
    }

    private void taken(int turn) throws InterruptedException {
      String before = holder();
      boolean free = LeaseLock.holder(direct, kinds, leased(), clock).isEmpty();
      Holder me = new Holder("ops%d@desk".formatted(random.nextInt(3)), turn, "here", pid -> true);
      if (turn < 99) {
        faultAt(proxy, random, 10);
      }
      try {
        LeaseLock lock = LeaseLock.take(api, throughProxy, leased(), me, clock);
        assertThat(free).as("%s took it from %s", me, before).isTrue();
        locks.add(lock);
        if (!lock.takenFrom().isEmpty()) {
          Theft.record(store(), plan, lock.takenFrom(), me.who(), clock.now);
          lock.told();
        }
      } catch (UserError | ApiFailure failed) {
        if (failed instanceof UserError error && error.message().contains("being changed by")) {
          assertThat(error.exitCode()).isEqualTo(5);
          assertThat(error.message()).contains(before).contains("last seen ");
          refused++;
        }
        // whoever took it, and could not write down from whom, dies
        if (!locks.isEmpty() && holder().equals(me.toString())) {
          killed();
        }
      }
      if (!before.isEmpty() && holder().equals(me.toString())) {
        stolen.add(before);
      }
    }

    private void givenBack() throws InterruptedException {
      if (!locks.isEmpty()) {
        faultAt(proxy, random, 3);
        locks.remove(locks.size() - 1).close();
      }
    }

    /** Without a word: nothing of it reaches the server any more. */
    private void killed() {
      if (!locks.isEmpty()) {
        proxy.rule(call -> ApiProxy.Action.answer(403));
        locks.remove(locks.size() - 1).close();
        proxy.rule(call -> ApiProxy.Action.FORWARD);
      }
    }

    private String holder() {
      KubeObject lease = direct.get(kinds.built("coordination.k8s.io/v1", "Lease"), leased().key());
      return lease == null ? "" : lease.text("spec", "holderIdentity");
    }

    private Leased leased() {
      return ClusterShiftStore.leased(namespace.name(), shift);
    }

    private ClusterShiftStore store() {
      return new ClusterShiftStore(api, throughProxy, namespace.name(), shift);
    }

    private Entry started() {
      Weights nothing = plan.weights(-1);
      return new Entry(
          1,
          clock.now,
          "ada@desk",
          Event.STARTED,
          "digest",
          -1,
          nothing,
          nothing,
          "began",
          new TreeMap<>(),
          "");
    }
  }
}
