package dev.msvc.bench.truth;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Facts of one kind: those that must be found, and those that may be, because they are right by
 * another reading, or because this oracle cannot tell.
 */
public final class Judged<T extends Comparable<T>> {
  private final SortedSet<T> must = new TreeSet<>();
  private final SortedSet<T> may = new TreeSet<>();

  /** What has to be found. */
  public SortedSet<T> must() {
    return must;
  }

  /** What is not wrong when it is found. */
  public SortedSet<T> may() {
    return may;
  }
}
