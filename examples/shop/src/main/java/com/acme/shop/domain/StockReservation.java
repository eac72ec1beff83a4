package com.acme.shop.domain;

import com.acme.shop.common.BaseEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** Stock that is kept for an order. */
@Entity
@Table(name = "stock_reservations")
public class StockReservation extends BaseEntity {

  /** What became of the stock. */
  public enum Status {
    HELD,
    CONFIRMED,
    RELEASED
  }

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "stock_item_id")
  private StockItem stockItem;

  @Column(name = "order_number", length = 20)
  private String orderNumber;

  private int quantity;

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  private Status status = Status.HELD;

  @Column(name = "expires_at")
  private LocalDateTime expiresAt;

  protected StockReservation() {}

  public StockReservation(
      StockItem stockItem, String orderNumber, int quantity, LocalDateTime expiresAt) {
    this.stockItem = stockItem;
    this.orderNumber = orderNumber;
    this.quantity = quantity;
    this.expiresAt = expiresAt;
  }

  public void confirm() {
    status = Status.CONFIRMED;
    stockItem.pick(quantity);
  }

  public void release() {
    status = Status.RELEASED;
  }

  public boolean isHeld() {
    return status == Status.HELD;
  }

  public StockItem getStockItem() {
    return stockItem;
  }

  public String getOrderNumber() {
    return orderNumber;
  }

  public int getQuantity() {
    return quantity;
  }

  public Status getStatus() {
    return status;
  }

  public LocalDateTime getExpiresAt() {
    return expiresAt;
  }
}
