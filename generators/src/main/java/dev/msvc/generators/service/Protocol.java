package dev.msvc.generators.service;

import java.util.List;

/**
 * A way into a service, as Micrometer counts what comes by it. Selectors begin with a comma.
 *
 * @param label its name, for people
 * @param what is counted, for people
 * @param timer its metric, without {@code _count} and {@code _bucket}
 * @param by labels that tell one route from another
 * @param legend a route, in Grafana's template language
 * @param all selects requests of callers
 * @param failed selects what failed by our fault
 * @param timed selects what has a duration to be told
 * @param sample labels of a request that tests are made with
 * @param more labels of it that tell no route
 * @param well how one ends that does not fail
 * @param ill how one ends that fails
 */
public record Protocol(
    String name,
    String label,
    String what,
    String timer,
    String by,
    String legend,
    String all,
    String failed,
    String timed,
    String sample,
    String more,
    String well,
    String ill) {
  /** What gRPC answers where a server is at fault, as OpenTelemetry has it. */
  static final List<String> FAULTS =
      List.of(
          "DATA_LOSS", "DEADLINE_EXCEEDED", "INTERNAL", "UNAVAILABLE", "UNIMPLEMENTED", "UNKNOWN");

  static final List<Protocol> ALL =
      List.of(
          new Protocol(
              "http",
              "REST",
              "REST, without health and metrics",
              "http_server_requests_seconds",
              "method, uri",
              "{{method}} {{uri}}",
              ",uri!~'/actuator.*'",
              ",status=~'5..'",
              "",
              "method=\"GET\",uri=\"/sample\"",
              "",
              "status=\"200\"",
              "status=\"500\""),
          new Protocol(
              "grpc",
              "gRPC",
              "gRPC; a stream takes as long as it has messages, and is not timed",
              "grpc_server_seconds",
              "rpc_service, rpc_method",
              "{{rpc_service}}/{{rpc_method}}",
              ",rpc_service!~'grpc[.].*'",
              ",grpc_status_code=~'" + String.join("|", FAULTS) + "'",
              ",rpc_type='UNARY'",
              "rpc_service=\"sample.v1.SampleService\",rpc_method=\"GetSample\"",
              "rpc_type=\"UNARY\",",
              "grpc_status_code=\"OK\"",
              "grpc_status_code=\"INTERNAL\""));

  /** Labels of a request that does not fail. */
  public String sampleWell() {
    return sample + "," + more + well;
  }

  /** Labels of a request that fails. */
  public String sampleFailed() {
    return sample + "," + more + ill;
  }
}
