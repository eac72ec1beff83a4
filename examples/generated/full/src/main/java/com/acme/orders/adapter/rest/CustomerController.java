// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.rest;

import com.acme.orders.application.CustomerService;
import com.acme.orders.domain.customer.Customer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/customers")
class CustomerController {

  private final CustomerService service;

  CustomerController(CustomerService service) {
    this.service = service;
  }

  @PostMapping
  ResponseEntity<CustomerResponse> create(@Valid @RequestBody CustomerRequest request) {
    Customer customer = service.create(request.toDomain());
    return ResponseEntity.created(URI.create("/customers/" + customer.id()))
        .eTag(String.valueOf(customer.version()))
        .body(CustomerResponse.of(customer));
  }

  @GetMapping("/{id}")
  ResponseEntity<CustomerResponse> get(@PathVariable long id) {
    return ok(service.get(id));
  }

  @GetMapping
  CustomerPage list(
      @RequestParam(defaultValue = "0") @Min(0) @Max(200) int pageSize,
      @RequestParam(required = false) @Nullable String pageToken) {
    return CustomerPage.of(service.list(pageSize, pageToken));
  }

  private static ResponseEntity<CustomerResponse> ok(Customer customer) {
    return ResponseEntity.ok()
        .eTag(String.valueOf(customer.version()))
        .body(CustomerResponse.of(customer));
  }
}
