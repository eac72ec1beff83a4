package com.acme.shop.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.acme.shop.AbstractShopTest;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SalesReportDaoTest extends AbstractShopTest {

  @Autowired private SalesReportDao reports;

  @BeforeEach
  void twoOrders() {
    order(1, 1, "PAID");
    order(2, 1, "DELIVERED");
    order(3, 2, "CANCELLED");
    line(1, 1, 1, "249.00");
    line(2, 3, 4, "40.00");
    line(3, 2, 7, "429.00");
    jdbc.update(
        "insert into payments (order_id, amount, currency, status) values"
            + " (1, 249, 'EUR', 'CAPTURED'), (2, 160, 'EUR', 'CAPTURED')");
    jdbc.update(
        "insert into shipments (order_id, carrier_id, status) values (1, 1, 'READY'),"
            + " (2, 1, 'DELIVERED'), (3, 2, 'READY')");
  }

  private void order(int id, int customer, String status) {
    jdbc.update(
        "insert into orders (id, order_number, customer_id, status, placed_at, shipping_amount)"
            + " values (?, ?, ?, ?, current_timestamp, 5)",
        id,
        "A" + id,
        customer,
        status);
  }

  private void line(int order, int product, int quantity, String price) {
    jdbc.update(
        "insert into order_lines (order_id, product_id, quantity, unit_amount, unit_currency)"
            + " values (?, ?, ?, ?, 'EUR')",
        order,
        product,
        quantity,
        new BigDecimal(price));
  }

  @Test
  void leavesCancelledOrdersOut() {
    assertThat(reports.revenueByCategory(LocalDateTime.now().minusDays(1)))
        .extracting(SalesReportDao.Row::name)
        .containsExactly("Tents", "Stoves");
    assertThat(reports.bestSellers(10))
        .extracting(SalesReportDao.Row::name, SalesReportDao.Row::count)
        .containsExactly(tuple("Gas stove", 4L), tuple("Tent for two", 1L));
  }

  @Test
  void countsPaidParcels() {
    assertThat(reports.carrierLoad(LocalDateTime.now().minusDays(1)))
        .singleElement()
        .satisfies(row -> assertThat(row.count()).isEqualTo(2))
        .satisfies(row -> assertThat(row.amount()).isEqualByComparingTo("10"));
  }

  @Test
  void ranksCustomersByWhatTheyPaid() {
    assertThat(reports.bestCustomers(5))
        .singleElement()
        .satisfies(row -> assertThat(row.name()).isEqualTo("anna@mail.example"))
        .satisfies(row -> assertThat(row.amount()).isEqualByComparingTo("409"));
  }
}
