package dev.msvc.model.shift;

/**
 * What a router counted since it began to: numbers that only grow, until it starts again.
 *
 * @param requests that were answered
 * @param failures of them, answered with 5xx or not at all; or those that are bad in another way,
 *     where it says so
 */
public record Tally(long requests, long failures) {
  public static final Tally NONE = new Tally(0, 0);

  /**
   * What came since an earlier look; all of it where the router started again in between. Routers
   * count a request before they know how it ends, so that one that was under way at the earlier
   * look may have failed since without having come since: more than all did not fail.
   */
  public Tally since(Tally before) {
    if (requests < before.requests || failures < before.failures) {
      return this;
    }
    long came = requests - before.requests;
    return new Tally(came, Math.min(came, failures - before.failures));
  }

  public Tally plus(Tally other) {
    return new Tally(requests + other.requests, failures + other.failures);
  }
}
