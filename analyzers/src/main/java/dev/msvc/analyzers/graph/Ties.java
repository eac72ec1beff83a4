package dev.msvc.analyzers.graph;

import dev.msvc.analyzers.cache.Numbers;
import java.util.Arrays;

/** Undirected ties between nodes, in the order in which they were added; a pair may occur again. */
public final class Ties {
  private long[] pairs = new long[64];
  private double[] weights = new double[64];
  private int size;

  /** Adds a tie; one of a node to itself says nothing and is left out. */
  public void add(int a, int b, double weight) {
    if (a == b || !(weight > 0)) {
      return;
    }
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, size * 2);
      weights = Arrays.copyOf(weights, size * 2);
    }
    pairs[size] = pair(a, b);
    weights[size++] = weight;
  }

  /** All of them, as what a result depends on. */
  public Numbers numbers() {
    Numbers numbers = new Numbers();
    for (int i = 0; i < size; i++) {
      numbers.add(pairs[i]).add(weights[i]);
    }
    return numbers;
  }

  int size() {
    return size;
  }

  long pair(int i) {
    return pairs[i];
  }

  double weight(int i) {
    return weights[i];
  }

  static long pair(int a, int b) {
    return ((long) Math.min(a, b) << 32) | Math.max(a, b);
  }
}
