package dev.msvc.model.shift;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;

/** What decides whether a stage of a shift goes on. */
public sealed interface GateSpec {
  /** What all gates have. */
  Basis basis();

  /** How people and the audit call it; no two of a shift are the same. */
  default String name() {
    return basis().name();
  }

  /** What it asks of the service by itself; empty where it only compares it with the monolith. */
  default Optional<GateSpec> alone() {
    return Optional.of(this);
  }

  /**
   * What all gates have.
   *
   * @param window how long is counted between two looks
   * @param minRequests below which nothing is said, since the stage began, of either arm that is
   *     judged
   */
  record Basis(String name, Duration window, long minRequests) {
    /** Long enough for four scrapes of 15 seconds each. */
    public static final Duration WINDOW = Duration.ofMinutes(1);

    /**
     * The tests hold their error rates at any number; this is so that the first few requests, of
     * cold caches and few users, decide nothing, and that one of them is no more than 1 %.
     */
    public static final long MIN_REQUESTS = 100;

    public Basis {
      if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("a gate needs a name");
      }
      if (window.compareTo(Duration.ofSeconds(1)) < 0) {
        throw new IllegalArgumentException(
            "the window of %s is %s, and must be a second at least".formatted(name, window));
      }
      if (minRequests < 1) {
        throw new IllegalArgumentException(
            "%s asks for %d requests, and must for one at least".formatted(name, minRequests));
      }
    }

