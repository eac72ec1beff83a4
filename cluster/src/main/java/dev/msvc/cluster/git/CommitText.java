package dev.msvc.cluster.git;

import dev.msvc.cluster.traffic.Declared;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.ShiftPlan;
import java.util.ArrayList;
import java.util.List;

/** What the message of a commit says: what changes and why, and what the shift finds it by. */
final class CommitText {
  static final String SHIFT = "Msvc-Shift";
  static final String INTENT = "Msvc-Intent";
  private static final int MOST = 400;

  private CommitText() {}

  static String of(ShiftPlan plan, Entry intent) {
    List<String> changed = new ArrayList<>();
    for (String each : intent.to().service().keySet()) {
      int from = intent.from().of(each, Arm.SERVICE);
      int to = intent.to().of(each, Arm.SERVICE);
      if (from != to) {
        changed.add("%s: %d -> %d %% for the service".formatted(each, from, to));
      }
    }
    return "%s: %s\n\n%s\n\nReason: %s\n\n%s: %s\nMsvc-Plan: %s\nMsvc-By: %s\n%s: %s\n"
        .formatted(
            plan.name(),
            title(plan, intent.stage()),
            String.join("\n", changed),
            line(intent.reason()),
            SHIFT,
            plan.name(),
            intent.plan(),
            line(intent.by()),
            INTENT,
            Declared.intent(intent));
  }

  /** Of a commit that changes nothing, so that nobody's older one can come after it. */
  static String fence(ShiftPlan plan) {
    return "%s: all stays with the monolith\n\nNo weight changes; a step that was begun before is not to come.\n\n%s: %s\n"
        .formatted(plan.name(), SHIFT, plan.name());
  }

  private static String title(ShiftPlan plan, int stage) {
    return stage < 0
        ? "all back to the monolith"
        : "stage %d of %d, %s"
            .formatted(stage + 1, plan.stages().size(), plan.stages().get(stage).step().title());
  }

  private static String line(String text) {
    String one = text.replaceAll("\\s+", " ").strip();
    return one.length() > MOST ? one.substring(0, MOST) + "..." : one;
  }
}
