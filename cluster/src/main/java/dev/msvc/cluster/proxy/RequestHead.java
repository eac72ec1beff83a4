package dev.msvc.cluster.proxy;

import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Stream;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request as an origin gets it.
 *
 * <p>{@code Host} stays as the client said it: both arms must make the same links and set the same
 * cookies as without the proxy. {@code X-Forwarded-For} gets the client's address behind what is
 * there; {@code -Proto} and {@code -Host} are set where nobody before did. The path and the query
 * stay as they are, byte for byte; only a scheme and an authority before them go.
 */
final class RequestHead {
  private static final int FIRST_STREAM = 1;
  private static final Set<HttpMethod> MAY_HAVE_BODY =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

  private RequestHead() {}

  /** Why a request can't be sent on without doubt about where it ends; null where it can. */
  static @Nullable String refused(HttpServerRequest request) {
    if (request.method().equals(HttpMethod.CONNECT)) {
      return "CONNECT is for forward proxies";
    }
    if (request.version() == HttpVersion.HTTP_2) {
      return request.authority() == null ? "the request names no host" : null;
    }
    MultiMap headers = request.headers();
    int hosts = headers.getAll("host").size();
    if (hosts > 1 || (hosts == 0 && request.version() != HttpVersion.HTTP_1_0)) {
      return "the request names no host, or several";
    }
    if (headers.contains("transfer-encoding")) {
      List<String> encodings = headers.getAll("transfer-encoding");
      if (encodings.size() != 1 || !encodings.get(0).strip().equalsIgnoreCase("chunked")) {
        return "the only transfer encoding is 'chunked'";
      }
    }
    return null;
  }

  /** Whether a body comes, be it an empty one. */
  static boolean hasBody(HttpServerRequest request) {
    if (request.version() != HttpVersion.HTTP_2) {
      String length = request.getHeader("content-length");
      return request.headers().contains("transfer-encoding")
          || (length != null && !length.equals("0"));
    }
    // Netty alone knows whether the frame with the headers was the last
    Http2ConnectionHandler http2 =
        (Http2ConnectionHandler)
            ((ConnectionBase) request.connection()).channelHandlerContext().handler();
    Http2Stream stream = http2.connection().stream(request.streamId());
    if (stream != null && stream.state().remoteSideOpen()) {
      return true;
    }
    // a request that upgraded the connection counts as whole, though its body is still to come
    String length = request.getHeader("content-length");
    return request.streamId() == FIRST_STREAM
        && (length == null ? MAY_HAVE_BODY.contains(request.method()) : !length.equals("0"));
  }

  /** Whether another protocol than HTTP/2 is asked for, as websockets are. */
  static boolean upgrades(HttpServerRequest request) {
    return request.version() == HttpVersion.HTTP_1_1
        && request.headers().contains("upgrade")
        && request.method().equals(HttpMethod.GET)
        && !Hops.says(request.headers(), "upgrade", "h2c")
        && Hops.says(request.headers(), "connection", "upgrade");
  }

  static void copy(
      HttpServerRequest in,
      HttpClientRequest out,
      boolean hasBody,
      boolean expects,
      boolean upgrades) {
    out.setMethod(in.method());
    String target = RequestPath.originForm(in.uri());
    out.setURI(sendable(target));
    MultiMap from = in.headers();
    MultiMap to = out.headers();
    boolean second = in.version() == HttpVersion.HTTP_2;
    String host = second ? String.valueOf(in.authority()) : host(in, target);
    if (host != null) {
      to.add("host", host);
    }
    List<String> named = Hops.named(from);
    StringBuilder cookies = null;
    String forwardedFor = null;
    boolean proto = false;
    boolean forwardedHost = false;
    for (Map.Entry<String, String> each : from) {
      String name = each.getKey();
      if (Hops.ends(name) || name.equalsIgnoreCase("host") || name.equalsIgnoreCase("expect")) {
        continue;
      }
      if (!named.isEmpty() && named.contains(name.toLowerCase(Locale.ROOT))) {
        continue;
      }
      if (second && name.equals("cookie")) {
        // HTTP/2 may divide them, HTTP/1.1 must not
        cookies = cookies == null ? new StringBuilder() : cookies.append("; ");
        cookies.append(each.getValue());
        continue;
      }
      if (name.length() > 14 && name.regionMatches(true, 0, "x-forwarded-", 0, 12)) {
        if (name.equalsIgnoreCase("x-forwarded-for")) {
          forwardedFor =
              forwardedFor == null ? each.getValue() : forwardedFor + ", " + each.getValue();
          continue;
        }
        proto |= name.equalsIgnoreCase("x-forwarded-proto");
        forwardedHost |= name.equalsIgnoreCase("x-forwarded-host");
      }
      to.add(name, each.getValue());
    }
    if (cookies != null) {
      to.add("cookie", cookies.toString());
    }
    String client = in.remoteAddress().hostAddress();
    to.add("x-forwarded-for", forwardedFor == null ? client : forwardedFor + ", " + client);
    if (!proto) {
      to.add("x-forwarded-proto", "http");
    }
    if (!forwardedHost && host != null) {
      to.add("x-forwarded-host", host);
    }
    if (Hops.says(from, "te", "trailers")) {
      to.add("te", "trailers");
    }
    if (hasBody) {
      if (expects) {
        to.add("expect", "100-continue");
      }
      if (from.contains("transfer-encoding") || !from.contains("content-length")) {
        to.remove("content-length");
        out.setChunked(true);
      }
    }
    if (upgrades) {
      to.add("connection", "Upgrade");
      to.add("upgrade", from.getAll("upgrade"));
    }
  }

  /**
   * A target that comes out as the bytes that it came as: Netty reads a byte as a character, and
   * writes characters as UTF-8. Bytes that are no UTF-8 are escaped, which origins read the same.
   */
  static String sendable(String target) {
    if (target.chars().allMatch(c -> c < 0x80)) {
      return target;
    }
    byte[] bytes = target.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      StringBuilder escaped = new StringBuilder();
      for (byte each : bytes) {
        if (each >= 0) {
          escaped.append((char) each);
        } else {
          escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
        }
      }
      return escaped.toString();
    }
  }

  /** An authority in the target counts more than the header (RFC 9112, 3.2.2). */
  private static @Nullable String host(HttpServerRequest in, String target) {
    String said = in.uri();
    if (said.length() == target.length()) {
      return in.getHeader("host");
    }
    int start = said.indexOf("://") + 3;
    int end = start;
    while (end < said.length() && "/?#".indexOf(said.charAt(end)) < 0) {
      end++;
    }
    return said.substring(
        said.lastIndexOf('@', end) >= start ? said.lastIndexOf('@', end) + 1 : start, end);
  }
}
