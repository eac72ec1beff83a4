// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.persistence;

import com.acme.shop.orders.domain.order.Order;
import com.acme.shop.orders.domain.order.OrderRepository;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface JpaOrderRepository extends OrderRepository, Repository<Order, Long> {

  @Override
  @Query(value = "select nextval('orders_id_seq')", nativeQuery = true)
  long nextId();

  @Override
  @Query("select count(e) > 0 from Order e where e.number = :number and e.id <> :id")
  boolean existsOtherWithNumber(long id, String number);

  @Override
  @Query("select e from Order e where e.id > :id order by e.id limit :limit")
  List<Order> findAfter(long id, int limit);
}
