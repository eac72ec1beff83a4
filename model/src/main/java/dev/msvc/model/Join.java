package dev.msvc.model;

import java.util.List;

/**
 * Tables that one statement reads or writes together.
 *
 * @param tables two or more, sorted
 */
public record Join(List<String> tables, String className, String method, Place place) {
  public Join {
    tables = List.copyOf(tables);
  }
}
