package com.acme.shop.domain;

import com.acme.shop.common.BaseEntity;
import com.acme.shop.common.ConflictException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** How much of a product lies in a warehouse. */
@Entity
@Table(name = "stock_items")
public class StockItem extends BaseEntity {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "product_id")
  private Product product;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "warehouse_id")
  private Warehouse warehouse;

  @Column(name = "on_hand")
  private int onHand;

  private int reserved;

  @Column(name = "reorder_level")
  private int reorderLevel;

  protected StockItem() {}

  public StockItem(Product product, Warehouse warehouse, int onHand, int reorderLevel) {
    this.product = product;
    this.warehouse = warehouse;
    this.onHand = onHand;
    this.reorderLevel = reorderLevel;
  }

  public int getAvailable() {
    return onHand - reserved;
  }

  public boolean isBelowReorderLevel() {
    return getAvailable() < reorderLevel;
  }

  public void reserve(int quantity) {
    if (quantity > getAvailable()) {
      throw new ConflictException("Only " + getAvailable() + " left of " + product.getName());
    }
    reserved += quantity;
  }

  public void pick(int quantity) {
    reserved -= quantity;
    onHand -= quantity;
  }

  public void receive(int quantity) {
    onHand += quantity;
  }

  public Product getProduct() {
    return product;
  }

  public Warehouse getWarehouse() {
    return warehouse;
  }

  public int getOnHand() {
    return onHand;
  }

  public int getReserved() {
    return reserved;
  }

  public int getReorderLevel() {
    return reorderLevel;
  }
}
