package dev.msvc.generators.java;

import java.util.List;

/**
 * A table, as its migration makes it.
 *
 * @param sequence that its ids come from; empty for none
 * @param lines of columns and constraints
 * @param indexes statements
 */
public record JavaTable(String name, String sequence, List<String> lines, List<String> indexes) {
  public JavaTable {
    lines = List.copyOf(lines);
    indexes = List.copyOf(indexes);
  }
}
