package com.acme.shop.service;

import com.acme.shop.common.Address;
import com.acme.shop.domain.Customer;
import com.acme.shop.domain.Product;
import com.acme.shop.dto.RegistrationForm;
import com.acme.shop.repository.CustomerSummary;
import java.util.List;
import java.util.Set;

/** Looks after the accounts of customers. */
public interface CustomerService {

  Customer register(RegistrationForm form);

  Customer login(String email, String password, String remoteAddress);

  Customer getCustomer(Long id);

  Customer getByEmail(String email);

  List<CustomerSummary> listActive();

  void changeAddress(Long id, Address address);

  Set<Product> addToWishlist(Long id, String sku);

  void removeFromWishlist(Long id, String sku);

  void creditLoyaltyPoints(Long id, int points);
}
