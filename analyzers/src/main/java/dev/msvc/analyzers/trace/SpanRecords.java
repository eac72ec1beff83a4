package dev.msvc.analyzers.trace;

import dev.msvc.model.yaml.ForeignJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells spans of several exporters, and requests of logs, from records of JSON. */
final class SpanRecords implements ForeignJson.Visitor {
  /** What spans are in, as exporters and the interfaces of trace stores name it. */
  static final Set<String> CONTAINERS =
      Set.of(
          "resourceSpans",
          "resource_spans",
          "scopeSpans",
          "scope_spans",
          "instrumentationLibrarySpans",
          "batches",
          "trace",
          "traces",
          "data",
          "spans");

  /** Names that other records use for other things. */
  private static final Set<String> VAGUE = Set.of("batches", "trace", "traces", "data");

  private static final int MOST_WAITING = 50_000;

  private final Sink sink;
  private final long unit;
  private final JsonAccess access = new JsonAccess();
  private final AccessLines lines = new AccessLines();
  private String service = "";
  private boolean opened;

  /** Spans of Jaeger whose program is told behind them, and which it is. */
  private final List<Span> waiting = new ArrayList<>();

  private final List<String> processes = new ArrayList<>();

  SpanRecords(Sink sink, long unit) {
    this.sink = sink;
    this.unit = unit;
  }

  @Override
  public void open(String container, Map<String, Object> outer) {
    opened |= !VAGUE.contains(container);
    Map<String, Object> resource = SpanForms.map(outer.get("resource"));
    if (!resource.isEmpty()) {
      service = SpanForms.attributes(resource.get("attributes")).getOrDefault("service.name", "");
    }
  }

  @Override
  public boolean record(String container, Map<String, Object> fields, int line) {
    if (container.equals("spans")) {
      span(fields, line);
    } else if (fields.containsKey("processes") || !waiting.isEmpty()) {
      flush(SpanForms.map(fields.get("processes")));
    } else if (container.isEmpty() && !opened) {
      alone(fields, line);
    }
    opened &= !container.isEmpty();
    return !sink.isFull();
  }

  private void span(Map<String, Object> fields, int line) {
    if (fields.containsKey("spanID") || fields.containsKey("operationName")) {
      waiting.add(SpanForms.jaeger(fields));
      processes.add(SpanForms.first(fields, "processID", "processId"));
      if (waiting.size() >= MOST_WAITING) {
        flush(Map.of());
      }
    } else if (fields.containsKey("spanId") || fields.containsKey("span_id")) {
      sink.span(SpanForms.openTelemetry(fields, service));
    } else if (fields.containsKey("id") && fields.containsKey("traceId")) {
      sink.span(SpanForms.zipkin(fields));
    } else {
      sink.broken(line, "no span of a known format");
    }
  }

  /** Gives on those whose program is known now. */
  private void flush(Map<String, Object> told) {
    for (int i = 0; i < waiting.size(); i++) {
      Map<String, Object> process = SpanForms.map(told.get(processes.get(i)));
      String name = SpanForms.text(process.get("serviceName"));
      sink.span(name.isEmpty() ? waiting.get(i) : waiting.get(i).of(name));
    }
    waiting.clear();
    processes.clear();
  }

  /** A record that is in nothing. */
  private void alone(Map<String, Object> told, int line) {
    Map<String, Object> source = SpanForms.map(told.get("_source"));
    Map<String, Object> fields = source.isEmpty() ? told : source;
    if (fields.containsKey("resourceMetrics") || fields.containsKey("resourceLogs")) {
      sink.broken(line, "metrics or logs of OpenTelemetry: give its traces");
    } else if (fields.containsKey("binaryAnnotations")) {
      sink.broken(line, "a span of Zipkin's first version: export the second");
    } else if (fields.containsKey("traceID") && fields.containsKey("spanID")) {
      sink.span(SpanForms.jaeger(fields));
    } else if (fields.containsKey("traceId") && fields.containsKey("id")) {
      sink.span(SpanForms.zipkin(fields));
    } else if (isSpan(fields)) {
      sink.span(SpanForms.openTelemetry(fields, ""));
    } else {
      request(fields, line);
    }
  }

  /** Lines of logs name the span that they are written in, too. */
  private static boolean isSpan(Map<String, Object> fields) {
    return (fields.containsKey("spanId") || fields.containsKey("span_id"))
        && fields.containsKey("name")
        && (fields.containsKey("startTimeUnixNano") || fields.containsKey("start_time_unix_nano"));
  }

  private void request(Map<String, Object> fields, int line) {
    Request request = access.read(fields);
    if (request != null) {
      sink.request(request);
      return;
    }
    // what runs in a container has its lines wrapped
    String log = SpanForms.first(fields, "log", "message");
    AccessLines.Line inner = log.isEmpty() ? null : lines.read(log.strip());
    if (inner == null) {
      sink.broken(line, "JSON that is no span and no request of a known format");
    } else {
      long raw = inner.raw();
      sink.duration(raw);
      sink.request(raw < 0 ? inner.request() : inner.request().lasting(raw * unit));
    }
  }

  @Override
  public void malformed(int line, String reason) {
    flush(Map.of());
    service = "";
    opened = false;
    sink.broken(line, reason);
  }
}
