package dev.msvc.model.shift;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Requests that a rule is for.
 *
 * @param path begins with {@code /}; no query
 * @param exact whether it is the whole path; else it and all below it, by whole segments: {@code
 *     /orders} is for {@code /orders/1} and not for {@code /orders-old}
 * @param methods in capital letters; empty for all
 * @param selector what else they say
 */
public record Match(
    String path, boolean exact, SortedSet<String> methods, Optional<Selector> selector) {
  public Match {
    if (!path.startsWith("/") || path.contains("?") || path.contains("#")) {
      throw new IllegalArgumentException(
          "'%s' is no path: it begins with '/' and has no query".formatted(path));
    }
    methods = Collections.unmodifiableSortedSet(new TreeSet<>(methods));
  }

  /** Whether a request of this path and method may be of it, whatever else it says. */
  public boolean covers(String method, String requested) {
    boolean path =
        exact
            ? requested.equals(this.path)
            : this.path.equals("/")
                || requested.equals(this.path)
                || requested.startsWith(this.path.endsWith("/") ? this.path : this.path + "/");
    return path && (methods.isEmpty() || methods.contains(method));
  }
}
