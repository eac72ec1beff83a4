package dev.msvc.model;

/** How many were understood, of how many. */
public record Share(int read, int all) {
  public static final Share NONE = new Share(0, 0);

  public Share {
    if (read < 0 || read > all) {
      throw new IllegalArgumentException("%d of %d is no share".formatted(read, all));
    }
  }

  public Share plus(Share other) {
    return new Share(read + other.read, all + other.all);
  }

  /** Between 0 and 1; 1 where there is nothing to understand. */
  public double ratio() {
    return all == 0 ? 1 : (double) read / all;
  }
}
