package dev.msvc.cluster.git;

import java.time.Instant;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A branch as it is at one moment.
 *
 * @param text of the file of a plan
 * @param commits the last ones, the newest first
 */
record Head(ObjectId id, String text, List<Made> commits) {
  /**
   * A commit, and what its message says of shifts.
   *
   * @param shift for which it was made; empty for one of somebody else
   * @param intent digest of the entry for which it was made, in short; empty for none
   */
  record Made(ObjectId id, Instant when, String shift, String intent) {}

  Head {
    commits = List.copyOf(commits);
  }

  /** As people name it. */
  static String shortened(ObjectId id) {
    return id.name().substring(0, 7);
  }
}
