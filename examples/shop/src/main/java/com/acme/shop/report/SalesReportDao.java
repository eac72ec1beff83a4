package com.acme.shop.report;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The numbers that the management looks at on Mondays. */
@Repository
@Transactional(readOnly = true)
public class SalesReportDao {

  /** One line of a report. */
  public record Row(String name, long count, BigDecimal amount) {}

  private static final String LINE_SOURCE =
      " from "
          + TableNames.ORDER_LINES
          + " l join "
          + TableNames.ORDERS
          + " o on o.id = l.order_id join "
          + TableNames.PRODUCTS
          + " p on p.id = l.product_id";

  private static final String REVENUE_BY_CATEGORY =
      "select c.name as name, count(distinct o.id) as cnt, sum(l.quantity * l.unit_amount) as total"
          + LINE_SOURCE
          + " join "
          + TableNames.PRODUCT_CATEGORIES
          + " pc on pc.product_id = p.id join "
          + TableNames.CATEGORY
          + " c on c.id = pc.category_id"
          + " where o.status <> 'CANCELLED' and o.placed_at >= :since"
          + " group by c.name order by total desc";

  private static final String BEST_SELLERS =
      "select p.name as name, sum(l.quantity) as cnt, sum(l.quantity * l.unit_amount) as total"
          + LINE_SOURCE
          + " where o.status <> 'CANCELLED' group by p.name order by cnt desc, p.name limit ?";

  private static final String CARRIER_LOAD =
      """
      select ca.name as name, count(*) as cnt, sum(o.shipping_amount) as total
      from shipments s
      join carrier ca on ca.id = s.carrier_id
      join orders o on o.id = s.order_id
      left join payments pay on pay.order_id = o.id
      where o.placed_at >= :since and pay.status = 'CAPTURED'
      group by ca.name
      order by cnt desc
      """;

  private static final String BEST_CUSTOMERS =
      "select email as name, order_count as cnt, paid_amount as total"
          + " from customer_order_summary where order_count > 0"
          + " order by paid_amount desc limit ?";

  private static final RowMapper<Row> ROW =
      (rs, index) -> new Row(rs.getString("name"), rs.getLong("cnt"), rs.getBigDecimal("total"));

  private final JdbcTemplate jdbc;
  private final NamedParameterJdbcTemplate named;

  public SalesReportDao(JdbcTemplate jdbc, NamedParameterJdbcTemplate named) {
    this.jdbc = jdbc;
    this.named = named;
  }

  public List<Row> revenueByCategory(LocalDateTime since) {
    return named.query(REVENUE_BY_CATEGORY, Map.of("since", since), ROW);
  }

  public List<Row> bestSellers(int limit) {
    return jdbc.query(BEST_SELLERS, ROW, limit);
  }

  public List<Row> carrierLoad(LocalDateTime since) {
    return named.query(CARRIER_LOAD, Map.of("since", since), ROW);
  }

  public List<Row> bestCustomers(int limit) {
    return jdbc.query(BEST_CUSTOMERS, ROW, limit);
  }
}
