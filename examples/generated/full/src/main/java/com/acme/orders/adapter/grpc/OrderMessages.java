// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.grpc;

import com.acme.orders.domain.InvalidValueException;
import com.acme.orders.domain.order.Order;
import com.acme.orders.domain.order.OrderDetails;
import com.acme.orders.domain.order.OrderLine;
import com.acme.orders.domain.order.OrderStatus;
import com.acme.orders.v1.OrderProto;

/** Orders, as messages and back. */
final class OrderMessages {

  private OrderMessages() {}

  static OrderDetails details(OrderProto.OrderDetails message) {
    return new OrderDetails(
        message.getNumber(),
        ValueMessages.uuid(message.getCustomerId()),
        ValueMessages.instant(message.getPlacedAt()),
        message.hasDueOn() ? ValueMessages.date(message.getDueOn()) : null,
        ValueMessages.money(message.getTotal()),
        message.hasDiscount() ? ValueMessages.decimal(message.getDiscount()) : null,
        ValueMessages.address(message.getDeliverTo()),
        message.getLinesList().stream().map(OrderMessages::orderLine).toList(),
        message.getLabelsMap(),
        message.hasNote() ? message.getNote() : null);
  }

  static OrderProto.OrderDetails message(OrderDetails details) {
    OrderProto.OrderDetails.Builder message =
        OrderProto.OrderDetails.newBuilder()
            .setNumber(details.number())
            .setCustomerId(details.customerId().toString())
            .setPlacedAt(ValueMessages.message(details.placedAt()))
            .setTotal(ValueMessages.message(details.total()))
            .setDeliverTo(ValueMessages.message(details.deliverTo()))
            .addAllLines(details.lines().stream().map(OrderMessages::message).toList())
            .putAllLabels(details.labels());
    if (details.dueOn() != null) {
      message.setDueOn(ValueMessages.message(details.dueOn()));
    }
    if (details.discount() != null) {
      message.setDiscount(ValueMessages.message(details.discount()));
    }
    if (details.note() != null) {
      message.setNote(details.note());
    }
    return message.build();
  }

  static OrderProto.Order message(Order order) {
    OrderProto.Order.Builder message =
        OrderProto.Order.newBuilder()
            .setId(order.id().toString())
            .setVersion(order.version())
            .setNumber(order.number())
            .setCustomerId(order.customerId().toString())
            .setPlacedAt(ValueMessages.message(order.placedAt()))
            .setStatus(OrderMessages.message(order.status()))
            .setTotal(ValueMessages.message(order.total()))
            .setDeliverTo(ValueMessages.message(order.deliverTo()))
            .addAllLines(order.lines().stream().map(OrderMessages::message).toList())
            .putAllLabels(order.labels());
    if (order.dueOn() != null) {
      message.setDueOn(ValueMessages.message(order.dueOn()));
    }
    if (order.discount() != null) {
      message.setDiscount(ValueMessages.message(order.discount()));
    }
    if (order.note() != null) {
      message.setNote(order.note());
    }
    return message.build();
  }

  static OrderLine orderLine(OrderProto.OrderLine message) {
    return new OrderLine(
        message.hasId() ? ValueMessages.uuid(message.getId()) : null,
        ValueMessages.uuid(message.getProductId()),
        message.getName(),
        message.getQuantity(),
        ValueMessages.money(message.getPrice()));
  }

  static OrderProto.OrderLine message(OrderLine orderLine) {
    return OrderProto.OrderLine.newBuilder()
        .setId(orderLine.id().toString())
        .setProductId(orderLine.productId().toString())
        .setName(orderLine.name())
        .setQuantity(orderLine.quantity())
        .setPrice(ValueMessages.message(orderLine.price()))
        .build();
  }

  static OrderStatus orderStatus(OrderProto.OrderStatus message) {
    return switch (message) {
      case ORDER_STATUS_NEW -> OrderStatus.NEW;
      case ORDER_STATUS_PAID -> OrderStatus.PAID;
      case ORDER_STATUS_SHIPPED -> OrderStatus.SHIPPED;
      case ORDER_STATUS_CANCELLED -> OrderStatus.CANCELLED;
      default -> throw new InvalidValueException("orderStatus", "must be given");
    };
  }

  static OrderProto.OrderStatus message(OrderStatus orderStatus) {
    return switch (orderStatus) {
      case NEW -> OrderProto.OrderStatus.ORDER_STATUS_NEW;
      case PAID -> OrderProto.OrderStatus.ORDER_STATUS_PAID;
      case SHIPPED -> OrderProto.OrderStatus.ORDER_STATUS_SHIPPED;
      case CANCELLED -> OrderProto.OrderStatus.ORDER_STATUS_CANCELLED;
    };
  }
}
