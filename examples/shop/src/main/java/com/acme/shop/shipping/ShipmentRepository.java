package com.acme.shop.shipping;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

/** Finds and stores shipments. */
public interface ShipmentRepository extends JpaRepository<Shipment, Long> {

  Optional<Shipment> findByTrackingNumber(String trackingNumber);

  @EntityGraph(attributePaths = {"order", "carrier"})
  List<Shipment> findByStatusOrderById(Shipment.Status status);

  List<Shipment> findByOrderNumber(String orderNumber);

  long countByStatus(Shipment.Status status);

  @Query(
      "select s from Shipment s join s.order o"
          + " where o.shippingAddress.countryCode = :country"
          + " and s.status <> com.acme.shop.shipping.Shipment.Status.DELIVERED")
  List<Shipment> findUnderWayTo(@Param("country") String country);
}
