// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.rest;

import com.acme.orders.domain.Address;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

record AddressBody(
    @NotBlank @Size(max = 100) String street,
    @NotBlank @Size(max = 100) String city,
    @NotNull @Pattern(regexp = "[A-Z]{2}") String country) {

  static AddressBody of(Address address) {
    return new AddressBody(address.street(), address.city(), address.country());
  }

  Address toDomain() {
    return new Address(street, city, country);
  }
}
