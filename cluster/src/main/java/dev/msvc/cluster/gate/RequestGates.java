package dev.msvc.cluster.gate;

import dev.msvc.cluster.traffic.Quiet;
import dev.msvc.cluster.traffic.Verdict;
import dev.msvc.model.Counted;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Counts;
import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.GateSpec;
import dev.msvc.model.shift.Judgement;
import dev.msvc.model.shift.Judgement.Outcome;
import dev.msvc.model.shift.Limit;
import dev.msvc.model.shift.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gates on shares of requests: those that failed, were answered with 4xx, or took too long. */
final class RequestGates {
  /** Older numbers tell of another time. */
  private static final Duration STALE = Duration.ofSeconds(150);

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** How long new weights may need until all proxies go by them. */
  private static final Duration EFFECT = Duration.ofSeconds(1);

  /** After a change, as often as targets are scraped. */
  private static final List<Duration> MARGINS =
      Stream.of(2, 5, 10, 20, 40, 75, 150).map(Duration::ofSeconds).toList();

  private final Prometheus prometheus;
  private final ReadyQueries service;
  private final ReadyQueries monolith;
  private final RateTest test;

  RequestGates(Prometheus prometheus, Metrics metrics, RateTest test) {
    this.prometheus = prometheus;
    this.service = new ReadyQueries(metrics.source(), metrics.labels(Arm.SERVICE));
    this.monolith = new ReadyQueries(metrics.source(), metrics.labels(Arm.MONOLITH));
    this.test = test;
  }

  /** Thrown where a number that is needed is not there: the look ends. */
  private static final class Missing extends Exception {
    private static final long serialVersionUID = 1L;

    Missing(String why) {
      super(why, null, false, false);
    }
  }

  /** Which requests a gate counts as bad: what they are called, and what asks for them. */
  private record Bad(String name, BiFunction<ReadyQueries, Duration, String> query) {}

  /** A window of Prometheus' time. */
  private record Span(Instant end, Duration length) {}

  Look look(GateSpec.SuccessRate gate, Evidence before) {
    return look(
        gate,
        gate.limit(),
        RateTest.Kind.FAILED,
        before,
        new Bad("failures", ReadyQueries::failures));
  }

  Look look(GateSpec.ClientErrors gate, Evidence before) {
    return look(
        gate,
        gate.limit(),
        RateTest.Kind.CLIENT_ERRORS,
        before,
        new Bad("answers with 4xx", ReadyQueries::clientErrors));
  }

  private Look look(GateSpec gate, Limit limit, RateTest.Kind kind, Evidence before, Bad bad) {
    try {
      Span span = span(before);
      Counts ours = counts(service, "service", bad, span);
      Counts theirs =
          limit.worse().isPresent() ? counts(monolith, "monolith", bad, span) : Counts.NONE;
      return judged(gate, limit, kind, before, span, Evidence.Window.of(ours, theirs));
    } catch (Missing e) {
      return unknown(gate, before, e);
    }
  }

  Look look(GateSpec.Latency gate, Evidence before) {
    if (!service.hasTimes()) {
      return unknown(
          gate, before, new Missing("what counts the requests keeps no histogram of times"));
    }
    try {
      Span span = span(before);
      return gate.below().isPresent()
          ? below(gate, gate.below().get(), before, span)
          : times(gate, gate.times().orElse(1), before, span);
    } catch (Missing e) {
      return unknown(gate, before, e);
    }
  }

  /** How many requests each arm answered in the last while of Prometheus' own time. */
  ArmRequests requests(Duration since) {
    try {
      Prometheus.Clock clock = prometheus.clock();
      if (!clock.why().isEmpty()) {
        throw new Missing(clock.why());
      }
      Instant changed = clock.now().minus(since).truncatedTo(ChronoUnit.MILLIS);
      fresh(service, "service", new Span(clock.now(), since));
      fresh(monolith, "monolith", new Span(clock.now(), since));
      Optional<Span> span = after(changed, clock.now());
      if (span.isEmpty()) {
        return ArmRequests.NONE;
      }
      long ours =
          Math.round(
              value(service.requests(span.get().length()), "requests to the service", span.get()));
      long theirs =
          Math.round(
              value(
                  monolith.requests(span.get().length()), "requests to the monolith", span.get()));
      return new ArmRequests(Math.max(0, ours), Math.max(0, theirs), "");
    } catch (Missing e) {
      return ArmRequests.unknown(String.valueOf(e.getMessage()));
    }
  }

