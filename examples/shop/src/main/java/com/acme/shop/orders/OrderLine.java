package com.acme.shop.orders;

import com.acme.shop.common.BaseEntity;
import com.acme.shop.common.Money;
import com.acme.shop.domain.Product;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** One product of an order, at the price of that day. */
@Entity
@Table(name = "order_lines")
public class OrderLine extends BaseEntity {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "order_id")
  private Order order;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "product_id")
  private Product product;

  @Column(name = "product_name", length = 120)
  private String productName;

  private int quantity;

  @Embedded
  @AttributeOverride(name = "amount", column = @Column(name = "unit_amount"))
  @AttributeOverride(name = "currency", column = @Column(name = "unit_currency"))
  private Money unitPrice;

  protected OrderLine() {}

  OrderLine(Order order, Product product, int quantity, Money unitPrice) {
    this.order = order;
    this.product = product;
    this.productName = product.getName();
    this.quantity = quantity;
    this.unitPrice = unitPrice;
  }

  public Money getTotal() {
    return unitPrice.times(quantity);
  }

  public Order getOrder() {
    return order;
  }

  public Product getProduct() {
    return product;
  }

  public String getProductName() {
    return productName;
  }

  public int getQuantity() {
    return quantity;
  }

  public Money getUnitPrice() {
    return unitPrice;
  }
}
