package dev.msvc.model;

import java.util.Locale;

/** What the database does to rows with a foreign key when the row that they refer to goes. */
public enum OnDelete {
  /** Nothing; the other row cannot go while they are there. */
  REFUSE,
  CASCADE,
  SET_NULL,
  SET_DEFAULT;

  /** By the words behind {@code on delete}, which may be more than those of the action. */
  public static OnDelete of(String words) {
    String action = words.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    return action.startsWith("cascade")
        ? CASCADE
        : action.startsWith("set null")
            ? SET_NULL
            : action.startsWith("set default") ? SET_DEFAULT : REFUSE;
  }

  /** Whether rows change that nobody's statement names. */
  public boolean changesRows() {
    return this != REFUSE;
  }
}
