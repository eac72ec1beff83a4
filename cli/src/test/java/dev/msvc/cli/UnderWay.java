package dev.msvc.cli;

import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

/** Requests that were begun and are not over. */
final class UnderWay {
  private final AtomicLong last = new AtomicLong();
  private final ConcurrentSkipListSet<Long> open = new ConcurrentSkipListSet<>();

  /** The number of one that begins, from 1. */
  long begin() {
    long number = last.incrementAndGet();
    open.add(number);
    return number;
  }

  void end(long number) {
    open.remove(number);
  }

  long begun() {
    return last.get();
  }

  /** Waits until those that have begun by now are over. */
  void settle() throws InterruptedException {
    long now = last.get();
    for (int i = 0; i < 12_000 && open.floor(now) != null; i++) {
      Thread.sleep(5);
    }
    if (open.floor(now) != null) {
      throw new AssertionError("requests that do not end");
    }
  }
}
