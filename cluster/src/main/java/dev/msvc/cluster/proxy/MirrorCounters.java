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

  private final LongAdder mirrored = new LongAdder();
  private final LongAdder differing = new LongAdder();
  private final LongAdder noisy = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final Map<String, LongAdder> paths = new ConcurrentHashMap<>();

  void compared(List<Difference> differences) {
    mirrored.increment();
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
    mirrored.increment();
    noisy.increment();
  }

  void dropped() {
    dropped.increment();
  }

  Mirrored now() {
    TreeMap<String, Long> seen = new TreeMap<>();
    paths.forEach((path, count) -> seen.put(path, count.sum()));
    return new Mirrored(mirrored.sum(), differing.sum(), noisy.sum(), dropped.sum(), seen);
  }
}
