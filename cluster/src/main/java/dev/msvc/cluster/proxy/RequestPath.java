package dev.msvc.cluster.proxy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The path of a request as rules see it. What is sent to an origin stays as the client wrote it,
 * byte for byte; rules look at what most origins make of it, so that neither {@code //orders} nor
 * {@code /%6frders} gets round a rule, nor {@code /orders/../admin} into one:
 *
 * <ul>
 *   <li>escapes are decoded once, as UTF-8; {@code %2F} becomes a slash as any other, and {@code
 *       %25} is not decoded again;
 *   <li>path parameters ({@code ;jsessionid=1}) are left out, as servlet containers do;
 *   <li>empty segments and {@code .} go, {@code ..} takes the segment before it, and nothing gets
 *       above the root; a slash at the end stays.
 * </ul>
 *
 * <p>Where an origin reads such a path in another way, it gets a request for one of its own paths
 * from the rule of another: routing is no access control, and each origin must still check what it
 * is asked. What cannot be decoded fits no rule and goes to the monolith, as before the proxy.
 */
public final class RequestPath {
  private RequestPath() {}

  /** Of the target of a request; null where no rule may look at it. */
  public static @Nullable String of(String target) {
    String path = withoutQuery(originForm(target));
    if (!path.startsWith("/")) {
      return null;
    }
    return isPlain(path) ? path : normal(path);
  }

  /** A target without scheme and authority, which clients of proxies send. */
  static String originForm(String target) {
    if (target.startsWith("/")) {
      return target;
    }
    int scheme = target.indexOf("://");
    if (scheme <= 0 || target.lastIndexOf('?', scheme) >= 0) {
      return target;
    }
    int end = scheme + 3;
    while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
      end++;
    }
    String rest = target.substring(end);
    return rest.startsWith("/") ? rest : "/" + rest;
  }

  private static String withoutQuery(String target) {
    for (int i = 0; i < target.length(); i++) {
      if (target.charAt(i) == '?' || target.charAt(i) == '#') {
        return target.substring(0, i);
      }
    }
    return target;
  }

  private static boolean isPlain(String path) {
    char before = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '%' || c == ';' || c == '\\' || c >= 0x7f) {
        return false;
      }
      if (before == '/' && (c == '/' || c == '.')) {
        return false;
      }
      before = c;
    }
    return true;
  }

  private static @Nullable String normal(String path) {
    StringBuilder without = new StringBuilder(path.length());
    boolean parameter = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      parameter = c != '/' && (parameter || c == ';');
      if (!parameter) {
        without.append(c);
      }
    }
    String decoded = decoded(without.toString());
    if (decoded == null) {
      return null;
    }
    String[] segments = decoded.replace('\\', '/').split("/", -1);
    Deque<String> kept = new ArrayDeque<>();
    for (String segment : segments) {
      if (segment.equals("..")) {
        kept.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        kept.addLast(segment);
      }
    }
    String last = segments[segments.length - 1];
    boolean folder = last.isEmpty() || last.equals(".") || last.equals("..");
    return kept.isEmpty() ? "/" : "/" + String.join("/", kept) + (folder ? "/" : "");
  }

  private static @Nullable String decoded(String path) {
    byte[] bytes = new byte[path.length()];
    int length = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '%') {
        boolean whole = i + 2 < path.length();
        int high = whole ? Character.digit(path.charAt(i + 1), 16) : -1;
        int low = whole ? Character.digit(path.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          return null;
        }
        c = (char) (high * 16 + low);
        i += 2;
      }
      if (c == 0 || c > 0xff) {
        return null;
      }
      // targets come as ISO 8859-1, a byte a character
      bytes[length++] = (byte) c;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, 0, length))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
