package dev.msvc.analyzers.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a span from the fields that an exporter gives it. */
final class SpanForms {
  private static final String[] KINDS = {
    "", "internal", "server", "client", "producer", "consumer"
  };

  private SpanForms() {}

  /** A span of OpenTelemetry, with its attributes as a list or as a map. */
  static Span openTelemetry(Map<String, Object> fields, String service) {
    Map<String, String> attributes = attributes(fields.get("attributes"));
    Map<String, Object> status = map(fields.get("status"));
    String code = text(status.get("code"));
    long start = nanos(fields, "startTimeUnixNano", "start_time_unix_nano");
    long end = nanos(fields, "endTimeUnixNano", "end_time_unix_nano");
    return new Span(
        service,
        first(fields, "traceId", "trace_id"),
        first(fields, "spanId", "span_id"),
        first(fields, "parentSpanId", "parent_span_id"),
        false,
        kind(text(fields.get("kind"))),
        text(fields.get("name")),
        start / 1000,
        start == 0 || end == 0 ? -1 : Math.floorDiv(end - start, 1000L),
        code.equals("2") || code.endsWith("ERROR"),
        attributes);
  }

  private static String kind(String told) {
    if (told.length() == 1 && Character.isDigit(told.charAt(0))) {
      int number = told.charAt(0) - '0';
      return number < KINDS.length ? KINDS[number] : "";
    }
    String kind = told.toLowerCase(Locale.ROOT);
    return kind.startsWith("span_kind_") ? kind.substring("span_kind_".length()) : kind;
  }

  /** A span of Jaeger, be it from its API or from where it keeps them. */
  static Span jaeger(Map<String, Object> fields) {
    Map<String, String> tags = attributes(fields.get("tags"));
    map(fields.get("tag"))
        .forEach((name, value) -> tags.putIfAbsent(name.replace('@', '.'), text(value)));
    String parent = first(fields, "parentSpanID", "parentSpanId");
    for (Object each : list(fields.get("references"))) {
      Map<String, Object> reference = map(each);
      boolean child = text(reference.get("refType")).equals("CHILD_OF");
      if (child || parent.isEmpty()) {
        parent = first(reference, "spanID", "spanId");
      }
    }
    return new Span(
        text(map(fields.get("process")).get("serviceName")),
        first(fields, "traceID", "traceId"),
        first(fields, "spanID", "spanId"),
        parent.matches("0*") ? "" : parent,
        false,
        tags.getOrDefault("span.kind", "").toLowerCase(Locale.ROOT),
        text(fields.get("operationName")),
        number(fields.get("startTime"), 0),
        number(fields.get("duration"), -1),
        tags.getOrDefault("error", "").equals("true")
            || tags.getOrDefault("otel.status_code", "").equals("ERROR"),
        tags);
  }

  /** A span of Zipkin's second version. */
  static Span zipkin(Map<String, Object> fields) {
    Map<String, String> tags = attributes(fields.get("tags"));
    return new Span(
        text(map(fields.get("localEndpoint")).get("serviceName")),
        text(fields.get("traceId")),
        text(fields.get("id")),
        text(fields.get("parentId")),
        Boolean.TRUE.equals(fields.get("shared")),
        text(fields.get("kind")).toLowerCase(Locale.ROOT),
        text(fields.get("name")),
        number(fields.get("timestamp"), 0),
        number(fields.get("duration"), -1),
        tags.containsKey("error") && !tags.getOrDefault("error", "").equals("false"),
        zipkinNames(tags));
  }

  private static Map<String, String> zipkinNames(Map<String, String> tags) {
    String statement = tags.get("sql.query");
    if (statement != null) {
      tags.putIfAbsent("db.statement", statement);
    }
    String type = tags.get("mvc.controller.class");
    if (type != null) {
      tags.putIfAbsent("code.class.simple", type);
    }
    return tags;
  }

  /** Attributes as texts, whatever form they have. */
  static Map<String, String> attributes(@Nullable Object told) {
    Map<String, String> attributes = new HashMap<>();
    for (Object each : list(told)) {
      Map<String, Object> pair = map(each);
      Object value = pair.get("value");
      attributes.put(text(pair.get("key")), value instanceof Map ? any(map(value)) : text(value));
    }
    map(told).forEach((name, value) -> flat(name, value, attributes));
    return attributes;
  }

  private static void flat(String name, Object value, Map<String, String> attributes) {
    if (value instanceof Map) {
      map(value).forEach((more, inner) -> flat(name + "." + more, inner, attributes));
    } else {
      attributes.put(name, text(value));
    }
  }

  /** A value that comes with its type, as {@code {"stringValue": "GET"}}. */
  private static String any(Map<String, Object> value) {
    for (Object each : value.values()) {
      if (!(each instanceof Map)) {
        return text(each);
      }
    }
    return "";
  }

  static String first(Map<String, Object> fields, String one, String other) {
    Object value = fields.get(one);
    return text(value == null ? fields.get(other) : value);
  }

  static String text(@Nullable Object value) {
    return value == null || value instanceof Map || value instanceof List ? "" : value.toString();
  }

  private static long nanos(Map<String, Object> fields, String one, String other) {
    Object value = fields.get(one);
    return number(value == null ? fields.get(other) : value, 0);
  }

  private static long number(@Nullable Object value, long otherwise) {
    if (value instanceof Number number) {
      return number.longValue();
    }
    try {
      return value instanceof String text ? Long.parseLong(text) : otherwise;
    } catch (NumberFormatException none) {
      return otherwise;
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(@Nullable Object value) {
    return value instanceof Map ? (Map<String, Object>) value : Map.of();
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(@Nullable Object value) {
    return value instanceof List ? (List<Object>) value : List.of();
  }
}
