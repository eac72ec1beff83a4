package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A webhook on 127.0.0.1 with an authority of its own, for what is written to one namespace. */
final class AdmissionServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TRIES = 100;

  private final AtomicInteger asked = new AtomicInteger();
  private final HttpsServer server;
  private final String authority;

  /**
   * Starts one.
   *
   * @param answers what stands in the {@code response} besides the uid: JSON without its braces,
   *     for the {@code request}
   */
  AdmissionServer(Path folder, Function<JsonNode, String> answers) throws Exception {
    Path key = folder.resolve("webhook.key");
    Path certificate = folder.resolve("webhook.crt");
    Cluster.Ran made =
        Cluster.run(
            Map.of(),
            "bash",
            "-c",
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
                + " -keyout \"$0\" -out \"$1\" -subj /CN=webhook -addext subjectAltName=IP:127.0.0.1",
            key.toString(),
            certificate.toString());
    assertThat(made.exitCode()).as(made.err()).isZero();
    authority = Files.readString(certificate);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(
            ApiServerAddress.of(
                    URI.create("https://127.0.0.1"), authority, authority, Files.readString(key))
                .administrator()));
    server.createContext("/", exchange -> answer(exchange, answers));
    server.start();
  }

  private void answer(HttpExchange exchange, Function<JsonNode, String> answers)
      throws IOException {
    JsonNode request = JSON.readTree(exchange.getRequestBody()).path("request");
    byte[] body =
        """
        {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "response": {"uid": "%s", %s}}
        """
            .formatted(request.path("uid").asText(), answers.apply(request))
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
    asked.incrementAndGet();
  }

  /** A patch, as an answer bears it. */
  static String patch(String operations) {
    return "\"allowed\": true, \"patchType\": \"JSONPatch\", \"patch\": \"%s\""
        .formatted(Base64.getEncoder().encodeToString(operations.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Registers it for the Services of a namespace, which goes with that, and waits until it is
   * asked.
   *
   * @param kind {@code Validating} or {@code Mutating}
   */
  void register(TestNamespace namespace, String kind) throws Exception {
    namespace.apply(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: %sWebhookConfiguration
        metadata: {name: @, labels: {%s: @}}
        webhooks:
          - name: gate.example.com
            sideEffects: None
            admissionReviewVersions: [v1]
            clientConfig: {url: "https://127.0.0.1:%d/", caBundle: %s}
            namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: @}}
            rules:
              - apiGroups: [""]
                apiVersions: [v1]
                operations: [CREATE, UPDATE]
                resources: [services]
        """
            .formatted(
                kind,
                TestNamespace.LABEL,
                server.getAddress().getPort(),
                Base64.getEncoder().encodeToString(authority.getBytes(StandardCharsets.US_ASCII)))
            .replace("@", namespace.name()));
    for (int i = 0; i < TRIES && asked.get() == 0; i++) {
      namespace.kubectl("create", "service", "clusterip", "probe", "--tcp=80", "--dry-run=server");
    }
    assertThat(asked.get()).isPositive();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
