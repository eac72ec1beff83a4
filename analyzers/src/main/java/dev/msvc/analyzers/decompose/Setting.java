package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.Damping;

/**
 * What one run believes.
 *
 * @param resolution of its communities
 * @param damping of ties to what has many
 * @param memberNames and all that follow: weights beside references, which weigh 1
 */
record Setting(
    double resolution,
    Damping damping,
    double memberNames,
    double data,
    double packages,
    double typeNames,
    double changes,
    double transactions) {
  private static final double[] TARGETS = {0.3, 0.4, 0.5};
  private static final double[] SOURCES = {0, 0.15, 0.3};
  private static final double[] HUBS = {1, 0.3, 0.2};

  static Setting of(int run) {
    return new Setting(
        between(0.2, 0.7, evenly(run, 2)),
        new Damping(
            one(TARGETS, evenly(run, 3)),
            one(SOURCES, evenly(run, 17)),
            one(HUBS, evenly(run, 19))),
        between(0.05, 0.5, evenly(run, 5)),
        between(0.2, 0.6, evenly(run, 7)),
        between(0.3, 1.0, evenly(run, 11)),
        between(0.2, 0.8, evenly(run, 13)),
        between(0.1, 0.4, evenly(run, 23)),
        between(0.1, 0.4, evenly(run, 29)));
  }

  private static double one(double[] values, double at) {
    return values[(int) (values.length * at)];
  }

  static double between(double low, double high, double at) {
    return low + (high - low) * at;
  }

  /**
   * The run's number of the Halton sequence of a base: numbers that fill 0..1 evenly, without
   * chance. Run 0 is the middle.
   */
  private static double evenly(int run, int base) {
    if (run == 0) {
      return 0.5;
    }
    double fraction = 1;
    double result = 0;
    for (int n = run; n > 0; n /= base) {
      fraction /= base;
      result += fraction * (n % base);
    }
    return result;
  }
}
