package com.acme.shop.domain;

import com.acme.shop.common.Address;
import com.acme.shop.common.BaseEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;

/** A place where stock is kept. */
@Entity
public class Warehouse extends BaseEntity {

  @Column(nullable = false, length = 10)
  private String code;

  @Column(nullable = false, length = 80)
  private String name;

  @Embedded private Address address;

  protected Warehouse() {}

  public Warehouse(String code, String name, Address address) {
    this.code = code;
    this.name = name;
    this.address = address;
  }

  public String getCode() {
    return code;
  }

  public String getName() {
    return name;
  }

  public Address getAddress() {
    return address;
  }
}
