// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain.returnrequest;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Return requests for tests, each another one. */
public final class ReturnRequestSamples {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private ReturnRequestSamples() {}

  public static ReturnRequestDetails details() {
    int n = COUNT.incrementAndGet();
    return new ReturnRequestDetails(
        Instant.parse("2026-01-02T03:04:05Z").plusSeconds(n),
        Instant.parse("2026-01-02T03:04:05Z"),
        1L,
        1,
        "reason",
        true);
  }

  public static ReturnRequest returnRequest() {
    return new ReturnRequest(id(), details());
  }

  /** An id that no other one of the tests has. */
  public static long id() {
    return COUNT.incrementAndGet();
  }

  /** What a caller of the REST API sends. */
  public static String json() {
    int n = COUNT.incrementAndGet();
    return """
    {
      "createdAt": "%s",
      "updatedAt": "2026-01-02T03:04:05Z",
      "lineId": 1,
      "quantity": 1,
      "reason": "reason",
      "accepted": true
    }
    """
        .formatted(Instant.parse("2026-01-02T03:04:05Z").plusSeconds(n));
  }
}
