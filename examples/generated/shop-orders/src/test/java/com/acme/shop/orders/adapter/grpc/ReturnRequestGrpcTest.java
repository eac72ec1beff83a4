// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.orders.domain.returnrequest.ReturnRequestSamples;
import com.acme.shop.orders.support.Bearer;
import com.acme.shop.orders.support.ServiceTest;
import com.acme.shop.orders.support.TestEnvironment;
import com.acme.shop.orders.v1.ReturnRequestProto;
import com.acme.shop.orders.v1.ReturnRequestServiceGrpc;
import com.acme.shop.orders.v1.ReturnRequestServiceProto;
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
class ReturnRequestGrpcTest {

  private ManagedChannel channel;
  private ReturnRequestServiceGrpc.ReturnRequestServiceBlockingStub stub;

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
    ReturnRequestProto.ReturnRequest created =
        create(ReturnRequestMessages.message(ReturnRequestSamples.details()));

    ReturnRequestProto.ReturnRequest read =
        stub.getReturnRequest(
                ReturnRequestServiceProto.GetReturnRequestRequest.newBuilder()
                    .setId(created.getId())
                    .build())
            .getReturnRequest();

    assertThat(read).isEqualTo(created);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    ReturnRequestServiceProto.GetReturnRequestRequest request =
        ReturnRequestServiceProto.GetReturnRequestRequest.newBuilder()
            .setId(9223372036854775806L)
            .build();

    assertThat(refusal(() -> stub.getReturnRequest(request))).isEqualTo(Code.NOT_FOUND);
  }

  @Test
  void pagesFollowEachOther() {
    ReturnRequestProto.ReturnRequest created =
        create(ReturnRequestMessages.message(ReturnRequestSamples.details()));

    ReturnRequestServiceProto.ListReturnRequestsResponse first =
        stub.listReturnRequests(
            ReturnRequestServiceProto.ListReturnRequestsRequest.newBuilder()
                .setPageSize(1)
                .build());

    assertThat(first.getReturnRequestsList()).hasSize(1);
    assertThat(created.getId()).isNotNull();
  }

  @Test
  void theStreamHasAll() {
    ReturnRequestProto.ReturnRequest created =
        create(ReturnRequestMessages.message(ReturnRequestSamples.details()));

    Iterator<ReturnRequestServiceProto.StreamReturnRequestsResponse> stream =
        stub.streamReturnRequests(
            ReturnRequestServiceProto.StreamReturnRequestsRequest.getDefaultInstance());

    assertThat(stream)
        .toIterable()
        .extracting(each -> each.getReturnRequest().getId())
        .contains(created.getId());
  }

  @Test
  void updateReplacesTheVersionThatWasRead() {
    ReturnRequestProto.ReturnRequest created =
        create(ReturnRequestMessages.message(ReturnRequestSamples.details()));
    ReturnRequestServiceProto.UpdateReturnRequestRequest.Builder request =
        ReturnRequestServiceProto.UpdateReturnRequestRequest.newBuilder()
            .setId(created.getId())
            .setReturnRequest(ReturnRequestMessages.message(ReturnRequestSamples.details()));

    ReturnRequestProto.ReturnRequest updated =
        stub.updateReturnRequest(request.setVersion(created.getVersion()).build())
            .getReturnRequest();

    assertThat(updated.getId()).isEqualTo(created.getId());
    assertThat(refusal(() -> stub.updateReturnRequest(request.setVersion(999_999).build())))
        .isEqualTo(Code.ABORTED);
  }

  @Test
  void eachFieldThatIsNotValidIsNamed() throws InvalidProtocolBufferException {
    ReturnRequestServiceProto.CreateReturnRequestRequest request =
        ReturnRequestServiceProto.CreateReturnRequestRequest.newBuilder()
            .setReturnRequest(ReturnRequestProto.ReturnRequestDetails.getDefaultInstance())
            .build();

    StatusRuntimeException refused =
        Assertions.catchThrowableOfType(
            StatusRuntimeException.class, () -> stub.createReturnRequest(request));

    assertThat(refused.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    assertThat(
            StatusProto.fromThrowable(refused)
                .getDetails(0)
                .unpack(BadRequest.class)
                .getFieldViolationsList())
        .extracting(FieldViolation::getField)
        .contains("return_request.created_at", "return_request.updated_at");
  }

  private ReturnRequestProto.ReturnRequest create(ReturnRequestProto.ReturnRequestDetails details) {
    return stub.createReturnRequest(
            ReturnRequestServiceProto.CreateReturnRequestRequest.newBuilder()
                .setReturnRequest(details)
                .build())
        .getReturnRequest();
  }

  private ReturnRequestServiceGrpc.ReturnRequestServiceBlockingStub stub(String token) {
    return ReturnRequestServiceGrpc.newBlockingStub(channel)
        .withCallCredentials(new Bearer(token))
        .withDeadlineAfter(30, TimeUnit.SECONDS);
  }

  private static Code refusal(ThrowingCallable call) {
    return Assertions.catchThrowableOfType(StatusRuntimeException.class, call)
        .getStatus()
        .getCode();
  }
}
