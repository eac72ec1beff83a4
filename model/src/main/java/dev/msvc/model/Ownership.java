package dev.msvc.model;

import java.util.List;

/**
 * Which context owns a table.
 *
 * @param owner name of the context; empty where nobody does
 * @param writers contexts that write it, sorted
 * @param reason a sentence with its figures
 */
public record Ownership(String owner, List<String> writers, String reason) {
  public Ownership {
    writers = List.copyOf(writers);
  }
}
