package com.acme.shop.notifications;

import com.acme.shop.common.NotFoundException;
import com.acme.shop.domain.Customer;
import com.acme.shop.orders.Order;
import com.acme.shop.orders.OrderRepository;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes to customers. */
@Service
public class NotificationService {

  private static final Logger LOG = LoggerFactory.getLogger(NotificationService.class);
  private static final String FALLBACK_LANGUAGE = "en";

  @Autowired private NotificationRepository notifications;
  @Autowired private MessageTemplateRepository templates;
  @Autowired private OrderRepository orders;

  @Value("${shop.mail.from}")
  private String from;

  @Transactional
  public Notification notify(Customer customer, String templateCode, String detail) {
    MessageTemplate template =
        templates
            .findByCodeAndLanguage(templateCode, customer.getLanguage())
            .or(() -> templates.findByCodeAndLanguage(templateCode, FALLBACK_LANGUAGE))
            .orElseThrow(() -> new NotFoundException("Template", templateCode));
    return notifications.save(
        new Notification(
            customer, template.getSubject(), template.render(customer.getFullName(), detail)));
  }

  @Transactional
  public void confirmOrder(String orderNumber) {
    Order order = order(orderNumber);
    notify(
        order.getCustomer(),
        "ORDER_CONFIRMATION",
        order.getNumber() + " to " + order.getCustomer().getAddress().getCity());
  }

  @Transactional
  public void announceShipment(String orderNumber, String trackingLink) {
    notify(order(orderNumber).getCustomer(), "SHIPMENT_SENT", trackingLink);
  }

  private Order order(String number) {
    return orders.findByNumber(number).orElseThrow(() -> new NotFoundException("Order", number));
  }

  @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
  @Transactional
  public void sendPending() {
    List<Notification> unsent = notifications.findUnsent();
    for (Notification notification : unsent) {
      if (send(notification)) {
        notification.sent();
      } else {
        notification.failed();
      }
    }
  }

  private boolean send(Notification notification) {
    String to = notification.getCustomer().getEmail();
    if (to == null || !to.contains("@")) {
      LOG.warn("Nowhere to send notification {}", notification.getId());
      return false;
    }
    LOG.info("Mail from {} to {}: {}", from, to, notification.getSubject());
    return true;
  }
}
