package dev.msvc.bench.load;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * How often each request reached a server, by its id: one page for both, so that twice is twice.
 */
final class Ledger {
  private static final int PAGE = 1 << 16;

  private final Map<Long, AtomicIntegerArray> pages = new ConcurrentHashMap<>();

  /** A server has the request now. */
  void count(long id) {
    pages
        .computeIfAbsent(id / PAGE, page -> new AtomicIntegerArray(PAGE))
        .incrementAndGet((int) (id % PAGE));
  }

  /** Requests that reached servers more than once. */
  long twice() {
    return pages.values().stream().mapToLong(Ledger::twice).sum();
  }

  private static long twice(AtomicIntegerArray page) {
    long twice = 0;
    for (int i = 0; i < page.length(); i++) {
      twice += page.get(i) > 1 ? 1 : 0;
    }
    return twice;
  }

  /** Requests that reached a server. */
  long reached() {
    long reached = 0;
    for (AtomicIntegerArray page : pages.values()) {
      for (int i = 0; i < page.length(); i++) {
        reached += page.get(i) > 0 ? 1 : 0;
      }
    }
    return reached;
  }
}