    /** With what is usual. */
    public static Basis named(String name) {
      return new Basis(name, WINDOW, MIN_REQUESTS);
    }
  }

  /**
   * Requests that were answered, and not with 5xx.
   *
   * @param limit of those that were not
   */
  record SuccessRate(Basis basis, Limit limit) implements GateSpec {
    @Override
    public Optional<GateSpec> alone() {
      return limit.alone().map(own -> new SuccessRate(basis, own));
    }
  }

  /**
   * Requests that were answered, and not with 4xx. Those that failed are no client's errors: that
   * is {@link SuccessRate}.
   *
   * @param limit of those that were
   */
  record ClientErrors(Basis basis, Limit limit) implements GateSpec {
    @Override
    public Optional<GateSpec> alone() {
      return limit.alone().map(own -> new ClientErrors(basis, own));
    }
  }

  /**
   * How long answers take: below a time, or at most some times what the monolith takes.
   *
   * @param quantile above 0, below 1
   * @param below what this part of the requests must take less than
   * @param times what it may take, as a multiple of what it takes the monolith
   * @param tolerance how much more than the rest may take longer before it is certainly too much
   */
  record Latency(
      Basis basis,
      double quantile,
      Optional<Duration> below,
      OptionalDouble times,
      double tolerance)
      implements GateSpec {
    public Latency {
      if (!(quantile > 0 && quantile < 1)) {
        throw new IllegalArgumentException(
            "%s is no quantile: it lies between 0 and 1".formatted(quantile));
      }
      if (below.isPresent() == times.isPresent()) {
        throw new IllegalArgumentException(
            "how long an answer may take is a time, or some times the monolith's: for both write"
                + " two gates");
      }
      if (below.isPresent() && (below.get().isNegative() || below.get().isZero())) {
        throw new IllegalArgumentException("an answer takes longer than %s".formatted(below.get()));
      }
      if (times.isPresent() && !(times.getAsDouble() >= 1 && times.getAsDouble() <= 100)) {
        throw new IllegalArgumentException(
            "a service may take from 1 to 100 times as long as the monolith, and not %s times"
                .formatted(times.getAsDouble()));
      }
      if (!(tolerance > 0 && tolerance < quantile)) {
        throw new IllegalArgumentException(
            "the tolerance is %s, and must lie between 0 and %s".formatted(tolerance, quantile));
      }
    }

    /** Below a time: what certainly is too much is twice the rest. */
    public static Latency below(Basis basis, double quantile, Duration bound) {
      return new Latency(
          basis, quantile, Optional.of(bound), OptionalDouble.empty(), rest(quantile));
    }

    /** At most some times the monolith's. */
    public static Latency times(Basis basis, double quantile, double times) {
      return new Latency(
          basis, quantile, Optional.empty(), OptionalDouble.of(times), rest(quantile));
    }

    /**
     * The limit of requests that take longer than {@link #below}, or of those that take longer than
     * the multiple of what the same part takes the monolith.
     */
    public Limit limit() {
      return below.isPresent()
          ? Limit.atMost(rest(quantile)).tolerating(tolerance)
          : Limit.worseBy(0).tolerating(tolerance);
    }

    @Override
    public Optional<GateSpec> alone() {
      return below.isPresent() ? Optional.of(this) : Optional.empty();
    }

    private static double rest(double quantile) {
      // 1 - 0.95 is not 0.05
      return Math.min(quantile * 0.999, Math.round((1 - quantile) * 1e9) / 1e9);
    }
  }

  /**
   * How full something is: the highest value of the window counts, so the query says {@code
   * max_over_time} where it should.
   *
   * @param query of one value; {@code $window} in it is the window
   */
  record Saturation(Basis basis, String query, double below) implements GateSpec {}

  /**
   * A figure of the user's own.
   *
   * @param service a query of one value; {@code $window} in it is the window
   * @param monolith the same of the monolith: then the bounds are for the service's by the
   *     monolith's
   */
  record Query(Basis basis, String service, Optional<String> monolith, Bounds bounds)
      implements GateSpec {
    @Override
    public Optional<GateSpec> alone() {
      return monolith.isEmpty() ? Optional.of(this) : Optional.empty();
    }
  }

  /**
   * A request of ours.
   *
   * @param url http or https; redirects are not followed
   * @param status that the answer must have
   */
  record HttpCheck(Basis basis, URI url, int status, Duration timeout) implements GateSpec {
    public HttpCheck {
      if (!("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
          || url.getHost() == null
          || url.getUserInfo() != null) {
        throw new IllegalArgumentException(
            "'%s' can't be asked: it is http:// or https://, with a host and without a password"
                .formatted(url));
      }
      if (status < 100 || status > 599) {
        throw new IllegalArgumentException("%d is no status of HTTP".formatted(status));
      }
    }
  }

  /**
   * A program of the user's: 0 passes, anything else fails.
   *
   * @param command program and arguments; no shell reads them
   */
  record CommandCheck(Basis basis, List<String> command, Duration timeout) implements GateSpec {
    public CommandCheck {
      command = List.copyOf(command);
      if (command.isEmpty() || command.get(0).isBlank()) {
        throw new IllegalArgumentException("%s names no program".formatted(basis.name()));
      }
    }
  }

  /**
   * Somebody's word.
   *
   * @param who may give it; empty for everybody who may run the shift
   */
  record Approval(Basis basis, SortedSet<String> who) implements GateSpec {
    public Approval {
      who = Collections.unmodifiableSortedSet(new TreeSet<>(who));
    }

    /**
     * Whether somebody's word counts.
     *
     * @param by who, as {@code user@host}; the plan may name the user alone
     */
    public boolean allows(String by) {
      int at = by.lastIndexOf('@');
      return who.isEmpty() || who.contains(by) || (at > 0 && who.contains(by.substring(0, at)));
    }
  }

  /** From where to where a value may be, both included; at least one is there. */
  record Bounds(OptionalDouble least, OptionalDouble most) {
    public Bounds {
      if (least.isEmpty() && most.isEmpty()) {
        throw new IllegalArgumentException("a query needs 'min' or 'max'");
      }
      if (least.orElse(Double.NEGATIVE_INFINITY) > most.orElse(Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "no value is from %s to %s".formatted(least.getAsDouble(), most.getAsDouble()));
      }
    }

    /** Whether a value is within them; one that is not finite never is. */
    public boolean contain(double value) {
      return Double.isFinite(value)
          && value >= least.orElse(Double.NEGATIVE_INFINITY)
          && value <= most.orElse(Double.POSITIVE_INFINITY);
    }
  }

  /**
   * Copies of requests to which the service gave the monolith's answer.
   *
   * @param limit of those to which it did not
   */
  record Compare(Basis basis, Limit limit) implements GateSpec {
    @Override
    public Optional<GateSpec> alone() {
      return Optional.empty();
    }
  }
}
