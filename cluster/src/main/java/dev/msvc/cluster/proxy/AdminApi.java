package dev.msvc.cluster.proxy;

import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.Weights;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a proxy over HTTP, on loopback: {@code GET /state} and {@code PUT /weights}, the
 * latter with the version that it changes in {@code If-Match}. Both want {@code Authorization:
 * Bearer TOKEN}, so that no page in a browser on the same machine can read or change anything.
 *
 * <p>An arm is ready where a connection to it can be made at the moment that one asks.
 */
final class AdminApi {
  private static final int CONNECT_MILLIS = 1_000;
  private static final int LONGEST = 256 * 1024;

  private final Vertx vertx;
  private final ProxySetup setup;
  private final Live live;
  private final Counters counters;
  private final @Nullable Mirror mirror;
  private final Runnable changed;
  private final NetClient probe;
  private final byte[] authorization;

  AdminApi(
      Vertx vertx,
      ProxySetup setup,
      Live live,
      Counters counters,
      @Nullable Mirror mirror,
      Runnable changed) {
    this.vertx = vertx;
    this.setup = setup;
    this.live = live;
    this.counters = counters;
    this.mirror = mirror;
    this.changed = changed;
    this.probe = vertx.createNetClient(new NetClientOptions().setConnectTimeout(CONNECT_MILLIS));
    this.authorization = ("Bearer " + setup.token()).getBytes(StandardCharsets.UTF_8);
  }

  void handle(HttpServerRequest request) {
    String said = request.getHeader("authorization");
    byte[] theirs = said == null ? new byte[0] : said.getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(authorization, theirs)) {
      request.response().putHeader("www-authenticate", "Bearer");
      refuse(request, 401, "the token is missing or another");
    } else if (request.path().equals("/state") && request.method().equals(HttpMethod.GET)) {
      state(request, 200, "");
    } else if (request.path().equals("/weights") && request.method().equals(HttpMethod.PUT)) {
      if (request.getHeader("if-match") == null) {
        refuse(request, 428, "say in If-Match which version is changed");
        return;
      }
      Buffer body = Buffer.buffer();
      request.handler(
          part -> {
            if (body.length() <= LONGEST) {
              body.appendBuffer(part);
            }
          });
      request.endHandler(v -> put(request, body));
    } else {
      refuse(request, 404, "there are GET /state and PUT /weights");
    }
  }

  private void put(HttpServerRequest request, Buffer body) {
    Weights weights;
    try {
      weights = weights(body);
    } catch (IllegalArgumentException e) {
      refuse(request, 400, String.valueOf(e.getMessage()));
      return;
    }
    String version = request.getHeader("if-match").replace("\"", "").strip();
    vertx
        .executeBlocking(() -> live.change(version, weights))
        .onComplete(
            done -> {
              if (done.failed()) {
                refuse(request, 500, "the weights could not be kept: " + done.cause().getMessage());
              } else if (done.result()) {
                changed.run();
                state(request, 200, "");
              } else {
                state(request, 412, "the weights are of another version by now");
              }
            });
  }

  private Weights weights(Buffer body) {
    if (body.length() > LONGEST) {
      throw new IllegalArgumentException("that is too long to be weights");
    }
    Object given;
    try {
      given = body.toJsonObject().getValue("weights");
    } catch (DecodeException | ClassCastException e) {
      throw new IllegalArgumentException("that is no JSON object", e);
    }
    if (!(given instanceof JsonObject byRule)) {
      throw new IllegalArgumentException("'weights' must be an object of weights by rule");
    }
    Set<String> unknown = new HashSet<>(byRule.fieldNames());
    Map<String, Integer> weights = new TreeMap<>();
    for (Rule rule : setup.rules()) {
      unknown.remove(rule.id());
      if (!(byRule.getValue(rule.id()) instanceof Integer weight) || weight < 0 || weight > 100) {
        throw new IllegalArgumentException(
            "the weight of '%s' must be a whole number from 0 to 100".formatted(rule.id()));
      }
      if (!rule.kind().splits() && weight != 0 && weight != 100) {
        throw new IllegalArgumentException(
            "the weight of '%s' must be 0 or 100: it is not for reads".formatted(rule.id()));
      }
      weights.put(rule.id(), weight);
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no rule '%s'".formatted(unknown.iterator().next()));
    }
    return new Weights(new TreeMap<>(weights));
  }

  private void state(HttpServerRequest request, int status, String detail) {
    Future<Integer> monolith = ready(setup.monolith());
    Future<Integer> service = ready(setup.service());
    Future.all(monolith, service)
        .onComplete(
            both -> {
              Live.Now now = live.now();
              JsonObject state =
                  StateDocument.write(
                      now,
                      setup.rules(),
                      counters,
                      mirror == null ? Map.of() : mirror.now(),
                      Map.of(Arm.MONOLITH, monolith.result(), Arm.SERVICE, service.result()));
              if (!detail.isEmpty()) {
                state.put("detail", detail);
              }
              request
                  .response()
                  .setStatusCode(status)
                  .putHeader("content-type", "application/json")
                  .putHeader("cache-control", "no-store")
                  .putHeader("etag", "\"" + now.version() + "\"")
                  .end(state.encode());
            });
  }

  private Future<Integer> ready(InetSocketAddress arm) {
    return probe
        .connect(LocalProxy.address(arm))
        .map(
            socket -> {
              socket.close();
              return 1;
            })
        .recover(e -> Future.succeededFuture(0));
  }

  private static void refuse(HttpServerRequest request, int status, String detail) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "application/problem+json")
        .end(new JsonObject().put("status", status).put("detail", detail).encode());
  }
}
