package com.acme.shop.shipping;

import com.acme.shop.common.BaseEntity;
import com.acme.shop.common.Money;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** What a carrier asks for a parcel to a country. */
@Entity
public class ShippingRate extends BaseEntity {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "carrier_id")
  private Carrier carrier;

  @Column(name = "country_code", length = 2)
  private String countryCode;

  @Column(name = "max_weight_grams")
  private int maxWeightGrams;

  @Embedded
  @AttributeOverride(name = "amount", column = @Column(name = "price_amount"))
  @AttributeOverride(name = "currency", column = @Column(name = "price_currency"))
  private Money price;

  protected ShippingRate() {}

  public ShippingRate(Carrier carrier, String countryCode, int maxWeightGrams, Money price) {
    this.carrier = carrier;
    this.countryCode = countryCode;
    this.maxWeightGrams = maxWeightGrams;
    this.price = price;
  }

  public Carrier getCarrier() {
    return carrier;
  }

  public String getCountryCode() {
    return countryCode;
  }

  public int getMaxWeightGrams() {
    return maxWeightGrams;
  }

  public Money getPrice() {
    return price;
  }
}
