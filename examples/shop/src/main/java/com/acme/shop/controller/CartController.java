package com.acme.shop.controller;

import com.acme.shop.dto.CartDto;
import com.acme.shop.service.CartService;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Carts over HTTP. */
@RestController
@RequestMapping(ApiPaths.CART)
public class CartController {

  static final String ITEMS = "/items";

  /** What to put into the cart. */
  public record AddItemRequest(String sku, int quantity) {}

  private final CartService cartService;

  public CartController(CartService cartService) {
    this.cartService = cartService;
  }

  @GetMapping
  public CartDto show(@PathVariable Long customerId) {
    return CartDto.from(cartService.open(customerId));
  }

  @PostMapping(ITEMS)
  public CartDto add(@PathVariable Long customerId, @RequestBody AddItemRequest item) {
    return CartDto.from(cartService.add(customerId, item.sku(), item.quantity()));
  }

  @DeleteMapping(ITEMS + "/{sku}")
  public CartDto remove(@PathVariable Long customerId, @PathVariable String sku) {
    return CartDto.from(cartService.remove(customerId, sku));
  }

  @PutMapping("/coupon/{code}")
  public CartDto redeem(@PathVariable Long customerId, @PathVariable String code) {
    return CartDto.from(cartService.redeem(customerId, code));
  }
}
