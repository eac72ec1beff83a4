package dev.msvc.cluster.rehearse;

import dev.msvc.cluster.gate.GateJudge;
import dev.msvc.cluster.traffic.Judge;
import dev.msvc.cluster.traffic.Judged;
import dev.msvc.cluster.traffic.Verdict;
import dev.msvc.cluster.traffic.Window;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.GateSpec;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Tally;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gates of a rehearsal: what the router counted in a window, in place of those of the plan, which
 * ask servers that know nothing of it. Shares are measured as they always are.
 */
final class CountedJudge implements Judge {
  /** Where no gate of the plan says how many may fail. */
  private static final double USUAL = 0.01;

  private final GateJudge shares;
  private final double most;
  private boolean blind;
  private boolean away;

  CountedJudge(ShiftPlan plan) {
    this.shares = new GateJudge(plan, Map.of());
    this.most =
        plan.gates().stream()
            .filter(GateSpec.SuccessRate.class::isInstance)
            .map(GateSpec.SuccessRate.class::cast)
            .mapToDouble(each -> each.limit().most().orElse(USUAL))
            .min()
            .orElse(USUAL);
  }

  /** That nothing can be seen. */
  void blind(boolean now) {
    blind = now;
  }

  /** That whoever asks gets nowhere. */
  void away(boolean now) {
    away = now;
  }

  @Override
  public Judged share(Window window) {
    if (away) {
      throw gone();
    }
    return shares.share(window);
  }

  private static UserError gone() {
    return new UserError("the metrics are away, as it was rehearsed", "wait", 8);
  }

  @Override
  public Judged gates(Window window, Map<String, Evidence> before) {
    if (away) {
      throw gone();
    }
    Tally service = window.count(Arm.SERVICE);
    String words = "%d of %d requests failed".formatted(service.failures(), service.requests());
    Verdict verdict =
        blind
            ? Verdict.UNKNOWN
            : service.requests() == 0
                ? Verdict.INSUFFICIENT
                : service.failures() > most * service.requests() ? Verdict.FAIL : Verdict.PASS;
    return new Judged(
        verdict,
        blind ? "nothing is seen" : words,
        new TreeMap<>(Map.of("rehearsed", words)),
        before);
  }
}
