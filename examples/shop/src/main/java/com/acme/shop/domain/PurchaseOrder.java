package com.acme.shop.domain;

import com.acme.shop.common.BaseEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;

/** What was ordered from a supplier to fill a stock item up again. */
@Entity
public class PurchaseOrder extends BaseEntity {

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "supplier_id")
  private Supplier supplier;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "stock_item_id")
  private StockItem stockItem;

  private int quantity;

  @Column(name = "expected_on")
  private LocalDate expectedOn;

  @Column(name = "received_on")
  private LocalDate receivedOn;

  protected PurchaseOrder() {}

  public PurchaseOrder(Supplier supplier, StockItem stockItem, int quantity, LocalDate expectedOn) {
    this.supplier = supplier;
    this.stockItem = stockItem;
    this.quantity = quantity;
    this.expectedOn = expectedOn;
  }

  public void receive(LocalDate day) {
    receivedOn = day;
    stockItem.receive(quantity);
  }

  public boolean isOpen() {
    return receivedOn == null;
  }

  public Supplier getSupplier() {
    return supplier;
  }

  public StockItem getStockItem() {
    return stockItem;
  }

  public int getQuantity() {
    return quantity;
  }

  public LocalDate getExpectedOn() {
    return expectedOn;
  }

  public LocalDate getReceivedOn() {
    return receivedOn;
  }
}
