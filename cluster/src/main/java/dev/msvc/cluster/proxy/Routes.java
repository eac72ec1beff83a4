package dev.msvc.cluster.proxy;

import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.Selector;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Which rule is for a request, and who asks. */
record Routes(List<Rule> rules, Optional<StickyKey> sticky) {
  static final int NONE = -1;

  /** The place of the first rule that fits. */
  int first(String method, String target, MultiMap headers) {
    String path = RequestPath.of(target);
    if (path == null) {
      return NONE;
    }
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      if (rule.match().covers(method, path)
          && (rule.match().selector().isEmpty() || fits(rule.match().selector().get(), headers))) {
        return i;
      }
    }
    return NONE;
  }

  private static boolean fits(Selector selector, MultiMap headers) {
    return values(selector.in(), selector.name(), headers).stream()
        .anyMatch(selector.values()::contains);
  }

  /** Who asks, as a hash; empty where nothing tells. */
  OptionalInt client(MultiMap headers) {
    if (sticky.isEmpty()) {
      return OptionalInt.empty();
    }
    List<String> values = values(sticky.get().in(), sticky.get().name(), headers);
    return values.isEmpty() || values.get(0).isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(StickyKey.hash(values.get(0)));
  }

  private static List<String> values(Selector.In in, String name, MultiMap headers) {
    if (in == Selector.In.HEADER) {
      return headers.contains(name) ? headers.getAll(name) : List.of();
    }
    List<String> values = new ArrayList<>();
    for (String line : headers.getAll("cookie")) {
      for (String pair : line.split(";", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
          String value = pair.substring(equals + 1).strip();
          boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
          values.add(quoted ? value.substring(1, value.length() - 1) : value);
        }
      }
    }
    return values;
  }
}
