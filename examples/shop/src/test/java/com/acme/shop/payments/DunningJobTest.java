package com.acme.shop.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.AbstractShopTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DunningJobTest extends AbstractShopTest {

  @Autowired private DunningJob job;
  @Autowired private PaymentService paymentService;

  @Test
  void remindsUntilPaid() {
    jdbc.update(
        "insert into orders (id, order_number, customer_id, status, placed_at)"
            + " values (1, 'A1', 2, 'PAID', current_timestamp)");
    jdbc.update(
        "insert into invoices (order_id, invoice_number, amount, currency, due_on)"
            + " values (1, 'R1', 10, 'EUR', date '2020-01-01')");
    job.run();
    assertThat(count("select reminders from invoices")).isEqualTo(1);
    assertThat(count("select count(*) from notification")).isEqualTo(1);

    paymentService.invoicePaid("R1");
    jdbc.update("update invoices set due_on = date '2020-01-01'");
    job.run();
    assertThat(count("select reminders from invoices")).isEqualTo(1);
  }
}
