package com.acme.shop.domain;

import com.acme.shop.common.BaseEntity;
import com.acme.shop.common.Money;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDateTime;

/** A price that a product no longer has, kept for the thirty day rule. */
@Entity
public class PriceChange extends BaseEntity {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "product_id")
  private Product product;

  @Embedded
  @AttributeOverride(name = "amount", column = @Column(name = "old_amount"))
  @AttributeOverride(name = "currency", column = @Column(name = "old_currency"))
  private Money oldPrice;

  @Column(name = "changed_at")
  private LocalDateTime changedAt;

  protected PriceChange() {}

  public PriceChange(Product product, Money oldPrice, LocalDateTime changedAt) {
    this.product = product;
    this.oldPrice = oldPrice;
    this.changedAt = changedAt;
  }

  public Product getProduct() {
    return product;
  }

  public Money getOldPrice() {
    return oldPrice;
  }

  public LocalDateTime getChangedAt() {
    return changedAt;
  }
}
