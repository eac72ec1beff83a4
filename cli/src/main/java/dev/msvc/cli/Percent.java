package dev.msvc.cli;

/** A share of 0 to 1 in one cell. */
record Percent(double share) implements Comparable<Percent> {
  @Override
  public int compareTo(Percent other) {
    return Double.compare(share, other.share);
  }

  @Override
  public String toString() {
    return Math.round(share * 100) + "%";
  }
}
