package dev.msvc.cluster.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.shift.Metrics;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries as Prometheus gets them. */
class ReadyQueriesTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void aCounterIsTakenAtBothEndsOfTheWindow() {
    String x = "http_server_requests_seconds_count{job=\"orders\"}";

    assertThat(
            new ReadyQueries(Metrics.Source.MICROMETER, Map.of("job", "orders")).requests(MINUTE))
        .isEqualTo(
            "sum (X - X offset 60000ms and resets(X[360000ms]) == 0 or X unless X offset 60000ms or increase(X[60000ms]))"
                .replace("X", x));
  }

  @Test
  void failuresThatNeverWereAreNoneAsLongAsThereAreRequests() {
    String failures =
        new ReadyQueries(Metrics.Source.ISTIO, Map.of("destination_service_name", "orders"))
            .failures(MINUTE);

    assertThat(failures)
        .startsWith("(sum (istio_requests_total{reporter=\"source\",response_code=~\"5..|0\",")
        .contains(" or 0 * sum (istio_requests_total{reporter=\"source\",destination_");
  }

  @Test
  void whatHaproxyAnswersItselfIsAFailureOfTheServer() {
    ReadyQueries haproxy =
        new ReadyQueries(Metrics.Source.HAPROXY, Map.of("proxy", "shop", "server", "orders"));

    assertThat(haproxy.failures(MINUTE))
        .contains("haproxy_server_http_responses_total{code=\"5xx\",")
        .contains("haproxy_server_connection_errors_total{proxy=\"shop\",server=\"orders\"}")
        .contains("haproxy_server_response_errors_total{proxy=\"shop\",server=\"orders\"}");
    assertThat(haproxy.hasTimes()).isFalse();
  }

  @Test
  void labelsAreQuotedAndMayBeExpressions() {
    ReadyQueries queries =
        new ReadyQueries(
            Metrics.Source.ENVOY,
            Map.of("envoy_cluster_name", "~outbound[|].*\"orders\"", "b", "c\\"));

    assertThat(queries.youngest())
        .isEqualTo(
            "max(timestamp(envoy_cluster_upstream_rq_xx{b=\"c\\\\\",envoy_cluster_name=~\"outbound[|].*\\\"orders\\\"\"}))");
  }

  @Test
  void aBoundIsFoundAsEitherPrometheusWritesIt() {
    ReadyQueries millis = new ReadyQueries(Metrics.Source.ENVOY, Map.of());
    ReadyQueries seconds = new ReadyQueries(Metrics.Source.MICROMETER, Map.of());

    assertThat(millis.bound(Duration.ofMillis(250)).pattern()).isEqualTo("250([.]0)?");
    assertThat(millis.bound(Duration.ofNanos(500_000)).pattern()).isEqualTo("0[.]5");
    assertThat(seconds.bound(Duration.ofMillis(250)).pattern()).isEqualTo("0[.]25");
    assertThat(seconds.bound(Duration.ofSeconds(10)).pattern()).isEqualTo("10([.]0)?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ISTIO|istio_requests_total{reporter=\"source\",response_code=~\"4..\",a=\"b\"}",
        "ENVOY|envoy_cluster_upstream_rq_xx{envoy_response_code_class=\"4\",a=\"b\"}",
        "HAPROXY|haproxy_server_http_responses_total{code=\"4xx\",a=\"b\"}",
        "NGINX_VTS|nginx_vts_upstream_requests_total{code=\"4xx\",a=\"b\"}",
        "INGRESS_NGINX|nginx_ingress_controller_requests{status=~\"4..\",status!=\"499\",a=\"b\"}",
        "MICROMETER|http_server_requests_seconds_count{status=~\"4..\",a=\"b\"}"
      })
  void allSourcesCountAnswersWith4xxAndNoneIs0AsLongAsThereAreRequests(
      Metrics.Source source, String series) {
    ReadyQueries queries = new ReadyQueries(source, Map.of("a", "b"));

    assertThat(queries.clientErrors(MINUTE))
        .startsWith("(sum (" + series + " - ")
        .contains(" or 0 * sum (")
        .doesNotContain("5xx", "5..", "errors_total");
  }

  @Test
  void allSourcesCountRequestsAndFailures() {
    for (Metrics.Source source : Metrics.Source.values()) {
      ReadyQueries queries = new ReadyQueries(source, Map.of("a", "b"));

      assertThat(queries.requests(MINUTE)).as(source.word()).contains("a=\"b\"");
      assertThat(queries.failures(MINUTE)).as(source.word()).contains("a=\"b\"");
      assertThat(queries.hasTimes()).isEqualTo(source != Metrics.Source.HAPROXY);
    }
  }
}
