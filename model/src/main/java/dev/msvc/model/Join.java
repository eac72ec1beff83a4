package dev.msvc.model;

import java.util.List;

/**
 * Tables that one statement reads or writes together.
 *
 * @param tables two or more, sorted
 * @param text how the statement begins; empty where it is put together by calls or a name
 */
public record Join(List<String> tables, String className, String method, Place place, String text) {
  public Join {
    tables = List.copyOf(tables);
  }

  /** One whose text is not known. */
  public Join(List<String> tables, String className, String method, Place place) {
    this(tables, className, method, place, "");
  }
}
