package com.acme.shop.orders;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

/** Finds and stores orders. */
public interface OrderRepository extends JpaRepository<Order, Long> {

  /** How many orders are in a state. */
  interface StatusCount {

    String getStatus();

    long getTotal();
  }

  Optional<Order> findByNumber(String number);

  List<Order> findByCustomerEmailIgnoreCaseOrderByPlacedAtDesc(String email);

  List<Order> findOpenForCustomer(@Param("customerId") Long customerId);

  @Query(
      "select o from Order o join fetch o.customer join fetch o.lines l join fetch l.product"
          + " where o.number = :number")
  Optional<Order> findDetailed(@Param("number") String number);

  @Query(
      "select count(l) from OrderLine l"
          + " where l.order.customer.id = :customerId and l.product.id = :productId")
  long countPurchases(@Param("customerId") Long customerId, @Param("productId") Long productId);

  @Query(
      value =
          "select o.* from orders o left join payments p on p.order_id = o.id"
              + " where p.id is null and o.status = 'NEW' and o.placed_at < :before",
      nativeQuery = true)
  List<Order> findUnpaid(@Param("before") LocalDateTime before);

  @Query(
      value = "select status, count(*) as total from orders group by status order by status",
      nativeQuery = true)
  List<StatusCount> countPerStatus();

  @Modifying
  @Query(
      "update Order o set o.archived = true"
          + " where o.status = com.acme.shop.orders.OrderStatus.DELIVERED"
          + " and o.archived = false and o.placedAt < :before")
  int archive(@Param("before") LocalDateTime before);
}
