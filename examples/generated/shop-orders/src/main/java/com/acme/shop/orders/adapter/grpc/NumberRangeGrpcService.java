// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.grpc;

import com.acme.shop.orders.application.NumberRangeService;
import com.acme.shop.orders.application.Page;
import com.acme.shop.orders.domain.numberrange.NumberRange;
import com.acme.shop.orders.v1.NumberRangeServiceGrpc;
import com.acme.shop.orders.v1.NumberRangeServiceProto;
import io.grpc.stub.CallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.grpc.stub.StreamObservers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
class NumberRangeGrpcService extends NumberRangeServiceGrpc.NumberRangeServiceImplBase {

  private final NumberRangeService service;

  NumberRangeGrpcService(NumberRangeService service) {
    this.service = service;
  }

  @Override
  public void getNumberRange(
      NumberRangeServiceProto.GetNumberRangeRequest request,
      StreamObserver<NumberRangeServiceProto.GetNumberRangeResponse> response) {
    NumberRange numberRange = service.get(request.getId());
    response.onNext(
        NumberRangeServiceProto.GetNumberRangeResponse.newBuilder()
            .setNumberRange(NumberRangeMessages.message(numberRange))
            .build());
    response.onCompleted();
  }

  @Override
  public void listNumberRanges(
      NumberRangeServiceProto.ListNumberRangesRequest request,
      StreamObserver<NumberRangeServiceProto.ListNumberRangesResponse> response) {
    Page<NumberRange> page = service.list(request.getPageSize(), request.getPageToken());
    response.onNext(
        NumberRangeServiceProto.ListNumberRangesResponse.newBuilder()
            .addAllNumberRanges(page.items().stream().map(NumberRangeMessages::message).toList())
            .setNextPageToken(page.nextToken() == null ? "" : page.nextToken())
            .build());
    response.onCompleted();
  }

  /** Reads on only while the caller takes what it is sent, and stops when the caller is gone. */
  @Override
  public void streamNumberRanges(
      NumberRangeServiceProto.StreamNumberRangesRequest request,
      StreamObserver<NumberRangeServiceProto.StreamNumberRangesResponse> response) {
    StreamObservers.copyWithFlowControl(
        service.stream()
            .map(NumberRangeMessages::message)
            .map(
                each ->
                    NumberRangeServiceProto.StreamNumberRangesResponse.newBuilder()
                        .setNumberRange(each)
                        .build())
            .iterator(),
        (CallStreamObserver<NumberRangeServiceProto.StreamNumberRangesResponse>) response);
  }

  @Override
  public void updateNumberRange(
      NumberRangeServiceProto.UpdateNumberRangeRequest request,
      StreamObserver<NumberRangeServiceProto.UpdateNumberRangeResponse> response) {
    NumberRange numberRange =
        service.update(
            request.getId(),
            request.getVersion(),
            NumberRangeMessages.details(request.getNumberRange()));
    response.onNext(
        NumberRangeServiceProto.UpdateNumberRangeResponse.newBuilder()
            .setNumberRange(NumberRangeMessages.message(numberRange))
            .build());
    response.onCompleted();
  }
}
