package dev.msvc.cluster.deploy;

/** What becomes of an object. */
public enum Effect {
  CREATE("create"),
  /** Of a namespace or a kind that this very change brings, so the server cannot be asked. */
  CREATE_UNCHECKED("create, not checked"),
  CHANGE("change"),
  /** Deleted and made again, as the user said. */
  RECREATE("delete and create again"),
  DELETE("delete"),
  /** No longer asked for, and left where it is. */
  KEEP("keep"),
  UNCHANGED("unchanged");

  private final String words;

  Effect(String words) {
    this.words = words;
  }

  /** Whether the cluster is another one afterwards. */
  public boolean changes() {
    return this != KEEP && this != UNCHANGED;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
