// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain;

import org.jspecify.annotations.Nullable;

public record Address(
    @Nullable String street,
    @Nullable String zipCode,
    @Nullable String city,
    @Nullable String countryCode) {

  public Address {
    if (street != null) {
      Check.text("street", street, 120);
    }
    if (zipCode != null) {
      Check.text("zipCode", zipCode, 12);
    }
    if (city != null) {
      Check.text("city", city, 80);
    }
    if (countryCode != null) {
      Check.text("countryCode", countryCode, 2);
    }
  }
}
