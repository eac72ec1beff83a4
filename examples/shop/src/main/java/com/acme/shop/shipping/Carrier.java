package com.acme.shop.shipping;

import com.acme.shop.common.BaseEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/** A company that carries parcels. */
@Entity
public class Carrier extends BaseEntity {

  @Column(nullable = false, length = 20)
  private String code;

  @Column(nullable = false, length = 80)
  private String name;

  @Column(name = "tracking_url", length = 200)
  private String trackingUrl;

  private boolean active;

  protected Carrier() {}

  public Carrier(String code, String name, String trackingUrl) {
    this.code = code;
    this.name = name;
    this.trackingUrl = trackingUrl;
    this.active = true;
  }

  public String trackingLink(String trackingNumber) {
    return trackingUrl.replace("{number}", trackingNumber);
  }

  public String getCode() {
    return code;
  }

  public String getName() {
    return name;
  }

  public boolean isActive() {
    return active;
  }
}
