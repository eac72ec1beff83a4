package dev.msvc.model.shift;

/**
 * Requests that were counted, and how many of them were bad: failed, or too slow.
 *
 * @param bad at most as many as there were requests
 */
public record Counts(long requests, long bad) {
  public static final Counts NONE = new Counts(0, 0);

  public Counts {
    if (bad < 0 || bad > requests) {
      throw new IllegalArgumentException("%d bad of %d requests".formatted(bad, requests));
    }
  }

  public Counts plus(Counts other) {
    return new Counts(requests + other.requests, bad + other.bad);
  }

  /** The share of the bad; 0 where nothing was counted. */
  public double share() {
    return requests == 0 ? 0 : (double) bad / requests;
  }
}
