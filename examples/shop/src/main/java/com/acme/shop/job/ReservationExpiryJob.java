package com.acme.shop.job;

import com.acme.shop.mapper.StockLevelMapper;
import com.acme.shop.service.InventoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gives stock back that was kept for too long. */
@Component
public class ReservationExpiryJob {

  private static final Logger LOG = LoggerFactory.getLogger(ReservationExpiryJob.class);
  private static final int KEEP_MOVEMENTS_DAYS = 730;

  private final InventoryService inventoryService;
  private final StockLevelMapper levelMapper;

  public ReservationExpiryJob(InventoryService inventoryService, StockLevelMapper levelMapper) {
    this.inventoryService = inventoryService;
    this.levelMapper = levelMapper;
  }

  @Scheduled(
      fixedDelayString = "${shop.jobs.reservations.delay}",
      initialDelayString = "${shop.jobs.reservations.delay}")
  public void releaseExpired() {
    int released = inventoryService.releaseExpired();
    if (released > 0) {
      LOG.info("{} reservations expired", released);
    }
  }

  @Scheduled(cron = "0 0 4 1 * *")
  public void purgeMovements() {
    levelMapper.deleteMovements(KEEP_MOVEMENTS_DAYS);
  }
}
