package com.acme.shop.shipping;

import com.acme.shop.common.BaseEntity;
import com.acme.shop.orders.Order;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** A parcel with the goods of an order. */
@Entity
@Table(name = "shipments")
public class Shipment extends BaseEntity {

  /** How far a parcel got. */
  public enum Status {
    READY,
    IN_TRANSIT,
    DELIVERED
  }

  /** What the carrier told of a parcel. */
  @Embeddable
  public static class TrackingEvent {

    @Column(name = "happened_at")
    private LocalDateTime happenedAt;

    @Column(name = "event_text", length = 200)
    private String text;

    protected TrackingEvent() {}

    TrackingEvent(LocalDateTime happenedAt, String text) {
      this.happenedAt = happenedAt;
      this.text = text;
    }

    public LocalDateTime getHappenedAt() {
      return happenedAt;
    }

    public String getText() {
      return text;
    }
  }

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "order_id")
  private Order order;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "carrier_id")
  private Carrier carrier;

  @Column(name = "tracking_number", length = 40)
  private String trackingNumber;

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  private Status status = Status.READY;

  @ElementCollection
  @CollectionTable(name = "tracking_event", joinColumns = @JoinColumn(name = "shipment_id"))
  private List<TrackingEvent> events = new ArrayList<>();

  protected Shipment() {}

  public Shipment(Order order, Carrier carrier, String trackingNumber) {
    this.order = order;
    this.carrier = carrier;
    this.trackingNumber = trackingNumber;
  }

  public void dispatch() {
    status = Status.IN_TRANSIT;
    track("Handed over to " + carrier.getName());
  }

  public void deliver() {
    status = Status.DELIVERED;
    track("Delivered in " + order.getCustomer().getAddress().getCity());
  }

  public void track(String text) {
    events.add(new TrackingEvent(LocalDateTime.now(), text));
  }

  public String getTrackingLink() {
    return carrier.trackingLink(trackingNumber);
  }

  public Order getOrder() {
    return order;
  }

  public Carrier getCarrier() {
    return carrier;
  }

  public String getTrackingNumber() {
    return trackingNumber;
  }

  public Status getStatus() {
    return status;
  }

  public List<TrackingEvent> getEvents() {
    return events;
  }
}
