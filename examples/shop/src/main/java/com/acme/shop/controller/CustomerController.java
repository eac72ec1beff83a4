package com.acme.shop.controller;

import com.acme.shop.common.Address;
import com.acme.shop.domain.Customer;
import com.acme.shop.domain.Product;
import com.acme.shop.dto.ProductDto;
import com.acme.shop.dto.RegistrationForm;
import com.acme.shop.service.CustomerService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts over HTTP. */
@RestController
@RequestMapping(ApiPaths.CUSTOMERS)
public class CustomerController {

  /** What is told of a customer. */
  public record CustomerView(Long id, String email, String name, String address, int points) {

    static CustomerView of(Customer customer) {
      return new CustomerView(
          customer.getId(),
          customer.getEmail(),
          customer.getFullName(),
          customer.getAddress() == null ? "" : customer.getAddress().toLabel(),
          customer.getLoyaltyPoints());
    }
  }

  /** What a login sends. */
  public record LoginRequest(String email, String password) {}

  /** A new address. */
  public record AddressRequest(String street, String zipCode, String city, String countryCode) {}

  @Autowired private CustomerService customerService;

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  public CustomerView register(@Valid @RequestBody RegistrationForm form) {
    return CustomerView.of(customerService.register(form));
  }

  @PostMapping("/login")
  public CustomerView login(@RequestBody LoginRequest login, HttpServletRequest request) {
    return CustomerView.of(
        customerService.login(login.email(), login.password(), request.getRemoteAddr()));
  }

  @GetMapping(ApiPaths.BY_ID)
  public CustomerView show(@PathVariable Long id) {
    return CustomerView.of(customerService.getCustomer(id));
  }

  @PutMapping(ApiPaths.BY_ID + "/address")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void move(@PathVariable Long id, @RequestBody AddressRequest to) {
    customerService.changeAddress(
        id, new Address(to.street(), to.zipCode(), to.city(), to.countryCode()));
  }

  @PostMapping("/{id}/wishlist")
  public List<ProductDto> wish(@PathVariable Long id, @RequestParam String sku) {
    return customerService.addToWishlist(id, sku).stream()
        .filter(Product::isSellable)
        .map(ProductDto::from)
        .toList();
  }

  @DeleteMapping("/{id}/wishlist/{sku}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void unwish(@PathVariable Long id, @PathVariable String sku) {
    customerService.removeFromWishlist(id, sku);
  }
}
