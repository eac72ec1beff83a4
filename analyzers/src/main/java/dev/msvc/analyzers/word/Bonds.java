package dev.msvc.analyzers.word;

import dev.msvc.model.Access;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Dependency;
import dev.msvc.model.TypeFact;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What ties classes to contexts: references, tables and packages, counted and named. */
final class Bonds {
  private static final int NAMED = 2;

  private final ContextMap map;
  private final Map<String, Map<String, Integer>> references = new HashMap<>();
  private final Map<String, SortedMap<String, Integer>> sorted = new HashMap<>();
  private final Map<String, Map<String, Integer>> tables = new HashMap<>();
  private final Map<String, List<String>> packages = new HashMap<>();

  Bonds(ContextMap map) {
    this.map = map;
    for (Dependency each : map.decomposition().dependencies()) {
      put(references, each.from(), each.to(), each.count());
      put(references, each.to(), each.from(), each.count());
    }
    for (Access each : map.facts().accesses()) {
      if (!each.isMigration()) {
        put(tables, map.topLevel(each.className()), ContextMap.key(each.table()), 1);
      }
    }
    for (TypeFact type : map.facts().types()) {
      if (type.isTopLevel()) {
        packages.computeIfAbsent(type.packageName(), name -> new ArrayList<>()).add(type.name());
      }
    }
  }

  private static void put(
      Map<String, Map<String, Integer>> counts, String from, String to, int count) {
    counts.computeIfAbsent(from, name -> new HashMap<>()).merge(to, count, Integer::sum);
  }

  /** Top-level types of a package, not of those below. */
  List<String> of(String packageName) {
    return packages.getOrDefault(packageName, List.of());
  }

  String packageOf(String className) {
    TypeFact type = map.type(className);
    return type == null ? "" : type.packageName();
  }

  /** References to and from each context, of a class. */
  SortedMap<String, Integer> contexts(String className) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    neighbours(className)
        .forEach(
            (other, count) -> {
              String context = map.contextOf(other);
              if (!context.isEmpty()) {
                counts.merge(context, count, Integer::sum);
              }
            });
    return counts;
  }

  private SortedMap<String, Integer> neighbours(String className) {
    // few of all classes are asked for
    return sorted.computeIfAbsent(
        className, name -> new TreeMap<>(references.getOrDefault(name, Map.of())));
  }

  /** Those together that refer to each other, directly or by way of others of them. */
  List<SortedSet<String>> connected(SortedSet<String> names) {
    List<SortedSet<String>> parts = new ArrayList<>();
    SortedSet<String> left = new TreeSet<>(names);
    while (!left.isEmpty()) {
      SortedSet<String> part = new TreeSet<>();
      Deque<String> next = new ArrayDeque<>(List.of(left.first()));
      while (!next.isEmpty()) {
        String name = next.remove();
        if (left.remove(name)) {
          part.add(name);
          neighbours(name).keySet().stream().filter(left::contains).forEach(next::add);
        }
      }
      parts.add(part);
    }
    return parts;
  }

  /** Classes that would leave with others: tied more to these than to all that stay. */
  SortedSet<String> followers(Collection<String> leaving) {
    SortedSet<String> asked = new TreeSet<>();
    leaving.forEach(each -> asked.addAll(neighbours(each).keySet()));
    SortedSet<String> followers = new TreeSet<>();
    for (String each : asked) {
      String here = map.contextOf(each);
      if (here.isEmpty()
          || leaving.contains(each)
          || map.decomposition().told().containsKey(each)
          || leaving.stream().noneMatch(one -> map.contextOf(one).equals(here))) {
        continue;
      }
      int leave = 0;
      int stay = 0;
      for (Map.Entry<String, Integer> tie : neighbours(each).entrySet()) {
        boolean leaves = leaving.contains(tie.getKey());
        leave += leaves ? tie.getValue() : 0;
        stay += !leaves && map.contextOf(tie.getKey()).equals(here) ? tie.getValue() : 0;
      }
      if (leave > stay) {
        followers.add(each);
      }
    }
    return followers;
  }

  /** How many classes and tables change sides or are tied across, when classes go elsewhere. */
  int changes(Collection<String> moving, String here, String there) {
    Set<String> all = new TreeSet<>(moving);
    all.addAll(followers(moving));
    Set<String> across = new TreeSet<>();
    Set<String> touched = new TreeSet<>();
    for (String each : all) {
      neighbours(each)
          .keySet()
          .forEach(
              other -> {
                String context = map.contextOf(other);
                boolean counts = context.equals(here) || context.equals(there);
                if (counts && !context.isEmpty() && !all.contains(other)) {
                  across.add(other);
                }
              });
      touched.addAll(tables.getOrDefault(each, Map.of()).keySet());
    }
    touched.removeIf(
        table -> {
          String owner = map.ownership(table).owner();
          return owner.isEmpty() || !(owner.equals(here) || owner.equals(there));
        });
    return all.size() + across.size() + touched.size();
  }

  /** What ties classes to a context, in a sentence. */
  String evidence(Collection<String> of, String context) {
    List<String> parts = new ArrayList<>();
    SortedMap<String, Integer> others = new TreeMap<>();
    SortedMap<String, Integer> used = new TreeMap<>();
    Set<String> beside = new TreeSet<>();
    for (String each : of) {
      neighbours(each)
          .forEach(
              (other, count) -> {
                if (!of.contains(other) && map.contextOf(other).equals(context)) {
                  others.merge(simple(other), count, Integer::sum);
                }
              });
      tables
          .getOrDefault(each, Map.of())
          .forEach(
              (table, count) -> {
                if (map.ownership(table).owner().equals(context)) {
                  used.merge(table, count, Integer::sum);
                }
              });
      for (String other : of(packageOf(each))) {
        if (!of.contains(other) && map.contextOf(other).equals(context)) {
          beside.add(other);
        }
      }
    }
    add(parts, others, "reference", "with");
    add(parts, used, "access", "of its tables");
    if (!beside.isEmpty()) {
      parts.add(count(beside.size(), "class") + " in the same package");
    }
    return parts.isEmpty() ? "nothing ties it there directly" : String.join("; ", parts);
  }

  private static void add(
      List<String> parts, SortedMap<String, Integer> counts, String what, String with) {
    if (!counts.isEmpty()) {
      int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
      List<String> most = new ArrayList<>(counts.keySet());
      most.sort(Comparator.comparingInt((String each) -> -counts.getOrDefault(each, 0)));
      parts.add(count(sum, what) + " " + with + " " + named(most));
    }
  }

  /** The first few names, and how many more. */
  static String named(List<String> names) {
    if (names.size() <= NAMED) {
      return String.join(", ", names);
    }
    return "%s and %d more"
        .formatted(String.join(", ", names.subList(0, NAMED)), names.size() - NAMED);
  }

  static String count(int count, String what) {
    String plural = what.endsWith("s") ? "es" : "s";
    return count + " " + what + (count == 1 ? "" : plural);
  }

  static String simple(String className) {
    int module = className.indexOf('@');
    String bare = module < 0 ? className : className.substring(0, module);
    return bare.substring(bare.lastIndexOf('.') + 1);
  }

  /** Members of contexts whose place nobody told. */
  List<String> open() {
    List<String> open = new ArrayList<>();
    for (BoundedContext context : map.decomposition().contexts()) {
      for (String each : context.classes()) {
        if (!map.decomposition().told().containsKey(each)) {
          open.add(each);
        }
      }
    }
    return open;
  }
}
