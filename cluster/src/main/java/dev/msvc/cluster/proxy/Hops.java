package dev.msvc.cluster.proxy;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Headers that are for the next hop only (RFC 9110, 7.6.1). */
final class Hops {
  private Hops() {}

  /** Whether a header ends here. {@code Trailer} doesn't: what it announces goes on, too. */
  static boolean ends(String name) {
    return switch (name.length()) {
      case 2 -> name.equalsIgnoreCase("te");
      case 7 -> name.equalsIgnoreCase("upgrade");
      case 10 -> name.equalsIgnoreCase("connection") || name.equalsIgnoreCase("keep-alive");
      case 14 -> name.equalsIgnoreCase("http2-settings");
      case 16 -> name.equalsIgnoreCase("proxy-connection");
      case 17 -> name.equalsIgnoreCase("transfer-encoding");
      default -> false;
    };
  }

  /** The headers that a message itself says end here, in small letters. */
  static List<String> named(MultiMap headers) {
    String first = headers.get("connection");
    if (first == null || first.equalsIgnoreCase("keep-alive") || first.equalsIgnoreCase("close")) {
      if (first == null || headers.getAll("connection").size() == 1) {
        return List.of();
      }
    }
    List<String> names = new ArrayList<>();
    for (String line : headers.getAll("connection")) {
      for (String token : line.split(",", -1)) {
        names.add(token.strip().toLowerCase(Locale.ROOT));
      }
    }
    // these frame and address a message: no peer may have them dropped
    names.removeAll(List.of("host", "content-length", "close", "keep-alive", ""));
    return names;
  }

  /** Whether a comma-separated header has a token. */
  static boolean says(MultiMap headers, String name, String token) {
    String only = headers.get(name);
    if (only == null) {
      return false;
    }
    for (String line : headers.getAll(name)) {
      for (String each : line.split(",", -1)) {
        if (each.strip().equalsIgnoreCase(token)) {
          return true;
        }
      }
    }
    return false;
  }
}
