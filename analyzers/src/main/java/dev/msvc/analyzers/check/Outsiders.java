package dev.msvc.analyzers.check;

import dev.msvc.model.Access;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ContextMap.Placement;
import dev.msvc.model.Dependency;
import dev.msvc.model.Place;
import dev.msvc.model.Reference;
import dev.msvc.model.Severity;
import dev.msvc.model.Violation;
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

/**
 * What classes of no context do to contexts: they have no side, so that nothing of theirs crosses,
 * and yet a boundary is given up where one writes a table or ties two contexts together.
 */
final class Outsiders {
  private final ContextMap map;

  /** How often each method of a class of no context reaches each context. */
  private final Map<List<String>, SortedMap<String, Integer>> reached = new HashMap<>();

  private Outsiders(ContextMap map) {
    this.map = map;
    for (Reference each : map.facts().references()) {
      reach(each.from(), each.fromMember(), map.contextOf(each.to()));
    }
    for (Access each : map.facts().accesses()) {
      if (!each.isMigration()) {
        reach(each.className(), each.method(), owner(each));
      }
    }
  }

  private void reach(String className, String method, String context) {
    if (!context.isEmpty() && isOutside(className)) {
      reached
          .computeIfAbsent(List.of(map.topLevel(className), method), any -> new TreeMap<>())
          .merge(context, 1, Integer::sum);
    }
  }

  static List<Violation> of(ContextMap map) {
    Outsiders outsiders = new Outsiders(map);
    List<Violation> all = new ArrayList<>(outsiders.writes());
    all.addAll(outsiders.ties());
    return all;
  }

  private boolean isOutside(String className) {
    return map.unplaced(className) != null;
  }

  private String owner(Access access) {
    return map.ownership(access.table()).owner();
  }

  private List<Violation> writes() {
    SortedMap<String, List<Access>> writes = new TreeMap<>();
    for (Access each : map.facts().accesses()) {
      boolean counts = each.op().writes() && !each.isMigration() && isOutside(each.className());
      if (counts && !owner(each).isEmpty()) {
        writes.computeIfAbsent(id(each), any -> new ArrayList<>()).add(each);
      }
    }
    List<Violation> all = new ArrayList<>();
    writes.forEach((id, accesses) -> all.add(write(id, accesses)));
    return all;
  }

  /**
   * A method that goes with the owner of the table takes the write along when the class is split,
   * so that of those only the first counts; any other is a write of its own.
   */
  private String id(Access write) {
    String className = map.topLevel(write.className());
    String writer =
        write.method().isEmpty() || isOf(owner(write), className, write.method())
            ? className
            : className + "." + write.method();
    return "foreign-write/%s/%s".formatted(writer, ContextMap.key(write.table()));
  }

  /** Whether more than half of what a method reaches is of a context. */
  private boolean isOf(String context, String className, String method) {
    SortedMap<String, Integer> reaches =
        reached.getOrDefault(List.of(className, method), new TreeMap<>());
    int all = reaches.values().stream().mapToInt(Integer::intValue).sum();
    return reaches.getOrDefault(context, 0) * 2 > all;
  }

  private Violation write(String id, List<Access> accesses) {
    Access first = accesses.get(0);
    String className = map.topLevel(first.className());
    String owner = owner(first);
    SortedSet<String> operations = new TreeSet<>();
    SortedSet<String> methods = new TreeSet<>();
    SortedSet<Place> places = new TreeSet<>();
    for (Access each : accesses) {
      operations.add(each.op().name().toLowerCase(Locale.ROOT));
      places.add(each.place());
      if (!each.method().isEmpty()) {
        methods.add(each.method());
      }
    }
    return violation(
        id,
        BoundaryRules.OUTSIDE_WRITE,
        Severity.HIGH,
        List.of(owner),
        "%s of no context (%s) writes %s of %s (%s)%s"
            .formatted(
                Violations.simple(className),
                placement(className),
                first.table(),
                owner,
                String.join(", ", operations),
                methods.isEmpty() ? "" : " in " + String.join(", ", methods)),
        "make it a command of %s: move the statement behind its interface and call that"
            .formatted(owner),
        places);
  }

  private List<Violation> ties() {
    SortedMap<String, SortedMap<String, Place>> uses = new TreeMap<>();
    for (Dependency each : map.decomposition().dependencies()) {
      use(uses, each.from(), map.contextOf(each.to()), each.place());
    }
    for (Access each : map.facts().accesses()) {
      if (!each.isMigration()) {
        use(uses, each.className(), owner(each), each.place());
      }
    }
    List<Violation> all = new ArrayList<>();
    uses.forEach(
        (className, contexts) -> {
          if (contexts.size() > 1) {
            all.add(tie(className, contexts));
          }
        });
    return all;
  }

  private void use(
      SortedMap<String, SortedMap<String, Place>> uses,
      String className,
      String context,
      Place place) {
    if (!context.isEmpty() && isOutside(className)) {
      uses.computeIfAbsent(map.topLevel(className), any -> new TreeMap<>())
          .putIfAbsent(context, place);
    }
  }

  private Violation tie(String className, SortedMap<String, Place> contexts) {
    return violation(
        "tie/" + className,
        BoundaryRules.TIE,
        Severity.MEDIUM,
        List.copyOf(contexts.keySet()),
        "%s of no context (%s) uses classes or tables of %s"
            .formatted(
                Violations.simple(className),
                placement(className),
                String.join(", ", contexts.keySet())),
        "make one class for each of them, or say which one it is of ('msvc move')",
        contexts.values());
  }

  private static Violation violation(
      String id,
      String rule,
      Severity severity,
      List<String> contexts,
      String what,
      String remedy,
      Collection<Place> places) {
    List<Place> distinct = places.stream().distinct().toList();
    return new Violation(id, id, rule, severity, contexts, List.of(), what, remedy, distinct);
  }

  private String placement(String className) {
    Placement placement = map.placementOf(className);
    return placement == null ? "" : Violations.word(placement);
  }
}
