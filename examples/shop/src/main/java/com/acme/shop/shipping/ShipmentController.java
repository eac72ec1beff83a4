package com.acme.shop.shipping;

import com.acme.shop.controller.ApiPaths;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shipments over HTTP, and what carriers report. */
@RestController
public class ShipmentController {

  static final String WEBHOOK = "/webhooks/carriers";

  /** A shipment as it is shown. */
  public record ShipmentView(String trackingNumber, String status, String link) {

    static ShipmentView of(Shipment shipment) {
      return new ShipmentView(
          shipment.getTrackingNumber(), shipment.getStatus().name(), shipment.getTrackingLink());
    }
  }

  /** What a carrier reports. */
  public record Report(String trackingNumber, String text, boolean delivered) {}

  private final ShippingService shippingService;

  public ShipmentController(ShippingService shippingService) {
    this.shippingService = shippingService;
  }

  @GetMapping(ApiPaths.ORDERS + "/{number}/shipments")
  public List<ShipmentView> ofOrder(@PathVariable String number) {
    return shippingService.ofOrder(number).stream().map(ShipmentView::of).toList();
  }

  @GetMapping(value = "/api/shipments", params = "country")
  public List<ShipmentView> underWay(@RequestParam String country) {
    return shippingService.underWayTo(country).stream().map(ShipmentView::of).toList();
  }

  @PostMapping(WEBHOOK + "/{carrier}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  public void report(@PathVariable String carrier, @RequestBody Report report) {
    shippingService.track(
        report.trackingNumber(), carrier + ": " + report.text(), report.delivered());
  }
}
