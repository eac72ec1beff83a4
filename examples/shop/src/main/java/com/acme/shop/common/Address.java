package com.acme.shop.common;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A postal address. */
@Embeddable
public class Address {

  @Column(name = "street", length = 120)
  private String street;

  @Column(name = "zip_code", length = 12)
  private String zipCode;

  @Column(name = "city", length = 80)
  private String city;

  @Column(name = "country_code", length = 2)
  private String countryCode;

  protected Address() {}

  public Address(String street, String zipCode, String city, String countryCode) {
    this.street = street;
    this.zipCode = zipCode;
    this.city = city;
    this.countryCode = countryCode;
  }

  public String getStreet() {
    return street;
  }

  public String getZipCode() {
    return zipCode;
  }

  public String getCity() {
    return city;
  }

  public String getCountryCode() {
    return countryCode;
  }

  public boolean isDomestic() {
    return "DE".equals(countryCode);
  }

  public String toLabel() {
    return street + ", " + zipCode + " " + city + ", " + countryCode;
  }
}
