// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.rest;

import com.acme.shop.orders.application.Page;
import com.acme.shop.orders.domain.returnrequest.ReturnRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some return requests, and what to give as pageToken for the next ones; null on the last page. */
record ReturnRequestPage(
    List<ReturnRequestResponse> returnRequests, @Nullable String nextPageToken) {

  static ReturnRequestPage of(Page<ReturnRequest> page) {
    return new ReturnRequestPage(
        page.items().stream().map(ReturnRequestResponse::of).toList(), page.nextToken());
  }
}
