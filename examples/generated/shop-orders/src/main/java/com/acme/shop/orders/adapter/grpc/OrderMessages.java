// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.grpc;

import com.acme.shop.orders.domain.InvalidValueException;
import com.acme.shop.orders.domain.order.Order;
import com.acme.shop.orders.domain.order.OrderDetails;
import com.acme.shop.orders.domain.order.OrderLine;
import com.acme.shop.orders.domain.order.OrderStatus;
import com.acme.shop.orders.v1.OrderProto;

/** Orders, as messages and back. */
final class OrderMessages {

  private OrderMessages() {}

  static OrderDetails details(OrderProto.OrderDetails message) {
    return new OrderDetails(
        ValueMessages.instant(message.getCreatedAt()),
        ValueMessages.instant(message.getUpdatedAt()),
        message.getNumber(),
        message.getCustomerId(),
        OrderMessages.orderStatus(message.getStatus()),
        ValueMessages.instant(message.getPlacedAt()),
        message.hasShippingAddress() ? ValueMessages.address(message.getShippingAddress()) : null,
        message.hasShippingCost() ? ValueMessages.money(message.getShippingCost()) : null,
        message.hasDiscount() ? ValueMessages.money(message.getDiscount()) : null,
        message.hasGiftNote() ? message.getGiftNote() : null,
        message.getArchived(),
        message.getLinesList().stream().map(OrderMessages::orderLine).toList(),
        message.getHistoryList().stream().map(ValueMessages::statusChange).toList());
  }

  static OrderProto.OrderDetails message(OrderDetails details) {
    OrderProto.OrderDetails.Builder message =
        OrderProto.OrderDetails.newBuilder()
            .setCreatedAt(ValueMessages.message(details.createdAt()))
            .setUpdatedAt(ValueMessages.message(details.updatedAt()))
            .setNumber(details.number())
            .setCustomerId(details.customerId())
            .setStatus(OrderMessages.message(details.status()))
            .setPlacedAt(ValueMessages.message(details.placedAt()))
            .setArchived(details.archived())
            .addAllLines(details.lines().stream().map(OrderMessages::message).toList())
            .addAllHistory(details.history().stream().map(ValueMessages::message).toList());
    if (details.shippingAddress() != null) {
      message.setShippingAddress(ValueMessages.message(details.shippingAddress()));
    }
    if (details.shippingCost() != null) {
      message.setShippingCost(ValueMessages.message(details.shippingCost()));
    }
    if (details.discount() != null) {
      message.setDiscount(ValueMessages.message(details.discount()));
    }
    if (details.giftNote() != null) {
      message.setGiftNote(details.giftNote());
    }
    return message.build();
  }

  static OrderProto.Order message(Order order) {
    OrderProto.Order.Builder message =
        OrderProto.Order.newBuilder()
            .setId(order.id())
            .setVersion(order.version())
            .setCreatedAt(ValueMessages.message(order.createdAt()))
            .setUpdatedAt(ValueMessages.message(order.updatedAt()))
            .setNumber(order.number())
            .setCustomerId(order.customerId())
            .setStatus(OrderMessages.message(order.status()))
            .setPlacedAt(ValueMessages.message(order.placedAt()))
            .setArchived(order.archived())
            .addAllLines(order.lines().stream().map(OrderMessages::message).toList())
            .addAllHistory(order.history().stream().map(ValueMessages::message).toList());
    if (order.shippingAddress() != null) {
      message.setShippingAddress(ValueMessages.message(order.shippingAddress()));
    }
    if (order.shippingCost() != null) {
      message.setShippingCost(ValueMessages.message(order.shippingCost()));
    }
    if (order.discount() != null) {
      message.setDiscount(ValueMessages.message(order.discount()));
    }
    if (order.giftNote() != null) {
      message.setGiftNote(order.giftNote());
    }
    return message.build();
  }

  static OrderLine orderLine(OrderProto.OrderLine message) {
    return new OrderLine(
        message.hasId() ? ValueMessages.uuid(message.getId()) : null,
        ValueMessages.instant(message.getCreatedAt()),
        ValueMessages.instant(message.getUpdatedAt()),
        message.getProductId(),
        message.hasProductName() ? message.getProductName() : null,
        message.getQuantity(),
        message.hasUnitPrice() ? ValueMessages.money(message.getUnitPrice()) : null);
  }

  static OrderProto.OrderLine message(OrderLine orderLine) {
    OrderProto.OrderLine.Builder message =
        OrderProto.OrderLine.newBuilder()
            .setId(orderLine.id().toString())
            .setCreatedAt(ValueMessages.message(orderLine.createdAt()))
            .setUpdatedAt(ValueMessages.message(orderLine.updatedAt()))
            .setProductId(orderLine.productId())
            .setQuantity(orderLine.quantity());
    if (orderLine.productName() != null) {
      message.setProductName(orderLine.productName());
    }
    if (orderLine.unitPrice() != null) {
      message.setUnitPrice(ValueMessages.message(orderLine.unitPrice()));
    }
    return message.build();
  }

  static OrderStatus orderStatus(OrderProto.OrderStatus message) {
    return switch (message) {
      case ORDER_STATUS_NEW -> OrderStatus.NEW;
      case ORDER_STATUS_PAID -> OrderStatus.PAID;
      case ORDER_STATUS_SHIPPED -> OrderStatus.SHIPPED;
      case ORDER_STATUS_DELIVERED -> OrderStatus.DELIVERED;
      case ORDER_STATUS_CANCELLED -> OrderStatus.CANCELLED;
      default -> throw new InvalidValueException("orderStatus", "must be given");
    };
  }

  static OrderProto.OrderStatus message(OrderStatus orderStatus) {
    return switch (orderStatus) {
      case NEW -> OrderProto.OrderStatus.ORDER_STATUS_NEW;
      case PAID -> OrderProto.OrderStatus.ORDER_STATUS_PAID;
      case SHIPPED -> OrderProto.OrderStatus.ORDER_STATUS_SHIPPED;
      case DELIVERED -> OrderProto.OrderStatus.ORDER_STATUS_DELIVERED;
      case CANCELLED -> OrderProto.OrderStatus.ORDER_STATUS_CANCELLED;
    };
  }
}
