package com.acme.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrderStatusTest {

  @Test
  void followsTheNormalWay() {
    assertThat(OrderStatus.NEW.canBecome(OrderStatus.PAID)).isTrue();
    assertThat(OrderStatus.PAID.canBecome(OrderStatus.SHIPPED)).isTrue();
    assertThat(OrderStatus.SHIPPED.canBecome(OrderStatus.DELIVERED)).isTrue();
  }

  @Test
  void cannotBeCancelledOnceShipped() {
    assertThat(OrderStatus.PAID.canBecome(OrderStatus.CANCELLED)).isTrue();
    assertThat(OrderStatus.SHIPPED.canBecome(OrderStatus.CANCELLED)).isFalse();
  }
}
