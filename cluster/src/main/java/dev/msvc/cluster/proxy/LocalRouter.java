package dev.msvc.cluster.proxy;

import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.Sight;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Weights;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** A local proxy that runs somewhere on this machine. */
public final class LocalRouter implements Router {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final int UNREACHABLE = 8;
  private static final int MOVED = 5;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();
  private final InetSocketAddress admin;
  private final String token;

  /**
   * One that is reached at its admin address.
   *
   * @param token that it was started with
   */
  public LocalRouter(InetSocketAddress admin, String token) {
    this.admin = admin;
    this.token = token;
  }

  @Override
  public Sight look() {
    return StateDocument.sight(state());
  }

  /** How long answers took to begin, by rule and arm, since the proxy started. */
  public Map<String, Map<Arm, Latencies>> latencies() {
    return StateDocument.latencies(state());
  }

  private JsonObject state() {
    HttpResponse<String> answer = send(request("/state").GET().build(), "was not reached");
    return known(answer, 200);
  }

  @Override
  public Sight write(Sight base, Weights weights) {
    HttpRequest put =
        request("/weights")
            .header("If-Match", "\"" + base.version() + "\"")
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(StateDocument.weights(weights).encode()))
            .build();
    HttpResponse<String> answer =
        send(put, "did not say whether it took the weights; look before you write again");
    if (answer.statusCode() == 412) {
      Sight now = StateDocument.sight(known(answer, 412));
      throw new UserError(
          "the weights of the local proxy moved: version %s with %s was looked at, and it is %s with %s"
              .formatted(
                  base.version(), base.weights().service(), now.version(), now.weights().service()),
          "nothing was written; see who moved them, and go on from what is there",
          MOVED);
    }
    return StateDocument.sight(known(answer, 200));
  }

  private HttpRequest.Builder request(String path) {
    String host = admin.getAddress().getHostAddress();
    String authority = (host.contains(":") ? "[" + host + "]" : host) + ":" + admin.getPort();
    return HttpRequest.newBuilder(URI.create("http://" + authority + path))
        .timeout(ANSWER)
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest request, String otherwise) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UserError(
          "the local proxy at %s:%d %s (%s)"
              .formatted(
                  admin.getAddress().getHostAddress(),
                  admin.getPort(),
                  otherwise,
                  e.getClass().getSimpleName()),
          "see whether it runs",
          UNREACHABLE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("interrupted while the local proxy was asked", "try again", UNREACHABLE);
    }
  }

  private JsonObject known(HttpResponse<String> answer, int status) {
    JsonObject said;
    try {
      said = new JsonObject(answer.body());
    } catch (DecodeException e) {
      throw unknown(answer.statusCode(), "what it says is no JSON");
    }
    if (answer.statusCode() != status) {
      throw unknown(answer.statusCode(), String.valueOf(said.getValue("detail")));
    }
    if (!StateDocument.isState(said)) {
      throw unknown(answer.statusCode(), "what it says is no state of a proxy");
    }
    return said;
  }

  private UserError unknown(int status, String detail) {
    return new UserError(
        "what answers at %s:%d refuses with %d: %s"
            .formatted(admin.getAddress().getHostAddress(), admin.getPort(), status, detail),
        "see whether it is the proxy that was started, and its token",
        status == 400 ? 3 : UNREACHABLE);
  }
}
