package com.acme.shop.shipping;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Hands the parcels of the day over to the carriers. */
@Component
class ShipmentDispatchJob {

  private static final Logger LOG = LoggerFactory.getLogger(ShipmentDispatchJob.class);

  private final ShippingService shippingService;

  ShipmentDispatchJob(ShippingService shippingService) {
    this.shippingService = shippingService;
  }

  @Scheduled(cron = "0 30 11,16 * * MON-SAT")
  public void dispatch() {
    LOG.info("{} parcels handed over", shippingService.dispatchReady());
  }
}
