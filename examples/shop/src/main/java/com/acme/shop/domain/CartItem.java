package com.acme.shop.domain;

import com.acme.shop.common.BaseEntity;
import com.acme.shop.common.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** A product in a cart. */
@Entity
public class CartItem extends BaseEntity {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "cart_id")
  private Cart cart;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "product_id")
  private Product product;

  private int quantity;

  protected CartItem() {}

  CartItem(Cart cart, Product product, int quantity) {
    this.cart = cart;
    this.product = product;
    this.quantity = quantity;
  }

  void increase(int by) {
    quantity += by;
  }

  public Money getTotal() {
    return product.getPrice().times(quantity);
  }

  public Cart getCart() {
    return cart;
  }

  public Product getProduct() {
    return product;
  }

  public int getQuantity() {
    return quantity;
  }
}
