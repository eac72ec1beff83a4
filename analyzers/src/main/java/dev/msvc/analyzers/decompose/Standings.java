package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Communities;
import dev.msvc.analyzers.graph.Layers;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.word.Constraints;
import dev.msvc.model.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * How sure each place is. In each run of the consensus, a community is of the context that most of
 * its types belong to in the end; a type's confidence is the share of runs in which its community
 * was of its own context. So the shares of one type over all contexts sum to 1.
 */
final class Standings {
  private static final double LEAST = 0.1;
  private static final int MOST = 3;
  private static final int OTHER_LAYERS = 2;
  private static final double MAJORITY = 0.5;
  private static final double MOST_OF_ALL = 0.75;

  private Standings() {}

  static SortedMap<String, Standing> of(
      CodeGraph graph,
      Layout layout,
      Consensus consensus,
      Constraints told,
      Companions companions) {
    int types = graph.types().size();
    int runs = consensus.runs().size();
    int[][] counts = counts(consensus.runs(), layout.context(), types);
    SortedMap<String, Standing> standings = new TreeMap<>();
    for (int type = 0; type < types; type++) {
      int node = type;
      int own = layout.context()[node];
      if (own >= 0) {
        standings.put(
            graph.types().get(node).name(),
            told.reason(node).isEmpty()
                ? standing(counts[node], own, runs, layout.names(), () -> companions.of(node))
                : Standing.TOLD);
      }
    }
    return standings;
  }

  /**
   * The groups, where what more than half of the runs see in another one is there: it came here
   * with a group that was too small, or the runs divide that group otherwise. The layers of an
   * aggregate go together, unless nearly no run sees one of them where they go.
   *
   * @param aggregates with each other node by itself
   */
  static int[] heeded(
      CodeGraph graph, List<List<Integer>> aggregates, List<int[]> runs, int[] groups) {
    int[][] counts = counts(runs, groups, graph.types().size());
    int[] heeded = groups.clone();
    int[] says = Layers.says(graph);
    for (List<Integer> layers : aggregates) {
      List<Integer> types = layers.stream().filter(node -> !graph.isTable(node)).toList();
      if (!types.isEmpty()) {
        int[] seen = new int[counts[0].length];
        types.forEach(
            node -> Arrays.setAll(seen, group -> seen[group] + says[node] * counts[node][group]));
        int most = most(seen);
        int all = types.stream().mapToInt(node -> says[node]).sum();
        if (seen[most] > MAJORITY * runs.size() * all) {
          layers.forEach(node -> heeded[node] = most);
        }
      }
    }
    return Communities.renumbered(withoutStrays(graph, aggregates, runs, heeded));
  }

  /**
   * The groups, where none has a type that nearly no run sees in it, and most see in another. What
   * lives and dies with another type is no stray, nor is an entity where its own layers are: all
   * use an entity that many contexts need.
   */
  private static int[] withoutStrays(
      CodeGraph graph, List<List<Integer>> aggregates, List<int[]> runs, int[] groups) {
    int types = graph.types().size();
    boolean[] bound = Layers.parts(graph);
    boolean[] layered = layered(graph, aggregates);
    graph.uses().stream()
        .filter(use -> use.maps() && layered[use.type()])
        .forEach(use -> bound[use.type()] = true);
    int[][] counts = counts(runs, groups, types);
    int[] without = groups.clone();
    for (int node = 0; node < types; node++) {
      int most = most(counts[node]);
      if (!bound[node]
          && counts[node][groups[node]] <= LEAST * runs.size()
          && counts[node][most] >= MOST_OF_ALL * runs.size()) {
        without[node] = most;
      }
    }
    return without;
  }

  /** Which types have two other layers or more. */
  private static boolean[] layered(CodeGraph graph, List<List<Integer>> aggregates) {
    boolean[] layered = new boolean[graph.size()];
    for (List<Integer> each : aggregates) {
      if (each.stream().filter(node -> !graph.isTable(node)).count() > OTHER_LAYERS) {
        each.forEach(node -> layered[node] = true);
      }
    }
    return layered;
  }

  /** In how many runs each type is in each context. */
  private static int[][] counts(List<int[]> runs, int[] context, int types) {
    int contexts = Arrays.stream(context).max().orElse(-1) + 1;
    int[][] counts = new int[types][contexts];
    for (int[] run : Workers.map(runs, each -> contextsIn(each, context, types, contexts))) {
      for (int node = 0; node < types; node++) {
        if (run[node] >= 0) {
          counts[node][run[node]]++;
        }
      }
    }
    return counts;
  }

  /** The context that the community of each type is of in a run; -1 for none. */
  private static int[] contextsIn(int[] run, int[] context, int types, int contexts) {
    int communities = 0;
    for (int node = 0; node < types; node++) {
      communities = Math.max(communities, run[node] + 1);
    }
    int[][] members = new int[communities][];
    for (int node = 0; node < types; node++) {
      if (context[node] >= 0) {
        if (members[run[node]] == null) {
          members[run[node]] = new int[contexts];
        }
        members[run[node]][context[node]]++;
      }
    }
    int[] of = new int[types];
    for (int node = 0; node < types; node++) {
      of[node] = members[run[node]] == null ? -1 : most(members[run[node]]);
    }
    return of;
  }

  private static int most(int[] counts) {
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      if (counts[i] > counts[most]) {
        most = i;
      }
    }
    return most;
  }

  private static Standing standing(
      int[] counts, int own, int runs, List<String> names, Supplier<String> because) {
    List<Standing.Alternative> alternatives = new ArrayList<>();
    for (int context = 0; context < counts.length; context++) {
      double share = (double) counts[context] / runs;
      if (context != own && share >= LEAST) {
        alternatives.add(new Standing.Alternative(names.get(context), share));
      }
    }
    alternatives.sort(
        Comparator.comparingDouble(Standing.Alternative::share)
            .reversed()
            .thenComparing(Standing.Alternative::context));
    return new Standing(
        (double) counts[own] / runs,
        alternatives.subList(0, Math.min(MOST, alternatives.size())),
        counts[most(counts)] > counts[own] ? because.get() : "");
  }
}
