// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain.order;

import com.acme.shop.orders.domain.Address;
import com.acme.shop.orders.domain.Money;
import com.acme.shop.orders.domain.StatusChange;
import com.acme.shop.orders.domain.StatusChangeStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Orders for tests, each another one. */
public final class OrderSamples {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private OrderSamples() {}

  public static OrderDetails details() {
    int n = COUNT.incrementAndGet();
    return new OrderDetails(
        Instant.parse("2026-01-02T03:04:05Z"),
        Instant.parse("2026-01-02T03:04:05Z"),
        "number-%d".formatted(n),
        1L,
        OrderStatus.NEW,
        Instant.parse("2026-01-02T03:04:05Z"),
        new Address("street", "zipCode", "city", "co"),
        Money.of(new BigDecimal("12.5"), "EUR"),
        Money.of(new BigDecimal("12.5"), "EUR"),
        "giftNote",
        true,
        List.of(
            new OrderLine(
                null,
                Instant.parse("2026-01-02T03:04:05Z"),
                Instant.parse("2026-01-02T03:04:05Z"),
                1L,
                "productName",
                1,
                Money.of(new BigDecimal("12.5"), "EUR"))),
        List.of(new StatusChange(StatusChangeStatus.NEW, Instant.parse("2026-01-02T03:04:05Z"))));
  }

  public static Order order() {
    return new Order(id(), details());
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
      "createdAt": "2026-01-02T03:04:05Z",
      "updatedAt": "2026-01-02T03:04:05Z",
      "number": "%s",
      "customerId": 1,
      "status": "NEW",
      "placedAt": "2026-01-02T03:04:05Z",
      "shippingAddress": {"street": "street", "zipCode": "zipCode", "city": "city", "countryCode": "co"},
      "shippingCost": {"amount": "12.5", "currency": "EUR"},
      "discount": {"amount": "12.5", "currency": "EUR"},
      "giftNote": "giftNote",
      "archived": true,
      "lines": [{"createdAt": "2026-01-02T03:04:05Z", "updatedAt": "2026-01-02T03:04:05Z", "productId": 1, "productName": "productName", "quantity": 1, "unitPrice": {"amount": "12.5", "currency": "EUR"}}],
      "history": [{"status": "NEW", "changedAt": "2026-01-02T03:04:05Z"}]
    }
    """
        .formatted("number-%d".formatted(n));
  }
}
