package dev.msvc.bench.truth;

import java.util.Comparator;

/** A method that runs in a transaction. */
public record Transacted(String in, String method) implements Comparable<Transacted> {
  private static final Comparator<Transacted> ORDER =
      Comparator.comparing(Transacted::in).thenComparing(Transacted::method);

  @Override
  public int compareTo(Transacted other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return in + "." + method;
  }
}
