package com.acme.shop.shipping;

import com.acme.shop.common.BusinessException;
import com.acme.shop.common.Money;
import com.acme.shop.common.NotFoundException;
import com.acme.shop.orders.Order;
import com.acme.shop.orders.OrderLine;
import com.acme.shop.orders.OrderPlacedEvent;
import com.acme.shop.orders.OrderRepository;
import com.acme.shop.orders.OrderService;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Gets the goods to the customers. */
@Service
public class ShippingService {

  /** Published when a parcel has left the house. */
  public record ShipmentSent(Long shipmentId, String orderNumber, String trackingLink) {}

  @Autowired private ShippingRateRepository rates;
  @Autowired private ShipmentRepository shipments;
  @Autowired private OrderRepository orders;
  @Autowired private ApplicationEventPublisher events;

  private OrderService orderService;

  @Autowired
  public void setOrderService(@Lazy OrderService orderService) {
    this.orderService = orderService;
  }

  public Money quote(String countryCode, int weightGrams) {
    return cheapest(countryCode, weightGrams).getPrice();
  }

  private ShippingRate cheapest(String countryCode, int weightGrams) {
    return rates.findCheapest(countryCode, weightGrams).stream()
        .findFirst()
        .orElseThrow(
            () -> new BusinessException("We cannot ship " + weightGrams + " g to " + countryCode));
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void onOrderPlaced(OrderPlacedEvent event) {
    Order order =
        orders
            .findByNumber(event.orderNumber())
            .orElseThrow(() -> new NotFoundException("Order", event.orderNumber()));
    int weight = order.getLines().stream().mapToInt(ShippingService::weight).sum();
    Carrier carrier = cheapest(order.getShippingAddress().getCountryCode(), weight).getCarrier();
    shipments.save(new Shipment(order, carrier, trackingNumber(carrier, order)));
  }

  private static int weight(OrderLine line) {
    return line.getProduct().getWeightGrams() * line.getQuantity();
  }

  private static String trackingNumber(Carrier carrier, Order order) {
    return carrier.getCode().toUpperCase(Locale.ROOT) + "-" + order.getNumber();
  }

  @Transactional
  public int dispatchReady() {
    List<Shipment> ready = shipments.findByStatusOrderById(Shipment.Status.READY);
    ready.forEach(this::dispatch);
    return ready.size();
  }

  private void dispatch(Shipment shipment) {
    shipment.dispatch();
    orderService.markShipped(shipment.getOrder().getNumber());
    events.publishEvent(
        new ShipmentSent(
            shipment.getId(), shipment.getOrder().getNumber(), shipment.getTrackingLink()));
  }

  @Transactional
  public void track(String trackingNumber, String text, boolean delivered) {
    Shipment shipment =
        shipments
            .findByTrackingNumber(trackingNumber)
            .orElseThrow(() -> new NotFoundException("Shipment", trackingNumber));
    if (delivered) {
      shipment.deliver();
      orderService.markDelivered(shipment.getOrder().getNumber());
    } else {
      shipment.track(text);
    }
  }

  public List<Shipment> ofOrder(String orderNumber) {
    return shipments.findByOrderNumber(orderNumber);
  }

  public List<Shipment> underWayTo(String country) {
    return shipments.findUnderWayTo(country);
  }
}