  /** Whether the monolith answered nothing in the last while of Prometheus' own time. */
  Quiet quiet(Duration over) {
    try {
      Prometheus.Clock clock = prometheus.clock();
      if (!clock.why().isEmpty()) {
        throw new Missing(clock.why());
      }
      Span span = new Span(clock.now(), over);
      fresh(service, "service", span);
      Instant begin = clock.now().minus(over);
      if (Double.isInfinite(oldest(service, begin))) {
        return new Quiet(
            Verdict.INSUFFICIENT, "Prometheus has no numbers of the service from " + begin);
      }
      if (Double.isInfinite(oldest(monolith, begin))
          && Double.isInfinite(oldest(monolith, clock.now()))) {
        throw new Missing("no series of the monolith, so that none says that it was not asked");
      }
      long hits = Math.round(value(monolith.requests(over), "requests to the monolith", span));
      return hits > 0
          ? new Quiet(
              Verdict.FAIL,
              "%s reached the monolith since %s, as Prometheus has it"
                  .formatted(Counted.of(hits, "request", "requests"), begin))
          : new Quiet(
              Verdict.PASS,
              "none reached the monolith since %s, as Prometheus has it".formatted(begin));
    } catch (Missing e) {
      return new Quiet(Verdict.UNKNOWN, String.valueOf(e.getMessage()));
    }
  }

  /**
   * From the first moment on for which both arms were counted after a change had time to take
   * effect: what was asked before it is in no number from there on. Empty while there is none.
   */
  private Optional<Span> after(Instant changed, Instant end) throws Missing {
    for (Duration margin : MARGINS) {
      Instant begin = changed.plus(margin);
      Duration length = Duration.between(begin, end);
      if (length.compareTo(SHORTEST) < 0) {
        return Optional.empty();
      }
      double effective = changed.plus(EFFECT).toEpochMilli() / 1000.0;
      if (oldest(service, begin) >= effective && oldest(monolith, begin) >= effective) {
        return Optional.of(new Span(end, length));
      }
    }
    return Optional.empty();
  }

