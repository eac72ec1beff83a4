package dev.msvc.analyzers.graph;

import dev.msvc.model.ReferenceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The layers of one aggregate stay together: types and tables whose names have the same words of
 * the domain ({@code OrderController}, {@code OrderService}, {@code OrderRepository}, {@code
 * Order}, {@code orders}), each tied to the others by references or data.
 */
public final class Layers {
  /** So often, beside other references, those between layers of one thing lead across. */
  private static final double TORN = 2.0 / 3;

  private static final int ENTITY = 5;

  private static final int NOBODY = -1;
  private static final int SEVERAL = -2;

  private Layers() {}

  /**
   * The groups, where all layers of an aggregate are in the one that most of them {@link #says
   * say}.
   *
   * @param aggregates as {@link #of} finds them
   */
  public static int[] together(CodeGraph graph, List<List<Integer>> aggregates, int[] groups) {
    int[] joined = groups.clone();
    int[] says = says(graph);
    for (List<Integer> layers : aggregates) {
      SortedMap<Integer, Integer> counts = new TreeMap<>();
      layers.forEach(node -> counts.merge(groups[node], says[node], Integer::sum));
      int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      layers.stream()
          .filter(node -> counts.getOrDefault(groups[node], 0) == most)
          .reduce((first, second) -> graph.isTable(second) ? second : first)
          .ifPresent(home -> layers.forEach(node -> joined[node] = groups[home]));
    }
    return joined;
  }

  /**
   * How much each node says of where its aggregate is: an entity as much as five others, as there
   * may be a form and a controller for each page.
   */
  public static int[] says(CodeGraph graph) {
    int[] says = new int[graph.size()];
    Arrays.fill(says, 1);
    graph.uses().stream()
        .filter(CodeGraph.TableUse::maps)
        .forEach(use -> says[use.type()] = ENTITY);
    return says;
  }

  /**
   * The nodes of each aggregate, in their order, and each other node by itself. Where two of one
   * name do something, it is not clear which of them the others belong to; where they only hold
   * data, as two forms for one order, they alone are left out.
   */
  public static List<List<Integer>> of(CodeGraph graph) {
    Homonyms homonyms = Homonyms.of(graph);
    Map<String, Integer> numbers = new HashMap<>();
    int[] aggregate = new int[graph.size()];
    boolean[] unclear = new boolean[graph.size()];
    boolean[] acting = acting(graph);
    for (int node = 0; node < aggregate.length; node++) {
      String name =
          graph.isTable(node) ? graph.table(node).name() : graph.types().get(node).simpleName();
      String words = String.join(" ", graph.terms().stems(name));
      aggregate[node] =
          words.isEmpty() ? -1 : numbers.computeIfAbsent(words, any -> numbers.size());
      if (aggregate[node] >= 0 && homonyms.has(node) && acting[node]) {
        unclear[aggregate[node]] = true;
      }
    }
    for (int node = 0; node < aggregate.length; node++) {
      if (aggregate[node] >= 0 && (unclear[aggregate[node]] || homonyms.has(node))) {
        aggregate[node] = -1;
      }
    }
    withoutPartsOfOthers(graph, aggregate);
    int[] root = new int[graph.size()];
    Arrays.setAll(root, node -> node);
    graph.links().forEach(link -> join(root, aggregate, link.from(), link.to()));
    graph.uses().forEach(use -> join(root, aggregate, use.type(), use.table()));
    implemented(graph, root);
    composed(graph, root);
    SortedMap<Integer, List<Integer>> layers = new TreeMap<>();
    for (int node = 0; node < root.length; node++) {
      layers.computeIfAbsent(find(root, node), any -> new ArrayList<>()).add(node);
    }
    return List.copyOf(layers.values());
  }

  /**
   * A part whose name ends in that of another entity ({@code InputPeriod}, a part of {@code
   * Schedule}, beside {@code Period}) is no layer of that, nor is its table: it would take its
   * whole along.
   */
  private static void withoutPartsOfOthers(CodeGraph graph, int[] aggregate) {
    boolean[] parts = new boolean[graph.size()];
    graph.parts().forEach(each -> parts[each.part()] = true);
    Map<Integer, List<String>> entities = new HashMap<>();
    for (CodeGraph.TableUse use : graph.uses()) {
      if (use.maps() && !parts[use.type()]) {
        String name = graph.types().get(use.type()).simpleName();
        entities.computeIfAbsent(aggregate[use.type()], any -> new ArrayList<>()).add(name);
      }
    }
    for (CodeGraph.TableUse use : graph.uses()) {
      if (use.maps() && parts[use.type()]) {
        String name = graph.types().get(use.type()).simpleName();
        if (entities.getOrDefault(aggregate[use.type()], List.of()).stream()
            .anyMatch(name::endsWith)) {
          aggregate[use.type()] = -1;
          aggregate[use.table()] = -1;
        }
      }
    }
  }

