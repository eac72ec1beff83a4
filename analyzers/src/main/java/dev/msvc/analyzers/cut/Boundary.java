package dev.msvc.analyzers.cut;

import dev.msvc.model.Access;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Facts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which side of the boundaries classes and tables are on. */
final class Boundary {
  private final ContextMap map;
  private final Map<String, String> owners = new HashMap<>();
  private final Map<String, Map<String, List<Access>>> accesses = new HashMap<>();

  Boundary(ContextMap map) {
    this.map = map;
    for (Access each : map.facts().accesses()) {
      if (!each.isMigration() && !each.className().isEmpty()) {
        accesses
            .computeIfAbsent(ContextMap.key(each.table()), table -> new TreeMap<>())
            .computeIfAbsent(each.className(), name -> new ArrayList<>())
            .add(each);
      }
    }
  }

  Facts facts() {
    return map.facts();
  }

  ContextMap map() {
    return map;
  }

  /** Context of a class; empty for none. */
  String context(String className) {
    return map.contextOf(className);
  }

  /** Context that owns a table; empty for none. */
  String owner(String table) {
    return owners.computeIfAbsent(table, name -> map.ownership(name).owner());
  }

  /** Whether both are contexts, and not the same. */
  static boolean crosses(String one, String other) {
    return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
  }

  /** Tables by their owner; those of nobody are left out. */
  SortedMap<String, SortedSet<String>> byOwner(Collection<String> tables) {
    SortedMap<String, SortedSet<String>> all = new TreeMap<>();
    for (String each : tables) {
      String owner = owner(each);
      if (!owner.isEmpty()) {
        all.computeIfAbsent(owner, name -> new TreeSet<>()).add(each);
      }
    }
    return all;
  }

  /** The context with most of the tables; this one where it has any. */
  static String home(String context, SortedMap<String, ? extends Collection<String>> byOwner) {
    if (byOwner.containsKey(context)) {
      return context;
    }
    return most(byOwner, "");
  }

  /** The context with most of the tables beside one. */
  static String most(SortedMap<String, ? extends Collection<String>> byOwner, String without) {
    String best = "";
    int most = 0;
    for (Map.Entry<String, ? extends Collection<String>> each : byOwner.entrySet()) {
      if (!each.getKey().equals(without) && each.getValue().size() > most) {
        best = each.getKey();
        most = each.getValue().size();
      }
    }
    return best;
  }

  /** What code does to a table at run time, by class. */
  Map<String, List<Access>> accesses(String table) {
    return Collections.unmodifiableMap(accesses.getOrDefault(ContextMap.key(table), Map.of()));
  }
}
