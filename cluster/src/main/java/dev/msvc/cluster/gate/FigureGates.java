package dev.msvc.cluster.gate;

import dev.msvc.model.shift.GateSpec;
import dev.msvc.model.shift.Judgement;
import dev.msvc.model.shift.Judgement.Outcome;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/** Gates on one value that a query of the user's gives. */
final class FigureGates {
  private final Prometheus prometheus;

  FigureGates(Prometheus prometheus) {
    this.prometheus = prometheus;
  }

  Judgement judge(GateSpec.Saturation gate) {
    Prometheus.Clock clock = prometheus.clock();
    if (!clock.why().isEmpty()) {
      return Judgement.of(gate.name(), Outcome.UNKNOWN, clock.why());
    }
    Answer.Figure figure =
        prometheus.query(windowed(gate.query(), gate.basis().window()), clock.now()).single();
    if (figure.value().isEmpty()) {
      return Judgement.of(gate.name(), Outcome.UNKNOWN, figure.why());
    }
    double value = figure.value().getAsDouble();
    boolean below = value < gate.below();
    return Judgement.of(
            gate.name(),
            below ? Outcome.PASS : Outcome.FAIL,
            "%s, and must be below %s".formatted(plain(value), plain(gate.below())))
        .with("value", value)
        .with("below", gate.below());
  }

  Judgement judge(GateSpec.Query gate) {
    Prometheus.Clock clock = prometheus.clock();
    if (!clock.why().isEmpty()) {
      return Judgement.of(gate.name(), Outcome.UNKNOWN, clock.why());
    }
    Duration window = gate.basis().window();
    Answer.Figure service =
        prometheus.query(windowed(gate.service(), window), clock.now()).single();
    if (service.value().isEmpty()) {
      return Judgement.of(gate.name(), Outcome.UNKNOWN, "of the service: " + service.why());
    }
    double value = service.value().getAsDouble();
    if (gate.monolith().isEmpty()) {
      return within(gate, value, plain(value)).with("value", value);
    }
    Answer.Figure monolith =
        prometheus.query(windowed(gate.monolith().get(), window), clock.now()).single();
    if (monolith.value().isEmpty()) {
      return Judgement.of(gate.name(), Outcome.UNKNOWN, "of the monolith: " + monolith.why());
    }
    double other = monolith.value().getAsDouble();
    double ratio = value / other;
    if (!Double.isFinite(ratio)) {
      return Judgement.of(
          gate.name(),
          Outcome.UNKNOWN,
          "the monolith's is %s: nothing can be compared with it".formatted(plain(other)));
    }
    return within(
            gate,
            ratio,
            "%s, %s times the monolith's %s".formatted(plain(value), plain(ratio), plain(other)))
        .with("value", value)
        .with("monolith", other)
        .with("ratio", ratio);
  }

  private static Judgement within(GateSpec.Query gate, double value, String said) {
    GateSpec.Bounds bounds = gate.bounds();
    String least = bounds.least().isPresent() ? plain(bounds.least().getAsDouble()) : "";
    String most = bounds.most().isPresent() ? plain(bounds.most().getAsDouble()) : "";
    String allowed =
        least.isEmpty()
            ? "at most " + most
            : most.isEmpty() ? "at least " + least : "from %s to %s".formatted(least, most);
    return Judgement.of(
        gate.name(),
        bounds.contain(value) ? Outcome.PASS : Outcome.FAIL,
        "%s, and must be %s".formatted(said, allowed));
  }

  /** With the window in it. */
  static String windowed(String query, Duration window) {
    return query.replace("$window", ReadyQueries.millis(window));
  }

  static String plain(double value) {
    return new BigDecimal(value).round(new MathContext(5)).stripTrailingZeros().toPlainString();
  }
}
