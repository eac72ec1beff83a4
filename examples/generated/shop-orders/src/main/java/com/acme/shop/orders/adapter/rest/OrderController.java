// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.rest;

import com.acme.shop.orders.application.OrderService;
import com.acme.shop.orders.domain.order.Order;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/orders")
class OrderController {

  private final OrderService service;

  OrderController(OrderService service) {
    this.service = service;
  }

  @PostMapping
  ResponseEntity<OrderResponse> create(@Valid @RequestBody OrderRequest request) {
    Order order = service.create(request.toDomain());
    return ResponseEntity.created(URI.create("/api/orders/" + order.id()))
        .eTag(String.valueOf(order.version()))
        .body(OrderResponse.of(order));
  }

  @GetMapping("/{id}")
  ResponseEntity<OrderResponse> get(@PathVariable long id) {
    return ok(service.get(id));
  }

  @GetMapping
  OrderPage list(
      @RequestParam(defaultValue = "0") @Min(0) @Max(200) int pageSize,
      @RequestParam(required = false) @Nullable String pageToken) {
    return OrderPage.of(service.list(pageSize, pageToken));
  }

  @PutMapping("/{id}")
  ResponseEntity<OrderResponse> update(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody OrderRequest request) {
    return ok(service.update(id, IfMatch.requiredVersion(ifMatch), request.toDomain()));
  }

  @PostMapping("/{id}/cancel")
  ResponseEntity<OrderResponse> cancel(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody CancelOrderRequest request) {
    return ok(service.cancel(id, IfMatch.version(ifMatch), request.reason()));
  }

  @PostMapping("/{id}/returns")
  ResponseEntity<OrderResponse> returns(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody ReturnsOrderRequest request) {
    return ok(
        service.returns(
            id, IfMatch.version(ifMatch), request.sku(), request.quantity(), request.reason()));
  }

  private static ResponseEntity<OrderResponse> ok(Order order) {
    return ResponseEntity.ok().eTag(String.valueOf(order.version())).body(OrderResponse.of(order));
  }
}
