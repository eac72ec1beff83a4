package dev.msvc.analyzers.word;

import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ContextMap.Placement;
import dev.msvc.model.Lock;
import dev.msvc.model.TypeFact;
import dev.msvc.model.Unplaced;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Freezes places, names and ids, and says what would be proposed without. */
public final class Acceptance {
  private Acceptance() {}

  /**
   * What is accepted now: all places of the map, or those of some contexts beside what was accepted
   * before.
   *
   * @param contexts names; all where it is empty, and then also what is in no context
   */
  public static Lock of(ContextMap map, Lock old, Collection<String> contexts, String madeBy) {
    boolean all = contexts.isEmpty();
    SortedMap<String, String> names = new TreeMap<>(all ? Map.of() : old.names());
    SortedMap<String, String> classes = new TreeMap<>(all ? Map.of() : old.classes());
    SortedMap<String, Placement> unplaced = new TreeMap<>(all ? Map.of() : old.unplaced());
    SortedMap<String, String> tables = new TreeMap<>(all ? Map.of() : old.tables());
    SortedSet<String> taken = new TreeSet<>(old.names().keySet());
    map.decomposition().contexts().forEach(each -> taken.add(each.id()));
    for (BoundedContext context : map.decomposition().contexts()) {
      if (all || contexts.contains(context.name())) {
        String id = context.id().isEmpty() ? free(context.name(), taken) : context.id();
        classes.values().removeIf(id::equals);
        tables.values().removeIf(id::equals);
        names.put(id, context.name());
        context
            .classes()
            .forEach(
                each -> {
                  unplaced.remove(each);
                  classes.put(each, id);
                });
        context.tables().forEach(each -> tables.put(each, id));
      }
    }
    if (all) {
      put(unplaced, map.decomposition().shared(), Placement.SHARED);
      put(unplaced, map.decomposition().mustSplit(), Placement.MUST_SPLIT);
      put(unplaced, map.decomposition().technical(), Placement.TECHNICAL);
    }
    boolean same = old.equals(new Lock(old.madeBy(), names, classes, unplaced, tables));
    return new Lock(same ? old.madeBy() : madeBy, names, classes, unplaced, tables);
  }

  private static String free(String name, SortedSet<String> taken) {
    String id = name;
    for (int number = 2; !taken.add(id); number++) {
      id = name + "-" + number;
    }
    return id;
  }

  private static void put(
      SortedMap<String, Placement> unplaced, List<Unplaced> classes, Placement placement) {
    classes.forEach(each -> unplaced.put(each.className(), placement));
  }

  /** Accepted classes and tables that are gone, sorted. */
  public static List<String> gone(ContextMap map, Lock lock) {
    SortedSet<String> accepted = new TreeSet<>(lock.classes().keySet());
    accepted.addAll(lock.unplaced().keySet());
    map.facts().types().stream().map(TypeFact::name).forEach(accepted::remove);
    List<String> gone = new ArrayList<>(accepted);
    SortedSet<String> tables = new TreeSet<>();
    map.facts().tables().forEach(each -> tables.add(ContextMap.key(each.name())));
    lock.tables().keySet().stream()
        .filter(each -> !tables.contains(ContextMap.key(each)))
        .forEach(each -> gone.add("table " + each));
    return gone;
  }

  /** Classes that have a place and were not accepted, with the place: what is new. */
  public static SortedMap<String, String> fresh(ContextMap map) {
    SortedMap<String, String> fresh = new TreeMap<>();
    for (TypeFact type : map.facts().types()) {
      if (type.isTopLevel() && !map.decomposition().told().containsKey(type.name())) {
        fresh.put(type.name(), place(map, type.name()));
      }
    }
    return fresh;
  }

  /**
   * Accepted classes that would be elsewhere by a free proposal, as {@code name: here -> there}. A
   * proposed context is the accepted one that it has most classes with.
   */
  public static List<String> offers(ContextMap accepted, ContextMap free) {
    Map<String, Map<String, Integer>> common = new HashMap<>();
    for (BoundedContext proposed : free.decomposition().contexts()) {
      Map<String, Integer> with = common.computeIfAbsent(proposed.name(), n -> new TreeMap<>());
      proposed.classes().forEach(each -> with.merge(accepted.contextOf(each), 1, Integer::sum));
      with.remove("");
    }
    Map<String, String> same = new HashMap<>();
    common.forEach(
        (proposed, with) ->
            with.entrySet().stream()
                .max(
                    Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
                .ifPresent(most -> same.put(proposed, most.getKey())));
    List<String> offers = new ArrayList<>();
    for (String name : accepted.decomposition().told().keySet()) {
      String here = place(accepted, name);
      String there = place(free, name);
      there = same.getOrDefault(there, there);
      if (!here.equals(there)) {
        offers.add("%s: %s -> %s".formatted(name, here, there));
      }
    }
    return offers;
  }

  private static String place(ContextMap map, String name) {
    Placement placement = map.placementOf(name);
    return placement == null || placement == Placement.CONTEXT
        ? map.contextOf(name)
        : "(" + placement.name().toLowerCase(Locale.ROOT).replace('_', '-') + ")";
  }
}
