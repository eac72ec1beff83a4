package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.Communities;
import dev.msvc.analyzers.graph.Pairs;
import dev.msvc.analyzers.graph.Ties;
import dev.msvc.analyzers.parallel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The division on which many divisions agree best: of all that there are, and of those that put
 * together what most put together, the one with the highest mean agreement with each (a median
 * partition: Strehl, Ghosh: Cluster ensembles, 2002, with the adjusted Rand index as measure).
 */
final class Agreed {
  private static final double[] RESOLUTIONS = {0.6, 0.8, 1, 1.25, 1.6};
  private static final int STARTS = 3;
  private static final double LEAST_GAIN = 1e-9;

  private Agreed() {}

  /**
   * The community of each node. What no run tells apart votes as one, with its number, and stays
   * together: systems of thousands of types have a few hundred of such kinds.
   *
   * @param types how many of the nodes, the first ones, have a say in what agrees
   */
  static int[] on(List<int[]> runs, int types, int nodes) {
    int[] alike = alike(runs, nodes);
    int kinds = Arrays.stream(alike).max().orElse(-1) + 1;
    int[] sizes = new int[kinds];
    int[] some = new int[kinds];
    for (int node = 0; node < nodes; node++) {
      sizes[alike[node]]++;
      some[alike[node]] = node;
    }
    Ties votes = new Ties();
    int next = kinds;
    for (int[] run : runs) {
      int most = 0;
      for (int kind = 0; kind < kinds; kind++) {
        int voted = run[some[kind]];
        votes.add(kind, next + voted, sizes[kind]);
        most = Math.max(most, voted);
      }
      next += most + 1;
    }
    Pairs pairs = Pairs.of(next, votes);
    double[] weights = pairs.column(votes);
    List<int[]> candidates = new ArrayList<>();
    for (double resolution : RESOLUTIONS) {
      int[] found = Communities.best(pairs, weights, resolution, STARTS);
      candidates.add(
          Communities.renumbered(Arrays.stream(alike).map(kind -> found[kind]).toArray()));
    }
    runs.forEach(run -> candidates.add(Communities.renumbered(Arrays.copyOf(run, nodes))));
    List<Double> agreements =
        Workers.map(candidates, candidate -> agreement(runs, candidate, types));
    int best = 0;
    for (int i = 1; i < candidates.size(); i++) {
      if (agreements.get(i) > agreements.get(best) + LEAST_GAIN) {
        best = i;
      }
    }
    return candidates.get(best);
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
