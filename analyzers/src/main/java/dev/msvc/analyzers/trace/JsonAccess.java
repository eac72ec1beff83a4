package dev.msvc.analyzers.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads requests from logs that are JSON, whatever library or proxy named their fields. */
final class JsonAccess {
  private static final List<String> METHOD =
      List.of(
          "method",
          "httpmethod",
          "requestmethod",
          "httprequestmethod",
          "httprequestrequestmethod",
          "csmethod",
          "verb",
          "fieldsmethod");
  private static final List<String> PATH =
      List.of(
          "httproute",
          "urlpath",
          "path",
          "requestpath",
          "requesturi",
          "uri",
          "urloriginal",
          "url",
          "requestedurl",
          "requesteduri",
          "requesturl",
          "httpurl",
          "httprequestrequesturl",
          "target",
          "csuristem",
          "fieldsrequesteduri");
  private static final List<String> STATUS =
      List.of(
          "status",
          "statuscode",
          "httpstatus",
          "httpstatuscode",
          "httpresponsestatuscode",
          "responsestatus",
          "responsestatuscode",
          "responsecode",
          "downstreamstatus",
          "httprequeststatus",
          "fieldsstatuscode");
  private static final List<String> TIME =
      List.of("timestamp", "time", "ts", "timeiso8601", "timelocal", "startutc", "date");

  /** Durations whose name or whose writer tells the unit, in microseconds. */
  private static final Map<String, Double> DURATIONS =
      Map.ofEntries(
          Map.entry("requesttime", 1e6),
          Map.entry("elapsedtime", 1e3),
          Map.entry("fieldselapsedtime", 1e3),
          Map.entry("durationms", 1e3),
          Map.entry("elapsedms", 1e3),
          Map.entry("latencyms", 1e3),
          Map.entry("responsetimems", 1e3),
          Map.entry("requesttimems", 1e3),
          Map.entry("timetakenms", 1e3),
          Map.entry("processingtimems", 1e3),
          Map.entry("durationus", 1.0),
          Map.entry("eventduration", 1e-3),
          Map.entry("durationns", 1e-3));

  private final Moments moments = new Moments();

  /** Null for what is no request. */
  @Nullable Request read(Map<String, Object> fields) {
    Map<String, String> flat = new HashMap<>();
    SpanForms.attributes(fields).forEach((name, value) -> flat.putIfAbsent(bare(name), value));
    String method = first(flat, METHOD).toUpperCase(Locale.ROOT);
    String path = first(flat, PATH);
    String line = flat.getOrDefault("requestline", flat.getOrDefault("request", ""));
    String[] words = line.split(" ");
    if (words.length >= 2 && (method.isEmpty() || path.isEmpty())) {
      method = words[0];
      path = words[1];
    }
    int status = AccessLines.status(first(flat, STATUS));
    path = AccessLines.path(path);
    if (method.isEmpty() || path.isEmpty() || status < 0) {
      return null;
    }
    return new Request(
        "", method, "", path, status >= 500, moments.millis(first(flat, TIME)), micros(flat));
  }

  private static long micros(Map<String, String> flat) {
    for (Map.Entry<String, Double> each : DURATIONS.entrySet()) {
      String value = flat.get(each.getKey());
      if (value != null) {
        return micros(value, each.getValue());
      }
    }
    String duration = flat.get("duration");
    if (duration != null && flat.containsKey("downstreamstatus")) {
      return micros(duration, 1e-3);
    }
    // Caddy nests what it was asked, and counts seconds
    return duration != null && flat.containsKey("requesturi") && duration.contains(".")
        ? micros(duration, 1e6)
        : -1;
  }

  private static long micros(String value, double unit) {
    try {
      return Math.round(Double.parseDouble(value) * unit);
    } catch (NumberFormatException other) {
      return -1;
    }
  }

  private static String first(Map<String, String> flat, List<String> names) {
    for (String each : names) {
      String value = flat.get(each);
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  /** A name without what only separates its words. */
  private static String bare(String name) {
    StringBuilder bare = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLetterOrDigit(name.charAt(i))) {
        bare.append(Character.toLowerCase(name.charAt(i)));
      }
    }
    return bare.toString();
  }
}
