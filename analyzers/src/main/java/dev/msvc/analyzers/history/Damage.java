package dev.msvc.analyzers.history;

import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;

/** Says what is wrong with a repository in a user's words. */
final class Damage {
  private static final int SHORT = 10;

  private Damage() {}

  /** The commit and what is wrong with it. */
  static String of(ObjectId commit, Exception why) {
    return commit.abbreviate(SHORT).name() + ": " + of(why);
  }

  static String of(Exception why) {
    if (why instanceof MissingObjectException) {
      return "an object is missing";
    }
    String said = why.getMessage() == null ? "" : why.getMessage().lines().findFirst().orElse("");
    return said.isEmpty() ? why.getClass().getSimpleName() : said;
  }
}
