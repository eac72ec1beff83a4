// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.domain.order;

import com.acme.orders.domain.Address;
import com.acme.orders.domain.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Orders for tests, each another one. */
public final class OrderSamples {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private OrderSamples() {}

  public static OrderDetails details() {
    int n = COUNT.incrementAndGet();
    return new OrderDetails(
        "number-%d".formatted(n),
        UUID.fromString("00000000-0000-4000-8000-000000000001"),
        Instant.parse("2026-01-02T03:04:05Z"),
        LocalDate.parse("2026-01-02"),
        Money.of(new BigDecimal("12.5"), "EUR"),
        new BigDecimal("1.5"),
        new Address("street", "city", "AA"),
        List.of(
            new OrderLine(
                null,
                UUID.fromString("00000000-0000-4000-8000-000000000001"),
                "name",
                1,
                Money.of(new BigDecimal("12.5"), "EUR"))),
        Map.of("key", "labels"),
        "note");
  }

  public static Order order() {
    return new Order(id(), details());
  }

  /** An id that no other one of the tests has. */
  public static UUID id() {
    return UUID.randomUUID();
  }

  /** What a caller of the REST API sends. */
  public static String json() {
    int n = COUNT.incrementAndGet();
    return """
    {
      "number": "%s",
      "customerId": "00000000-0000-4000-8000-000000000001",
      "placedAt": "2026-01-02T03:04:05Z",
      "dueOn": "2026-01-02",
      "total": {"amount": "12.5", "currency": "EUR"},
      "discount": "1.5",
      "deliverTo": {"street": "street", "city": "city", "country": "AA"},
      "lines": [{"productId": "00000000-0000-4000-8000-000000000001", "name": "name", "quantity": 1, "price": {"amount": "12.5", "currency": "EUR"}}],
      "labels": {"key": "labels"},
      "note": "note"
    }
    """
        .formatted("number-%d".formatted(n));
  }
}
