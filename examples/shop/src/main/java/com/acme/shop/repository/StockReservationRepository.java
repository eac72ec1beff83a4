package com.acme.shop.repository;

import com.acme.shop.domain.StockReservation;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

/** Finds and stores reservations. */
public interface StockReservationRepository extends JpaRepository<StockReservation, Long> {

  List<StockReservation> findByOrderNumber(String orderNumber);

  @Query(
      "select r from StockReservation r join fetch r.stockItem s join fetch s.product"
          + " where r.status = com.acme.shop.domain.StockReservation.Status.HELD"
          + " and r.expiresAt < :now")
  List<StockReservation> findExpired(@Param("now") LocalDateTime now);

  @Modifying
  @Query(
      "delete from StockReservation r"
          + " where r.status = com.acme.shop.domain.StockReservation.Status.RELEASED"
          + " and r.expiresAt < :before")
  int purgeReleased(@Param("before") LocalDateTime before);
}
