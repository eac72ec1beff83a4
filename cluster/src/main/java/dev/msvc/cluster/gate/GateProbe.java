package dev.msvc.cluster.gate;

import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.GateSpec;
import dev.msvc.model.shift.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks, when a shift is planned, whether its gates will have anything to go by (P10). */
public final class GateProbe {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int SHOWN = 5;

  private final Metrics metrics;
  private final Prometheus prometheus;

  /** Of where numbers come from. */
  public GateProbe(Metrics metrics, Map<String, String> environment) {
    this.metrics = metrics;
    this.prometheus = new Prometheus(metrics, environment, TIMEOUT);
  }

  /**
   * What was found of one gate.
   *
   * @param words what is wrong, or what is to be known; empty where it is all there
   */
  public record Found(String gate, State state, String words) {}

  /** Whether a gate could be judged. */
  public enum State {
    /** It returns something. */
    THERE,
    /** The metric is there, and nothing of the service yet, as before its first request. */
    NOT_YET,
    /** It returns nothing, or can't be asked: a plan with it is refused. */
    NOTHING,
    /** Prometheus could not be asked at all: nothing is known. */
    UNREACHABLE
  }

  /** Of each gate that goes by metrics. */
  public List<Found> look(List<GateSpec> gates) {
    List<Found> found = new ArrayList<>();
    Prometheus.Clock clock = prometheus.clock();
    for (GateSpec gate : gates) {
      boolean asks =
          gate instanceof GateSpec.SuccessRate
              || gate instanceof GateSpec.ClientErrors
              || gate instanceof GateSpec.Latency
              || gate instanceof GateSpec.Saturation
              || gate instanceof GateSpec.Query;
      if (asks) {
        found.add(
            clock.why().isEmpty()
                ? look(gate, clock.now())
                : new Found(gate.name(), State.UNREACHABLE, clock.why()));
      }
    }
    return found;
  }

  private Found look(GateSpec gate, Instant now) {
    if (gate instanceof GateSpec.SuccessRate rate) {
      return requests(gate, false, rate.limit().worse().isPresent(), Optional.empty(), now);
    }
    if (gate instanceof GateSpec.ClientErrors errors) {
      return requests(gate, false, errors.limit().worse().isPresent(), Optional.empty(), now);
    }
    if (gate instanceof GateSpec.Latency latency) {
      return requests(gate, true, latency.times().isPresent(), latency.below(), now);
    }
    if (gate instanceof GateSpec.Saturation saturation) {
      return query(gate, saturation.query(), now).orElseGet(() -> there(gate));
    }
    GateSpec.Query query = (GateSpec.Query) gate;
    return query(gate, query.service(), now)
        .or(() -> query.monolith().flatMap(each -> query(gate, each, now)))
        .orElseGet(() -> there(gate));
  }

  private static Found there(GateSpec gate) {
    return new Found(gate.name(), State.THERE, "");
  }

  /** What is wrong with a query, if something is. */
  private Optional<Found> query(GateSpec gate, String query, Instant now) {
    String windowed = FigureGates.windowed(query, gate.basis().window());
    Answer.Figure figure = prometheus.query(windowed, now).single();
    return figure.value().isPresent()
        ? Optional.empty()
        : Optional.of(
            new Found(gate.name(), State.NOTHING, "%s: %s".formatted(query, figure.why())));
  }

  private Found requests(
      GateSpec gate, boolean times, boolean compared, Optional<Duration> bound, Instant now) {
    ReadyQueries service = new ReadyQueries(metrics.source(), metrics.labels(Arm.SERVICE));
    if (times && !service.hasTimes()) {
      return new Found(
          gate.name(),
          State.NOTHING,
          "%s keeps no histogram of times: use another source, or a query of your own"
              .formatted(metrics.source().word()));
    }
    if (metrics.labels(Arm.SERVICE).isEmpty()) {
      return new Found(gate.name(), State.NOTHING, "no label says which series are the service's");
    }
    if (compared) {
      ReadyQueries monolith = new ReadyQueries(metrics.source(), metrics.labels(Arm.MONOLITH));
      if (metrics.labels(Arm.MONOLITH).isEmpty()) {
        return new Found(
            gate.name(), State.NOTHING, "no label says which series are the monolith's");
      }
      if (!isThere(monolith.there(times), now)) {
        return new Found(gate.name(), State.NOTHING, missing(monolith, times, "monolith", now));
      }
    }
    if (isThere(service.there(times), now)) {
      return bound.map(each -> bucket(gate, service, each, now)).orElseGet(() -> there(gate));
    }
    boolean known = isThere(new ReadyQueries(metrics.source(), Map.of()).there(times), now);
    return new Found(
        gate.name(),
        known ? State.NOT_YET : State.NOTHING,
        missing(service, times, "service", now));
  }

  private Found bucket(GateSpec gate, ReadyQueries queries, Duration bound, Instant now) {
    List<String> there =
        prometheus.query(queries.bounds(), now).samples().stream()
            .map(each -> each.labels().getOrDefault("le", ""))
            .toList();
    String pattern = queries.bound(bound).pattern();
    return there.stream().anyMatch(each -> each.matches(pattern))
        ? there(gate)
        : new Found(
            gate.name(),
            State.NOTHING,
            "%s has no bound at %s ms: there are %s"
                .formatted(
                    queries.metric(true),
                    bound.toMillis(),
                    there.stream()
                        .filter(each -> each.matches("[0-9.eE+-]+"))
                        .map(each -> queries.seconds(Double.parseDouble(each)) * 1000)
                        .sorted()
                        .map(each -> RateTest.plain(each) + " ms")
                        .collect(Collectors.joining(", "))));
  }

  private boolean isThere(String query, Instant now) {
    return prometheus.query(query, now).single().value().isPresent();
  }

  /** Which label is to blame, and what it could be. */
  private String missing(ReadyQueries queries, boolean times, String arm, Instant now) {
    String metric = queries.metric(times);
    ReadyQueries any = new ReadyQueries(metrics.source(), Map.of());
    if (!isThere(any.there(times), now)) {
      return "Prometheus has no %s".formatted(metric);
    }
    for (Map.Entry<String, String> each : queries.labels().entrySet()) {
      ReadyQueries one = new ReadyQueries(metrics.source(), Map.of(each.getKey(), each.getValue()));
      if (!isThere(one.there(times), now)) {
        return "Prometheus has no %s of the %s, with %s=%s; there are %s"
            .formatted(
                metric, arm, each.getKey(), each.getValue(), values(any, each.getKey(), now));
      }
    }
    return "Prometheus has no %s with all labels of the %s".formatted(metric, arm);
  }

  private String values(ReadyQueries queries, String label, Instant now) {
    List<String> values =
        prometheus.query(queries.values(label), now).samples().stream()
            .map(each -> Cleaned.line(each.labels().getOrDefault(label, "")))
            .filter(each -> !each.isEmpty())
            .sorted()
            .toList();
    if (values.isEmpty()) {
      return "none with that label";
    }
    return values.stream().limit(SHOWN).collect(Collectors.joining(", "))
        + (values.size() > SHOWN ? " and %d more".formatted(values.size() - SHOWN) : "");
  }
}
