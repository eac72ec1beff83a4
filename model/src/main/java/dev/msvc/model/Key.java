package dev.msvc.model;

import java.util.List;

/** A primary or unique key. */
public record Key(Kind kind, List<String> columns) {
  public Key {
    columns = List.copyOf(columns);
  }

  /** Which key. */
  public enum Kind {
    PRIMARY,
    UNIQUE
  }
}
