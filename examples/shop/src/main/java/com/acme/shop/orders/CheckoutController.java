package com.acme.shop.orders;

import com.acme.shop.controller.ApiPaths;
import java.math.BigDecimal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The last step of buying. */
@RestController
@RequestMapping(ApiPaths.API + "/checkout")
class CheckoutController {

  /** What the last page of the checkout sends. */
  record CheckoutRequest(Long customerId, Long paymentMethodId, String giftNote) {}

  /** What the customer gets to see after buying. */
  record Confirmation(String orderNumber, String status, BigDecimal total, String city) {}

  private final CheckoutService checkoutService;

  CheckoutController(CheckoutService checkoutService) {
    this.checkoutService = checkoutService;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Confirmation checkout(@RequestBody CheckoutRequest request) {
    Order order =
        checkoutService.checkout(
            request.customerId(), request.paymentMethodId(), request.giftNote());
    return new Confirmation(
        order.getNumber(),
        order.getStatus().name(),
        order.getTotal().getAmount(),
        order.getCustomer().getAddress().getCity());
  }
}
