// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.rest;

import com.acme.shop.orders.application.NumberRangeService;
import com.acme.shop.orders.domain.numberrange.NumberRange;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/number-ranges")
class NumberRangeController {

  private final NumberRangeService service;

  NumberRangeController(NumberRangeService service) {
    this.service = service;
  }

  @GetMapping("/{id}")
  ResponseEntity<NumberRangeResponse> get(@PathVariable String id) {
    return ok(service.get(id));
  }

  @GetMapping
  NumberRangePage list(
      @RequestParam(defaultValue = "0") @Min(0) @Max(200) int pageSize,
      @RequestParam(required = false) @Nullable String pageToken) {
    return NumberRangePage.of(service.list(pageSize, pageToken));
  }

  @PutMapping("/{id}")
  ResponseEntity<NumberRangeResponse> update(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody NumberRangeRequest request) {
    return ok(service.update(id, IfMatch.requiredVersion(ifMatch), request.toDomain()));
  }

  private static ResponseEntity<NumberRangeResponse> ok(NumberRange numberRange) {
    return ResponseEntity.ok()
        .eTag(String.valueOf(numberRange.version()))
        .body(NumberRangeResponse.of(numberRange));
  }
}
