package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.cluster.gate.GateJudge;
import dev.msvc.cluster.traffic.Judged;
import dev.msvc.cluster.traffic.Verdict;
import dev.msvc.cluster.traffic.Window;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Weights;
import dev.msvc.model.yaml.ShiftDocument;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The share of a router that does not count, by a real Prometheus. */
class ShareByMetricsIT {
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

  private static ShiftPlan plan(String system, boolean canary) {
    return ShiftDocument.read(
        "orders",
        "strangle/orders.yaml",
        """
        router: {istio: {virtual-service: shop}}
        monolith: http://shop:8080
        service: http://orders:8080
        routes:
        - {prefix: /orders, methods: [GET]}
        %s
        stages:
        - {weight: 20, soak: 1s}
        metrics:
          url: %s
          source: istio
          service: {destination_service_name: %s-orders}
          monolith: {destination_service_name: %s-shop}
        ungated: this is about shares
        """
            .formatted(
                canary ? "canary: {header: X-Canary, value: orders}" : "",
                prometheus.url(),
                system,
                system));
  }

  private static String requests(String service, long count) {
    return "istio_requests_total{reporter=\"source\",destination_service_name=\"%s\",response_code=\"200\"} %d"
        .formatted(service, count);
  }

  private static Judged share(ShiftPlan plan, Weights weights, Instant changed) {
    return new GateJudge(plan, Map.of())
        .share(new Window(weights, changed, Instant.now(), Map.of()));
  }

  /** What was asked before the weights changed, and then in a while in which they held. */
  private static Judged measured(
      String system, int weight, long before, long service, long monolith) throws Exception {
    ShiftPlan plan = plan(system, false);
    String[] old = {requests(system + "-orders", 0), requests(system + "-shop", before)};
    prometheus.show(requests(system + "-orders", 0), requests(system + "-shop", 0));
    prometheus.show(old);
    Instant changed = Instant.now();
    prometheus.show(old);
    prometheus.show(old);
    prometheus.show(
        requests(system + "-orders", service), requests(system + "-shop", before + monolith));
    return share(plan, plan.weights(-1).with("orders", weight), changed);
  }

  @Test
  void theDeclaredShareIsMeasuredAndWhatWasAskedBeforeDoesNotCount() throws Exception {
    Judged share = measured("a", 20, 100_000, 205, 795);

    assertThat(share.verdict()).as(share.why()).isEqualTo(Verdict.PASS);
    assertThat(share.numbers()).containsEntry("share", "205 of 1000");
  }

  @Test
  void anotherShareThanTheDeclaredOneFails() throws Exception {
    Judged share = measured("b", 20, 0, 20, 980);

    assertThat(share.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(share.why()).contains("20 % is declared", "20 of 1,000 requests");
  }

  @Test
  void oneRequestToTheMonolithRefutesAHundredPercent() throws Exception {
    assertThat(measured("c", 100, 500, 60, 1).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void tooFewRequestsSayNothing() throws Exception {
    Judged share = measured("d", 20, 5_000, 9, 40);

    assertThat(share.verdict()).isEqualTo(Verdict.INSUFFICIENT);
    assertThat(share.why()).contains("49 requests, and 100 are needed");
  }

  @Test
  void withoutSeriesItIsUnknownAndNeverAPass() throws Exception {
    prometheus.show(requests("e-shop", 1000));
    ShiftPlan plan = plan("e", false);

    Judged share = share(plan, plan.weights(0), Instant.now().minusSeconds(60));

    assertThat(share.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(share.why()).contains("requests to the service: no series");
  }

  @Test
  void rightAfterAChangeItIsTooEarlyToSay() throws Exception {
    prometheus.show(requests("f-orders", 1000), requests("f-shop", 1000));
    ShiftPlan plan = plan("f", false);

    assertThat(share(plan, plan.weights(0), Instant.now()).verdict())
        .isEqualTo(Verdict.INSUFFICIENT);
  }

  @Test
  void whereRulesHaveSeveralWeightsTheShareLiesBetweenThem() throws Exception {
    ShiftPlan plan = plan("g", true);
    Weights half = plan.weights(-1).with("orders", 20).with("orders-canary", 60);
    prometheus.show(requests("g-orders", 0), requests("g-shop", 0));
    Instant changed = Instant.now();
    prometheus.show(requests("g-orders", 0), requests("g-shop", 0));
    prometheus.show(requests("g-orders", 0), requests("g-shop", 0));
    prometheus.show(requests("g-orders", 400), requests("g-shop", 600));
    Judged between = share(plan, half, changed);
    prometheus.show(requests("g-orders", 900), requests("g-shop", 600));
    prometheus.show(requests("g-orders", 4_000), requests("g-shop", 600));
    Judged above = share(plan, half, changed);

    assertThat(between.verdict()).as(between.why()).isEqualTo(Verdict.PASS);
    assertThat(between.why()).contains("from 20 to 60 %", "400 of 1,000");
    assertThat(above.verdict()).as(above.why()).isEqualTo(Verdict.FAIL);
  }
}
