// made by msvc; this file is yours: edit it, and the next run merges
package [=package].config;

import static org.assertj.core.api.Assertions.assertThat;
[#if project.listable?has_content]
import static org.assertj.core.api.Assertions.catchThrowableOfType;
[/#if]

import [=package].support.Rest;
import [=package].support.ServiceTest;
import [=package].support.TestEnvironment;
import [=package].support.TestKeys;
import com.google.protobuf.Empty;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

/** Callers with a key of their own, by REST and by gRPC. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class ApiKeyAuthenticationTest {

  private static final TestKeys KEYS = TestEnvironment.KEYS;
  private static final String READER = "[=service.name]-read";

  @Value("${local.server.port}")
  int port;

  @Test
  void aKeyWithTheRoleIsLetInAndItsCallerWrittenDown(CapturedOutput log) {
    String key = KEYS.issue("reporting", READER);

    assertThat(status(key)).isEqualTo([=project.probe.status?c]);

    assertThat(log).contains("reporting came in by an API key").doesNotContain(key);
  }

  @Test
  void aKeyThatIsNobodysIsRefused() {
    Rest.Reply reply = new Rest(port, "").get("[=project.probe.path]", "X-API-Key", "wrong");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    assertThat(status("")).isEqualTo(401);
  }

  @Test
  void aKeyThatIsTakenBackIsRefusedWithoutARestart() {
    String key = KEYS.issue("reporting", READER);
    assertThat(status(key)).isEqualTo([=project.probe.status?c]);

    KEYS.takeBack(key);

    assertThat(status(key)).isEqualTo(401);
  }

  @Test
  void aKeyBesideATokenIsRefused() {
    Rest rest = new Rest(port, TestEnvironment.ISSUER.token(READER));

    assertThat(rest.get("[=project.probe.path]", "X-API-Key", KEYS.issue("reporting", READER)).status())
        .isEqualTo(401);
  }
[#list project.readable as path]

  @Test
  void aKeyWithoutTheRoleIsRefused() {
    assertThat(status(KEYS.issue("reporting", "other"))).isEqualTo(403);
  }
[/#list]
[#list project.listable as listed]

  @Test
  void byGrpcAKeyWithTheRoleIsLetIn(@Autowired GrpcServerLifecycle server) {
    assertThat(call(server, KEYS.issue("reporting", READER))).isEqualTo(Code.OK);
  }

  @Test
  void byGrpcAKeyIsRefusedThatIsNobodysOrLacksTheRole(@Autowired GrpcServerLifecycle server) {
    String key = KEYS.issue("reporting", READER);
    KEYS.takeBack(key);

    assertThat(call(server, "wrong")).isEqualTo(Code.UNAUTHENTICATED);
    assertThat(call(server, key)).isEqualTo(Code.UNAUTHENTICATED);
    assertThat(call(server, KEYS.issue("reporting", "other"))).isEqualTo(Code.PERMISSION_DENIED);
  }

  private static Code call(GrpcServerLifecycle server, String key) {
    MethodDescriptor<Empty, Empty> method =
        MethodDescriptor.<Empty, Empty>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName("[=project.protoPackage].[=listed.name]Service/List[=listed.name.plural()]")
            .setRequestMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
            .setResponseMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
            .build();
    Metadata metadata = new Metadata();
    metadata.put(Metadata.Key.of("x-api-key", Metadata.ASCII_STRING_MARSHALLER), key);
    ManagedChannel channel =
        ManagedChannelBuilder.forAddress("localhost", server.getPort()).usePlaintext().build();
    try {
      Channel withKey =
          ClientInterceptors.intercept(
              channel, MetadataUtils.newAttachHeadersInterceptor(metadata));
      StatusRuntimeException refused =
          catchThrowableOfType(
              StatusRuntimeException.class,
              () ->
                  ClientCalls.blockingUnaryCall(
                      withKey, method, CallOptions.DEFAULT, Empty.getDefaultInstance()));
      return refused == null ? Code.OK : refused.getStatus().getCode();
    } finally {
      channel.shutdownNow();
    }
  }
[/#list]

  private int status(String key) {
    return new Rest(port, "").get("[=project.probe.path]", "X-API-Key", key).status();
  }
}
