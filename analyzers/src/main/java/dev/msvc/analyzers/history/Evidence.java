package dev.msvc.analyzers.history;

import dev.msvc.model.History;

/** Why a history says nothing. */
final class Evidence {
  private Evidence() {}

  /** Why it has no commit that counts. */
  static String none(History history) {
    return switch (history.summary().state()) {
      case NO_REPOSITORY -> "there is no history: no git repository";
      case NO_COMMIT -> "there is no history: nothing was committed";
      case LEFT_ALONE -> "the history was not to be read";
      case UNREADABLE -> "the history cannot be read";
      case WHOLE, SHALLOW ->
          "none of %d commits changed a class that is still there"
              .formatted(history.summary().commits());
    };
  }
}
