// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.shop.orders.domain.order.Order;
import com.acme.shop.orders.domain.order.OrderDetails;
import com.acme.shop.orders.domain.order.OrderRepository;
import com.acme.shop.orders.domain.order.OrderSamples;
import com.acme.shop.orders.support.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

@ServiceTest
class OrderRepositoryTest {

  @Autowired OrderRepository orders;

  @Test
  void whatIsSavedIsFoundWithAllThatItHas() {
    Order saved = orders.save(new Order(orders.nextId(), OrderSamples.details()));

    Order found = orders.findById(saved.id()).orElseThrow();

    assertThat(found)
        .isNotSameAs(saved)
        .usingRecursiveComparison()
        .ignoringFields("happened")
        .isEqualTo(saved);
  }

  @Test
  void historyHasItsDaysAndTimesAsTexts(@Autowired JdbcTemplate sql) {
    Order saved = orders.save(new Order(orders.nextId(), OrderSamples.details()));

    assertThat(
            sql.queryForObject(
                "select history::text from orders where id = ?", String.class, saved.id()))
        .contains("2026-01-02T03:04:05Z");
  }

  @Test
  void ofTwoWritersOfOneVersionTheSecondIsRefused() {
    long id = orders.save(new Order(orders.nextId(), OrderSamples.details())).id();
    Order first = orders.findById(id).orElseThrow();
    Order second = orders.findById(id).orElseThrow();
    first.update(OrderSamples.details());
    orders.save(first);
    second.update(OrderSamples.details());

    assertThatThrownBy(() -> orders.save(second))
        .isInstanceOf(OptimisticLockingFailureException.class);
  }

  @Test
  void numberIsUnique() {
    OrderDetails details = OrderSamples.details();
    orders.save(new Order(orders.nextId(), details));

    assertThatThrownBy(() -> orders.save(new Order(orders.nextId(), details)))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void findAfterGoesOnWhereTheLastPageEnded() {
    Order one = orders.save(new Order(orders.nextId(), OrderSamples.details()));
    Order other = orders.save(new Order(orders.nextId(), OrderSamples.details()));

    List<Order> firstTwo = orders.findAfter(Long.MIN_VALUE, 2);

    assertThat(firstTwo).hasSize(2);
    assertThat(orders.findAfter(firstTwo.get(0).id(), 1))
        .extracting(Order::id)
        .containsExactly(firstTwo.get(1).id());
    assertThat(orders.findAfter(Long.MIN_VALUE, 1000))
        .extracting(Order::id)
        .contains(one.id(), other.id());
  }
}
