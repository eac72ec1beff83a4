// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain.order;

import com.acme.shop.orders.domain.Check;
import com.acme.shop.orders.domain.Money;
import com.acme.shop.orders.domain.TimeOrderedUuid;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Part of {@link Order}, reached only through it. Without an id it is a new one, and gets one. */
@Embeddable
public record OrderLine(
    @Nullable UUID id,
    Instant createdAt,
    Instant updatedAt,
    long productId,
    @Nullable String productName,
    int quantity,
    @AttributeOverride(name = "amount", column = @Column(name = "unit_price_amount"))
        @AttributeOverride(name = "currency", column = @Column(name = "unit_price_currency"))
        @Nullable Money unitPrice) {

  public OrderLine {
    id = id == null ? TimeOrderedUuid.next() : id;
    createdAt = Check.instant("createdAt", createdAt);
    updatedAt = Check.instant("updatedAt", updatedAt);
    if (productName != null) {
      Check.text("productName", productName, 120);
    }
  }
}
