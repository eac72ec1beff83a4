package com.acme.shop.orders;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands out order numbers. In a transaction of its own, so that checkouts do not queue up. */
@Component
public class OrderNumberGenerator {

  private static final String RANGE = "order";

  private final JdbcTemplate jdbc;

  public OrderNumberGenerator(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public String next() {
    jdbc.update("update number_range set next_value = next_value + 1 where range_name = ?", RANGE);
    Long value =
        jdbc.queryForObject(
            "select next_value from number_range where range_name = ?", Long.class, RANGE);
    return "A%07d".formatted(value);
  }
}
