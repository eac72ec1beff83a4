package com.acme.shop.shipping;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

/** Finds shipping rates. */
public interface ShippingRateRepository extends JpaRepository<ShippingRate, Long> {

  @Query(
      "select r from ShippingRate r join fetch r.carrier c"
          + " where r.countryCode = :country and r.maxWeightGrams >= :weight and c.active = true"
          + " order by r.price.amount")
  List<ShippingRate> findCheapest(@Param("country") String country, @Param("weight") int weight);
}
