package com.acme.shop.payments;

import com.acme.shop.common.Money;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps every attempt to charge, also those whose order was rolled back. */
@Repository
class PaymentAttemptLog {

  private final JdbcTemplate jdbcTemplate;
  private final SimpleJdbcInsert failureInsert;

  PaymentAttemptLog(JdbcTemplate jdbcTemplate) {
    this.jdbcTemplate = jdbcTemplate;
    this.failureInsert =
        new SimpleJdbcInsert(jdbcTemplate)
            .withTableName("payment_failure")
            .usingColumns("order_number", "message");
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void attempt(String orderNumber, String provider, Money amount) {
    jdbcTemplate.update(
        "INSERT INTO payment_attempt (order_number, provider, amount, attempted_at)"
            + " VALUES (?, ?, ?, CURRENT_TIMESTAMP)",
        orderNumber,
        provider,
        amount.getAmount());
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void failure(String orderNumber, String message) {
    failureInsert.execute(Map.of("order_number", orderNumber, "message", message));
  }
}
