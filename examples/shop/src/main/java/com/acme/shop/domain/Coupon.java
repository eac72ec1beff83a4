package com.acme.shop.domain;

import com.acme.shop.common.BaseEntity;
import com.acme.shop.common.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A code that makes a cart cheaper. */
@Entity
@Table(name = "coupons")
public class Coupon extends BaseEntity {

  @Column(nullable = false, length = 20)
  private String code;

  @Column(name = "percent_off")
  private int percentOff;

  @Column(name = "valid_until")
  private LocalDate validUntil;

  @Column(name = "max_uses")
  private int maxUses;

  @Column(name = "times_used")
  private int timesUsed;

  protected Coupon() {}

  public Coupon(String code, int percentOff, LocalDate validUntil, int maxUses) {
    this.code = code;
    this.percentOff = percentOff;
    this.validUntil = validUntil;
    this.maxUses = maxUses;
  }

  public boolean isUsable(LocalDate day) {
    return timesUsed < maxUses && (validUntil == null || !day.isAfter(validUntil));
  }

  public Money discountOn(Money subtotal) {
    return subtotal.percent(percentOff);
  }

  public String getCode() {
    return code;
  }

  public int getPercentOff() {
    return percentOff;
  }

  public LocalDate getValidUntil() {
    return validUntil;
  }

  public int getTimesUsed() {
    return timesUsed;
  }
}
