// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Empty;
import io.grpc.CallOptions;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.Deadline;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.CallStreamObserver;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.grpc.stub.StreamObservers;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallDeadlineTest {

  private static final MethodDescriptor<Empty, Empty> CALL = method("Call", MethodType.UNARY);
  private static final MethodDescriptor<Empty, Empty> STREAM =
      method("Stream", MethodType.SERVER_STREAMING);

  private final AtomicReference<Deadline> deadline = new AtomicReference<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Server server;
  private ManagedChannel channel;

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  @Test
  void aCallThatNobodyLimitsEnds() throws Exception {
    serve(Duration.ofMillis(200), response -> {});

    assertThat(refusal(() -> call(CallOptions.DEFAULT))).isEqualTo(Code.DEADLINE_EXCEEDED);
    assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aCallWithALaterDeadlineEnds() throws Exception {
    serve(Duration.ofMillis(200), response -> {});

    assertThat(refusal(() -> call(CallOptions.DEFAULT.withDeadlineAfter(1, TimeUnit.HOURS))))
        .isEqualTo(Code.DEADLINE_EXCEEDED);
  }

  @Test
  void anEarlierDeadlineIsKept() throws Exception {
    serve(Duration.ofHours(2), CallDeadlineTest::answer);

    call(CallOptions.DEFAULT.withDeadlineAfter(1, TimeUnit.HOURS));

    assertThat(deadline.get().timeRemaining(TimeUnit.MINUTES)).isBetween(50L, 60L);
  }

  @Test
  void anAnswerThatComesTooLateIsDropped() throws Exception {
    CountDownLatch answered = new CountDownLatch(1);
    serve(
        Duration.ofMillis(200),
        response -> {
          await(stopped);
          answer(response);
          answered.countDown();
        });

    assertThat(refusal(() -> call(CallOptions.DEFAULT))).isEqualTo(Code.DEADLINE_EXCEEDED);
    assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aStreamStopsAtItsDeadline() throws Exception {
    AtomicInteger made = new AtomicInteger();
    serve(Duration.ofMillis(200), response -> endless(response, made));

    assertThat(refusal(() -> stream().forEachRemaining(each -> {})))
        .isEqualTo(Code.DEADLINE_EXCEEDED);
    assertThatNoMoreAreMade(made);
  }

  @Test
  void aStreamStopsWhenItsCallerIsGone() throws Exception {
    AtomicInteger made = new AtomicInteger();
    serve(Duration.ofHours(1), response -> endless(response, made));

    CancellableContext caller = Context.current().withCancellation();
    caller.run(() -> stream().next());
    caller.cancel(null);

    assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    assertThatNoMoreAreMade(made);
  }

  private void serve(Duration longest, Consumer<StreamObserver<Empty>> work) throws IOException {
    Consumer<StreamObserver<Empty>> watched =
        response -> {
          deadline.set(Context.current().getDeadline());
          Context.current().addListener(context -> stopped.countDown(), Runnable::run);
          work.accept(response);
        };
    server =
        ServerBuilder.forPort(0)
            .intercept(new CallDeadline(longest, longest))
            .addService(
                ServerServiceDefinition.builder("test.Work")
                    .addMethod(
                        CALL,
                        ServerCalls.asyncUnaryCall((request, response) -> watched.accept(response)))
                    .addMethod(
                        STREAM,
                        ServerCalls.asyncServerStreamingCall(
                            (request, response) -> watched.accept(response)))
                    .build())
            .build()
            .start();
    channel =
        ManagedChannelBuilder.forAddress("localhost", server.getPort()).usePlaintext().build();
  }

  private void call(CallOptions options) {
    ClientCalls.blockingUnaryCall(channel, CALL, options, Empty.getDefaultInstance());
  }

  private Iterator<Empty> stream() {
    return ClientCalls.blockingServerStreamingCall(
        channel, STREAM, CallOptions.DEFAULT, Empty.getDefaultInstance());
  }

  private static void answer(StreamObserver<Empty> response) {
    response.onNext(Empty.getDefaultInstance());
    response.onCompleted();
  }

  private static void endless(StreamObserver<Empty> response, AtomicInteger made) {
    StreamObservers.copyWithFlowControl(
        Stream.generate(
                () -> {
                  made.incrementAndGet();
                  return Empty.getDefaultInstance();
                })
            .iterator(),
        (CallStreamObserver<Empty>) response);
  }

  private static void assertThatNoMoreAreMade(AtomicInteger made) throws InterruptedException {
    Thread.sleep(500);
    int before = made.get();
    Thread.sleep(500);
    assertThat(made.get()).isEqualTo(before).isPositive();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Code refusal(ThrowingCallable call) {
    return Assertions.catchThrowableOfType(StatusRuntimeException.class, call)
        .getStatus()
        .getCode();
  }

  private static MethodDescriptor<Empty, Empty> method(String name, MethodType type) {
    return MethodDescriptor.newBuilder(
        ProtoUtils.marshaller(Empty.getDefaultInstance()),
        ProtoUtils.marshaller(Empty.getDefaultInstance()))
        .setFullMethodName(MethodDescriptor.generateFullMethodName("test.Work", name))
        .setType(type)
        .build();
  }
}
