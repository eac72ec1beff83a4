package dev.msvc.model.shift;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How large the share of bad requests may be.
 *
 * <p>Nothing finite tells a share of 1 % from one of 1.000001 %, so there is a stretch in which
 * either answer is right: up to what is allowed a service does not fail, from what is allowed and
 * {@code tolerance} on it does not pass.
 *
 * @param most allowed of the service, by itself
 * @param worse allowed of the service, more than of the monolith at the same time
 * @param tolerance what is certainly too much, more than what is allowed
 */
public record Limit(OptionalDouble most, OptionalDouble worse, double tolerance) {
  /** For limits of 0, which no number of requests could prove. */
  private static final double LEAST_TOLERANCE = 0.001;

  public Limit {
    if (most.isEmpty() && worse.isEmpty()) {
      throw new IllegalArgumentException("nothing says how many requests may be bad");
    }
    check("the share that may be bad", most.orElse(0), 0);
    check("the share that may be worse than the monolith's", worse.orElse(0), 0);
    check("the tolerance", tolerance, Double.MIN_VALUE);
  }

  /** By itself: what certainly is too much is twice what is allowed. */
  public static Limit atMost(double share) {
    return new Limit(
        OptionalDouble.of(share), OptionalDouble.empty(), Math.max(share, LEAST_TOLERANCE));
  }

  /** Compared with the monolith: what certainly is too much is twice as much more. */
  public static Limit worseBy(double share) {
    return new Limit(
        OptionalDouble.empty(), OptionalDouble.of(share), Math.max(share, LEAST_TOLERANCE));
  }

  /** The same without the monolith beside it; empty where that leaves nothing. */
  public Optional<Limit> alone() {
    return most.isEmpty()
        ? Optional.empty()
        : Optional.of(new Limit(most, OptionalDouble.empty(), tolerance));
  }

  /** The same with another tolerance. */
  public Limit tolerating(double share) {
    return new Limit(most, worse, share);
  }

  private static void check(String what, double share, double least) {
    if (!(share >= least && share < 1)) {
      throw new IllegalArgumentException(
          "%s is %s, and must lie between 0 and 1".formatted(what, share));
    }
  }
}
