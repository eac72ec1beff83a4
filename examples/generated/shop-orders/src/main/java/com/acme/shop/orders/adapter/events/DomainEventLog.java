// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.events;

import com.acme.shop.orders.domain.DomainEvent;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Logs and counts what happened, once it is committed. The place to start when something else is to
 * be told.
 */
@Component
class DomainEventLog {

  private static final Logger LOG = LoggerFactory.getLogger(DomainEventLog.class);

  private final MeterRegistry meters;

  DomainEventLog(MeterRegistry meters) {
    this.meters = meters;
  }

  @TransactionalEventListener
  void on(DomainEvent event) {
    String type = event.getClass().getSimpleName();
    LOG.info("{} {}", type, event.aggregateId());
    meters.counter("domain.events", "type", type).increment();
  }
}
