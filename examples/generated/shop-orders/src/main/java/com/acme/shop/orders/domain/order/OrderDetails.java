// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain.order;

import com.acme.shop.orders.domain.Address;
import com.acme.shop.orders.domain.Check;
import com.acme.shop.orders.domain.Money;
import com.acme.shop.orders.domain.StatusChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller says of an {@link Order}, when it is created and when it is updated. */
public record OrderDetails(
    Instant createdAt,
    Instant updatedAt,
    String number,
    long customerId,
    OrderStatus status,
    Instant placedAt,
    @Nullable Address shippingAddress,
    @Nullable Money shippingCost,
    @Nullable Money discount,
    @Nullable String giftNote,
    boolean archived,
    List<OrderLine> lines,
    List<StatusChange> history) {

  public OrderDetails {
    createdAt = Check.instant("createdAt", createdAt);
    updatedAt = Check.instant("updatedAt", updatedAt);
    Check.text("number", number, 20);
    Check.present("status", status);
    placedAt = Check.instant("placedAt", placedAt);
    if (giftNote != null) {
      Check.text("giftNote", giftNote, 400);
    }
    lines = List.copyOf(lines);
    history = List.copyOf(history);
  }
}
