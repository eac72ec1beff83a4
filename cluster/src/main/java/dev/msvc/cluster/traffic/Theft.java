package dev.msvc.cluster.traffic;

import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftState;
import java.time.Instant;
import java.util.TreeMap;

/** That somebody moves a shift whose last mover never gave it back. */
public final class Theft {
  private Theft() {}

  /**
   * Writes it down, where there is a shift already.
   *
   * @param from whose it was
   * @param by who has it now
   */
  public static Journal record(
      ShiftStore store, ShiftPlan plan, String from, String by, Instant now) {
    Journal journal = store.read();
    if (journal.entries().isEmpty()) {
      return journal;
    }
    ShiftState state = journal.state(plan.weights(-1));
    return store.append(
        journal,
        new Entry(
            journal.entries().size() + 1,
            now,
            by,
            Event.STOLEN,
            state.plan(),
            state.stage(),
            state.weights(),
            state.weights(),
            "taken from %s, who was not seen for too long".formatted(from),
            new TreeMap<>(),
            journal.head()),
        journal.progress());
  }
}