  /**
   * Whether a division follows layers and not what they are of: references between types where one
   * has all words of the other's name ({@code ReadableOrderMapper}, {@code OrderService}) lead from
   * part to part two thirds as often as other references, or more.
   *
   * @param part of each node, -1 for none; references to what has none do not count
   */
  public static boolean divide(CodeGraph graph, int[] part) {
    List<Set<String>> words = new ArrayList<>();
    for (int node = 0; node < graph.types().size(); node++) {
      words.add(
          part[node] < 0
              ? Set.of()
              : Set.copyOf(graph.terms().stems(graph.types().get(node).simpleName())));
    }
    int alike = 0;
    int torn = 0;
    int others = 0;
    int crossing = 0;
    for (CodeGraph.Link link : graph.links()) {
      int from = part[link.from()];
      int to = part[link.to()];
      if (from >= 0 && to >= 0) {
        int across = from == to ? 0 : 1;
        if (isOf(words.get(link.from()), words.get(link.to()))) {
          alike++;
          torn += across;
        } else {
          others++;
          crossing += across;
        }
      }
    }
    return torn > 0 && (double) torn / alike * others >= TORN * crossing;
  }

  private static boolean isOf(Set<String> some, Set<String> others) {
    return !some.isEmpty()
        && !others.isEmpty()
        && (some.containsAll(others) || others.containsAll(some));
  }

  /** What calls, touches a table or is entered: all else only holds data, or declares. */
  public static boolean[] acting(CodeGraph graph) {
    boolean[] acting = new boolean[graph.size()];
    graph.uses().forEach(use -> acting[use.type()] = true);
    graph.entryPoints().keySet().forEach(node -> acting[node] = true);
    for (CodeGraph.Link link : graph.links()) {
      acting[link.from()] |= link.dependency().kinds().containsKey(ReferenceKind.CALL);
    }
    return acting;
  }

  /** An interface that one class alone implements is the face of that class. */
  private static void implemented(CodeGraph graph, int[] root) {
    int[] by = implementations(graph);
    for (int node = 0; node < by.length; node++) {
      if (by[node] >= 0) {
        join(root, node, by[node]);
      }
    }
  }

  /** The class that alone implements each node; negative where none does, or several do. */
  public static int[] implementations(CodeGraph graph) {
    int[] by = new int[graph.size()];
    Arrays.fill(by, NOBODY);
    for (CodeGraph.Link link : graph.links()) {
      if (link.dependency().kinds().containsKey(ReferenceKind.IMPLEMENT)) {
        by[link.to()] = by[link.to()] == NOBODY ? link.from() : SEVERAL;
      }
    }
    return by;
  }

  /** What lives and dies with types of one aggregate alone is a part of that. */
  private static void composed(CodeGraph graph, int[] root) {
    SortedMap<Integer, List<Integer>> wholes = new TreeMap<>();
    for (CodeGraph.Part each : graph.parts()) {
      wholes.computeIfAbsent(each.part(), any -> new ArrayList<>()).add(each.whole());
    }
    boolean joined = true;
    while (joined) {
      joined = false;
      for (Map.Entry<Integer, List<Integer>> each : wholes.entrySet()) {
        int whole = find(root, each.getValue().get(0));
        if (find(root, each.getKey()) != whole
            && each.getValue().stream().allMatch(other -> find(root, other) == whole)) {
          join(root, each.getKey(), whole);
          joined = true;
        }
      }
    }
  }

  /** Which types live and die with another one, and the interfaces that these alone implement. */
  public static boolean[] parts(CodeGraph graph) {
    boolean[] parts = new boolean[graph.size()];
    graph.parts().forEach(each -> parts[each.part()] = true);
    int[] by = implementations(graph);
    for (int node = 0; node < by.length; node++) {
      parts[node] |= by[node] >= 0 && parts[by[node]];
    }
    return parts;
  }

  private static void join(int[] root, int[] aggregate, int some, int other) {
    if (aggregate[some] >= 0 && aggregate[some] == aggregate[other]) {
      join(root, some, other);
    }
  }

  private static void join(int[] root, int some, int other) {
    int a = find(root, some);
    int b = find(root, other);
    root[Math.max(a, b)] = Math.min(a, b);
  }

  private static int find(int[] root, int node) {
    int at = node;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }
}