  /** When the numbers of a moment were taken; series that were not there yet begin after it. */
  private double oldest(ReadyQueries queries, Instant at) throws Missing {
    Answer answer = prometheus.query(queries.oldest(), at);
    if (!answer.why().isEmpty()) {
      throw new Missing("Prometheus: " + answer.why());
    }
    return answer.samples().stream()
        .mapToDouble(Answer.Sample::value)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private Look below(GateSpec.Latency gate, Duration bound, Evidence before, Span span)
      throws Missing {
    Counts slow = slow(service, "service", service.bound(bound), span);
    return judged(
        gate,
        gate.limit(),
        RateTest.Kind.SLOW,
        before,
        span,
        Evidence.Window.of(slow, Counts.NONE));
  }

  /**
   * Compares the share of the service's requests above the multiple with that of the monolith's
   * above what its part takes. A histogram knows its bounds alone: above the next bound up a
   * request is too slow for certain, above the next one down it may be.
   */
  private Look times(GateSpec.Latency gate, double times, Evidence before, Span span)
      throws Missing {
    NavigableMap<Double, Long> theirs = histogram(monolith, "monolith", span);
    if (before.reference().isEmpty()) {
      return settled(gate, before, span, theirs);
    }
    double reference = before.reference().getAsDouble();
    NavigableMap<Double, Long> ours = histogram(service, "service", span);
    double multiple = reference * times * (1 + 1e-9);
    Double may = ours.floorKey(multiple);
    Double certain = ours.ceilingKey(reference * times * (1 - 1e-9));
    if (may == null || certain == null || certain.isInfinite() || !theirs.containsKey(reference)) {
      throw new Missing(
          "the histogram has no bound at %s or above: there are %s"
              .formatted(seconds(reference * times), bounds(ours)));
    }
    return judged(
        gate,
        gate.limit(),
        RateTest.Kind.SLOW,
        before,
        span,
        new Evidence.Window(above(ours, certain), above(ours, may), above(theirs, reference)));
  }

  /** The first look only says what the monolith takes. */
  private Look settled(
      GateSpec.Latency gate, Evidence before, Span span, NavigableMap<Double, Long> theirs)
      throws Missing {
    long all = above(theirs, Double.POSITIVE_INFINITY).requests();
    if (all < gate.basis().minRequests()) {
      return new Look(
          Judgement.of(
              gate.name(),
              Outcome.INSUFFICIENT,
              "%,d requests to the monolith, and %,d are needed to say how long it takes"
                  .formatted(all, gate.basis().minRequests())),
          before);
    }
    Optional<Double> reference =
        theirs.keySet().stream()
            .filter(le -> 1 - above(theirs, le).share() >= gate.quantile())
            .findFirst();
    if (reference.isEmpty() || reference.get().isInfinite()) {
      throw new Missing("the monolith takes longer than the largest bound: " + bounds(theirs));
    }
    Evidence settled = Evidence.from(span.end()).goingBy(reference.get());
    return new Look(
        Judgement.of(
                gate.name(),
                Outcome.INSUFFICIENT,
                "%s of the monolith's requests take %s at most: what comes now is compared with it"
                    .formatted(RateTest.percent(gate.quantile()), seconds(reference.get())))
            .with("reference", reference.get()),
        settled);
  }

  private Look judged(
      GateSpec gate,
      Limit limit,
      RateTest.Kind kind,
      Evidence before,
      Span span,
      Evidence.Window window) {
    Evidence after = before.plus(span.end(), window);
    Judgement judgement =
        test.judge(gate.name(), gate.basis().minRequests(), limit, kind, after, window);
    OptionalDouble reference = after.reference();
    return new Look(
        reference.isPresent() ? judgement.with("reference", reference.getAsDouble()) : judgement,
        after);
  }

  private static Look unknown(GateSpec gate, Evidence before, Missing missing) {
    return new Look(
        Judgement.of(gate.name(), Outcome.UNKNOWN, String.valueOf(missing.getMessage())), before);
  }

  private Span span(Evidence before) throws Missing {
    Prometheus.Clock clock = prometheus.clock();
    if (!clock.why().isEmpty()) {
      throw new Missing(clock.why());
    }
    Instant end = clock.now();
    Duration length = Duration.between(before.through().truncatedTo(ChronoUnit.MILLIS), end);
    if (length.compareTo(SHORTEST) < 0) {
      throw new Missing(
          "Prometheus' clock says %s, less than a second after the last look".formatted(end));
    }
    return new Span(end, length);
  }

  private Counts counts(ReadyQueries queries, String arm, Bad bad, Span span) throws Missing {
    fresh(queries, arm, span);
    double all = value(queries.requests(span.length()), "requests to the " + arm, span);
    String query = bad.query().apply(queries, span.length());
    return counts(all, value(query, bad.name() + " of the " + arm, span));
  }

  private Counts slow(ReadyQueries queries, String arm, ReadyQueries.Bound bound, Span span)
      throws Missing {
    fresh(queries, arm, span);
    double all = value(queries.timed(span.length()), "times of the " + arm, span);
    Answer.Figure within =
        prometheus.query(queries.within(bound, span.length()), span.end()).single();
    if (within.value().isEmpty()) {
      NavigableMap<Double, Long> there = histogram(queries, arm, span);
      throw new Missing(
          "the histogram has no bound at %s: there are %s"
              .formatted(seconds(queries.seconds(bound.value().doubleValue())), bounds(there)));
    }
    return counts(all, all - within.value().getAsDouble());
  }

  /** How many took no longer, by bound in seconds. */
  private NavigableMap<Double, Long> histogram(ReadyQueries queries, String arm, Span span)
      throws Missing {
    fresh(queries, arm, span);
    Answer answer = prometheus.query(queries.withinEach(span.length()), span.end());
    if (!answer.why().isEmpty()) {
      throw new Missing("Prometheus: " + answer.why());
    }
    NavigableMap<Double, Long> within = new TreeMap<>();
    for (Answer.Sample each : answer.samples()) {
      String le = each.labels().getOrDefault("le", "");
      if (!Double.isFinite(each.value())) {
        throw new Missing("the histogram of the %s has a value of %s".formatted(arm, each.value()));
      }
      if (le.matches("[0-9.eE+-]+")) {
        within.put(queries.seconds(Double.parseDouble(le)), Math.round(each.value()));
      } else if (le.equals("+Inf")) {
        within.put(Double.POSITIVE_INFINITY, Math.round(each.value()));
      }
    }
    if (!within.containsKey(Double.POSITIVE_INFINITY)) {
      throw new Missing("no series of times of the " + arm);
    }
    return within;
  }

  private static Counts above(NavigableMap<Double, Long> within, double bound) {
    long all = within.getOrDefault(Double.POSITIVE_INFINITY, 0L);
    long not = within.getOrDefault(bound, 0L);
    return new Counts(Math.max(0, all), Math.max(0, all - not));
  }

  private void fresh(ReadyQueries queries, String arm, Span span) throws Missing {
    double youngest = value(queries.youngest(), "requests to the " + arm, span);
    double age = span.end().toEpochMilli() / 1000.0 - youngest;
    if (age > STALE.toSeconds()) {
      throw new Missing("the last numbers of the %s are %d s old".formatted(arm, Math.round(age)));
    }
  }

  private double value(String query, String what, Span span) throws Missing {
    Answer.Figure figure = prometheus.query(query, span.end()).single();
    if (figure.value().isEmpty()) {
      throw new Missing("%s: %s".formatted(what, figure.why()));
    }
    return figure.value().getAsDouble();
  }

  private static Counts counts(double all, double bad) {
    long requests = Math.max(0, Math.round(all));
    return new Counts(requests, Math.max(0, Math.min(requests, Math.round(bad))));
  }

  private static String bounds(NavigableMap<Double, Long> within) {
    return within.keySet().stream()
        .filter(Double::isFinite)
        .map(RequestGates::seconds)
        .collect(Collectors.joining(", "));
  }

  private static String seconds(double seconds) {
    return seconds < 1 ? RateTest.plain(seconds * 1000) + " ms" : RateTest.plain(seconds) + " s";
  }
}
