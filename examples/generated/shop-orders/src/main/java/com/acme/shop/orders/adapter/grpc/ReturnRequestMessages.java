// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.grpc;

import com.acme.shop.orders.domain.returnrequest.ReturnRequest;
import com.acme.shop.orders.domain.returnrequest.ReturnRequestDetails;
import com.acme.shop.orders.v1.ReturnRequestProto;

/** Return requests, as messages and back. */
final class ReturnRequestMessages {

  private ReturnRequestMessages() {}

  static ReturnRequestDetails details(ReturnRequestProto.ReturnRequestDetails message) {
    return new ReturnRequestDetails(
        ValueMessages.instant(message.getCreatedAt()),
        ValueMessages.instant(message.getUpdatedAt()),
        message.getLineId(),
        message.getQuantity(),
        message.hasReason() ? message.getReason() : null,
        message.getAccepted());
  }

  static ReturnRequestProto.ReturnRequestDetails message(ReturnRequestDetails details) {
    ReturnRequestProto.ReturnRequestDetails.Builder message =
        ReturnRequestProto.ReturnRequestDetails.newBuilder()
            .setCreatedAt(ValueMessages.message(details.createdAt()))
            .setUpdatedAt(ValueMessages.message(details.updatedAt()))
            .setLineId(details.lineId())
            .setQuantity(details.quantity())
            .setAccepted(details.accepted());
    if (details.reason() != null) {
      message.setReason(details.reason());
    }
    return message.build();
  }

  static ReturnRequestProto.ReturnRequest message(ReturnRequest returnRequest) {
    ReturnRequestProto.ReturnRequest.Builder message =
        ReturnRequestProto.ReturnRequest.newBuilder()
            .setId(returnRequest.id())
            .setVersion(returnRequest.version())
            .setCreatedAt(ValueMessages.message(returnRequest.createdAt()))
            .setUpdatedAt(ValueMessages.message(returnRequest.updatedAt()))
            .setLineId(returnRequest.lineId())
            .setQuantity(returnRequest.quantity())
            .setAccepted(returnRequest.accepted());
    if (returnRequest.reason() != null) {
      message.setReason(returnRequest.reason());
    }
    return message.build();
  }
}
