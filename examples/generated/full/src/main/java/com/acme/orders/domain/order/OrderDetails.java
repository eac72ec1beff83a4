// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.domain.order;

import com.acme.orders.domain.Address;
import com.acme.orders.domain.Check;
import com.acme.orders.domain.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a caller says of an {@link Order}, when it is created and when it is updated. */
public record OrderDetails(
    String number,
    UUID customerId,
    Instant placedAt,
    @Nullable LocalDate dueOn,
    Money total,
    @Nullable BigDecimal discount,
    Address deliverTo,
    List<OrderLine> lines,
    Map<String, String> labels,
    @Nullable String note) {

  public OrderDetails {
    Check.text("number", number, 20);
    Check.present("customerId", customerId);
    placedAt = Check.instant("placedAt", placedAt);
    if (dueOn != null) {
      Check.date("dueOn", dueOn);
    }
    Check.present("total", total);
    if (discount != null) {
      discount = Check.decimal("discount", discount, 5, 2);
    }
    Check.present("deliverTo", deliverTo);
    lines = List.copyOf(lines);
    labels = Check.entries("labels", labels, each -> Check.characters("labels", each, 255));
    if (note != null) {
      Check.characters("note", note);
    }
  }
}
