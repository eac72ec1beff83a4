package dev.msvc.analyzers.retire;

import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.ContextMap;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.MappingFact;
import dev.msvc.model.MappingRole;
import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.TypeFact;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who needs whom once some handlers are gone, by top-level types. */
final class Needs {
  /** Ways to a table that go by the class which is mapped to it. */
  private static final Set<AccessVia> BY_ENTITY =
      EnumSet.of(
          AccessVia.JPA,
          AccessVia.CASCADE,
          AccessVia.DIRTY_CHECKING,
          AccessVia.FETCH,
          AccessVia.SPRING_DATA,
          AccessVia.JPQL,
          AccessVia.CRITERIA,
          AccessVia.PANACHE,
          AccessVia.MICRONAUT_DATA);

  private final ContextMap map;
  private final Handlers handlers;
  private final Cuts cuts;

  /** What stays needs, without what the gone handlers need. */
  private final Map<String, SortedSet<String>> needs = new HashMap<>();

  private final Set<String> candidates = new TreeSet<>();
  private final SortedMap<String, String> held = new TreeMap<>();

  Needs(ContextMap map, Handlers handlers, Cuts cuts) {
    this.map = map;
    this.handlers = handlers;
    this.cuts = cuts;
    Map<String, SortedSet<String>> all = new HashMap<>();
    Map<String, SortedSet<String>> ofHandlers = new HashMap<>();
    for (Reference each : map.facts().references()) {
      boolean gone = isGone(each.from(), each.line());
      add(all, each.from(), each.to());
      add(gone ? ofHandlers : needs, each.from(), each.to());
      boolean above =
          each.kind() == ReferenceKind.INHERIT || each.kind() == ReferenceKind.IMPLEMENT;
      if (above) {
        // whoever has the one above may be given the one below
        add(all, each.to(), each.from());
      }
    }
    entities(all);
    Set<String> contexts = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    handlers
        .methods()
        .keySet()
        .forEach(
            type -> {
              contexts.add(map.contextOf(type));
              String top = map.topLevel(type);
              if (isBusy(top)) {
                ofHandlers.getOrDefault(top, new TreeSet<>()).forEach(open::add);
              } else {
                open.add(top);
              }
            });
    contexts.remove("");
    while (!open.isEmpty()) {
      String next = open.remove();
      // what something else calls, too, stays with all that it needs
      if (contexts.contains(map.contextOf(next)) && candidates.add(next) && !isBusy(next)) {
        open.addAll(all.getOrDefault(next, new TreeSet<>()));
      }
    }
    subtypes();
    hold();
  }

  /** Whether what is at a line of a type's file goes. */
  private boolean isGone(String type, int line) {
    TypeFact fact = map.type(type);
    return handlers.isWhole(type) || (fact != null && cuts.hold(fact.place().file(), line));
  }

  private void add(Map<String, SortedSet<String>> to, String from, String target) {
    String one = map.topLevel(from);
    String other = map.topLevel(target);
    if (!one.equals(other) && map.type(other) != null) {
      to.computeIfAbsent(one, none -> new TreeSet<>()).add(other);
    }
  }

  /** Queries name entities in texts. */
  private void entities(Map<String, SortedSet<String>> all) {
    Map<String, SortedSet<String>> mapped = new HashMap<>();
    for (MappingFact each : map.facts().mappings()) {
      if (each.role() == MappingRole.OWN) {
        mapped
            .computeIfAbsent(ContextMap.key(each.table()), none -> new TreeSet<>())
            .add(each.className());
      }
    }
    for (Access each : map.facts().accesses()) {
      if (BY_ENTITY.contains(each.via())) {
        for (String entity : mapped.getOrDefault(ContextMap.key(each.table()), new TreeSet<>())) {
          add(all, each.className(), entity);
          if (!isGone(each.className(), each.place().line())) {
            add(needs, each.className(), entity);
          }
        }
      }
    }
  }

  /** Who needs a candidate gets what is below it, too. */
  private void subtypes() {
    for (Reference each : map.facts().references()) {
      boolean above =
          each.kind() == ReferenceKind.INHERIT || each.kind() == ReferenceKind.IMPLEMENT;
      if (above && candidates.contains(map.topLevel(each.to()))) {
        add(needs, each.to(), each.from());
      }
    }
  }

  /** Candidates that something outside of the code starts. */
  private void hold() {
    for (EntryPoint each : map.facts().entryPoints()) {
      String top = map.topLevel(each.className());
      if (candidates.contains(top) && !handlers.isGone(each.className(), each.method())) {
        held.putIfAbsent(top, "has the entry point " + each.id());
      }
    }
  }

  /** Whether a type, or one in it, is called from outside by what stays. */
  private boolean isBusy(String top) {
    return handlers.busy().contains(top)
        || handlers.busy().stream().anyMatch(each -> map.topLevel(each).equals(top));
  }

  /** Types of the contexts that the gone handlers used. */
  Set<String> candidates() {
    return candidates;
  }

  /** Candidates that something outside of the code needs, and what that is. */
  SortedMap<String, String> held() {
    return held;
  }

  /** The candidates that nothing needs which stays, while some of them stay in any case. */
  Set<String> without(Collection<String> staying) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(staying);
    for (TypeFact each : map.facts().types()) {
      if (each.isTopLevel() && !candidates.contains(each.name())) {
        open.add(each.name());
      }
    }
    while (!open.isEmpty()) {
      String next = open.remove();
      if (seen.add(next)) {
        open.addAll(needs.getOrDefault(next, new TreeSet<>()));
      }
    }
    Set<String> dead = new TreeSet<>(candidates);
    dead.removeAll(seen);
    return dead;
  }

  /** Who needs a candidate that stays. */
  String why(String type, Set<String> dead) {
    List<String> users =
        needs.entrySet().stream()
            .filter(each -> each.getValue().contains(type) && !dead.contains(each.getKey()))
            .map(each -> Retirement.simple(each.getKey()))
            .sorted()
            .toList();
    return users.isEmpty()
        ? "is needed by what stays"
        : "is used by %s%s"
            .formatted(
                String.join(", ", users.subList(0, Math.min(3, users.size()))),
                users.size() > 3 ? " and %d more".formatted(users.size() - 3) : "");
  }
}
