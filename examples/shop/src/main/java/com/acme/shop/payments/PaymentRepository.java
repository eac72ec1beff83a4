package com.acme.shop.payments;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

/** Finds and stores payments. */
public interface PaymentRepository extends JpaRepository<Payment, Long> {

  List<Payment> findByOrderNumberOrderById(String orderNumber);

  @Query(
      "select sum(p.amount.amount) from Payment p join p.order o"
          + " where o.customer.id = :customerId"
          + " and p.status = com.acme.shop.payments.Payment.Status.CAPTURED")
  BigDecimal sumOfCustomer(@Param("customerId") Long customerId);
}
