// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.domain.order;

import com.acme.orders.domain.Check;
import com.acme.orders.domain.Money;
import com.acme.orders.domain.TimeOrderedUuid;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Part of {@link Order}, reached only through it. Without an id it is a new one, and gets one. */
@Embeddable
public record OrderLine(
    @Nullable UUID id,
    UUID productId,
    String name,
    int quantity,
    @AttributeOverride(name = "amount", column = @Column(name = "price_amount"))
        @AttributeOverride(name = "currency", column = @Column(name = "price_currency"))
        Money price) {

  public OrderLine {
    id = id == null ? TimeOrderedUuid.next() : id;
    Check.present("productId", productId);
    Check.text("name", name, 200);
    Check.between("quantity", quantity, 1, 1000);
    Check.present("price", price);
  }
}
