package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.Communities;
import dev.msvc.analyzers.graph.Identities;
import dev.msvc.analyzers.graph.Pairs;
import dev.msvc.analyzers.graph.Ties;
import dev.msvc.analyzers.parallel.Workers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The division on which many divisions agree best: those that put together what most put together,
 * at several resolutions, are each improved as far as it goes, and the one with the highest mean
 * agreement is taken (a median partition: Strehl, Ghosh: Cluster ensembles, 2002, with the adjusted
 * Rand index as measure). Most often all come out as the same.
 */
final class Agreed {
  private static final double[] RESOLUTIONS = {0.6, 0.8, 1, 1.25, 1.6};
  private static final double LEAST_GAIN = 1e-9;

  private Agreed() {}

  /**
   * The community of each node. What no run tells apart votes as one, with its number, and stays
   * together: systems of thousands of types have a few hundred of such kinds.
   *
   * @param types how many of the nodes, the first ones, have a say in what agrees
   * @param identities of all nodes
   */
  static int[] on(List<int[]> runs, int types, long[] identities) {
    int[] alike = alike(runs, identities.length);
    int kinds = Arrays.stream(alike).max().orElse(-1) + 1;
    int[] sizes = new int[kinds];
    int[] typed = new int[kinds];
    int[] some = new int[kinds];
    for (int node = 0; node < identities.length; node++) {
      sizes[alike[node]]++;
      typed[alike[node]] += node < types ? 1 : 0;
      some[alike[node]] = node;
    }
    List<int[]> each =
        runs.stream().map(run -> Arrays.stream(some).map(node -> run[node]).toArray()).toList();
    Ties votes = new Ties();
    long[] voters = Identities.ofGroups(identities, alike, 0);
    LongStream.Builder known = LongStream.builder();
    Arrays.stream(voters).forEach(known);
    int next = kinds;
    for (int run = 0; run < each.size(); run++) {
      for (int kind = 0; kind < kinds; kind++) {
        votes.add(kind, next + each.get(run)[kind], sizes[kind]);
      }
      long[] those = Identities.ofGroups(voters, each.get(run), 1 + run);
      Arrays.stream(those).forEach(known);
      next += those.length;
    }
    Pairs pairs = Pairs.of(known.build().toArray(), votes);
    double[] weights = pairs.column(votes);
    List<Median> medians =
        Workers.map(
            Arrays.stream(RESOLUTIONS).boxed().toList(),
            resolution ->
                Median.near(
                    Arrays.copyOf(Communities.of(pairs, weights, resolution, 1), kinds),
                    each,
                    typed));
    Median best = medians.get(0);
    for (Median median : medians) {
      if (median.agreement() > best.agreement() + LEAST_GAIN) {
        best = median;
      }
    }
    int[] groups = best.groups();
    return Communities.renumbered(Arrays.stream(alike).map(kind -> groups[kind]).toArray());
  }

  /** Numbers of nodes, equal for those that no run tells from each other. */
  private static int[] alike(List<int[]> runs, int nodes) {
    Map<List<Integer>, Integer> numbers = new HashMap<>();
    int[] alike = new int[nodes];
    for (int i = 0; i < nodes; i++) {
      int node = i;
      alike[i] =
          numbers.computeIfAbsent(
              runs.stream().map(run -> run[node]).toList(), any -> numbers.size());
    }
    return alike;
  }

  /** How far the runs agree with a division of the first nodes: their mean adjusted Rand index. */
  static double agreement(List<int[]> runs, int[] division, int nodes) {
    return runs.stream()
        .mapToDouble(run -> Communities.agreement(division, run, nodes))
        .average()
        .orElse(0);
  }
}
