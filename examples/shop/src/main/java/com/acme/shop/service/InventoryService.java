package com.acme.shop.service;

import com.acme.shop.domain.Product;
import com.acme.shop.dto.StockLevel;
import java.util.List;

/** Knows what is in stock and keeps it for orders. */
public interface InventoryService {

  /** Published when a stock item fell below its reorder level. */
  record StockDepleted(Long stockItemId, String sku, int available) {}

  int available(String sku);

  void reserve(String orderNumber, Product product, int quantity);

  void confirm(String orderNumber);

  void release(String orderNumber);

  int releaseExpired();

  List<StockLevel> levels(String warehouse, List<String> skus, boolean onlyLow);

  StockLevel correct(long stockItemId, Integer onHand, Integer reorderLevel, String reason);
}
