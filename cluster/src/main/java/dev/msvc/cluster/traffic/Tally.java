package dev.msvc.cluster.traffic;

/**
 * What a router counted since it began to: numbers that only grow, until it starts again.
 *
 * @param requests that were answered
 * @param failures of them, answered with 5xx or not at all
 */
public record Tally(long requests, long failures) {
  public static final Tally NONE = new Tally(0, 0);

  /** What came since an earlier look; all of it where the router started again in between. */
  public Tally since(Tally before) {
    return requests < before.requests || failures < before.failures
        ? this
        : new Tally(requests - before.requests, failures - before.failures);
  }

  public Tally plus(Tally other) {
    return new Tally(requests + other.requests, failures + other.failures);
  }
}
