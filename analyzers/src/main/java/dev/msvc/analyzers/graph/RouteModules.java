package dev.msvc.analyzers.graph;

import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryPointKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The view of modules that routes are named after: where classes of their own answer {@code
 * /member/growth}, {@code /member/level} and {@code /content/news}, the makers of these said what
 * belongs together.
 */
public final class RouteModules {
  /** Parts of paths that name nothing: versions, and what each request says itself. */
  private static final Pattern NAMELESS =
      Pattern.compile("(?i)v\\d+(?:\\.\\d+)*|api|rest|\\{.*|\\*+|");

  /** From the class that answers to what it calls, and what that stores with. */
  private static final int LAYERS = 3;

  /** One in so many exceptions, and first parts say who asks: {@code /admin}, {@code /app}. */
  private static final int FEW = 5;

  private RouteModules() {}

  /**
   * The group of each node by the first part of its routes, after those that nine of ten share, and
   * of what has none by the types that it is tied to; -1 for none.
   *
   * @return one grouping; none where half of all that answer or more are in no group, or all in
   *     one, or where the first parts name who asks and not what for
   */
  public static List<int[]> groupings(CodeGraph graph) {
    SortedMap<Integer, List<List<String>>> routes = routes(graph);
    List<List<String>> paths = routes.values().stream().flatMap(List::stream).toList();
    int common = Packages.commonPrefix(paths).size();
    SortedMap<String, SortedMap<Integer, Set<String>>> modules = new TreeMap<>();
    int straddling = 0;
    for (int node : routes.keySet()) {
      List<List<String>> own = routes.getOrDefault(node, List.of());
      Set<String> first = parts(own, common);
      Set<String> next = parts(own, common + 1);
      straddling += first.size() > 1 ? 1 : 0;
      if (first.size() == 1 && !next.isEmpty()) {
        modules.computeIfAbsent(first.iterator().next(), any -> new TreeMap<>()).put(node, next);
      }
    }
    modules.values().removeIf(Predicate.not(RouteModules::isModule));
    int grouped = modules.values().stream().mapToInt(SortedMap::size).sum();
    if (modules.size() < 2
        || grouped * 2 < routes.size()
        || straddling * FEW > routes.size()
        || nameWhoAsks(modules.values())) {
      return List.of();
    }
    int[] groups = new int[graph.size()];
    Arrays.fill(groups, -1);
    int number = 0;
    for (SortedMap<Integer, Set<String>> each : modules.values()) {
      for (int node : each.keySet()) {
        groups[node] = number;
      }
      number++;
    }
    for (int layer = 0; layer < LAYERS; layer++) {
      Modules.spread(graph, groups);
    }
    return List.of(groups);
  }

  /** The parts of the paths of each type that answers requests. */
  private static SortedMap<Integer, List<List<String>>> routes(CodeGraph graph) {
    SortedMap<Integer, List<List<String>>> routes = new TreeMap<>();
    graph
        .entryPoints()
        .forEach(
            (node, entries) -> {
              for (EntryPoint each : entries) {
                List<String> parts = parts(each);
                if (!parts.isEmpty()) {
                  routes.computeIfAbsent(node, any -> new ArrayList<>()).add(parts);
                }
              }
            });
    return routes;
  }

  private static List<String> parts(EntryPoint entry) {
    String path = entry.kind() == EntryPointKind.HTTP ? entry.path() : null;
    return path == null
        ? List.of()
        : Arrays.stream(path.split("/")).filter(part -> !NAMELESS.matcher(part).matches()).toList();
  }

  private static Set<String> parts(List<List<String>> paths, int at) {
    Set<String> parts = new TreeSet<>();
    for (List<String> each : paths) {
      if (each.size() > at) {
        parts.add(each.get(at));
      }
    }
    return parts;
  }

  /** Whether there are several types, and no two answer the same next part. */
  private static boolean isModule(SortedMap<Integer, Set<String>> types) {
    Set<String> different = new HashSet<>();
    types.values().forEach(different::addAll);
    return types.size() > 1
        && different.size() == types.values().stream().mapToInt(Set::size).sum();
  }

  /** Whether the same parts stand below several first ones. */
  private static boolean nameWhoAsks(Collection<SortedMap<Integer, Set<String>>> modules) {
    Set<String> below = new HashSet<>();
    Set<String> several = new HashSet<>();
    for (SortedMap<Integer, Set<String>> module : modules) {
      Set<String> own = new HashSet<>();
      module.values().forEach(own::addAll);
      own.stream().filter(part -> !below.add(part)).forEach(several::add);
    }
    return several.size() * FEW > below.size();
  }
}
