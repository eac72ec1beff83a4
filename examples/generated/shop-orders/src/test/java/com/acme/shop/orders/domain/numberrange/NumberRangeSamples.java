// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain.numberrange;

import java.util.concurrent.atomic.AtomicInteger;

/** Number ranges for tests, each another one. */
public final class NumberRangeSamples {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private NumberRangeSamples() {}

  public static NumberRangeDetails details() {
    int n = COUNT.incrementAndGet();
    return new NumberRangeDetails((long) n);
  }

  public static NumberRange numberRange() {
    return new NumberRange(id(), details());
  }

  /** An id that no other one of the tests has. */
  public static String id() {
    return "id-" + COUNT.incrementAndGet();
  }

  /** What a caller of the REST API sends. */
  public static String json() {
    int n = COUNT.incrementAndGet();
    return """
    {
      "nextValue": %s
    }
    """
        .formatted((long) n);
  }
}
