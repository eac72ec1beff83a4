// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.notes.support.Rest;
import com.acme.notes.support.ServiceTest;
import com.acme.notes.support.TestEnvironment;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

/** What those who run the service rely on. */
@ServiceTest
class OperationsTest {

  @Value("${local.server.port}")
  int port;

  @Value("${local.management.port}")
  int managementPort;

  @ParameterizedTest
  @ValueSource(strings = {"liveness", "readiness", "startup"})
  void theProbesAnswer(String probe) {
    Rest.Reply reply = new Rest(managementPort, "").get("/actuator/health/" + probe);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.<String>json("$.status")).isEqualTo("UP");
  }

  @Test
  void gRpcTellsItsHealthToAnyone(@Autowired GrpcServerLifecycle server) {
    ManagedChannel channel =
        ManagedChannelBuilder.forAddress("localhost", server.getPort()).usePlaintext().build();
    try {
      assertThat(
              HealthGrpc.newBlockingStub(channel)
                  .check(HealthCheckRequest.getDefaultInstance())
                  .getStatus())
          .isEqualTo(ServingStatus.SERVING);
    } finally {
      channel.shutdownNow();
    }
  }

  @Test
  void prometheusCanScrape() {
    Rest.Reply reply = new Rest(managementPort, "").get("/actuator/prometheus");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body())
        .contains("jvm_memory_used_bytes", "hikaricp_connections_active", "application=\"notes\"");
  }

  @Test
  void whatTheServiceIsToldIsCounted() {
    Rest.Reply reply =
        new Rest(port, TestEnvironment.ISSUER.token("notes-write"))
            .delete("/notes/00000000-0000-0000-0000-000000000001");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(new Rest(managementPort, "").get("/actuator/prometheus").body())
        .containsPattern("domain_commands_total[{].*command=\"delete\",outcome=\"refused\"");
  }

  @Test
  void theApiDescribesItself() {
    Rest.Reply reply = new Rest(port, "").get("/v3/api-docs");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.<Map<String, ?>>json("$.paths"))
        .containsKeys(
            "/notes",
            "/notes/{id}");
  }
}
