package com.acme.shop.orders;

/**
 * Published when an order was placed and paid.
 *
 * @param orderNumber the number of the order
 * @param customerId the buyer
 */
public record OrderPlacedEvent(String orderNumber, Long customerId) {}
