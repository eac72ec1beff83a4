package dev.msvc.cluster.gate;

import dev.msvc.cluster.traffic.Quiet;
import dev.msvc.cluster.traffic.Verdict;
import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.GateSpec;
import dev.msvc.model.shift.Judgement;
import dev.msvc.model.shift.Judgement.Outcome;
import dev.msvc.model.shift.Metrics;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks at gates. Nothing that is unknown, empty or no number passes (P8), and nothing is said
 * below the least number of requests (P9).
 */
public final class Gates {
  /** For one question to Prometheus. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final @Nullable RequestGates requests;
  private final @Nullable FigureGates figures;
  private final Checks checks;
  private final Function<String, Optional<String>> approver;

  /**
   * Of a shift.
   *
   * @param metrics where numbers come from; empty where it asks for none
   * @param environment of credentials, and of commands
   * @param approver who approved what a gate of this name asks for
   */
  public Gates(
      Optional<Metrics> metrics,
      Map<String, String> environment,
      Function<String, Optional<String>> approver) {
    Prometheus prometheus =
        metrics.map(each -> new Prometheus(each, environment, TIMEOUT)).orElse(null);
    this.requests =
        prometheus == null ? null : new RequestGates(prometheus, metrics.get(), RateTest.USUAL);
    this.figures = prometheus == null ? null : new FigureGates(prometheus);
    this.checks = new Checks(environment);
    this.approver = approver;
  }

  /**
   * Looks once: at what came since the evidence ends. To be done when the gate's window has passed
   * since.
   *
   * @throws dev.msvc.model.UserError where credentials are not there
   */
  public Look look(GateSpec gate, Evidence before) {
    if (gate instanceof GateSpec.SuccessRate rate) {
      return requests == null ? noMetrics(gate, before) : requests.look(rate, before);
    }
    if (gate instanceof GateSpec.Latency latency) {
      return requests == null ? noMetrics(gate, before) : requests.look(latency, before);
    }
    if (gate instanceof GateSpec.Saturation saturation) {
      return figures == null
          ? noMetrics(gate, before)
          : new Look(figures.judge(saturation), before);
    }
    if (gate instanceof GateSpec.Query query) {
      return figures == null ? noMetrics(gate, before) : new Look(figures.judge(query), before);
    }
    if (gate instanceof GateSpec.Compare) {
      return new Look(
          Judgement.of(gate.name(), Outcome.UNKNOWN, "its router copies nothing"), before);
    }
    if (gate instanceof GateSpec.HttpCheck check) {
      return new Look(checks.judge(check), before);
    }
    if (gate instanceof GateSpec.CommandCheck command) {
      return new Look(checks.judge(command), before);
    }
    return new Look(approval((GateSpec.Approval) gate), before);
  }

  /** Whether the monolith answered nothing for so long, as metrics tell. */
  public Quiet quiet(Duration over) {
    return requests == null
        ? new Quiet(Verdict.UNKNOWN, "the plan has no metrics")
        : requests.quiet(over);
  }

  /** How many requests each arm answered since so long ago. */
  ArmRequests requests(Duration since) {
    return requests == null
        ? ArmRequests.unknown("nothing says where numbers of requests are")
        : requests.requests(since);
  }

  private Judgement approval(GateSpec.Approval gate) {
    Optional<String> who = approver.apply(gate.name());
    if (who.isEmpty()) {
      return Judgement.of(
          gate.name(),
          Outcome.INSUFFICIENT,
          gate.who().isEmpty()
              ? "nobody approved yet"
              : "none of %s approved yet".formatted(String.join(", ", gate.who())));
    }
    boolean may = gate.who().isEmpty() || gate.who().contains(who.get());
    return Judgement.of(
        gate.name(),
        may ? Outcome.PASS : Outcome.INSUFFICIENT,
        may
            ? "approved by " + Cleaned.line(who.get())
            : "approved by %s, and only %s may"
                .formatted(Cleaned.line(who.get()), String.join(", ", gate.who())));
  }

  private static Look noMetrics(GateSpec gate, Evidence before) {
    return new Look(
        Judgement.of(gate.name(), Outcome.UNKNOWN, "nothing says where its numbers are"), before);
  }
}
