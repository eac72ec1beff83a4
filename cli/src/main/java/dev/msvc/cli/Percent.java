package dev.msvc.cli;

/** A share of 0 to 1 in one cell; a negative one is none. */
record Percent(double share) implements Comparable<Percent> {
  static final Percent NONE = new Percent(-1);

  @Override
  public int compareTo(Percent other) {
    return Double.compare(share, other.share);
  }

  @Override
  public String toString() {
    return share < 0 ? "-" : Math.round(share * 100) + "%";
  }
}
