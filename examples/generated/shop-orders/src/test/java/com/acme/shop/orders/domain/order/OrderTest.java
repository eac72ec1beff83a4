// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.shop.orders.domain.StaleVersionException;
import org.junit.jupiter.api.Test;

class OrderTest {

  @Test
  void aNewOneIsWhatWasSaidOfIt() {
    OrderDetails details = OrderSamples.details();

    Order order = new Order(OrderSamples.id(), details);

    assertThat(order)
        .usingRecursiveComparison()
        .comparingOnlyFields(
            "createdAt",
            "updatedAt",
            "number",
            "customerId",
            "status",
            "placedAt",
            "shippingAddress",
            "shippingCost",
            "discount",
            "giftNote",
            "archived",
            "lines",
            "history")
        .isEqualTo(details);
  }

  @Test
  void updateTakesAllDetails() {
    Order order = OrderSamples.order();
    OrderDetails details = OrderSamples.details();

    order.update(details);

    assertThat(order)
        .usingRecursiveComparison()
        .comparingOnlyFields(
            "createdAt",
            "updatedAt",
            "number",
            "customerId",
            "status",
            "placedAt",
            "shippingAddress",
            "shippingCost",
            "discount",
            "giftNote",
            "archived",
            "lines",
            "history")
        .isEqualTo(details);
  }

  @Test
  void aChangeOfAnotherVersionIsRefused() {
    Order order = OrderSamples.order();

    assertThatThrownBy(() -> order.expectVersion(7L)).isInstanceOf(StaleVersionException.class);
  }
}
