package dev.msvc.cluster.proxy;

import dev.msvc.cluster.traffic.Mirrored;
import dev.msvc.model.compare.Difference;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What came of copies of one rule's requests. */
final class MirrorCounters {
  private static final int PATHS = 50;

  private final LongAdder judged = new LongAdder();
  private final LongAdder differing = new LongAdder();
  private final LongAdder noisy = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final Map<String, LongAdder> paths = new ConcurrentHashMap<>();

  void compared(List<Difference> differences) {
    judged.increment();
    if (!differences.isEmpty()) {
      differing.increment();
    }
    for (Difference each : differences) {
      String path = each.spot().path();
      if (paths.containsKey(path) || paths.size() < PATHS) {
        paths.computeIfAbsent(path, none -> new LongAdder()).increment();
      }
    }
  }

  /** One that differs in nothing but what two answers of the monolith differ in. */
  void noisy() {
    noisy.increment();
  }

  void dropped() {
    dropped.increment();
  }

  Mirrored now() {
    TreeMap<String, Long> seen = new TreeMap<>();
    paths.forEach((path, count) -> seen.put(path, count.sum()));
    // in this order, so that there are never more that differ than there are
    long differed = differing.sum();
    long noise = noisy.sum();
    return new Mirrored(judged.sum() + noise, differed, noise, dropped.sum(), seen);
  }
}
