package dev.msvc.cli;

import dev.msvc.model.Access;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ContextMap.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who writes a table, in one cell: contexts, then the lists that its other writers are in, as
 * {@code (must-split)}. Without these a table seems to be written by nobody that a class to split
 * writes.
 */
final class Writers {
  private Writers() {}

  static Many of(ContextMap map, String table) {
    List<String> all = new ArrayList<>(map.ownership(table).writers());
    SortedSet<String> others = new TreeSet<>();
    for (Access each : map.accesses(table)) {
      Placement placement = map.placementOf(each.className());
      if (placement != null && isOutside(each, map)) {
        others.add("(" + Listings.word(placement) + ")");
      }
    }
    all.addAll(others);
    return new Many(all);
  }

  /** How many transactions surely write tables of several contexts. */
  static long crossing(ContextMap map) {
    return map.facts().transactions().stream()
        .filter(each -> owners(map, each.surelyWritten()) > 1)
        .map(each -> each.className() + "." + each.method())
        .distinct()
        .count();
  }

  private static long owners(ContextMap map, List<String> tables) {
    return tables.stream()
        .map(table -> map.ownership(table).owner())
        .filter(owner -> !owner.isEmpty())
        .distinct()
        .count();
  }

  /** How many tables classes of no context write. */
  static int fromOutside(ContextMap map) {
    return Math.toIntExact(
        map.facts().tables().stream()
            .filter(
                table -> map.accesses(table.name()).stream().anyMatch(each -> isOutside(each, map)))
            .count());
  }

  private static boolean isOutside(Access access, ContextMap map) {
    return access.op().writes()
        && !access.isMigration()
        && map.unplaced(access.className()) != null;
  }
}
