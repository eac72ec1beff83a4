package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.Communities;
import dev.msvc.analyzers.graph.Pairs;
import dev.msvc.analyzers.graph.Ties;
import dev.msvc.analyzers.parallel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
   * The community of each node.
   *
   * @param types how many of the nodes, the first ones, have a say in what agrees
   */
  static int[] on(List<int[]> runs, int types, int nodes) {
    Ties votes = new Ties();
    int next = nodes;
    for (int[] run : runs) {
      int most = 0;
      for (int i = 0; i < nodes; i++) {
        votes.add(i, next + run[i], 1);
        most = Math.max(most, run[i]);
      }
      next += most + 1;
    }
    Pairs pairs = Pairs.of(next, votes);
    double[] weights = pairs.column(votes);
    List<int[]> candidates = new ArrayList<>();
    for (double resolution : RESOLUTIONS) {
      candidates.add(
          Communities.renumbered(
              Arrays.copyOf(Communities.best(pairs, weights, resolution, STARTS), nodes)));
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

  /** How far the runs agree with a division of the first nodes: their mean adjusted Rand index. */
  static double agreement(List<int[]> runs, int[] division, int nodes) {
    return runs.stream()
        .mapToDouble(run -> Communities.agreement(division, run, nodes))
        .average()
        .orElse(0);
  }
}
