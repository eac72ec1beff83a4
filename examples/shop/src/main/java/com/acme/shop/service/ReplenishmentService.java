package com.acme.shop.service;

import com.acme.shop.common.NotFoundException;
import com.acme.shop.domain.PurchaseOrder;
import com.acme.shop.domain.StockItem;
import com.acme.shop.domain.Supplier;
import com.acme.shop.repository.PurchaseOrderRepository;
import com.acme.shop.repository.StockItemRepository;
import com.acme.shop.repository.SupplierRepository;
import com.acme.shop.util.DateUtils;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders from suppliers what runs low. */
@Service
@Transactional
public class ReplenishmentService {

  private static final Logger LOG = LoggerFactory.getLogger(ReplenishmentService.class);

  @Autowired private PurchaseOrderRepository purchaseOrders;
  @Autowired private SupplierRepository suppliers;
  @Autowired private StockItemRepository stockItems;

  @EventListener
  public void onStockDepleted(InventoryService.StockDepleted event) {
    if (purchaseOrders.existsByStockItemIdAndReceivedOnIsNull(event.stockItemId())) {
      return;
    }
    Optional<Supplier> supplier = suppliers.findFirstByOrderByLeadTimeDaysAsc();
    if (supplier.isEmpty()) {
      LOG.warn("Nobody to order {} from, {} left", event.sku(), event.available());
      return;
    }
    order(supplier.get(), stockItems.getReferenceById(event.stockItemId()));
  }

  private void order(Supplier supplier, StockItem item) {
    int quantity = Math.max(1, item.getReorderLevel() * 3 - item.getAvailable());
    LocalDate expected =
        DateUtils.addWorkingDays(LocalDate.now(), Math.max(1, supplier.getLeadTimeDays()));
    purchaseOrders.save(new PurchaseOrder(supplier, item, quantity, expected));
  }

  public void receive(Long purchaseOrderId) {
    purchaseOrders
        .findById(purchaseOrderId)
        .filter(PurchaseOrder::isOpen)
        .orElseThrow(() -> new NotFoundException("Open purchase order", purchaseOrderId))
        .receive(LocalDate.now());
  }

  public void updateContact(String supplierName, String contactName, String contactEmail) {
    suppliers
        .findByNameIgnoreCase(supplierName)
        .orElseThrow(() -> new NotFoundException("Supplier", supplierName))
        .contact(contactName, contactEmail);
  }

  @Transactional(readOnly = true)
  public List<PurchaseOrder> overdue() {
    return purchaseOrders.findByReceivedOnIsNullAndExpectedOnBefore(LocalDate.now());
  }
}
