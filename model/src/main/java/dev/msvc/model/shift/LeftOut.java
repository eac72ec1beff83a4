package dev.msvc.model.shift;

import dev.msvc.model.EntryPoint;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An entry point whose requests stay with the monolith.
 *
 * @param methods of which no route is proposed
 * @param rivals entry points of others that a route for it would take along; none where no route
 *     can say it at all
 */
public record LeftOut(
    EntryPoint entryPoint, SortedSet<String> methods, List<Rival> rivals, String why) {
  public LeftOut {
    methods = Collections.unmodifiableSortedSet(new TreeSet<>(methods));
    rivals = List.copyOf(rivals);
  }

  /** Whether its URLs are among those of others. */
  public boolean straddles() {
    return !rivals.isEmpty();
  }

  /**
   * An entry point of somebody else.
   *
   * @param context empty for none
   */
  public record Rival(String context, EntryPoint entryPoint) {}
}
