package dev.msvc.analyzers.history;

import dev.msvc.model.History;

/** Why a history says nothing. */
final class Evidence {
  private Evidence() {}

  /** Why it has no commit that counts. */
  static String none(History history) {
    if (history.summary().commits() == 0) {
      return "there is no history: no git repository, no commit, or it was not to be read";
    }
    return "none of %d commits changed a class that is still there"
        .formatted(history.summary().commits());
  }
}
