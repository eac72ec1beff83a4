// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.rest;

import com.acme.orders.domain.customer.CustomerDetails;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record CustomerRequest(
    @NotNull @Email @Size(max = 254) String email,
    @NotBlank @Size(max = 100) String name,
    @NotNull Boolean active) {

  CustomerDetails toDomain() {
    return new CustomerDetails(email, name, active);
  }
}
