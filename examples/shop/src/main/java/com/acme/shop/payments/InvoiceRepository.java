package com.acme.shop.payments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

/** Finds and stores invoices. */
public interface InvoiceRepository extends JpaRepository<Invoice, Long> {

  Optional<Invoice> findByNumber(String number);

  @Query(
      "select i from Invoice i join fetch i.order o join fetch o.customer c"
          + " where i.paidOn is null and i.dueOn < :day and i.reminders < 3")
  List<Invoice> findOverdue(@Param("day") LocalDate day);
}
