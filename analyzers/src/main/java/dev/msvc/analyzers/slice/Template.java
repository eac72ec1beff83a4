package dev.msvc.analyzers.slice;

import dev.msvc.model.EntryPoint;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The path of a route with what it leaves open.
 *
 * @param path that requests match
 * @param open how many parts of it are variables; the rest of a path counts most
 */
record Template(String httpMethod, Pattern path, int open) {
  private static final Pattern VARIABLE = Pattern.compile("\\{[^{}/]*}|/\\*\\*|/\\*$|\\*");
  private static final Pattern REQUEST = Pattern.compile("(?:([A-Z]+) )?(/.*)");
  private static final int REST = 1000;

  /** The template of a route; null where its path leaves nothing open. */
  static @Nullable Template of(EntryPoint route) {
    String path = route.path() == null ? "" : route.path();
    String httpMethod = route.httpMethod() == null ? "" : route.httpMethod();
    Matcher variable = VARIABLE.matcher(path);
    StringBuilder expression = new StringBuilder();
    int open = 0;
    int end = 0;
    while (variable.find()) {
      boolean rest = variable.group().startsWith("/");
      expression
          .append(Pattern.quote(path.substring(end, variable.start())))
          .append(rest ? "(?:/.*)?" : variable.group().equals("*") ? "[^/]*" : "[^/]+");
      open += rest ? REST : 1;
      end = variable.end();
    }
    return open == 0
        ? null
        : new Template(
            httpMethod,
            Pattern.compile(expression.append(Pattern.quote(path.substring(end))).toString()),
            open);
  }

  /** Whether a request, with or without its method, is one of the route. */
  boolean serves(String request) {
    int query = request.indexOf('?');
    Matcher parts = REQUEST.matcher(query < 0 ? request : request.substring(0, query));
    return parts.matches()
        && (parts.group(1) == null || httpMethod.equals("ANY") || httpMethod.equals(parts.group(1)))
        && path.matcher(parts.group(2)).matches();
  }
}
