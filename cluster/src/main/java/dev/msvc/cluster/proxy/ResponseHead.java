package dev.msvc.cluster.proxy;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The head of an answer as a client gets it: what the origin said, without what was for us. */
final class ResponseHead {
  private ResponseHead() {}

  /**
   * Copies it.
   *
   * @return whether it says how long the body is
   */
  static boolean copy(MultiMap from, MultiMap to) {
    boolean length = false;
    List<String> named = Hops.named(from);
    boolean chunked = from.contains("transfer-encoding");
    for (Map.Entry<String, String> each : from) {
      String name = each.getKey();
      if (Hops.ends(name)) {
        continue;
      }
      if (!named.isEmpty() && named.contains(name.toLowerCase(Locale.ROOT))) {
        continue;
      }
      if (name.length() == 14 && name.equalsIgnoreCase("content-length")) {
        if (chunked) {
          continue;
        }
        length = true;
      }
      to.add(name, each.getValue());
    }
    return length;
  }

  /** Copies that of an answer which changes the protocol. */
  static void copyUpgrade(MultiMap from, MultiMap to) {
    copy(from, to);
    to.set("connection", "Upgrade");
    to.set("upgrade", from.getAll("upgrade"));
  }
}
