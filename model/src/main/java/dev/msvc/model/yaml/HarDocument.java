package dev.msvc.model.yaml;

import dev.msvc.model.compare.Recorded;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the requests of an HTTP archive (HAR 1.2), as browsers and proxies save it. */
public final class HarDocument {
  /** A text that is as long as the reader takes may have been cut. */
  private static final int LONGEST = 1 << 17;

  private HarDocument() {}

  /** Is told what is in an archive. */
  public interface Visitor {
    /** A request, in the order of the archive. */
    void request(Recorded request);

    /** Something that is no request of which all is known. */
    void unread(int line, String why);
  }

  /**
   * Reads to the end.
   *
   * @throws IOException where the text cannot be read
   */
  public static void read(Reader from, Visitor visitor) throws IOException {
    ForeignJson.read(
        from,
        Set.of("log", "entries"),
        new ForeignJson.Visitor() {
          @Override
          public void open(String container, Map<String, Object> outer) {}

          @Override
          public boolean record(String container, Map<String, Object> fields, int line) {
            if (container.equals("entries")) {
              entry(fields, line, visitor);
            }
            return true;
          }

          @Override
          public void malformed(int line, String reason) {
            visitor.unread(line, reason);
          }
        });
  }

  private static void entry(Map<String, Object> fields, int line, Visitor visitor) {
    if (!(fields.get("request") instanceof Map<?, ?> request)
        || !(request.get("method") instanceof String method)
        || !(request.get("url") instanceof String url)) {
      visitor.unread(line, "an entry without a request");
      return;
    }
    String body = body(request.get("postData"));
    if (body != null && body.length() >= LONGEST) {
      visitor.unread(line, "a request whose body is too long");
      return;
    }
    visitor.request(
        Recorded.of(
            method.toUpperCase(Locale.ROOT),
            url,
            headers(request.get("headers")),
            Optional.ofNullable(body)));
  }

  private static @Nullable String body(@Nullable Object posted) {
    return posted instanceof Map<?, ?> data && data.get("text") instanceof String text
        ? text
        : null;
  }

  private static SortedMap<String, String> headers(@Nullable Object listed) {
    SortedMap<String, String> headers = new TreeMap<>();
    if (listed instanceof List<?> items) {
      for (Object each : items) {
        if (each instanceof Map<?, ?> header
            && header.get("name") instanceof String name
            && header.get("value") instanceof String value
            // HTTP/2 has its own fields, which are no headers
            && !name.startsWith(":")) {
          headers.merge(name.toLowerCase(Locale.ROOT), value, (one, other) -> one + ", " + other);
        }
      }
    }
    return headers;
  }
}
