package dev.msvc.model;

/** How much of a repository's history was there to be read. */
public enum HistoryState {
  /** All that led to what is checked out, as far as nothing is damaged. */
  WHOLE("whole"),
  /** The last commits only, as of a shallow clone. */
  SHALLOW("shallow"),
  /** A repository in which nothing was committed. */
  NO_COMMIT("no-commit"),
  /** The folder is in no repository. */
  NO_REPOSITORY("no-repository"),
  /** It was not to be read. */
  LEFT_ALONE("left-alone"),
  /** There is a repository that cannot be opened. */
  UNREADABLE("unreadable");

  private final String word;

  HistoryState(String word) {
    this.word = word;
  }

  /** As documents have it. */
  public String word() {
    return word;
  }
}
