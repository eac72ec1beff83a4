package dev.msvc.model.shift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Who wrote which rows since when, as a shift's journal says from its first entry on.
 *
 * @param changes in their order; the first of some rows says who wrote them before
 */
public record WriterLedger(List<Change> changes) {
  /**
   * That rows got another writer, or are about to.
   *
   * @param entry number of the entry of the journal that says so
   */
  public record Change(int entry, Instant when, Writers.Writer writer) {}

  public WriterLedger {
    changes = List.copyOf(changes);
  }

  /**
   * Of a plan, as far as it was followed.
   *
   * @param digest of the plan; entries that follow another one say nothing of its rules
   */
  public static WriterLedger of(ShiftPlan plan, String digest, List<Entry> entries) {
    List<Change> changes = new ArrayList<>();
    List<Writers.Writer> last = List.of();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.plan().equals(digest)) {
        ShiftState state = ShiftState.of(entries.subList(0, i + 1), plan.weights(-1));
        List<Writers.Writer> now = Writers.of(plan, state).all();
        for (Writers.Writer each : now) {
          if (!last.contains(each)) {
            changes.add(new Change(entry.number(), entry.when(), each));
          }
        }
        last = now;
      }
    }
    return new WriterLedger(changes);
  }
}
