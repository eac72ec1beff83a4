package dev.msvc.model.compare;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request that somebody made once.
 *
 * @param target path and query
 * @param headers by their names in small letters
 * @param body of a request that has one
 */
public record Recorded(
    String method, String target, SortedMap<String, String> headers, Optional<String> body) {
  /** How access logs have it: in quotes, and then its status. */
  private static final Pattern LOGGED =
      Pattern.compile(
          "\"([A-Z]{3,16}) ([^\\s\"]{1,8000})(?: HTTP/[0-9.]+)?\" (?:[0-9]{3}|-)(?: |$)");

  private static final Pattern ORIGIN =
      Pattern.compile("^[a-z]+://[^/?#]*", Pattern.CASE_INSENSITIVE);

  /** Whether a header says who asks: such are sent only when that is asked for. */
  private static final Pattern SECRET =
      Pattern.compile("auth|token|secret|api-?key|cookie|session|csrf|xsrf|passw|credential");

  public Recorded {
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
  }

  /** Of an address, whole or without its origin. */
  public static Recorded of(
      String method, String url, SortedMap<String, String> headers, Optional<String> body) {
    String rest = ORIGIN.matcher(url).replaceFirst("").replaceFirst("#.*", "");
    return new Recorded(method, rest.startsWith("/") ? rest : "/" + rest, headers, body);
  }

  /** A line of an access log in the common or the combined format; empty for what is none. */
  public static Optional<Recorded> ofLine(String line) {
    Matcher logged = LOGGED.matcher(line);
    return logged.find()
        ? Optional.of(of(logged.group(1), logged.group(2), new TreeMap<>(), Optional.empty()))
        : Optional.empty();
  }

  /** Whether its method changes nothing, by what HTTP says of it. */
  public boolean isSafe() {
    return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
  }

  /** Whether a header says who asks. */
  public static boolean isSecret(String header) {
    return SECRET.matcher(header.toLowerCase(Locale.ROOT)).find();
  }

  /** Without the values of its query, and with no more of its path than fits a line. */
  public String shown() {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    String names = query < 0 ? "" : target.substring(query).replaceAll("=[^&]*", "=...");
    String all = method + " " + path + names;
    return all.length() <= 120 ? all : all.substring(0, 117) + "...";
  }
}
