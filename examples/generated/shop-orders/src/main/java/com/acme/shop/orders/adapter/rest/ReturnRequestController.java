// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.rest;

import com.acme.shop.orders.application.ReturnRequestService;
import com.acme.shop.orders.domain.returnrequest.ReturnRequest;
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
@RequestMapping("/return-requests")
class ReturnRequestController {

  private final ReturnRequestService service;

  ReturnRequestController(ReturnRequestService service) {
    this.service = service;
  }

  @PostMapping
  ResponseEntity<ReturnRequestResponse> create(@Valid @RequestBody ReturnRequestRequest request) {
    ReturnRequest returnRequest = service.create(request.toDomain());
    return ResponseEntity.created(URI.create("/return-requests/" + returnRequest.id()))
        .eTag(String.valueOf(returnRequest.version()))
        .body(ReturnRequestResponse.of(returnRequest));
  }

  @GetMapping("/{id}")
  ResponseEntity<ReturnRequestResponse> get(@PathVariable long id) {
    return ok(service.get(id));
  }

  @GetMapping
  ReturnRequestPage list(
      @RequestParam(defaultValue = "0") @Min(0) @Max(200) int pageSize,
      @RequestParam(required = false) @Nullable String pageToken) {
    return ReturnRequestPage.of(service.list(pageSize, pageToken));
  }

  @PutMapping("/{id}")
  ResponseEntity<ReturnRequestResponse> update(
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody ReturnRequestRequest request) {
    return ok(service.update(id, IfMatch.requiredVersion(ifMatch), request.toDomain()));
  }

  private static ResponseEntity<ReturnRequestResponse> ok(ReturnRequest returnRequest) {
    return ResponseEntity.ok()
        .eTag(String.valueOf(returnRequest.version()))
        .body(ReturnRequestResponse.of(returnRequest));
  }
}
