package com.acme.shop.dto;

import com.acme.shop.domain.Product;
import java.math.BigDecimal;

/** A product as the web pages get it. */
public record ProductDto(
    Long id, String sku, String name, BigDecimal price, String currency, int weightGrams) {

  public static ProductDto from(Product product) {
    return new ProductDto(
        product.getId(),
        product.getSku(),
        product.getName(),
        product.getPrice().getAmount(),
        product.getPrice().getCurrency(),
        product.getWeightGrams());
  }
}
