package dev.msvc.cluster.compare;

import dev.msvc.cluster.gate.BoundedBody;
import dev.msvc.model.compare.Comparison;
import dev.msvc.model.compare.Recorded;
import dev.msvc.model.compare.Reply;
import dev.msvc.model.yaml.JsonBody;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends recorded requests to the monolith or the service; follows nothing and waits for so long.
 */
final class ArmClient {
  /** Says to whoever is asked that nobody waits for the answer. */
  static final String MARK = "X-Msvc-Compare";

  private static final int LONGEST = 4 << 20;
  private static final Duration CONNECT = Duration.ofSeconds(3);

  /** Of the connection, or about what the client has kept: answers would have no bodies. */
  private static final Set<String> NOT_SENT =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "expect",
          "host",
          "http2-settings",
          "if-match",
          "if-modified-since",
          "if-none-match",
          "if-range",
          "if-unmodified-since",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final URI base;
  private final boolean credentials;
  private final Duration patience;

  /**
   * For an arm.
   *
   * @param credentials whether headers that say who asks are sent
   * @param patience how long an answer may take, all of it
   */
  ArmClient(String base, boolean credentials, Duration patience) {
    this.base = URI.create(base);
    this.credentials = credentials;
    this.patience = patience;
  }

  /** An answer, or why there is none. */
  record Said(Optional<Reply> reply, String why) {}

  Said ask(Recorded request) {
    CompletableFuture<HttpResponse<byte[]>> running =
        client.sendAsync(made(request), head -> new BoundedBody(LONGEST));
    try {
      return new Said(
          Optional.of(reply(running.get(patience.toMillis(), TimeUnit.MILLISECONDS))), "");
    } catch (TimeoutException e) {
      running.cancel(true);
      return none("no answer in %d s".formatted(patience.toSeconds()));
    } catch (ExecutionException e) {
      return none(
          e.getCause() instanceof ConnectException
              ? "nothing listens there"
              : e.getCause() instanceof IOException && running.isCompletedExceptionally()
                  ? "the connection broke, or the answer is longer than 4 MiB"
                  : "no answer");
    } catch (InterruptedException e) {
      running.cancel(true);
      Thread.currentThread().interrupt();
      return none("interrupted");
    }
  }

  private static Said none(String why) {
    return new Said(Optional.empty(), why);
  }

  private HttpRequest made(Recorded request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(base + request.target()))
            .method(
                request.method(),
                request
                    .body()
                    .map(HttpRequest.BodyPublishers::ofString)
                    .orElse(HttpRequest.BodyPublishers.noBody()));
    request
        .headers()
        .forEach(
            (name, value) -> {
              if (!NOT_SENT.contains(name) && (credentials || !Recorded.isSecret(name))) {
                put(builder, name, value);
              }
            });
    return builder.setHeader(MARK, "1").build();
  }

  private static void put(HttpRequest.Builder builder, String name, String value) {
    try {
      builder.setHeader(name, value);
    } catch (IllegalArgumentException notOfHttp) {
      // a recorder made it up; a server would not take it either
    }
  }

  private Reply reply(HttpResponse<byte[]> response) {
    SortedMap<String, List<String>> headers = new TreeMap<>();
    for (Map.Entry<String, List<String>> each : response.headers().map().entrySet()) {
      String name = each.getKey().toLowerCase(Locale.ROOT);
      headers.put(
          name,
          name.equals("location")
              ? each.getValue().stream().map(one -> Comparison.location(one, base)).toList()
              : each.getValue());
    }
    String type = response.headers().firstValue("content-type").orElse("");
    return new Reply(response.statusCode(), headers, JsonBody.of(response.body(), type));
  }
}
