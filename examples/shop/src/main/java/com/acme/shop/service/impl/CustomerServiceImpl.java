package com.acme.shop.service.impl;

import com.acme.shop.common.Address;
import com.acme.shop.common.BusinessException;
import com.acme.shop.common.ConflictException;
import com.acme.shop.common.NotFoundException;
import com.acme.shop.domain.Customer;
import com.acme.shop.domain.Product;
import com.acme.shop.dto.RegistrationForm;
import com.acme.shop.event.CustomerRegisteredEvent;
import com.acme.shop.legacy.LoginAuditDao;
import com.acme.shop.repository.CustomerRepository;
import com.acme.shop.repository.CustomerSummary;
import com.acme.shop.repository.ProductRepository;
import com.acme.shop.service.CustomerService;
import com.acme.shop.util.PasswordHasher;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customer service on the database. */
@Service
public class CustomerServiceImpl implements CustomerService {

  private static final int MAX_FAILED_LOGINS = 5;

  @Autowired private CustomerRepository customerRepository;
  @Autowired private ProductRepository productRepository;
  @Autowired private PasswordHasher passwordHasher;
  @Autowired private LoginAuditDao loginAuditDao;
  @Autowired private ApplicationEventPublisher events;

  @Override
  @Transactional
  public Customer register(RegistrationForm form) {
    String email = form.getEmail().trim().toLowerCase(Locale.ROOT);
    if (customerRepository.existsByEmailIgnoreCase(email)) {
      throw new ConflictException("There is an account for " + email + " already");
    }
    Customer customer =
        new Customer(email, form.getFirstName(), form.getLastName(), form.toAddress());
    customer.setPasswordHash(passwordHasher.hash(form.getPassword()));
    customerRepository.save(customer);
    events.publishEvent(new CustomerRegisteredEvent(customer, form.isNewsletter()));
    return customer;
  }

  @Override
  public Customer login(String email, String password, String remoteAddress) {
    if (loginAuditDao.countRecentFailures(email) >= MAX_FAILED_LOGINS) {
      throw new BusinessException("Too many failed logins, please try again later");
    }
    Customer customer =
        customerRepository
            .findByEmailIgnoreCase(email)
            .filter(c -> !c.isBlocked())
            .filter(c -> passwordHasher.matches(password, c.getPasswordHash()))
            .orElse(null);
    loginAuditDao.record(email, remoteAddress, customer != null);
    if (customer == null) {
      throw new BusinessException("Wrong e-mail address or password");
    }
    return customer;
  }

  @Override
  @Transactional(readOnly = true)
  public Customer getCustomer(Long id) {
    return customerRepository.findById(id).orElseThrow(() -> new NotFoundException("Customer", id));
  }

  @Override
  public Customer getByEmail(String email) {
    return customerRepository
        .findByEmailIgnoreCase(email)
        .orElseThrow(() -> new NotFoundException("Customer", email));
  }

  @Override
  public List<CustomerSummary> listActive() {
    return customerRepository.findByBlockedFalseOrderByLastNameAsc();
  }

  @Override
  @Transactional
  public void changeAddress(Long id, Address address) {
    getCustomer(id).moveTo(address);
  }

  @Override
  @Transactional
  public Set<Product> addToWishlist(Long id, String sku) {
    Customer customer = withWishlist(id);
    customer.wish(product(sku));
    return customer.getWishlist();
  }

  @Override
  @Transactional
  public void removeFromWishlist(Long id, String sku) {
    if (!withWishlist(id).unwish(product(sku))) {
      throw new NotFoundException("Wish", sku);
    }
  }

  @Override
  @Transactional
  public void creditLoyaltyPoints(Long id, int points) {
    if (points > 0) {
      customerRepository.addLoyaltyPoints(id, points);
    }
  }

  private Customer withWishlist(Long id) {
    return customerRepository
        .findWithWishlistById(id)
        .orElseThrow(() -> new NotFoundException("Customer", id));
  }

  private Product product(String sku) {
    return productRepository
        .findBySku(sku)
        .orElseThrow(() -> new NotFoundException("Product", sku));
  }
}
