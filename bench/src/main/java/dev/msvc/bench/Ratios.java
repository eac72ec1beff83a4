package dev.msvc.bench;

import java.util.List;
import java.util.Locale;

/** Ratios that were measured pair by pair, smallest first. */
record Ratios(List<Double> sorted) {
  Ratios {
    sorted = sorted.stream().sorted().toList();
  }

  double median() {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  String spread() {
    return String.format(
        Locale.ROOT,
        "%.2f-%.2f in %d pairs",
        sorted.get(0),
        sorted.get(sorted.size() - 1),
        sorted.size());
  }
}
