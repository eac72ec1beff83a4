package dev.msvc.model;

import java.util.Locale;

/**
 * Work, as a range of person-days.
 *
 * @param low where all goes well
 * @param high where it does not; at least {@code low}
 */
public record Effort(double low, double high) {
  public static final Effort NONE = new Effort(0, 0);

  public Effort {
    if (!(low >= 0) || !(high >= low)) {
      throw new IllegalArgumentException("no range of days: " + low + " to " + high);
    }
  }

  public Effort plus(Effort other) {
    return new Effort(low + other.low, high + other.high);
  }

  /** So many times this; {@code count} is at least 0. */
  public Effort times(double count) {
    return new Effort(low * count, high * count);
  }

  /** Half-way between both ends, in person-days. */
  public double middle() {
    return (low + high) / 2;
  }

  /** In whole days, both ends rounded: {@code 3-9}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,d-%,d", Math.round(low), Math.round(high));
  }
}
