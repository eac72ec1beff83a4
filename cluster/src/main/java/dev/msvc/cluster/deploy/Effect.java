package dev.msvc.cluster.deploy;

/** What becomes of an object. */
public enum Effect {
  CREATE("create", "to create"),
  /** Of a namespace or a kind that this very change brings, so the server cannot be asked. */
  CREATE_UNCHECKED("create, not checked", "to create unchecked"),
  CHANGE("change", "to change"),
  /** Deleted and made again, as the user said. */
  RECREATE("delete and create again", "to delete and create again"),
  DELETE("delete", "to delete"),
  /** No longer asked for, and left where it is. */
  KEEP("keep", "left"),
  UNCHANGED("unchanged", "unchanged");

  private final String words;
  private final String counted;

  Effect(String words, String counted) {
    this.words = words;
    this.counted = counted;
  }

  /** Whether the cluster is another one afterwards. */
  public boolean changes() {
    return this != KEEP && this != UNCHANGED;
  }

  /** For people, after a number. */
  public String counted() {
    return counted;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
