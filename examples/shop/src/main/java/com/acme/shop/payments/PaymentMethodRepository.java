package com.acme.shop.payments;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** Finds and stores payment methods. */
public interface PaymentMethodRepository extends JpaRepository<PaymentMethod, Long> {

  Optional<PaymentMethod> findByIdAndCustomerIdAndActiveTrue(Long id, Long customerId);

  List<PaymentMethod> findByCustomerIdAndActiveTrueOrderById(Long customerId);
}
