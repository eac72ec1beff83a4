package dev.msvc.model.shift;

import java.util.ArrayList;
import java.util.List;

/**
 * All that is kept of a shift.
 *
 * @param version of what was read; a write on condition of it fails where anything moved since
 * @param entries from the first on
 */
public record Journal(String version, List<Entry> entries, Progress progress) {
  public Journal {
    entries = List.copyOf(entries);
  }

  /** Where the shift stands. */
  public ShiftState state(Weights none) {
    return ShiftState.of(entries, none);
  }

  /** Digest of the last entry; empty where there is none. */
  public String head() {
    return entries.isEmpty() ? "" : entries.get(entries.size() - 1).digest();
  }

  /** Who approved the stage that is live now, in their order; a stage that begins anew has none. */
  public List<String> approvals() {
    List<String> approvals = new ArrayList<>();
    for (Entry each : entries) {
      if (each.event() == Event.STARTED || each.event() == Event.EFFECT) {
        approvals.clear();
      } else if (each.event() == Event.APPROVED) {
        approvals.add(each.by());
      }
    }
    return approvals;
  }

  /** What is wrong with the chain, a line each; none where it holds. */
  public List<String> broken() {
    List<String> broken = new ArrayList<>();
    String before = "";
    int number = 1;
    for (Entry each : entries) {
      if (each.number() != number) {
        broken.add("entry %d stands where %d should".formatted(each.number(), number));
      }
      if (!each.before().equals(before)) {
        broken.add(
            "entry %d does not follow from the one before it: one of them was changed"
                .formatted(each.number()));
      }
      before = each.digest();
      number = each.number() + 1;
    }
    return broken;
  }
}
