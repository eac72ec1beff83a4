package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.cluster.gate.GateProbe;
import dev.msvc.cluster.gate.Gates;
import dev.msvc.cluster.gate.Look;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Counts;
import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.GateSpec;
import dev.msvc.model.shift.GateSpec.Basis;
import dev.msvc.model.shift.Judgement;
import dev.msvc.model.shift.Judgement.Outcome;
import dev.msvc.model.shift.Limit;
import dev.msvc.model.shift.Metrics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gates before a real Prometheus. */
class PrometheusIT {
  private static final GateSpec SUCCESS =
      new GateSpec.SuccessRate(Basis.named("success"), Limit.atMost(0.01));
  private static final GateSpec COMPARED =
      new GateSpec.SuccessRate(Basis.named("success"), Limit.worseBy(0.01));

  private static final GateSpec REFUSED =
      new GateSpec.ClientErrors(Basis.named("refused"), Limit.worseBy(0.01));
  private static final GateSpec REFUSED_AT_MOST =
      new GateSpec.ClientErrors(Basis.named("refused"), Limit.atMost(0.05));

  @TempDir static Path folder;
  private static RealPrometheus prometheus;

  @BeforeAll
  static void start() throws Exception {
    prometheus = RealPrometheus.start(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    if (prometheus != null) {
      prometheus.close();
    }
  }

  @Test
  void requestsAreCountedExactlyWindowAfterWindowAndNoFailureEverIsNone() throws Exception {
    Instant start = prometheus.show(requests("a-orders", 200, 1000), requests("a-shop", 200, 5000));
    prometheus.show(requests("a-orders", 200, 1301), requests("a-shop", 200, 6000));
    Look first = gates("a").look(SUCCESS, Evidence.from(start));
    prometheus.show(requests("a-orders", 200, 1801), requests("a-shop", 200, 9000));
    Look second = gates("a").look(SUCCESS, first.evidence());

    assertThat(first.evidence().service()).isEqualTo(new Counts(301, 0));
    assertThat(second.evidence().service()).isEqualTo(new Counts(801, 0));
    assertThat(second.evidence().looks()).isEqualTo(2);
    assertThat(second.judgement().outcome()).isEqualTo(Outcome.PASS);
    assertThat(second.judgement().words())
        .isEqualTo("0 of 801 requests failed (0 %), and may be 1 %");
  }

  @Test
  void failuresThatASeriesIsBornWithCountThoughItNeverRises() throws Exception {
    Instant start = prometheus.show(requests("b-orders", 200, 1000));
    prometheus.show(requests("b-orders", 200, 1300), requests("b-orders", 503, 37));
    String increase =
        prometheus.ask(
            "sum(increase(istio_requests_total{destination_service_name=\"b-orders\",response_code=\"503\"}[1m]))");
    Look look = gates("b").look(SUCCESS, Evidence.from(start));

    assertThat(increase).as("what is overlooked otherwise").contains("\"0\"");
    assertThat(look.evidence().service()).isEqualTo(new Counts(337, 37));
    assertThat(look.judgement().outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void bothArmsAreComparedAndTheMonolithsBadDayIsNotTheServices() throws Exception {
    Instant start =
        prometheus.show(
            requests("c-orders", 200, 10),
            requests("c-orders", 500, 10),
            requests("c-shop", 200, 10),
            requests("c-shop", 500, 10));
    prometheus.show(
        requests("c-orders", 200, 910),
        requests("c-orders", 500, 110),
        requests("c-shop", 200, 3610),
        requests("c-shop", 500, 410));
    Look absolute = gates("c").look(SUCCESS, Evidence.from(start));
    Look compared = gates("c").look(COMPARED, Evidence.from(start));

    assertThat(absolute.judgement().outcome()).isEqualTo(Outcome.FAIL);
    assertThat(compared.judgement().outcome()).isEqualTo(Outcome.INSUFFICIENT);
    assertThat(compared.evidence().service()).isEqualTo(new Counts(1000, 100));
    assertThat(compared.evidence().monolith()).isEqualTo(new Counts(4000, 400));
  }

  @Test
  void answersWith4xxAreComparedAndNoSuchSeriesIsNone() throws Exception {
    Instant start =
        prometheus.show(
            requests("k-orders", 200, 10),
            requests("k-shop", 200, 10),
            requests("k-shop", 404, 10),
            requests("l-orders", 200, 10),
            requests("l-shop", 200, 10));
    prometheus.show(
        requests("k-orders", 200, 10),
        requests("k-orders", 401, 200),
        requests("k-orders", 404, 300),
        requests("k-orders", 500, 5),
        requests("k-shop", 200, 1910),
        requests("k-shop", 404, 110),
        requests("l-orders", 200, 510),
        requests("l-shop", 200, 510));
    Look gone = gates("k").look(REFUSED, Evidence.from(start));
    Look bound = gates("k").look(REFUSED_AT_MOST, Evidence.from(start));
    Look never = gates("l").look(REFUSED, Evidence.from(start));

    assertThat(gone.evidence().service()).isEqualTo(new Counts(505, 500));
    assertThat(gone.evidence().monolith()).isEqualTo(new Counts(2000, 100));
    assertThat(said(gone.judgement()))
        .isEqualTo(
            "FAIL: 500 of 505 requests were answered with 4xx (99.01 %), of the monolith's 100 of"
                + " 2,000 (5 %): more than 1 % more than the monolith's");
    assertThat(bound.judgement().outcome()).isEqualTo(Outcome.FAIL);
    assertThat(bound.evidence().monolith()).isEqualTo(Counts.NONE);
    assertThat(said(never.judgement()))
        .isEqualTo(
            "PASS: 0 of 500 requests were answered with 4xx (0 %), of the monolith's 0 of 500 (0"
                + " %), and may be 1 % more than the monolith's");
    assertThat(gates("nobody").look(REFUSED, Evidence.from(start)).judgement().outcome())
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aCounterThatBeginsAgainIsNoNegativeNumberOfRequests() throws Exception {
    Instant start = prometheus.show(requests("d-orders", 200, 100_000));
    prometheus.show(requests("d-orders", 200, 100));
    prometheus.show(requests("d-orders", 200, 400));
    Look look = gates("d").look(SUCCESS, Evidence.from(start));

    // by increase(), so not exactly
    assertThat(look.evidence().service().requests()).isBetween(300L, 900L);
    assertThat(look.evidence().service().bad()).isZero();
  }

  @Test
  void p8NoSeriesNeverPassesAndTheWindowStaysOpen() throws Exception {
    Instant start = prometheus.show(requests("other", 200, 1)).minusSeconds(60);
    Look look = gates("nobody").look(SUCCESS, Evidence.from(start));

    assertThat(look.judgement().outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(look.judgement().words()).isEqualTo("requests to the service: no series");
    assertThat(look.evidence()).isEqualTo(Evidence.from(start));
  }

  @Test
  void p8WhatIsNoNumberNeverPasses() throws Exception {
    prometheus.show(
        "pool_used NaN", "pool_size +Inf", "pool_idle{pool=\"a\"} 1", "pool_idle{pool=\"b\"} 1");

    assertThat(below("pool_used", 1e9)).isEqualTo("UNKNOWN: the value is NaN");
    assertThat(below("-pool_size", 1e9)).isEqualTo("UNKNOWN: the value is -Infinity");
    assertThat(below("pool_nothing", 1e9)).isEqualTo("UNKNOWN: no series");
    assertThat(below("pool_idle > 5", 1e9)).isEqualTo("UNKNOWN: no series");
    assertThat(below("pool_idle", 1e9))
        .isEqualTo(
            "UNKNOWN: 2 values where one is asked for: they differ in pool; sum or max them, or"
                + " name one");
    assertThat(below("pool_idle[1m]", 1e9))
        .isEqualTo("UNKNOWN: the query gives no numbers of one moment, and must");
    assertThat(below("\"text\"", 1e9))
        .isEqualTo("UNKNOWN: the query gives no numbers of one moment, and must");
    assertThat(below("sum(pool_idle", 1e9))
        .startsWith("UNKNOWN: it answers HTTP 400: invalid parameter \"query\"");
    assertThat(below("sum(pool_idle)", 2)).isEqualTo("FAIL: 2, and must be below 2");
    assertThat(below("max_over_time(sum(pool_idle)[$window:200ms])", 3))
        .isEqualTo("PASS: 2, and must be below 3");
  }

  @Test
  void p8NumbersThatAreOldNeverPass() throws Exception {
    long old = System.currentTimeMillis() - 200_000;
    prometheus.show(requests("j-orders", 200, 5000) + " " + old);
    Look look = gates("j").look(SUCCESS, Evidence.from(Instant.now().minusSeconds(250)));

    assertThat(look.judgement().outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(look.judgement().words())
        .matches("the last numbers of the service are 20[0-9] s old");
  }

  @Test
  void aFigureIsComparedWithTheMonoliths() throws Exception {
    prometheus.show("orders_placed 8", "shop_placed 10", "shop_none 0");

    assertThat(ratio("orders_placed", "shop_placed"))
        .isEqualTo("FAIL: 8, 0.8 times the monolith's 10, and must be at least 0.9");
    assertThat(ratio("orders_placed + 1", "shop_placed"))
        .isEqualTo("PASS: 9, 0.9 times the monolith's 10, and must be at least 0.9");
    assertThat(ratio("orders_placed", "shop_none"))
        .isEqualTo("UNKNOWN: the monolith's is 0: nothing can be compared with it");
    assertThat(ratio("orders_gone", "shop_placed")).isEqualTo("UNKNOWN: of the service: no series");
    assertThat(ratio("orders_placed", "shop_gone"))
        .isEqualTo("UNKNOWN: of the monolith: no series");
  }

  @Test
  void theShareBelowATimeIsThatOfTheBuckets() throws Exception {
    Instant start = prometheus.show(times("e-orders", 0, 0, 0, 0));
    prometheus.show(times("e-orders", 700, 980, 995, 1000));
    Gates gates = gates("e");

    Look good = gates.look(latency(0.95, 250), Evidence.from(start));
    Look bad = gates.look(latency(0.99, 100), Evidence.from(start));
    Look between = gates.look(latency(0.95, 300), Evidence.from(start));

    assertThat(good.evidence().service()).isEqualTo(new Counts(1000, 20));
    assertThat(good.judgement().outcome()).isEqualTo(Outcome.PASS);
    assertThat(bad.evidence().service()).isEqualTo(new Counts(1000, 300));
    assertThat(bad.judgement().outcome()).isEqualTo(Outcome.FAIL);
    assertThat(between.judgement().outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(between.judgement().words())
        .isEqualTo("the histogram has no bound at 300 ms: there are 100 ms, 250 ms, 500 ms");
  }

  @Test
  void aTimeIsComparedWithTheMonolithsByTheBoundsOnBothSides() throws Exception {
    Instant start = prometheus.show(times("f-shop", 0, 0, 0, 0), times("f-orders", 0, 0, 0, 0));
    prometheus.show(times("f-shop", 960, 990, 1000, 1000), times("f-orders", 10, 10, 10, 10));
    GateSpec twice =
        new GateSpec.Latency(
            Basis.named("latency"), 0.95, Optional.empty(), OptionalDouble.of(2), 0.05);
    Look settled = gates("f").look(twice, Evidence.from(start));
    prometheus.show(
        times("f-shop", 1920, 1990, 2000, 2000), times("f-orders", 110, 990, 1010, 1010));
    Look between = gates("f").look(twice, settled.evidence());
    prometheus.show(
        times("f-shop", 2880, 2990, 3000, 3000), times("f-orders", 110, 1000, 2010, 2010));
    Look slow = gates("f").look(twice, between.evidence());

    assertThat(settled.judgement().words())
        .isEqualTo(
            "95 % of the monolith's requests take 100 ms at most: what comes now is compared with"
                + " it");
    // twice 100 ms is between the bounds 100 and 250: too slow for 2 %, perhaps for 90 %
    assertThat(between.evidence().service()).isEqualTo(new Counts(1000, 20));
    assertThat(between.evidence().strict()).isEqualTo(new Counts(1000, 900));
    assertThat(between.judgement().outcome()).isEqualTo(Outcome.INSUFFICIENT);
    assertThat(slow.judgement().outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void p10WhatReturnsNothingIsSaidWhenPlanning() throws Exception {
    prometheus.show(requests("g-shop", 200, 1), times("g-orders", 1, 1, 1, 1));
    GateSpec typo = new GateSpec.Saturation(Basis.named("pool"), "hikaricp_conections_active", 10);

    assertThat(probe("g", SUCCESS, latency(0.95, 250), latency(0.95, 300), typo))
        .containsExactly(
            "success: THERE: ",
            "latency: THERE: ",
            "latency: NOTHING: istio_request_duration_milliseconds_bucket has no bound at 300 ms:"
                + " there are 100 ms, 250 ms, 500 ms",
            "pool: NOTHING: hikaricp_conections_active: no series");
    assertThat(probe("h", SUCCESS))
        .containsExactly(
            "success: NOT_YET: Prometheus has no istio_requests_total of the service, with"
                + " destination_service_name=h-orders; there are g-orders, g-shop");
    assertThat(probe("h", REFUSED_AT_MOST).get(0)).startsWith("refused: NOT_YET: ");
    assertThat(probe("h", REFUSED).get(0))
        .startsWith("refused: NOTHING: ")
        .contains("of the monolith");
    assertThat(probe("h", COMPARED))
        .containsExactly(
            "success: NOTHING: Prometheus has no istio_requests_total of the monolith, with"
                + " destination_service_name=h-shop; there are g-orders, g-shop");
  }

  @Test
  void p8WhatCannotBeReachedNeverPasses() throws Exception {
    try (RealPrometheus other =
        RealPrometheus.start(Files.createDirectory(folder.resolve("other")))) {
      Instant start = other.show(requests("i-orders", 200, 1));
      other.kill();
      Gates gates = new Gates(Optional.of(metrics(other, "i")), Map.of(), List::of);

      assertThat(said(gates.look(SUCCESS, Evidence.from(start)).judgement()))
          .isEqualTo("UNKNOWN: Prometheus: nothing listens there");
      assertThat(new GateProbe(metrics(other, "i"), Map.of()).look(List.of(SUCCESS)))
          .extracting(GateProbe.Found::state)
          .containsExactly(GateProbe.State.UNREACHABLE);
    }
  }

  private static String below(String query, double bound) {
    GateSpec gate = new GateSpec.Saturation(Basis.named("pool"), query, bound);
    return said(gates("none").look(gate, Evidence.from(Instant.now())).judgement());
  }

  private static String ratio(String service, String monolith) {
    GateSpec gate =
        new GateSpec.Query(
            Basis.named("placed"),
            service,
            Optional.of(monolith),
            new GateSpec.Bounds(OptionalDouble.of(0.9), OptionalDouble.empty()));
    return said(gates("none").look(gate, Evidence.from(Instant.now())).judgement());
  }

  private static String said(Judgement judgement) {
    return judgement.outcome() + ": " + judgement.words();
  }

  private static List<String> probe(String system, GateSpec... gates) {
    return new GateProbe(metrics(prometheus, system), Map.of())
        .look(List.of(gates)).stream()
            .map(each -> "%s: %s: %s".formatted(each.gate(), each.state(), each.words()))
            .toList();
  }

  private static GateSpec latency(double quantile, long millis) {
    return GateSpec.Latency.below(Basis.named("latency"), quantile, Duration.ofMillis(millis));
  }

  private static Gates gates(String system) {
    return new Gates(Optional.of(metrics(prometheus, system)), Map.of(), List::of);
  }

  private static Metrics metrics(RealPrometheus prometheus, String system) {
    return new Metrics(
        prometheus.url(),
        Metrics.Source.ISTIO,
        Map.of(Arm.SERVICE, label(system + "-orders"), Arm.MONOLITH, label(system + "-shop")),
        new Metrics.Credentials.None());
  }

  private static SortedMap<String, String> label(String service) {
    return new TreeMap<>(Map.of("destination_service_name", service));
  }

  private static String requests(String service, int status, int count) {
    return "istio_requests_total{reporter=\"source\",destination_service_name=\"%s\",response_code=\"%d\"} %d"
        .formatted(service, status, count);
  }

  /** A histogram: how many took 100, 250, 500 ms at most, and any time. */
  private static String times(String service, int... within) {
    String name = "istio_request_duration_milliseconds";
    String labels = "reporter=\"source\",destination_service_name=\"%s\"".formatted(service);
    return """
    istio_requests_total{%2$s,response_code="200"} %6$d
    %1$s_bucket{%2$s,le="100"} %3$d
    %1$s_bucket{%2$s,le="250"} %4$d
    %1$s_bucket{%2$s,le="500"} %5$d
    %1$s_bucket{%2$s,le="+Inf"} %6$d
    %1$s_count{%2$s} %6$d\
    """
        .formatted(name, labels, within[0], within[1], within[2], within[3]);
  }
}
