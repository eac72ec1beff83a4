package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Expr;
import java.util.Locale;

/** Paths of HTTP routes, put together and brought into one form. */
final class HttpPath {
  private HttpPath() {}

  /** One path of several parts: one leading slash, none doubled, variables by name only. */
  static String of(String... parts) {
    StringBuilder path = new StringBuilder();
    for (String part : parts) {
      path.append('/').append(part.strip());
    }
    if (parts.length > 0 && parts[parts.length - 1].isBlank()) {
      path.setLength(path.length() - 1);
    }
    String joined = withoutPatterns(path.toString()).replaceAll("/{2,}", "/");
    return joined.isEmpty() ? "/" : joined;
  }

  /** The same without a slash at its end, for frameworks to which that makes no difference. */
  static String open(String... parts) {
    String path = of(parts);
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** {@code {id:\d+}} becomes {@code {id}}; braces inside the pattern are its own. */
  private static String withoutPatterns(String path) {
    StringBuilder kept = new StringBuilder(path.length());
    int depth = 0;
    boolean pattern = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '\\' && pattern) {
        i++;
        continue;
      }
      if (c == '{') {
        depth++;
      } else if (c == '}' && depth > 0) {
        depth--;
        pattern = pattern && depth > 0;
      } else if (c == ':' && depth == 1) {
        pattern = true;
      }
      if (!pattern && !(depth > 0 && Character.isWhitespace(c))) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  /**
   * The method of a request as an annotation's name tells it: {@code GET} of {@code GetMapping}.
   */
  static String method(String annotation, String ending) {
    return annotation.substring(0, annotation.length() - ending.length()).toUpperCase(Locale.ROOT);
  }

  /** A part that is not known, by the name that code has for it: {@code {PREFIX}}. */
  static String unknown(Expr expression) {
    String name =
        expression instanceof Expr.Select select
            ? select.id()
            : expression instanceof Expr.Name plain ? plain.id() : "unknown";
    return "{" + name + "}";
  }
}
