package com.acme.shop.repository;

import com.acme.shop.domain.PurchaseOrder;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** Finds and stores purchase orders. */
public interface PurchaseOrderRepository extends JpaRepository<PurchaseOrder, Long> {

  boolean existsByStockItemIdAndReceivedOnIsNull(Long stockItemId);

  List<PurchaseOrder> findByReceivedOnIsNullAndExpectedOnBefore(LocalDate day);

  List<PurchaseOrder> findByReceivedOnIsNullAndSupplierNameOrderByExpectedOn(String supplierName);
}
