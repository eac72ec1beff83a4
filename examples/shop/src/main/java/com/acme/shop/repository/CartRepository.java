package com.acme.shop.repository;

import com.acme.shop.domain.Cart;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

/** Finds and stores carts. */
public interface CartRepository extends JpaRepository<Cart, Long> {

  @EntityGraph(attributePaths = {"items", "items.product", "coupon"})
  Optional<Cart> findByCustomerIdAndStatus(Long customerId, Cart.Status status);

  @Query(
      "select distinct c from Cart c join fetch c.customer cu join c.items i"
          + " where c.status = com.acme.shop.domain.Cart.Status.OPEN"
          + " and c.updatedAt < :before and cu.blocked = false")
  List<Cart> findForgotten(@Param("before") LocalDateTime before);

  @Modifying
  @Query(
      "update Cart c set c.status = com.acme.shop.domain.Cart.Status.ABANDONED"
          + " where c.status = com.acme.shop.domain.Cart.Status.OPEN and c.updatedAt < :before")
  int abandon(@Param("before") LocalDateTime before);

  @Modifying
  @Query(
      value =
          "delete from cart_item where cart_id in"
              + " (select id from carts where status = 'ABANDONED' and updated_at < :before)",
      nativeQuery = true)
  int emptyAbandoned(@Param("before") LocalDateTime before);
}
