// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.orders.domain.order.OrderSamples;
import com.acme.shop.orders.support.Bearer;
import com.acme.shop.orders.support.ServiceTest;
import com.acme.shop.orders.support.TestEnvironment;
import com.acme.shop.orders.v1.OrderProto;
import com.acme.shop.orders.v1.OrderServiceGrpc;
import com.acme.shop.orders.v1.OrderServiceProto;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

@ServiceTest
class OrderGrpcTest {

  private ManagedChannel channel;
  private OrderServiceGrpc.OrderServiceBlockingStub stub;

  @BeforeEach
  void connect(@Autowired GrpcServerLifecycle server) {
    channel =
        ManagedChannelBuilder.forAddress("localhost", server.getPort()).usePlaintext().build();
    stub = stub(TestEnvironment.ISSUER.token("shop-orders-read", "shop-orders-write"));
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  @Test
  void whatIsThereCanBeRead() {
    OrderProto.Order created = create(OrderMessages.message(OrderSamples.details()));

    OrderProto.Order read =
        stub.getOrder(OrderServiceProto.GetOrderRequest.newBuilder().setId(created.getId()).build())
            .getOrder();

    assertThat(read).isEqualTo(created);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    OrderServiceProto.GetOrderRequest request =
        OrderServiceProto.GetOrderRequest.newBuilder().setId(9223372036854775806L).build();

    assertThat(refusal(() -> stub.getOrder(request))).isEqualTo(Code.NOT_FOUND);
  }

  @Test
  void pagesFollowEachOther() {
    OrderProto.Order created = create(OrderMessages.message(OrderSamples.details()));

    OrderServiceProto.ListOrdersResponse first =
        stub.listOrders(OrderServiceProto.ListOrdersRequest.newBuilder().setPageSize(1).build());

    assertThat(first.getOrdersList()).hasSize(1);
    assertThat(created.getId()).isNotNull();
  }

  @Test
  void theStreamHasAll() {
    OrderProto.Order created = create(OrderMessages.message(OrderSamples.details()));

    Iterator<OrderServiceProto.StreamOrdersResponse> stream =
        stub.streamOrders(OrderServiceProto.StreamOrdersRequest.getDefaultInstance());

    assertThat(stream)
        .toIterable()
        .extracting(each -> each.getOrder().getId())
        .contains(created.getId());
  }

  @Test
  void updateReplacesTheVersionThatWasRead() {
    OrderProto.Order created = create(OrderMessages.message(OrderSamples.details()));
    OrderServiceProto.UpdateOrderRequest.Builder request =
        OrderServiceProto.UpdateOrderRequest.newBuilder()
            .setId(created.getId())
            .setOrder(OrderMessages.message(OrderSamples.details()));

    OrderProto.Order updated =
        stub.updateOrder(request.setVersion(created.getVersion()).build()).getOrder();

    assertThat(updated.getId()).isEqualTo(created.getId());
    assertThat(refusal(() -> stub.updateOrder(request.setVersion(999_999).build())))
        .isEqualTo(Code.ABORTED);
  }

  @Test
  void cancelIsDone() {
    OrderProto.Order created = create(OrderMessages.message(OrderSamples.details()));
    OrderServiceProto.CancelOrderRequest request =
        OrderServiceProto.CancelOrderRequest.newBuilder()
            .setId(created.getId())
            .setReason("reason")
            .build();

    OrderProto.Order done = stub.cancelOrder(request).getOrder();

    assertThat(done.getId()).isEqualTo(created.getId());
  }

  @Test
  void returnsIsDone() {
    OrderProto.Order created = create(OrderMessages.message(OrderSamples.details()));
    OrderServiceProto.ReturnsOrderRequest request =
        OrderServiceProto.ReturnsOrderRequest.newBuilder()
            .setId(created.getId())
            .setSku("sku")
            .setQuantity(1)
            .setReason("reason")
            .build();

    OrderProto.Order done = stub.returnsOrder(request).getOrder();

    assertThat(done.getId()).isEqualTo(created.getId());
  }

  @Test
  void eachFieldThatIsNotValidIsNamed() throws InvalidProtocolBufferException {
    OrderServiceProto.CreateOrderRequest request =
        OrderServiceProto.CreateOrderRequest.newBuilder()
            .setOrder(OrderProto.OrderDetails.getDefaultInstance())
            .build();

    StatusRuntimeException refused =
        Assertions.catchThrowableOfType(
            StatusRuntimeException.class, () -> stub.createOrder(request));

    assertThat(refused.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    assertThat(
            StatusProto.fromThrowable(refused)
                .getDetails(0)
                .unpack(BadRequest.class)
                .getFieldViolationsList())
        .extracting(FieldViolation::getField)
        .contains("order.created_at", "order.updated_at", "order.status", "order.placed_at");
  }

  @Test
  void aSecondOneOfTheSameIsRefused() {
    OrderProto.OrderDetails details = OrderMessages.message(OrderSamples.details());
    create(details);

    assertThat(refusal(() -> create(details))).isEqualTo(Code.ALREADY_EXISTS);
  }

  private OrderProto.Order create(OrderProto.OrderDetails details) {
    return stub.createOrder(
            OrderServiceProto.CreateOrderRequest.newBuilder().setOrder(details).build())
        .getOrder();
  }

  private OrderServiceGrpc.OrderServiceBlockingStub stub(String token) {
    return OrderServiceGrpc.newBlockingStub(channel)
        .withCallCredentials(new Bearer(token))
        .withDeadlineAfter(30, TimeUnit.SECONDS);
  }

  private static Code refusal(ThrowingCallable call) {
    return Assertions.catchThrowableOfType(StatusRuntimeException.class, call)
        .getStatus()
        .getCode();
  }
}
