package dev.msvc.cli;

/** How an answer is written: the values of {@code -o}. */
enum Format {
  /** Bounded, for a screen. */
  TEXT,
  /** Everything, with places. */
  WIDE,
  JSON,
  YAML,
  /** Names only, one a line, for a shell. */
  NAME;

  boolean forPrograms() {
    return this == JSON || this == YAML;
  }
}
