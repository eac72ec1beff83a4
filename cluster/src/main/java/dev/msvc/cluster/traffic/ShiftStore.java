package dev.msvc.cluster.traffic;

import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.Progress;

/**
 * Where the journal of one shift is kept: in a cluster, or in a file.
 *
 * <p>All methods throw {@link dev.msvc.model.UserError} with exit code 8 where it cannot be
 * reached, and {@link JournalMoved} where it moved.
 */
public interface ShiftStore {
  /** All that is kept; an empty journal where nothing is. */
  Journal read();

  /**
   * Appends an entry and replaces the progress, both or none of them, on condition that nothing
   * moved since.
   */
  Journal append(Journal base, Entry entry, Progress progress);

  /** Replaces the progress, on the same condition. */
  Journal note(Journal base, Progress progress);
}
