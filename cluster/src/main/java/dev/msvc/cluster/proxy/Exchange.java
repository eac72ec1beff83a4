package dev.msvc.cluster.proxy;

import dev.msvc.model.shift.Arm;
import io.netty.handler.codec.http.HttpHeaders;
import io.vertx.core.AsyncResult;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.NetSocket;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way to an origin, and the answer back.
 *
 * <p>It stands on Vert.x's HTTP server and client. Of vertx-http-proxy nothing is left to use: it
 * drops trailers; leaves {@code 100 Continue} out, so that clients wait; sends hop-by-hop headers
 * of answers on; pipes upgraded connections without back-pressure; answers 502 where an origin
 * closed a kept connection; and copies all headers three times on the way.
 *
 * <p>All of it runs on the event loop of the client's connection, and so do the connections to the
 * origin that it uses.
 */
final class Exchange {
  private static final Set<HttpMethod> REPEATABLE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;
  private static final int SWITCHING_PROTOCOLS = 101;

  private final Lane lane;
  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final long start = System.nanoTime();
  private final @Nullable RequestTrailers trailers;
  private final long number;

  private int rule;
  private Arm arm = Arm.MONOLITH;
  private boolean hasBody;
  private boolean repeatable;
  private boolean upgrades;
  private boolean repeated;

  private @Nullable OriginConnection connection;
  private @Nullable HttpClientRequest sent;

  /** Whether the client waits to be told that it may send its body. */
  private boolean clientWaits;

  private boolean requestEnded;
  private boolean over;
  private int status;
  private boolean closes;
  private @Nullable MirrorCopy copy;

  /** An answer's only chunk, sent together with its head. */
  private @Nullable Buffer whole;

  Exchange(Lane lane, HttpServerRequest request) {
    this.lane = lane;
    this.request = request;
    this.response = request.response();
    this.trailers =
        request.version() == HttpVersion.HTTP_2 ? null : RequestTrailers.of(request.connection());
    this.number = trailers == null ? 0 : trailers.begin();
  }

  void begin() {
    lane.entered();
    response.exceptionHandler(e -> clientLeft());
    response.closeHandler(v -> clientLeft());
    String refused = RequestHead.refused(request);
    if (refused != null) {
      lane.left();
      over = true;
      Problem.BAD_REQUEST.answer(request, refused, true);
      return;
    }
    MultiMap headers = request.headers();
    hasBody = RequestHead.hasBody(request);
    requestEnded = !hasBody;
    repeatable = !hasBody && REPEATABLE.contains(request.method());
    clientWaits = hasBody && Hops.says(headers, "expect", "100-continue");
    upgrades = !hasBody && RequestHead.upgrades(request);
    rule = lane.routes.first(request.method().name(), request.uri(), headers);
    if (rule != Routes.NONE) {
      OptionalInt client = lane.routes.client(headers);
      Live.Now now = lane.live.now();
      arm = now.arm(rule, client, lane.random);
      if (lane.mirror != null && arm == Arm.MONOLITH && !upgrades) {
        copy =
            lane.mirror.begin(
                rule,
                now.percents().get(rule),
                request.method().name(),
                headers,
                hasBody,
                lane.random);
      }
    }
    if (hasBody || upgrades) {
      request.pause();
    }
    OriginConnection kept = lane.origin(arm).kept(repeatable);
    if (kept != null) {
      sendOver(kept);
    } else {
      connect();
    }
  }

  private void connect() {
    lane.origin(arm)
        .connect()
        .onComplete(
            opened -> {
              if (opened.succeeded()) {
                sendOver(opened.result());
              } else if (!over) {
                noAnswer("could not be reached");
              }
            });
  }

  private void sendOver(OriginConnection to) {
    if (over) {
      lane.origin(arm).giveBack(to);
      return;
    }
    connection = to;
    to.http
        .createRequest((ContextInternal) ((HttpServerRequestInternal) request).context())
        .onComplete(
            made -> {
              if (over) {
                to.http.close();
              } else if (made.succeeded()) {
                send(to, made.result());
              } else if (!repeated) {
                // nothing went over it, so any request may take another
                repeated = true;
                connect();
              } else {
                noAnswer("closed the connection");
              }
            });
  }

  private void send(OriginConnection to, HttpClientRequest out) {
    sent = out;
    RequestHead.copy(request, out, hasBody, clientWaits, upgrades);
    if (copy != null) {
      copy.head(out);
    }
    out.exceptionHandler(e -> broke(out));
    out.response().onComplete(answered -> answered(out, answered));
    out.earlyHintsHandler(response::writeEarlyHints);
    if (upgrades) {
      out.connect();
    } else if (!hasBody) {
      out.end();
    } else {
      if (clientWaits) {
        out.continueHandler(
            v -> {
              clientWaits = false;
              response.writeContinue();
            });
        out.sendHead();
      }
      pumpRequest(to, out);
    }
  }

  private void pumpRequest(OriginConnection to, HttpClientRequest out) {
    request.exceptionHandler(e -> clientLeft());
    request.handler(
        buffer -> {
          clientWaits = false;
          if (copy != null) {
            copy.requestBody(buffer);
          }
          out.write(buffer);
          if (out.writeQueueFull()) {
            request.pause();
            out.drainHandler(v -> request.resume());
          }
        });
    request.endHandler(
        v -> {
          requestEnded = true;
          HttpHeaders behind = trailers == null ? null : trailers.take(number);
          if (behind != null && out.isChunked()) {
            RequestTrailers.send(to, behind);
          }
          out.end();
        });
    request.resume();
  }

