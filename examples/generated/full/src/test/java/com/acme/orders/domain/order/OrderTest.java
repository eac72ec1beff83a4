// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.orders.domain.CardPayment;
import com.acme.orders.domain.RuleViolationException;
import com.acme.orders.domain.StaleVersionException;
import org.junit.jupiter.api.Test;

class OrderTest {

  @Test
  void aNewOneIsWhatWasSaidOfIt() {
    OrderDetails details = OrderSamples.details();

    Order order = new Order(OrderSamples.id(), details);

    assertThat(order)
        .usingRecursiveComparison()
        .comparingOnlyFields(
            "number",
            "customerId",
            "placedAt",
            "dueOn",
            "total",
            "discount",
            "deliverTo",
            "lines",
            "labels",
            "note")
        .isEqualTo(details);
    assertThat(order.status()).isEqualTo(OrderStatus.NEW);
    assertThat(order.domainEvents()).singleElement().isInstanceOf(OrderEvent.OrderPlaced.class);
  }

  @Test
  void updateTakesAllDetails() {
    Order order = OrderSamples.order();
    OrderDetails details = OrderSamples.details();

    order.update(details);

    assertThat(order)
        .usingRecursiveComparison()
        .comparingOnlyFields(
            "number",
            "customerId",
            "placedAt",
            "dueOn",
            "total",
            "discount",
            "deliverTo",
            "lines",
            "labels",
            "note")
        .isEqualTo(details);
  }

  @Test
  void payReachesItsStateAndTellsSo() {
    Order order = OrderSamples.order();

    order.pay(new CardPayment("token", "0000"));

    assertThat(order.status()).isEqualTo(OrderStatus.PAID);
    assertThat(order.domainEvents()).last().isInstanceOf(OrderEvent.OrderPaid.class);
  }

  @Test
  void payIsRefusedWhereItIsSoAlready() {
    Order order = OrderSamples.order();
    order.pay(new CardPayment("token", "0000"));

    assertThatThrownBy(() -> order.pay(new CardPayment("token", "0000")))
        .isInstanceOf(RuleViolationException.class);
  }

  @Test
  void cancelReachesItsStateAndTellsSo() {
    Order order = OrderSamples.order();

    order.cancel("reason");

    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(order.domainEvents()).last().isInstanceOf(OrderEvent.OrderCancelled.class);
  }

  @Test
  void cancelIsRefusedWhereItIsSoAlready() {
    Order order = OrderSamples.order();
    order.cancel("reason");

    assertThatThrownBy(() -> order.cancel("reason")).isInstanceOf(RuleViolationException.class);
  }

  @Test
  void aChangeOfAnotherVersionIsRefused() {
    Order order = OrderSamples.order();

    assertThatThrownBy(() -> order.expectVersion(7L)).isInstanceOf(StaleVersionException.class);
  }
}
