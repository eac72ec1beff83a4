package dev.msvc.cluster.proxy;

import dev.msvc.model.shift.Selector;
import dev.msvc.model.shift.ShiftPlan;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What tells one client from another, so that each keeps its arm while a weight only grows. A
 * request that doesn't say it is decided by chance.
 *
 * @param in where requests say it
 * @param name of the header or the cookie
 */
public record StickyKey(Selector.In in, String name) {
  /** That of a plan; empty where chance decides each request. */
  public static Optional<StickyKey> of(ShiftPlan plan) {
    return plan.sticky().map(each -> new StickyKey(each.in(), each.name()));
  }

  /**
   * What is known of a client. The same for all rules, and in all releases: FNV-1a, finished as
   * MurmurHash3 does, because values that count up would lie side by side otherwise.
   */
  static int hash(String value) {
    int hash = 0x811c9dc5;
    for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (each & 0xff)) * 0x01000193;
    }
    hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
    return hash ^ (hash >>> 16);
  }

  /** Where one lies between 0 and 99: the service answers it where its weight is above that. */
  static int place(int hash) {
    return Integer.remainderUnsigned(hash, 100);
  }
}