  private void answered(HttpClientRequest out, AsyncResult<HttpClientResponse> answered) {
    if (over || out != sent) {
      return;
    }
    if (answered.failed()) {
      broke(out);
      return;
    }
    HttpClientResponse answer = answered.result();
    status = answer.statusCode();
    lane.counters.of(rule, arm).answered(status, System.nanoTime() - start);
    if (status == SWITCHING_PROTOCOLS) {
      tunnel(answer);
      return;
    }
    head(answer);
    if (copy != null) {
      copy.answer(answer);
    }
    long length = length(answer);
    answer.exceptionHandler(e -> broke(out));
    answer.handler(
        buffer -> {
          if (copy != null) {
            copy.answerBody(buffer);
          }
          if (buffer.length() == length) {
            whole = buffer;
            return;
          }
          response.write(buffer);
          if (response.writeQueueFull()) {
            answer.pause();
            response.drainHandler(v -> answer.resume());
          }
        });
    answer.endHandler(v -> end(answer));
    if (response.isChunked()) {
      // the body may be long in coming, as events are
      response.writeHead();
    }
  }

  private void head(HttpClientResponse answer) {
    response.setStatusCode(status);
    response.setStatusMessage(answer.statusMessage());
    boolean length = ResponseHead.copy(answer.headers(), response.headers());
    boolean bodiless =
        request.method().equals(HttpMethod.HEAD) || status == NO_CONTENT || status == NOT_MODIFIED;
    if (!length && bodiless && status == NO_CONTENT) {
      response.headersEndHandler(v -> response.headers().remove("content-length"));
    }
    if (!length && !bodiless && request.version() != HttpVersion.HTTP_1_0) {
      response.setChunked(true);
    }
    closes =
        request.version() != HttpVersion.HTTP_2
            && (lane.ending()
                || clientWaits
                || Hops.says(request.headers(), "connection", "close")
                || (!length && !bodiless && request.version() == HttpVersion.HTTP_1_0));
    if (closes) {
      response.putHeader("connection", "close");
    }
  }

  private long length(HttpClientResponse answer) {
    String length = answer.getHeader("content-length");
    if (length == null || request.method().equals(HttpMethod.HEAD) || status == NOT_MODIFIED) {
      return -1;
    }
    try {
      return Long.parseLong(length);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private void end(HttpClientResponse answer) {
    if (over) {
      return;
    }
    over = true;
    lane.left();
    OriginConnection used = connection;
    if (requestEnded && !upgrades && used != null) {
      lane.origin(arm).giveBack(used);
    } else if (sent != null) {
      // the origin answered before it had all: it may not want the rest
      sent.reset();
      drain();
    }
    if (response.isChunked() && !answer.trailers().isEmpty()) {
      answer
          .trailers()
          .forEach(
              (name, value) -> {
                if (!Hops.ends(name)) {
                  response.trailers().add(name, value);
                }
              });
    }
    var ended = whole == null ? response.end() : response.end(whole);
    if (copy != null && requestEnded) {
      copy.send();
    } else {
      noCopy();
    }
    if (closes) {
      ended.onComplete(v -> request.connection().close());
    }
  }

  private void drain() {
    if (!requestEnded && !request.isEnded()) {
      request.handler(buffer -> {});
      request.endHandler(v -> {});
      request.resume();
    }
  }

  private void tunnel(HttpClientResponse answer) {
    over = true;
    noCopy();
    lane.left();
    answer.pause();
    ResponseHead.copyUpgrade(answer.headers(), response.headers());
    NetSocket origin = answer.netSocket();
    request
        .toNetSocket()
        .onComplete(
            client -> {
              if (client.failed()) {
                origin.close();
                return;
              }
              Tunnel[] self = new Tunnel[1];
              Tunnel tunnel =
                  Tunnel.between(
                      client.result(),
                      origin,
                      () -> {
                        if (self[0] != null) {
                          lane.closed(self[0]);
                        }
                      });
              self[0] = tunnel;
              if (arm == Arm.SERVICE) {
                lane.opened(tunnel, rule);
              }
              answer.resume();
            });
  }

  /** The connection to the origin ended too early. */
  private void broke(HttpClientRequest out) {
    if (over || out != sent) {
      return;
    }
    OriginConnection used = connection;
    if (status != 0) {
      lane.counters.of(rule, arm).cutOff(status);
      over = true;
      noCopy();
      lane.left();
      out.reset();
      // the client must see that this was not all of it
      if (request.version() == HttpVersion.HTTP_2) {
        response.reset();
      } else {
        request.connection().close();
      }
    } else if (repeatable && !repeated && used != null && used.used) {
      repeated = true;
      sent = null;
      out.reset();
      connect();
    } else {
      out.reset();
      noAnswer("closed the connection without an answer");
    }
  }

  private void noCopy() {
    if (copy != null) {
      copy.end();
    }
  }

  private void noAnswer(String what) {
    lane.counters.of(rule, arm).unanswered();
    over = true;
    noCopy();
    lane.left();
    drain();
    String who = arm == Arm.SERVICE ? "service" : "monolith";
    Problem.BAD_GATEWAY.answer(request, "the %s %s".formatted(who, what), clientWaits);
  }

  /**
   * The client went away. One that had waited in vain for a while counts as not answered: an origin
   * that hangs must not look as if it had nothing to do.
   */
  private void clientLeft() {
    if (over) {
      return;
    }
    over = true;
    noCopy();
    lane.left();
    if (status == 0 && System.nanoTime() - start > PATIENCE) {
      lane.counters.of(rule, arm).unanswered();
    }
    HttpClientRequest out = sent;
    if (out != null) {
      out.reset();
    }
  }
}
