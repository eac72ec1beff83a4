package dev.msvc.model;

import java.util.List;

/**
 * A commit that changed classes of the analysed system.
 *
 * @param id of the commit, as git prints it
 * @param time when it was committed, in seconds since 1970 (UTC)
 * @param author a person's name, after {@code .mailmap}
 * @param classes top-level types that it changed and that are still there, by their names of today,
 *     sorted
 * @param files how many source files it touched, in the whole repository
 */
public record Change(String id, long time, String author, List<String> classes, int files) {
  public Change {
    classes = List.copyOf(classes);
  }
}
