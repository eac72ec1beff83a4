package com.acme.shop.repository;

import com.acme.shop.domain.StockItem;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

/** Finds and stores stock items. */
public interface StockItemRepository extends JpaRepository<StockItem, Long> {

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      "select s from StockItem s where s.product.id = :productId"
          + " order by s.onHand - s.reserved desc")
  List<StockItem> findForReservation(@Param("productId") Long productId);

  @Query(
      "select coalesce(sum(s.onHand - s.reserved), 0) from StockItem s"
          + " where s.product.sku = :sku")
  long availableBySku(@Param("sku") String sku);

  List<StockItem> findByWarehouseCodeOrderById(String code);

  @Modifying(flushAutomatically = true)
  @Query(
      value =
          "update stock_items set reserved = reserved - :quantity, version = version + 1"
              + " where id = :id",
      nativeQuery = true)
  int giveBack(@Param("id") Long id, @Param("quantity") int quantity);
}
