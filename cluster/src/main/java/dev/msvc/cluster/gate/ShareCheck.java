package dev.msvc.cluster.gate;

import dev.msvc.model.shift.Arm;
import java.util.Locale;

/**
 * Whether what a router did of a rule can be what its weights say (P4).
 *
 * @param declared weight of the service, in percent
 * @param service requests that it answered
 * @param monolith requests that it answered
 * @param perClient how many requests weigh as much as one, from 1
 * @param interval of the service's share; exact at 0 and 100 percent
 */
public record ShareCheck(
    int declared, long service, long monolith, double perClient, Interval interval) {
  /** At which an effect is told from none. */
  public static final double LEVEL = 0.99;

  /** For figures over many stages, where one in a hundred would be outside by chance. */
  public static final double STRICT_LEVEL = 0.9997;

  /** What may come of it. */
  public enum Result {
    WITHIN,
    OUTSIDE,
    /** Nobody asked. */
    NOTHING
  }

  /** Of counted requests, at a level such as {@link #LEVEL}. */
  public static ShareCheck of(int declared, long service, long monolith, double level) {
    return of(declared, service, monolith, 1, level);
  }

  /**
   * The same of requests that come in clusters, all of each to the same arm.
   *
   * @param perClient as {@link dev.msvc.model.shift.PerClient} says
   */
  public static ShareCheck of(
      int declared, long service, long monolith, double perClient, double level) {
    double all = (service + monolith) / perClient;
    return new ShareCheck(
        declared, service, monolith, perClient, Interval.exact(service / perClient, all, level));
  }

  /** How many requests of clients of their own would say as much. */
  double worth() {
    return (service + monolith) / perClient;
  }

  /** The number of requests, for people. */
  static String words(long requests, double perClient) {
    return perClient == 1
        ? String.format(Locale.ROOT, "%,d requests", requests)
        : String.format(Locale.ROOT, "%,d requests, %.1f a client", requests, perClient);
  }

  /** At 0 and at 100 one single request of the other arm refutes. */
  public Result result() {
    if (service + monolith == 0) {
      return Result.NOTHING;
    }
    boolean within =
        switch (declared) {
          case 0 -> service == 0;
          case 100 -> monolith == 0;
          default -> interval.contains(declared / 100.0);
        };
    return within ? Result.WITHIN : Result.OUTSIDE;
  }

  /** With its numbers, for people. */
  public String words() {
    if (service + monolith == 0) {
      return "%d %% is declared, and nothing was asked".formatted(declared);
    }
    if (declared == 0 || declared == 100) {
      Arm other = declared == 0 ? Arm.SERVICE : Arm.MONOLITH;
      return "%d %% is declared, and the %s answered %,d of %,d requests"
          .formatted(
              declared,
              other == Arm.SERVICE ? "service" : "monolith",
              other == Arm.SERVICE ? service : monolith,
              service + monolith);
    }
    return String.format(
        Locale.ROOT,
        "%d %% is declared, and the service answered %,d of %s: between %.2f and %.2f %%",
        declared,
        service,
        words(service + monolith, perClient),
        100 * interval.least(),
        100 * interval.most());
  }
}
