package dev.msvc.cluster.gate;

import dev.msvc.cluster.traffic.Quiet;
import dev.msvc.cluster.traffic.Verdict;
import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.GateSpec;
import dev.msvc.model.shift.Judgement;
import dev.msvc.model.shift.Judgement.Outcome;
import dev.msvc.model.shift.Metrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
  private final Supplier<List<String>> approvals;

  /**
   * Of a shift.
   *
   * @param metrics where numbers come from; empty where it asks for none
   * @param environment of credentials, and of commands
   * @param approvals who approved the stage that is live
   */
  public Gates(
      Optional<Metrics> metrics,
      Map<String, String> environment,
      Supplier<List<String>> approvals) {
    Prometheus prometheus =
        metrics.map(each -> new Prometheus(each, environment, TIMEOUT)).orElse(null);
    this.requests =
        prometheus == null ? null : new RequestGates(prometheus, metrics.get(), RateTest.USUAL);
    this.figures = prometheus == null ? null : new FigureGates(prometheus);
    this.checks = new Checks(environment);
    this.approvals = approvals;
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
    if (gate instanceof GateSpec.ClientErrors errors) {
      return requests == null ? noMetrics(gate, before) : requests.look(errors, before);
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
    List<String> all = approvals.get();
    Optional<String> who = all.stream().filter(gate::allows).findFirst();
    String waits =
        gate.who().isEmpty()
            ? "nobody approved yet"
            : all.isEmpty()
                ? "none of %s approved yet".formatted(String.join(", ", gate.who()))
                : "approved by %s, and only %s may"
                    .formatted(Cleaned.line(String.join(", ", all)), String.join(", ", gate.who()));
    return Judgement.of(
        gate.name(),
        who.isPresent() ? Outcome.PASS : Outcome.INSUFFICIENT,
        who.map(each -> "approved by " + Cleaned.line(each)).orElse(waits));
  }

  private static Look noMetrics(GateSpec gate, Evidence before) {
    return new Look(
        Judgement.of(gate.name(), Outcome.UNKNOWN, "nothing says where its numbers are"), before);
  }
}
