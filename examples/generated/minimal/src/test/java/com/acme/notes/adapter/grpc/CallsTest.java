// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.acme.notes.support.Rest;
import com.acme.notes.support.ServiceTest;
import com.acme.notes.v1.NoteServiceGrpc;
import com.acme.notes.v1.NoteServiceProto;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

/** What those who watch the service see of its gRPC calls. */
@ServiceTest
class CallsTest {

  private static final String CALL = "acme.notes.v1.NoteService/CreateNote";

  @Value("${local.management.port}")
  int managementPort;

  private final String trace = UUID.randomUUID().toString().replace("-", "");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger log = (Logger) LoggerFactory.getLogger(CallLog.class);
  private ManagedChannel channel;

  @BeforeEach
  void listen(@Autowired GrpcServerLifecycle server) {
    channel =
        ManagedChannelBuilder.forAddress("localhost", server.getPort()).usePlaintext().build();
    lines.start();
    log.setLevel(Level.INFO);
    log.addAppender(lines);
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
    log.detachAppender(lines);
    log.setLevel(null);
  }

  @Test
  void reflectionSaysWhatCanBeCalled() throws Exception {
    CompletableFuture<ServerReflectionResponse> answer = new CompletableFuture<>();
    StreamObserver<ServerReflectionResponse> answers =
        new StreamObserver<>() {
          @Override
          public void onNext(ServerReflectionResponse response) {
            answer.complete(response);
          }

          @Override
          public void onError(Throwable e) {
            answer.completeExceptionally(e);
          }

          @Override
          public void onCompleted() {}
        };
    StreamObserver<ServerReflectionRequest> requests =
        ServerReflectionGrpc.newStub(channel).serverReflectionInfo(answers);
    requests.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());
    requests.onCompleted();

    assertThat(answer.get(10, TimeUnit.SECONDS).getListServicesResponse().getServiceList())
        .extracting(ServiceResponse::getName)
        .contains("acme.notes.v1.NoteService");
  }

  @Test
  void aLineIsLoggedForEachCallWithTheTraceOfItsCaller() throws Exception {
    refusedCall();

    List<String> logged = List.of();
    for (int i = 0; i < 100 && logged.isEmpty(); i++) {
      Thread.sleep(50);
      logged = logged();
    }
    assertThat(logged).singleElement().asString().matches(CALL + " UNAUTHENTICATED in \\d+ ms");
  }

  @Test
  void callsAreCountedByTheirStatus() throws Exception {
    refusedCall();

    String counted = "";
    for (int i = 0; i < 100 && counted.isEmpty(); i++) {
      Thread.sleep(50);
      counted = counted();
    }
    assertThat(counted)
        .contains("rpc_service=\"acme.notes.v1.NoteService\"", "rpc_method=\"CreateNote\"");
  }

  private List<String> logged() {
    return List.copyOf(lines.list).stream()
        .filter(line -> trace.equals(line.getMDCPropertyMap().get("traceId")))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  private String counted() {
    return new Rest(managementPort, "")
        .get("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith("grpc_server_seconds_count"))
        .filter(line -> line.contains("UNAUTHENTICATED"))
        .findFirst()
        .orElse("");
  }

  /** A call without a token. */
  private void refusedCall() {
    Metadata headers = new Metadata();
    headers.put(
        Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER),
        "00-" + trace + "-b7ad6b7169203331-01");
    NoteServiceGrpc.NoteServiceBlockingStub stub =
        NoteServiceGrpc.newBlockingStub(channel)
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));

    StatusRuntimeException refused =
        Assertions.catchThrowableOfType(
            StatusRuntimeException.class,
            () -> stub.createNote(NoteServiceProto.CreateNoteRequest.getDefaultInstance()));

    assertThat(refused.getStatus().getCode()).isEqualTo(Code.UNAUTHENTICATED);
  }
}
