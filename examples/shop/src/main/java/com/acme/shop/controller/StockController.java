package com.acme.shop.controller;

import com.acme.shop.dto.StockLevel;
import com.acme.shop.service.InventoryService;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stock over HTTP. */
@RestController
@RequestMapping(path = ApiPaths.STOCK)
public class StockController {

  /** A counted quantity or a new reorder level. */
  public record Correction(Integer onHand, Integer reorderLevel, String reason) {}

  private final InventoryService inventoryService;

  public StockController(InventoryService inventoryService) {
    this.inventoryService = inventoryService;
  }

  @GetMapping
  public List<StockLevel> levels(
      @RequestParam(required = false) String warehouse,
      @RequestParam(required = false) List<String> sku,
      @RequestParam(defaultValue = "false") boolean low) {
    return inventoryService.levels(warehouse, sku, low);
  }

  @GetMapping("/available/{sku}")
  public Map<String, Integer> available(@PathVariable String sku) {
    return Map.of("available", inventoryService.available(sku));
  }

  @RequestMapping(value = "/{stockItemId}", method = RequestMethod.PATCH)
  public StockLevel correct(@PathVariable long stockItemId, @RequestBody Correction correction) {
    return inventoryService.correct(
        stockItemId, correction.onHand(), correction.reorderLevel(), correction.reason());
  }
}
