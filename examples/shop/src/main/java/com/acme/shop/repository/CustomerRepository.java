package com.acme.shop.repository;

import com.acme.shop.domain.Customer;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

/** Finds and stores customers. */
public interface CustomerRepository extends JpaRepository<Customer, Long> {

  Optional<Customer> findByEmailIgnoreCase(String email);

  boolean existsByEmailIgnoreCase(String email);

  List<CustomerSummary> findByBlockedFalseOrderByLastNameAsc();

  @Query("select c from Customer c where c.address.city = :city order by c.lastName")
  List<Customer> findByCity(@Param("city") String city);

  @Query(
      value =
          "select c.* from customers c where exists"
              + " (select 1 from orders o where o.customer_id = c.id and o.placed_at >= :since)",
      nativeQuery = true)
  List<Customer> findBuyersSince(@Param("since") LocalDateTime since);

  @EntityGraph(attributePaths = "wishlist")
  Optional<Customer> findWithWishlistById(Long id);

  @Modifying(clearAutomatically = true, flushAutomatically = true)
  @Query("update Customer c set c.loyaltyPoints = c.loyaltyPoints + :points where c.id = :id")
  int addLoyaltyPoints(@Param("id") Long id, @Param("points") int points);
}
