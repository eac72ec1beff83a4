package dev.msvc.bench;

import java.util.Locale;

/**
 * One measured figure.
 *
 * @param spread how far single measurements lie apart, or what the share is of
 * @param atMost whether the bar is a ceiling; a floor otherwise
 */
record Figure(String name, double value, String spread, double bar, boolean atMost) {

  static Figure atMost(double bar, String name, double value, String spread) {
    return new Figure(name, value, spread, bar, true);
  }

  static Figure atLeast(double bar, String name, double value, String spread) {
    return new Figure(name, value, spread, bar, false);
  }

  /** A figure that is told and not held to a bar. */
  static Figure told(String name, double value, String spread) {
    return new Figure(name, value, spread, Double.NaN, true);
  }

  boolean ok() {
    return Double.isNaN(bar) || (atMost ? value <= bar : value >= bar);
  }

  String line() {
    if (Double.isNaN(bar)) {
      return String.format(Locale.ROOT, "%-32s %6.3f  %-26s (no bar)", name, value, spread);
    }
    return String.format(
        Locale.ROOT,
        "%-32s %6.3f  %-26s %s %5.2f  %s",
        name,
        value,
        spread,
        atMost ? "<=" : ">=",
        bar,
        ok() ? "ok" : "MISS");
  }
}
