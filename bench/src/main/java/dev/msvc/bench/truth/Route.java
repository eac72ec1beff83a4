package dev.msvc.bench.truth;

import java.util.Comparator;

/**
 * A way in.
 *
 * @param verb GET, POST...; ANY; the kind of what is not HTTP
 */
public record Route(String verb, String in, String method) implements Comparable<Route> {
  private static final Comparator<Route> ORDER =
      Comparator.comparing(Route::in).thenComparing(Route::method).thenComparing(Route::verb);

  @Override
  public int compareTo(Route other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return verb + " " + in + "." + method;
  }
}
