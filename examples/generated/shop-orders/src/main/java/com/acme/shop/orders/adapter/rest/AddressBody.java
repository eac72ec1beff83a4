// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.rest;

import com.acme.shop.orders.domain.Address;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record AddressBody(
    @Nullable @Size(min = 1, max = 120) String street,
    @Nullable @Size(min = 1, max = 12) String zipCode,
    @Nullable @Size(min = 1, max = 80) String city,
    @Nullable @Size(min = 1, max = 2) String countryCode) {

  static AddressBody of(Address address) {
    return new AddressBody(
        address.street(), address.zipCode(), address.city(), address.countryCode());
  }

  Address toDomain() {
    return new Address(street, zipCode, city, countryCode);
  }
}
