package com.acme.shop.service.impl;

import com.acme.shop.common.AppSettingRepository;
import com.acme.shop.common.ConflictException;
import com.acme.shop.common.NotFoundException;
import com.acme.shop.domain.Product;
import com.acme.shop.domain.StockItem;
import com.acme.shop.domain.StockReservation;
import com.acme.shop.dto.StockLevel;
import com.acme.shop.mapper.StockLevelMapper;
import com.acme.shop.repository.StockItemRepository;
import com.acme.shop.repository.StockReservationRepository;
import com.acme.shop.service.InventoryService;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The inventory on the database. */
@Service
public class InventoryServiceImpl implements InventoryService {

  private final StockItemRepository stockItems;
  private final StockReservationRepository reservations;
  private final StockLevelMapper levelMapper;
  private final AppSettingRepository settings;
  private final ApplicationEventPublisher events;

  @Value("${shop.reservation.minutes}")
  private int reservationMinutes;

  public InventoryServiceImpl(
      StockItemRepository stockItems,
      StockReservationRepository reservations,
      StockLevelMapper levelMapper,
      AppSettingRepository settings,
      ApplicationEventPublisher events) {
    this.stockItems = stockItems;
    this.reservations = reservations;
    this.levelMapper = levelMapper;
    this.settings = settings;
    this.events = events;
  }

  @Override
  public int available(String sku) {
    return (int) stockItems.availableBySku(sku);
  }

  @Override
  @Transactional
  public void reserve(String orderNumber, Product product, int quantity) {
    int left = quantity;
    for (StockItem item : stockItems.findForReservation(product.getId())) {
      int part = Math.min(left, item.getAvailable());
      if (part <= 0) {
        break;
      }
      hold(orderNumber, item, part);
      left -= part;
    }
    if (left > 0) {
      throw new ConflictException(product.getName() + " is sold out, " + left + " are missing");
    }
  }

  private void hold(String orderNumber, StockItem item, int quantity) {
    item.reserve(quantity);
    int minutes = settings.intValue("reservation.minutes", reservationMinutes);
    reservations.save(
        new StockReservation(
            item, orderNumber, quantity, LocalDateTime.now().plusMinutes(minutes)));
    if (item.isBelowReorderLevel()) {
      events.publishEvent(
          new StockDepleted(item.getId(), item.getProduct().getSku(), item.getAvailable()));
    }
  }

  @Override
  @Transactional
  public void confirm(String orderNumber) {
    reservations.findByOrderNumber(orderNumber).stream()
        .filter(StockReservation::isHeld)
        .forEach(
            reservation -> {
              reservation.confirm();
              levelMapper.insertMovement(
                  reservation.getStockItem().getId(),
                  -reservation.getQuantity(),
                  "order " + orderNumber);
            });
  }

  @Override
  @Transactional
  public void release(String orderNumber) {
    reservations.findByOrderNumber(orderNumber).stream()
        .filter(StockReservation::isHeld)
        .forEach(this::giveBack);
  }

  @Override
  @Transactional
  public int releaseExpired() {
    List<StockReservation> expired = reservations.findExpired(LocalDateTime.now());
    expired.forEach(this::giveBack);
    reservations.purgeReleased(LocalDateTime.now().minusDays(30));
    return expired.size();
  }

  private void giveBack(StockReservation reservation) {
    reservation.release();
    stockItems.giveBack(reservation.getStockItem().getId(), reservation.getQuantity());
  }

  @Override
  public List<StockLevel> levels(String warehouse, List<String> skus, boolean onlyLow) {
    return levelMapper.findLevels(warehouse, skus, onlyLow);
  }

  @Override
  @Transactional
  public StockLevel correct(long stockItemId, Integer onHand, Integer reorderLevel, String reason) {
    StockLevel before = levelMapper.findLevel(stockItemId);
    if (before == null) {
      throw new NotFoundException("Stock item", stockItemId);
    }
    levelMapper.correct(stockItemId, onHand, reorderLevel);
    if (onHand != null && onHand != before.getOnHand()) {
      levelMapper.insertMovement(stockItemId, onHand - before.getOnHand(), reason);
    }
    return levelMapper.findLevel(stockItemId);
  }
}
