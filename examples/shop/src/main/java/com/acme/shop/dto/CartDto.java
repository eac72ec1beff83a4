package com.acme.shop.dto;

import com.acme.shop.domain.Cart;
import com.acme.shop.domain.CartItem;
import java.math.BigDecimal;
import java.util.List;

/** A cart as the web pages get it. */
public record CartDto(List<Line> lines, BigDecimal discount, BigDecimal total, String coupon) {

  /** One product of the cart. */
  public record Line(String sku, String name, int quantity, BigDecimal total) {

    static Line of(CartItem item) {
      return new Line(
          item.getProduct().getSku(),
          item.getProduct().getName(),
          item.getQuantity(),
          item.getTotal().getAmount());
    }
  }

  public static CartDto from(Cart cart) {
    return new CartDto(
        cart.getItems().stream().map(Line::of).toList(),
        cart.getDiscount().getAmount(),
        cart.getTotal().getAmount(),
        cart.getCoupon() == null ? null : cart.getCoupon().getCode());
  }
}
