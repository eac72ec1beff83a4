package dev.msvc.analyzers.trace;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A span of a trace, in the words of any exporter.
 *
 * @param service the program that it is of; empty where that is not known
 * @param parent id of the span around it; empty for none
 * @param shared whether the client's span has the same id, as some servers do
 * @param kind server, client, consumer, producer or internal; empty where it is not told
 * @param micros since 1970 when it started; 0 where that is not known
 * @param duration in microseconds; -1 where that is not known
 * @param attributes by the names of any version of the conventions
 */
record Span(
    String service,
    String trace,
    String id,
    String parent,
    boolean shared,
    String kind,
    String name,
    long micros,
    long duration,
    boolean failed,
    Map<String, String> attributes) {
  private static final Set<String> TAKING = Set.of("process", "receive", "deliver");

  Span of(String program) {
    return new Span(
        program, trace, id, parent, shared, kind, name, micros, duration, failed, attributes);
  }

  /** The first of these attributes that is there; empty for none. */
  String attribute(String... names) {
    for (String each : names) {
      String value = attributes.get(each);
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  String method() {
    return attribute("http.request.method", "http.method", "method").toUpperCase(Locale.ROOT);
  }

  String route() {
    String route = attribute("http.route");
    return route.isEmpty() || route.startsWith("/") ? route : "/" + route;
  }

  /** The path; of a remote procedure, its service and name. */
  String path() {
    String path = attribute("url.path", "http.target", "http.path", "http.url", "url.full", "uri");
    if (path.isEmpty() && !attribute("rpc.service").isEmpty()) {
      return "/" + attribute("rpc.service") + "/" + attribute("rpc.method");
    }
    return path;
  }

  /** Whether it is a request over HTTP or of a remote procedure, seen by who serves it. */
  boolean isRequest() {
    boolean web = !method().isEmpty() || !route().isEmpty() || !attribute("rpc.service").isEmpty();
    return web && (kind.equals("server") || (kind.isEmpty() && !route().isEmpty()));
  }

  /** Whether it is a message, seen by who takes it. */
  boolean isMessage() {
    return kind.equals("consumer")
        || (kind.isEmpty()
            && TAKING.contains(attribute("messaging.operation.type", "messaging.operation")));
  }

  String destination() {
    return attribute(
        "messaging.destination.template",
        "messaging.destination.name",
        "messaging.destination",
        "messaging.kafka.topic",
        "kafka.topic",
        "jms.destination",
        "messaging.rabbitmq.destination.routing_key");
  }

  boolean isServerError() {
    String status = attribute("http.response.status_code", "http.status_code");
    return status.length() == 3 ? status.charAt(0) == '5' : failed;
  }

  Request request() {
    String path = path();
    return new Request(service, method(), route(), path, isServerError(), micros / 1000, duration);
  }
}
