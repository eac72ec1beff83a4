package dev.msvc.cluster.proxy;

import dev.msvc.model.compare.Difference;
import dev.msvc.model.compare.Reply;
import dev.msvc.model.compare.Spot;
import dev.msvc.model.yaml.JsonBody;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The copy of one request: what the monolith got and answered, and then what the service says to
 * it. It has one of the places of the mirror until it ends, however that is.
 */
final class MirrorCopy {
  private static final int LONGEST_REQUEST = 64 << 10;
  private static final int LONGEST_ANSWER = 256 << 10;
  private static final int LONGEST_PLAIN = 2 << 20;
  private static final int PATIENCE_MILLIS = 5_000;

  private final Mirror mirror;
  private final MirrorCounters counters;
  private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
  private final Buffer body = Buffer.buffer();
  private Said monolith = new Said(0, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer());
  private HttpMethod method = HttpMethod.GET;
  private String target = "/";
  private Runnable ended = () -> {};
  private boolean over;

  /** An answer while it comes. */
  private record Said(int status, MultiMap headers, Buffer body) {}

  MirrorCopy(Mirror mirror, MirrorCounters counters) {
    this.mirror = mirror;
    this.counters = counters;
  }

  /** What the monolith gets. */
  void head(HttpClientRequest sent) {
    method = sent.getMethod();
    target = sent.getURI();
    headers.clear().addAll(sent.headers());
  }

  void requestBody(Buffer part) {
    grow(body, part, LONGEST_REQUEST);
  }

  void answer(HttpClientResponse answer) {
    MultiMap kept = MultiMap.caseInsensitiveMultiMap().addAll(answer.headers());
    monolith = new Said(answer.statusCode(), kept, Buffer.buffer());
  }

  void answerBody(Buffer part) {
    grow(monolith.body(), part, LONGEST_ANSWER);
  }

  private void grow(Buffer to, Buffer part, int most) {
    if (!over && to.length() + part.length() > most) {
      counters.dropped();
      end();
    } else if (!over) {
      to.appendBuffer(part);
    }
  }

  /** Nothing is sent. */
  void end() {
    if (!over) {
      over = true;
      ended.run();
      mirror.ended();
    }
  }

  /** The client has its answer: now the service is asked. */
  void send() {
    if (over) {
      return;
    }
    RequestOptions options =
        new RequestOptions()
            .setMethod(method)
            .setURI(target)
            .setServer(mirror.service)
            .setHost(mirror.service.host())
            .setPort(mirror.service.port())
            .setConnectTimeout(PATIENCE_MILLIS)
            .setTimeout(PATIENCE_MILLIS);
    mirror.client.request(options).onFailure(e -> unanswered("not reached")).onSuccess(this::send);
  }

  private void send(HttpClientRequest out) {
    headers.remove("content-length").remove("transfer-encoding").remove("expect");
    out.headers().addAll(headers).set(Mirror.MARK, "1");
    out.exceptionHandler(e -> {});
    // one that answers a byte now and then would keep its place for ever
    long timer =
        mirror.vertx.setTimer(
            PATIENCE_MILLIS,
            v -> {
              if (!over) {
                unanswered("no answer in time");
                out.reset();
              }
            });
    ended = () -> mirror.vertx.cancelTimer(timer);
    boolean has = method.equals(HttpMethod.POST) || method.equals(HttpMethod.PUT);
    var answer = body.length() > 0 || has ? out.send(body) : out.send();
    answer
        .onFailure(e -> unanswered("no answer"))
        .onSuccess(
            said -> {
              Buffer all = Buffer.buffer();
              Said service = new Said(said.statusCode(), said.headers(), all);
              said.exceptionHandler(e -> unanswered("cut off"));
              said.handler(
                  part -> {
                    if (all.length() + part.length() > LONGEST_ANSWER) {
                      unanswered("longer than the monolith's");
                      out.reset();
                    } else {
                      all.appendBuffer(part);
                    }
                  });
              said.endHandler(v -> compare(service));
            });
  }

  private void unanswered(String why) {
    if (!over) {
      counters.compared(
          List.of(
              new Difference(
                  new Spot(Spot.ANSWER, Spot.Kind.MISSING),
                  String.valueOf(monolith.status()),
                  why)));
      end();
    }
  }

  private void compare(Said service) {
    if (over) {
      return;
    }
    over = true;
    ended.run();
    mirror
        .comparing
        .executeBlocking(
            () -> mirror.comparison.of(reply(monolith), reply(service)), /* ordered= */ false)
        .onComplete(
            done -> {
              if (done.succeeded()) {
                counters.compared(done.result());
              } else {
                counters.dropped();
              }
              mirror.ended();
            });
  }

  private static Reply reply(Said said) {
    SortedMap<String, List<String>> headers = new TreeMap<>();
    for (Map.Entry<String, String> each : said.headers()) {
      String name = each.getKey().toLowerCase(Locale.ROOT);
      headers.computeIfAbsent(name, none -> new ArrayList<>()).add(each.getValue());
    }
    String type = said.headers().get("content-type");
    return new Reply(
        said.status(),
        headers,
        JsonBody.of(
            plain(said.body().getBytes(), said.headers().get("content-encoding")),
            type == null ? "" : type));
  }

  /** Each compresses in its own way: what is inside is compared. */
  private static byte[] plain(byte[] bytes, @Nullable String encoding) {
    if (encoding == null || bytes.length == 0 || encoding.equalsIgnoreCase("identity")) {
      return bytes;
    }
    if (!encoding.equalsIgnoreCase("gzip")) {
      throw new IllegalStateException("an encoding that is not read");
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] plain = in.readNBytes(LONGEST_PLAIN);
      if (in.read() >= 0) {
        throw new IllegalStateException("more than is compared");
      }
      return plain;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
