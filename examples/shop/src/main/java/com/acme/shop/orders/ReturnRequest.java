package com.acme.shop.orders;

import com.acme.shop.common.BaseEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** A line that a customer wants to send back. */
@Entity
public class ReturnRequest extends BaseEntity {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "order_line_id")
  private OrderLine line;

  private int quantity;

  @Column(length = 400)
  private String reason;

  private boolean accepted;

  protected ReturnRequest() {}

  public ReturnRequest(OrderLine line, int quantity, String reason) {
    this.line = line;
    this.quantity = quantity;
    this.reason = reason;
  }

  public void accept() {
    accepted = true;
  }

  public OrderLine getLine() {
    return line;
  }

  public int getQuantity() {
    return quantity;
  }

  public String getReason() {
    return reason;
  }

  public boolean isAccepted() {
    return accepted;
  }
}
