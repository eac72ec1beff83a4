package dev.msvc.analyzers.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of access logs as web servers and servlet containers write them: the request in
 * quotes, then its status; or the columns that a line {@code #Fields:} names. Names, addresses and
 * queries are passed over.
 */
final class AccessLines {
  private static final Set<String> METHODS =
      Set.of(
          "GET",
          "POST",
          "PUT",
          "DELETE",
          "PATCH",
          "HEAD",
          "OPTIONS",
          "TRACE",
          "CONNECT",
          "PROPFIND",
          "REPORT",
          "MKCOL",
          "COPY",
          "MOVE",
          "LOCK",
          "UNLOCK");

  private final Moments moments = new Moments();
  private final Map<String, Integer> columns = new HashMap<>();

  /**
   * A line.
   *
   * @param request its duration is -1 where it is only known without its unit
   * @param raw a duration in a unit that the line does not tell; -1 for none
   */
  record Line(Request request, long raw) {}

  /** Whether a line tells about others, and is no request. */
  boolean isRemark(String line) {
    if (line.startsWith("#Fields:")) {
      columns.clear();
      String[] names = line.substring("#Fields:".length()).trim().split("\\s+");
      for (int i = 0; i < names.length; i++) {
        columns.put(names[i], i);
      }
    }
    return line.startsWith("#") || line.isBlank();
  }

  /** Null for what is no request. */
  @Nullable Line read(String line) {
    for (int quote = line.indexOf('"'); quote >= 0; quote = line.indexOf('"', quote + 1)) {
      int space = line.indexOf(' ', quote);
      if (space < 0) {
        break;
      }
      String method = line.substring(quote + 1, space);
      if (METHODS.contains(method)) {
        int end = closing(line, space);
        return end < 0 ? null : quoted(line, quote, method, line.substring(space + 1, end), end);
      }
      quote = closing(line, quote + 1);
      if (quote < 0) {
        break;
      }
    }
    return columns.isEmpty() ? null : columns(line);
  }

  private static int closing(String line, int from) {
    int end = line.indexOf('"', from);
    while (end > 0 && line.charAt(end - 1) == '\\') {
      end = line.indexOf('"', end + 1);
    }
    return end;
  }

  private @Nullable Line quoted(String line, int quote, String method, String target, int end) {
    List<String> rest = words(line, end + 1);
    if (rest.isEmpty()) {
      return null;
    }
    int status = status(rest.get(0));
    if (status < 0) {
      return null;
    }
    int protocol = target.lastIndexOf(" HTTP/");
    String url = protocol < 0 ? target : target.substring(0, protocol);
    int open = line.lastIndexOf('[', quote);
    int close = open < 0 ? -1 : line.indexOf(']', open);
    long millis = close < 0 || close > quote ? 0 : moments.millis(line.substring(open + 1, close));
    double seconds = -1;
    long raw = -1;
    int whole = 0;
    for (String each : rest.subList(Math.min(2, rest.size()), rest.size())) {
      String value = each.substring(each.indexOf('=') + 1);
      if (isNumber(value, true) && seconds < 0) {
        seconds = Double.parseDouble(value);
      } else if (isNumber(value, false)) {
        raw = Long.parseLong(value);
        whole++;
      }
    }
    long micros = seconds < 0 ? -1 : Math.round(seconds * 1_000_000);
    Request request = new Request("", method, "", path(url), status >= 500, millis, micros);
    return new Line(request, micros >= 0 || whole != 1 ? -1 : raw);
  }

  /** Words outside of quotes. */
  private static List<String> words(String line, int from) {
    List<String> words = new ArrayList<>(4);
    int at = from;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c == '"') {
        int end = closing(line, at + 1);
        at = end < 0 ? line.length() : end + 1;
      } else if (c == ' ') {
        at++;
      } else {
        int start = at;
        while (at < line.length() && line.charAt(at) != ' ' && line.charAt(at) != '"') {
          at++;
        }
        words.add(line.substring(start, at));
      }
    }
    return words;
  }

  private static boolean isNumber(String word, boolean fraction) {
    int point = -1;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '.' && point < 0) {
        point = i;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    boolean is = !word.isEmpty() && word.length() <= 12;
    return fraction ? is && point > 0 && point < word.length() - 1 : is && point < 0;
  }

  static int status(String word) {
    if (word.equals("-") || word.equals("0") || word.equals("000")) {
      return 0;
    }
    boolean is = word.length() == 3 && isNumber(word, false) && word.charAt(0) < '6';
    return is && word.charAt(0) > '0' ? Integer.parseInt(word) : -1;
  }

  private @Nullable Line columns(String line) {
    String[] words = line.trim().split("\\s+");
    String method = column(words, "cs-method");
    String path = column(words, "cs-uri-stem");
    path = path.isEmpty() ? column(words, "cs-uri") : path;
    int status = status(column(words, "sc-status"));
    if (!METHODS.contains(method) || path.isEmpty() || status < 0) {
      return null;
    }
    long millis = moments.millis(column(words, "date") + "T" + column(words, "time"));
    String taken = column(words, "time-taken");
    boolean seconds = isNumber(taken, true);
    long micros = seconds ? Math.round(Double.parseDouble(taken) * 1_000_000) : -1;
    long raw = isNumber(taken, false) ? Long.parseLong(taken) : -1;
    return new Line(new Request("", method, "", path(path), status >= 500, millis, micros), raw);
  }

  private String column(String[] words, String name) {
    Integer column = columns.get(name);
    return column == null || column >= words.length ? "" : words[column];
  }

  /** The path of an address, without its query and parameters. */
  static String path(String address) {
    int start = 0;
    int scheme = address.indexOf("://");
    if (scheme > 0 && scheme < 8) {
      start = address.indexOf('/', scheme + 3);
      if (start < 0) {
        return "/";
      }
    }
    int end = start;
    while (end < address.length() && "?#; ".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    String path = address.substring(start, end);
    return path.startsWith("/") ? path : "";
  }

  /** What unit durations without one are in: how many microseconds it has. */
  static long unit(long[] sample) {
    long[] sorted = sample.clone();
    Arrays.sort(sorted);
    // half of all requests taking twenty seconds would be no service
    return sorted.length > 0 && sorted[sorted.length / 2] >= 20_000 ? 1 : 1000;
  }
}
