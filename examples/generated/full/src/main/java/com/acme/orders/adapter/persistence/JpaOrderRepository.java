// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.persistence;

import com.acme.orders.domain.order.Order;
import com.acme.orders.domain.order.OrderRepository;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface JpaOrderRepository extends OrderRepository, Repository<Order, UUID> {

  @Override
  @Query("select count(e) > 0 from Order e where e.number = :number and e.id <> :id")
  boolean existsOtherWithNumber(UUID id, String number);

  @Override
  @Query("select e from Order e where e.id > :id order by e.id limit :limit")
  List<Order> findAfter(UUID id, int limit);
}
