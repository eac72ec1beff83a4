package dev.msvc.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A deployment to a server that is none, when msvc is installed: {@code msvc-archive} notes the
 * classes that one needs, which are many and take long to load. It talks to this process only.
 */
final class Rehearsal {
  private static final char[] PASSWORD = "rehearsal".toCharArray();
  private static final String KIND =
      "{\"name\": \"%ss\", \"kind\": \"%s\", \"namespaced\": %s, \"verbs\": []}";

  private static final String MANIFESTS =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: one}
      data: {a: b}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: two}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: one}
      spec: {selector: {app: one}, ports: [{port: 80}]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: one}
      spec:
        selector: {matchLabels: {app: one}}
        template:
          metadata: {labels: {app: one}}
          spec: {containers: [{name: one, image: "one:1"}]}
      """;

  private static final String KUBECONFIG =
      """
      apiVersion: v1
      kind: Config
      current-context: rehearsal
      clusters: [{name: rehearsal, cluster: {server: "https://127.0.0.1:%d", certificate-authority-data: "%s"}}]
      users: [{name: rehearsal, user: {client-certificate-data: "%s", client-key-data: "%s"}}]
      contexts: [{name: rehearsal, context: {cluster: rehearsal, user: rehearsal, namespace: rehearsal}}]
      """;

  private Rehearsal() {}

  /** Its one argument is a folder for what it needs. */
  public static void main(String[] args)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path folder = Path.of(args[0]).toAbsolutePath();
    KeyStore own = certificate(folder.resolve("rehearsal.p12"));
    HttpServer server = server(own);
    String certificate = pem("CERTIFICATE", own.getCertificate("own").getEncoded());
    String key = pem("PRIVATE KEY", own.getKey("own", PASSWORD).getEncoded());
    String kubeconfig =
        KUBECONFIG.formatted(server.getAddress().getPort(), certificate, certificate, key);
    Workspace workspace = new Workspace();
    workspace.put(folder.resolve("kubeconfig"), kubeconfig.getBytes(StandardCharsets.UTF_8));
    workspace.put(folder.resolve("all.yaml"), MANIFESTS.getBytes(StandardCharsets.UTF_8));
    String command = "deploy -f all.yaml --release rehearsal --kubeconfig kubeconfig --no-wait -y";
    int exitCode =
        Msvc.run(
            Writer.nullWriter(),
            Writer.nullWriter(),
            Terminal.NONE,
            Map.of(),
            (root, inputs, progress) -> {
              throw new IllegalStateException("nothing is to be analysed");
            },
            (command + " -C " + folder).split(" ", 13));
    server.stop(0);
    if (exitCode != 0) {
      throw new IllegalStateException("the rehearsal ended with " + exitCode);
    }
  }

  /** Of this machine, for a moment; made by the program that comes with Java. */
  private static KeyStore certificate(Path file)
      throws IOException, InterruptedException, GeneralSecurityException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String options =
        "-genkeypair -alias own -keyalg EC -groupname secp256r1 -dname CN=rehearsal -validity 1"
            + " -ext san=ip:127.0.0.1 -storetype PKCS12";
    List<String> command = new ArrayList<>(List.of(keytool));
    command.addAll(List.of(options.split(" ")));
    command.addAll(List.of("-storepass", new String(PASSWORD), "-keystore", file.toString()));
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream from = Files.newInputStream(file)) {
      store.load(from, PASSWORD);
    }
    return store;
  }

  private static String pem(String kind, byte[] bytes) {
    String lines = Base64.getMimeEncoder().encodeToString(bytes);
    String text = "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, lines, kind);
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static HttpServer server(KeyStore own) throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, PASSWORD);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(own);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "rehearsal");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/", Rehearsal::answer);
    server.start();
    return server;
  }

  private static void answer(HttpExchange call) throws IOException {
    String sent = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String answer = sent.isEmpty() ? found(call.getRequestURI().toString()) : written(sent);
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().add("Content-Type", "application/json");
    call.sendResponseHeaders(answer.contains("\"NotFound\"") ? 404 : 200, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  private static String found(String path) {
    return switch (path) {
      case "/api/v1" -> kinds("ConfigMap", "Service", "Secret", "Namespace");
      case "/apis/apps/v1" -> kinds("Deployment");
      case "/apis/coordination.k8s.io/v1" -> kinds("Lease");
      case "/api/v1/namespaces/rehearsal" ->
          "{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"rehearsal\"}}";
      default ->
          path.contains("limit=")
              ? "{\"metadata\": {}, \"items\": []}"
              : "{\"kind\": \"Status\", \"reason\": \"NotFound\", \"code\": 404}";
    };
  }

  private static String kinds(String... names) {
    StringBuilder kinds = new StringBuilder();
    for (String each : names) {
      kinds.append(kinds.length() == 0 ? "" : ",");
      kinds.append(KIND.formatted(lower(each), each, !each.equals("Namespace")));
    }
    return "{\"kind\": \"APIResourceList\", \"resources\": [" + kinds + "]}";
  }

  private static String lower(String kind) {
    return kind.toLowerCase(Locale.ROOT);
  }

  /** As it was sent, with what a server adds. */
  private static String written(String sent) {
    return sent.replaceFirst("\"metadata\":\\{", "\"metadata\":{\"uid\":\"1\",\"generation\":1,");
  }
}
