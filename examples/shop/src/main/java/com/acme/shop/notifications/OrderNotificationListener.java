package com.acme.shop.notifications;

import com.acme.shop.event.CustomerRegisteredEvent;
import com.acme.shop.orders.OrderPlacedEvent;
import com.acme.shop.shipping.ShippingService;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Writes to customers when something has happened to them. */
@Component
public class OrderNotificationListener {

  private final NotificationService notificationService;
  private final NewsletterDao newsletter;

  public OrderNotificationListener(
      NotificationService notificationService, NewsletterDao newsletter) {
    this.notificationService = notificationService;
    this.newsletter = newsletter;
  }

  @Async("mailExecutor")
  @TransactionalEventListener
  public void onOrderPlaced(OrderPlacedEvent event) {
    notificationService.confirmOrder(event.orderNumber());
  }

  @EventListener
  public void onCustomerRegistered(CustomerRegisteredEvent event) {
    notificationService.notify(event.getCustomer(), "WELCOME", event.getCustomer().getEmail());
    if (event.isNewsletterWanted()) {
      newsletter.subscribe(event.getCustomer().getEmail(), event.getCustomer().getLanguage());
    }
  }

  @EventListener(ShippingService.ShipmentSent.class)
  public void onShipmentSent(ShippingService.ShipmentSent event) {
    notificationService.announceShipment(event.orderNumber(), event.trackingLink());
  }
}
