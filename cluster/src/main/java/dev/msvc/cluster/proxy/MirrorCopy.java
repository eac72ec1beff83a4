package dev.msvc.cluster.proxy;

import dev.msvc.model.compare.Difference;
import dev.msvc.model.compare.Reply;
import dev.msvc.model.compare.Spot;
import dev.msvc.model.yaml.JsonBody;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The copy of one request: what the monolith got and answered, and then what the service says to
 * it, and the monolith once more. It has one of the places of the mirror until it ends, however
 * that is.
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
  private final boolean again;
  private boolean over;

  /** An answer while it comes. */
  private record Said(int status, MultiMap headers, Buffer body) {}

  MirrorCopy(Mirror mirror, MirrorCounters counters, boolean again) {
    this.mirror = mirror;
    this.counters = counters;
    this.again = again;
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
      mirror.ended();
    }
  }

  /** The client has its answer: now the service is asked, and the monolith where that is wanted. */
  void send() {
    if (over) {
      return;
    }
    Future<Said> service = ask(mirror.service);
    Future<Said> second = again ? ask(mirror.monolith) : Future.succeededFuture(monolith);
    Future.join(service, second)
        .onComplete(
            done -> {
              if (service.failed()) {
                unanswered(String.valueOf(service.cause().getMessage()));
              } else if (second.failed()) {
                counters.dropped();
                end();
              } else {
                compare(service.result(), second.result());
              }
            });
  }

  private Future<Said> ask(SocketAddress whom) {
    Promise<Said> said = Promise.promise();
    RequestOptions options =
        new RequestOptions()
            .setMethod(method)
            .setURI(target)
            .setServer(whom)
            .setHost(whom.host())
            .setPort(whom.port())
            .setConnectTimeout(PATIENCE_MILLIS)
            .setTimeout(PATIENCE_MILLIS);
    mirror
        .client
        .request(options)
        .onFailure(e -> said.tryFail("not reached"))
        .onSuccess(out -> send(out, said));
    return said.future();
  }

  private void send(HttpClientRequest out, Promise<Said> said) {
    out.headers()
        .addAll(headers)
        .remove("content-length")
        .remove("transfer-encoding")
        .remove("expect")
        .set(Mirror.MARK, "1");
    out.exceptionHandler(e -> {});
    // one that answers a byte now and then would keep its place for ever
    long timer =
        mirror.vertx.setTimer(
            PATIENCE_MILLIS,
            v -> {
              if (said.tryFail("no answer in time")) {
                out.reset();
              }
            });
    said.future().onComplete(v -> mirror.vertx.cancelTimer(timer));
    boolean has = method.equals(HttpMethod.POST) || method.equals(HttpMethod.PUT);
    var answer = body.length() > 0 || has ? out.send(body) : out.send();
    answer
        .onFailure(e -> said.tryFail("no answer"))
        .onSuccess(
            came -> {
              Buffer all = Buffer.buffer();
              came.exceptionHandler(e -> said.tryFail("cut off"));
              came.handler(
                  part -> {
                    if (all.length() + part.length() > LONGEST_ANSWER) {
                      said.tryFail("longer than the monolith's");
                      out.reset();
                    } else {
                      all.appendBuffer(part);
                    }
                  });
              came.endHandler(
                  v -> said.tryComplete(new Said(came.statusCode(), came.headers(), all)));
            });
  }

  private void unanswered(String why) {
    counters.compared(
        List.of(
            new Difference(
                new Spot(Spot.ANSWER, Spot.Kind.MISSING), String.valueOf(monolith.status()), why)));
    end();
  }

  /**
   * Counts what differs.
   *
   * @param second what the monolith said once more; its first answer where it was not asked
   */
  private void compare(Said service, Said second) {
    mirror
        .comparing
        .executeBlocking(() -> counted(service, second), /* ordered= */ false)
        .onComplete(
            done -> {
              if (done.succeeded()) {
                done.result().run();
              } else {
                counters.dropped();
              }
              end();
            });
  }

  private Runnable counted(Said service, Said second) {
    List<Difference> all = mirror.comparison.of(reply(monolith), reply(service));
    if (all.isEmpty() || !again) {
      return () -> counters.compared(all);
    }
    Set<Spot> noise =
        mirror.comparison.of(reply(monolith), reply(second)).stream()
            .map(each -> each.spot().unsided())
            .collect(Collectors.toSet());
    boolean other = noise.stream().anyMatch(each -> each.path().equals(Spot.STATUS));
    List<Difference> left =
        all.stream().filter(each -> !noise.contains(each.spot().unsided())).toList();
    return other || left.isEmpty() ? counters::noisy : () -> counters.compared(left);
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
