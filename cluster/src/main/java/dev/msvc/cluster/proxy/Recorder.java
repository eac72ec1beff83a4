package dev.msvc.cluster.proxy;

import dev.msvc.model.shift.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** Counts what one arm of a rule answers. */
final class Recorder {
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;

  private final LongAdder requests = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder clientErrors = new LongAdder();
  private final AtomicLongArray latencies = new AtomicLongArray(Latencies.BUCKETS);

  void answered(int status, long nanos) {
    requests.increment();
    if (status >= SERVER_ERROR) {
      failures.increment();
    } else if (status >= CLIENT_ERROR) {
      clientErrors.increment();
    }
    latencies.incrementAndGet(Latencies.bucket(nanos));
  }

  void unanswered() {
    requests.increment();
    failures.increment();
  }

  /** An answer that began, and was cut off. */
  void cutOff(int status) {
    if (status < SERVER_ERROR) {
      failures.increment();
    }
  }

  Tally tally() {
    // in this order, so that there are never more failures than requests
    long failed = failures.sum();
    return new Tally(requests.sum(), failed);
  }

  /** How many were answered with 4xx. */
  long clientErrors() {
    return clientErrors.sum();
  }

  Latencies latencies() {
    List<Long> counts = new ArrayList<>();
    int zeros = 0;
    for (int i = 0; i < latencies.length(); i++) {
      long count = latencies.get(i);
      if (count == 0) {
        zeros++;
      } else {
        for (; zeros > 0; zeros--) {
          counts.add(0L);
        }
        counts.add(count);
      }
    }
    return new Latencies(counts);
  }
}
