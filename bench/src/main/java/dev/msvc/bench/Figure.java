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

  boolean ok() {
    return atMost ? value <= bar : value >= bar;
  }

  String line() {
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
