package dev.msvc.model.compare;

import dev.msvc.model.shift.CompareWord;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What nobody compares: what the plan says, and headers that are about one message or one server.
 *
 * @param rules as {@link CompareWord#ignore()} has them
 */
record Ignored(List<String> rules) {
  /**
   * Of the connection, of how bytes travel, of who answers and when. A validator ({@code etag},
   * {@code last-modified}) is each server's own.
   */
  private static final Set<String> HEADERS =
      Set.of(
          "accept-ranges",
          "age",
          "alt-svc",
          "connection",
          "content-encoding",
          "content-length",
          "date",
          "etag",
          "expires",
          "keep-alive",
          "last-modified",
          "server",
          "server-timing",
          "strict-transport-security",
          "trailer",
          "transfer-encoding",
          "vary",
          "via",
          "x-powered-by");

  boolean header(String name) {
    return HEADERS.contains(name)
        || rules.stream().anyMatch(each -> each.toLowerCase(Locale.ROOT).equals("header:" + name));
  }

  /** Whether a path, or what is around it, is left out. */
  boolean path(String path) {
    return rules.stream().anyMatch(each -> each.startsWith("$") && covers(each, path));
  }

  private static boolean covers(String rule, String path) {
    if (rule.startsWith("$..")) {
      String name = "." + rule.substring(3);
      int at = path.indexOf(name);
      while (at >= 0) {
        if (ends(path, at + name.length())) {
          return true;
        }
        at = path.indexOf(name, at + 1);
      }
      return false;
    }
    return path.startsWith(rule) && ends(path, rule.length());
  }

  private static boolean ends(String path, int at) {
    return at == path.length() || path.charAt(at) == '.' || path.charAt(at) == '[';
  }
}
