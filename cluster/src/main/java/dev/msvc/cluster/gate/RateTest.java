package dev.msvc.cluster.gate;

import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Counts;
import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.Judgement;
import dev.msvc.model.shift.Judgement.Measured;
import dev.msvc.model.shift.Judgement.Outcome;
import dev.msvc.model.shift.Limit;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Judges a share of bad requests, after any number of looks.
 *
 * <p>It fails a service wrongly, at any look of a stage, with a probability of at most {@link
 * #FALSE_FAIL}: one half of it is for all that came since the stage began ({@link Mixture}), one
 * half for the last window alone, so that a service that was good for hours and breaks is seen at
 * once; the windows share their half by 6/(pi k)^2 for the k-th, which adds up to 1. It passes a
 * service wrongly that is bad by the limit and its tolerance with a probability of at most {@link
 * #FALSE_PASS}. Where arms are compared, each has an interval of its own, and the errors are those
 * of both.
 *
 * @param falseFail at most how likely a good service fails
 * @param falsePass at most how likely a bad one passes
 */
record RateTest(double falseFail, double falsePass) {
  /** A shift of five stages with four gates each then is rolled back for nothing in 2 of 100. */
  static final double FALSE_FAIL = 0.001;

  static final double FALSE_PASS = 0.01;

  static final RateTest USUAL = new RateTest(FALSE_FAIL, FALSE_PASS);

  /** What the requests are, for people. */
  enum Kind {
    FAILED("failed"),
    CLIENT_ERRORS("were answered with 4xx"),
    SLOW("took longer"),
    DIFFERING("differed");

    private final String verb;

    Kind(String verb) {
      this.verb = verb;
    }
  }

  /**
   * Judges.
   *
   * @param minRequests of each arm that is judged, since the stage began
   * @param evidence with the last window in it
   * @param last the last window alone
   */
  Judgement judge(
      String gate,
      long minRequests,
      Limit limit,
      Kind kind,
      Evidence evidence,
      Evidence.Window last) {
    return new Judgement(
        gate,
        decide(minRequests, limit, evidence, last),
        words(minRequests, limit, kind, evidence, last),
        arms(limit, evidence),
        figures(limit, evidence));
  }

  /** What it comes to. */
  Outcome decide(long minRequests, Limit limit, Evidence evidence, Evidence.Window last) {
    if (tooFew(minRequests, limit, evidence)) {
      return Outcome.INSUFFICIENT;
    }
    if (failsAltogether(limit, evidence) || failsNow(limit, evidence.looks(), last)) {
      return Outcome.FAIL;
    }
    return passes(limit, evidence) ? Outcome.PASS : Outcome.INSUFFICIENT;
  }

  private static boolean tooFew(long minRequests, Limit limit, Evidence evidence) {
    return evidence.service().requests() < minRequests
        || (limit.worse().isPresent() && evidence.monolith().requests() < minRequests);
  }

  private String words(
      long minRequests, Limit limit, Kind kind, Evidence evidence, Evidence.Window last) {
    if (evidence.service().requests() < minRequests) {
      return few("service", evidence.service(), minRequests);
    }
    if (tooFew(minRequests, limit, evidence)) {
      return few("monolith", evidence.monolith(), minRequests);
    }
    String said = said(kind, limit, evidence);
    if (failsAltogether(limit, evidence)) {
      return said + ": more than " + allowed(limit);
    }
    if (failsNow(limit, evidence.looks(), last)) {
      return "%s; of the last window %s of %s: more than %s"
          .formatted(
              said, count(last.service().bad()), count(last.service().requests()), allowed(limit));
    }
    return passes(limit, evidence)
        ? said + ", and may be " + allowed(limit)
        : said + ": too few to tell" + hint(limit, evidence);
  }

  private boolean failsAltogether(Limit limit, Evidence evidence) {
    Counts service = evidence.service();
    double error = falseFail / 2 / limits(limit);
    boolean absolute =
        limit.most().isPresent()
            && Mixture.againstAtMost(service.bad(), service.requests(), limit.most().getAsDouble())
                >= -Math.log(error);
    Counts monolith = evidence.monolith();
    if (absolute
        || limit.worse().isEmpty()
        || service.share() <= monolith.share() + limit.worse().getAsDouble()) {
      return absolute;
    }
    return Mixture.least(service.bad(), service.requests(), error / 2)
        > Mixture.most(monolith.bad(), monolith.requests(), error / 2)
            + limit.worse().getAsDouble();
  }

  private boolean failsNow(Limit limit, int look, Evidence.Window last) {
    Counts service = last.service();
    double error = falseFail / 2 / limits(limit) * 6 / Math.pow(Math.PI * Math.max(look, 1), 2);
    boolean absolute =
        limit.most().isPresent()
            && Interval.upperTail(service.bad(), service.requests(), limit.most().getAsDouble())
                <= error;
    Counts monolith = last.monolith();
    if (absolute
        || limit.worse().isEmpty()
        || service.share() <= monolith.share() + limit.worse().getAsDouble()) {
      return absolute;
    }
    return Interval.atLeast(service.bad(), service.requests(), error / 2)
        > Interval.atMost(monolith.bad(), monolith.requests(), error / 2)
            + limit.worse().getAsDouble();
  }

  private boolean passes(Limit limit, Evidence evidence) {
    Counts service = evidence.strict();
    boolean absolute =
        limit.most().isEmpty()
            || Mixture.againstAtLeast(
                    service.bad(),
                    service.requests(),
                    limit.most().getAsDouble() + limit.tolerance())
                >= -Math.log(falsePass);
    if (!absolute || limit.worse().isEmpty()) {
      return absolute;
    }
    Counts monolith = evidence.monolith();
    double margin = limit.worse().getAsDouble() + limit.tolerance();
    if (service.share() >= monolith.share() + margin) {
      return false;
    }
    return Mixture.most(service.bad(), service.requests(), falsePass / 2)
        < Mixture.least(monolith.bad(), monolith.requests(), falsePass / 2) + margin;
  }

  private static int limits(Limit limit) {
    return limit.most().isPresent() && limit.worse().isPresent() ? 2 : 1;
  }

  private SortedMap<Arm, Measured> arms(Limit limit, Evidence evidence) {
    SortedMap<Arm, Measured> arms = new TreeMap<>();
    arms.put(Arm.SERVICE, measured(evidence.service()));
    if (limit.worse().isPresent()) {
      arms.put(Arm.MONOLITH, measured(evidence.monolith()));
    }
    return arms;
  }

  private Measured measured(Counts counts) {
    boolean any = counts.requests() > 0;
    return new Measured(
        counts.requests(),
        counts.bad(),
        counts.share(),
        any ? Mixture.least(counts.bad(), counts.requests(), falsePass / 2) : 0,
        any ? Mixture.most(counts.bad(), counts.requests(), falsePass / 2) : 1);
  }

  private SortedMap<String, Double> figures(Limit limit, Evidence evidence) {
    Counts service = evidence.service();
    SortedMap<String, Double> figures = new TreeMap<>();
    figures.put("looks", (double) evidence.looks());
    figures.put("tolerance", limit.tolerance());
    limit.worse().ifPresent(worse -> figures.put("allowedWorse", worse));
    limit
        .most()
        .ifPresent(
            most -> {
              figures.put("allowed", most);
              figures.put(
                  "log10Against",
                  decimal(Mixture.againstAtMost(service.bad(), service.requests(), most)));
              figures.put(
                  "log10For",
                  decimal(
                      Mixture.againstAtLeast(
                          evidence.strict().bad(),
                          evidence.strict().requests(),
                          most + limit.tolerance())));
            });
    return figures;
  }

  private static String said(Kind kind, Limit limit, Evidence evidence) {
    String service =
        "%s of %s requests %s (%s)"
            .formatted(
                count(evidence.service().bad()),
                count(evidence.service().requests()),
                kind.verb,
                percent(evidence.service().share()));
    return limit.worse().isEmpty()
        ? service
        : service
            + ", of the monolith's %s of %s (%s)"
                .formatted(
                    count(evidence.monolith().bad()),
                    count(evidence.monolith().requests()),
                    percent(evidence.monolith().share()));
  }

  private String hint(Limit limit, Evidence evidence) {
    if (limit.most().isEmpty() || evidence.strict().bad() > 0) {
      return "";
    }
    long enough = Mixture.flawless(limit.most().getAsDouble() + limit.tolerance(), falsePass);
    return "; %s without one would do".formatted(count(enough));
  }

  private static String few(String arm, Counts counts, long minRequests) {
    return "%s requests to the %s, and %s are needed"
        .formatted(count(counts.requests()), arm, count(minRequests));
  }

  private static String allowed(Limit limit) {
    StringBuilder allowed = new StringBuilder();
    limit.most().ifPresent(most -> allowed.append(percent(most)));
    limit
        .worse()
        .ifPresent(
            worse ->
                allowed
                    .append(allowed.isEmpty() ? "" : " or ")
                    .append(percent(worse))
                    .append(" more than the monolith's"));
    return allowed.toString();
  }

  /** Finite, since records are written as JSON. */
  private static double decimal(double ratio) {
    return Math.max(-9999, Math.min(9999, ratio / Math.log(10)));
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** As many digits as tell it from its neighbours. */
  static String percent(double share) {
    return plain(100 * share) + " %";
  }

  /** With three digits behind the point at most. */
  static String plain(double number) {
    return String.format(Locale.ROOT, "%.3f", number).replaceFirst("\\.?0+$", "");
  }
}
