package dev.msvc.analyzers.history;

import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A commit as git has it. It never changes, so that it can be kept.
 *
 * @param time of the committer, in seconds since 1970 (UTC)
 * @param touched nothing for merges
 */
record LoggedCommit(
    ObjectId id, List<ObjectId> parents, long time, Signature author, Touched touched) {
  LoggedCommit {
    parents = List.copyOf(parents);
  }

  boolean isMerge() {
    return parents.size() > 1;
  }
}
