// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.orders.domain.numberrange.NumberRange;
import com.acme.shop.orders.domain.numberrange.NumberRangeRepository;
import com.acme.shop.orders.domain.numberrange.NumberRangeSamples;
import com.acme.shop.orders.support.Bearer;
import com.acme.shop.orders.support.ServiceTest;
import com.acme.shop.orders.support.TestEnvironment;
import com.acme.shop.orders.v1.NumberRangeProto;
import com.acme.shop.orders.v1.NumberRangeServiceGrpc;
import com.acme.shop.orders.v1.NumberRangeServiceProto;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
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
class NumberRangeGrpcTest {

  @Autowired NumberRangeRepository numberRanges;

  private ManagedChannel channel;
  private NumberRangeServiceGrpc.NumberRangeServiceBlockingStub stub;

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
    NumberRange created =
        numberRanges.save(new NumberRange(NumberRangeSamples.id(), NumberRangeSamples.details()));

    NumberRangeProto.NumberRange read =
        stub.getNumberRange(
                NumberRangeServiceProto.GetNumberRangeRequest.newBuilder()
                    .setId(created.id())
                    .build())
            .getNumberRange();

    assertThat(read).isEqualTo(NumberRangeMessages.message(created));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    NumberRangeServiceProto.GetNumberRangeRequest request =
        NumberRangeServiceProto.GetNumberRangeRequest.newBuilder().setId("absent").build();

    assertThat(refusal(() -> stub.getNumberRange(request))).isEqualTo(Code.NOT_FOUND);
  }

  @Test
  void anIdThatNoDatabaseKeepsIsNotValid() {
    NumberRangeServiceProto.GetNumberRangeRequest request =
        NumberRangeServiceProto.GetNumberRangeRequest.newBuilder().setId("a\0b").build();

    assertThat(refusal(() -> stub.getNumberRange(request))).isEqualTo(Code.INVALID_ARGUMENT);
  }

  @Test
  void pagesFollowEachOther() {
    NumberRange created =
        numberRanges.save(new NumberRange(NumberRangeSamples.id(), NumberRangeSamples.details()));

    NumberRangeServiceProto.ListNumberRangesResponse first =
        stub.listNumberRanges(
            NumberRangeServiceProto.ListNumberRangesRequest.newBuilder().setPageSize(1).build());

    assertThat(first.getNumberRangesList()).hasSize(1);
    assertThat(created.id()).isNotNull();
  }

  @Test
  void theStreamHasAll() {
    NumberRange created =
        numberRanges.save(new NumberRange(NumberRangeSamples.id(), NumberRangeSamples.details()));

    Iterator<NumberRangeServiceProto.StreamNumberRangesResponse> stream =
        stub.streamNumberRanges(
            NumberRangeServiceProto.StreamNumberRangesRequest.getDefaultInstance());

    assertThat(stream)
        .toIterable()
        .extracting(each -> each.getNumberRange().getId())
        .contains(created.id());
  }

  @Test
  void updateReplacesTheVersionThatWasRead() {
    NumberRange created =
        numberRanges.save(new NumberRange(NumberRangeSamples.id(), NumberRangeSamples.details()));
    NumberRangeServiceProto.UpdateNumberRangeRequest.Builder request =
        NumberRangeServiceProto.UpdateNumberRangeRequest.newBuilder()
            .setId(created.id())
            .setNumberRange(NumberRangeMessages.message(NumberRangeSamples.details()));

    NumberRangeProto.NumberRange updated =
        stub.updateNumberRange(request.setVersion(created.version()).build()).getNumberRange();

    assertThat(updated.getId()).isEqualTo(created.id());
    assertThat(refusal(() -> stub.updateNumberRange(request.setVersion(999_999).build())))
        .isEqualTo(Code.ABORTED);
  }

  private NumberRangeServiceGrpc.NumberRangeServiceBlockingStub stub(String token) {
    return NumberRangeServiceGrpc.newBlockingStub(channel)
        .withCallCredentials(new Bearer(token))
        .withDeadlineAfter(30, TimeUnit.SECONDS);
  }

  private static Code refusal(ThrowingCallable call) {
    return Assertions.catchThrowableOfType(StatusRuntimeException.class, call)
        .getStatus()
        .getCode();
  }
}
