// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.grpc;

import com.acme.shop.orders.application.OrderService;
import com.acme.shop.orders.application.Page;
import com.acme.shop.orders.domain.order.Order;
import com.acme.shop.orders.v1.OrderServiceGrpc;
import com.acme.shop.orders.v1.OrderServiceProto;
import io.grpc.stub.CallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.grpc.stub.StreamObservers;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
class OrderGrpcService extends OrderServiceGrpc.OrderServiceImplBase {

  private final OrderService service;

  OrderGrpcService(OrderService service) {
    this.service = service;
  }

  @Override
  public void createOrder(
      OrderServiceProto.CreateOrderRequest request,
      StreamObserver<OrderServiceProto.CreateOrderResponse> response) {
    Order order = service.create(OrderMessages.details(request.getOrder()));
    response.onNext(
        OrderServiceProto.CreateOrderResponse.newBuilder()
            .setOrder(OrderMessages.message(order))
            .build());
    response.onCompleted();
  }

  @Override
  public void getOrder(
      OrderServiceProto.GetOrderRequest request,
      StreamObserver<OrderServiceProto.GetOrderResponse> response) {
    Order order = service.get(request.getId());
    response.onNext(
        OrderServiceProto.GetOrderResponse.newBuilder()
            .setOrder(OrderMessages.message(order))
            .build());
    response.onCompleted();
  }

  @Override
  public void listOrders(
      OrderServiceProto.ListOrdersRequest request,
      StreamObserver<OrderServiceProto.ListOrdersResponse> response) {
    Page<Order> page = service.list(request.getPageSize(), request.getPageToken());
    response.onNext(
        OrderServiceProto.ListOrdersResponse.newBuilder()
            .addAllOrders(page.items().stream().map(OrderMessages::message).toList())
            .setNextPageToken(page.nextToken() == null ? "" : page.nextToken())
            .build());
    response.onCompleted();
  }

  /** Reads on only while the caller takes what it is sent, and stops when the caller is gone. */
  @Override
  public void streamOrders(
      OrderServiceProto.StreamOrdersRequest request,
      StreamObserver<OrderServiceProto.StreamOrdersResponse> response) {
    StreamObservers.copyWithFlowControl(
        service.stream()
            .map(OrderMessages::message)
            .map(each -> OrderServiceProto.StreamOrdersResponse.newBuilder().setOrder(each).build())
            .iterator(),
        (CallStreamObserver<OrderServiceProto.StreamOrdersResponse>) response);
  }

  @Override
  public void updateOrder(
      OrderServiceProto.UpdateOrderRequest request,
      StreamObserver<OrderServiceProto.UpdateOrderResponse> response) {
    Order order =
        service.update(
            request.getId(), request.getVersion(), OrderMessages.details(request.getOrder()));
    response.onNext(
        OrderServiceProto.UpdateOrderResponse.newBuilder()
            .setOrder(OrderMessages.message(order))
            .build());
    response.onCompleted();
  }

  @Override
  public void cancelOrder(
      OrderServiceProto.CancelOrderRequest request,
      StreamObserver<OrderServiceProto.CancelOrderResponse> response) {
    Order order =
        service.cancel(
            request.getId(),
            request.hasVersion() ? request.getVersion() : null,
            request.getReason());
    response.onNext(
        OrderServiceProto.CancelOrderResponse.newBuilder()
            .setOrder(OrderMessages.message(order))
            .build());
    response.onCompleted();
  }

  @Override
  public void returnsOrder(
      OrderServiceProto.ReturnsOrderRequest request,
      StreamObserver<OrderServiceProto.ReturnsOrderResponse> response) {
    Order order =
        service.returns(
            request.getId(),
            request.hasVersion() ? request.getVersion() : null,
            request.hasSku() ? request.getSku() : null,
            request.getQuantity(),
            request.hasReason() ? request.getReason() : null);
    response.onNext(
        OrderServiceProto.ReturnsOrderResponse.newBuilder()
            .setOrder(OrderMessages.message(order))
            .build());
    response.onCompleted();
  }
}
