// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.grpc;

import com.acme.shop.orders.application.Page;
import com.acme.shop.orders.application.ReturnRequestService;
import com.acme.shop.orders.domain.returnrequest.ReturnRequest;
import com.acme.shop.orders.v1.ReturnRequestServiceGrpc;
import com.acme.shop.orders.v1.ReturnRequestServiceProto;
import io.grpc.stub.CallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.grpc.stub.StreamObservers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
class ReturnRequestGrpcService extends ReturnRequestServiceGrpc.ReturnRequestServiceImplBase {

  private final ReturnRequestService service;

  ReturnRequestGrpcService(ReturnRequestService service) {
    this.service = service;
  }

  @Override
  public void createReturnRequest(
      ReturnRequestServiceProto.CreateReturnRequestRequest request,
      StreamObserver<ReturnRequestServiceProto.CreateReturnRequestResponse> response) {
    ReturnRequest returnRequest =
        service.create(ReturnRequestMessages.details(request.getReturnRequest()));
    response.onNext(
        ReturnRequestServiceProto.CreateReturnRequestResponse.newBuilder()
            .setReturnRequest(ReturnRequestMessages.message(returnRequest))
            .build());
    response.onCompleted();
  }

  @Override
  public void getReturnRequest(
      ReturnRequestServiceProto.GetReturnRequestRequest request,
      StreamObserver<ReturnRequestServiceProto.GetReturnRequestResponse> response) {
    ReturnRequest returnRequest = service.get(request.getId());
    response.onNext(
        ReturnRequestServiceProto.GetReturnRequestResponse.newBuilder()
            .setReturnRequest(ReturnRequestMessages.message(returnRequest))
            .build());
    response.onCompleted();
  }

  @Override
  public void listReturnRequests(
      ReturnRequestServiceProto.ListReturnRequestsRequest request,
      StreamObserver<ReturnRequestServiceProto.ListReturnRequestsResponse> response) {
    Page<ReturnRequest> page = service.list(request.getPageSize(), request.getPageToken());
    response.onNext(
        ReturnRequestServiceProto.ListReturnRequestsResponse.newBuilder()
            .addAllReturnRequests(
                page.items().stream().map(ReturnRequestMessages::message).toList())
            .setNextPageToken(page.nextToken() == null ? "" : page.nextToken())
            .build());
    response.onCompleted();
  }

  /** Reads on only while the caller takes what it is sent, and stops when the caller is gone. */
  @Override
  public void streamReturnRequests(
      ReturnRequestServiceProto.StreamReturnRequestsRequest request,
      StreamObserver<ReturnRequestServiceProto.StreamReturnRequestsResponse> response) {
    StreamObservers.copyWithFlowControl(
        service.stream()
            .map(ReturnRequestMessages::message)
            .map(
                each ->
                    ReturnRequestServiceProto.StreamReturnRequestsResponse.newBuilder()
                        .setReturnRequest(each)
                        .build())
            .iterator(),
        (CallStreamObserver<ReturnRequestServiceProto.StreamReturnRequestsResponse>) response);
  }

  @Override
  public void updateReturnRequest(
      ReturnRequestServiceProto.UpdateReturnRequestRequest request,
      StreamObserver<ReturnRequestServiceProto.UpdateReturnRequestResponse> response) {
    ReturnRequest returnRequest =
        service.update(
            request.getId(),
            request.getVersion(),
            ReturnRequestMessages.details(request.getReturnRequest()));
    response.onNext(
        ReturnRequestServiceProto.UpdateReturnRequestResponse.newBuilder()
            .setReturnRequest(ReturnRequestMessages.message(returnRequest))
            .build());
    response.onCompleted();
  }
}
