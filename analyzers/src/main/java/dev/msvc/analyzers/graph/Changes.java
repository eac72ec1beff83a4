package dev.msvc.analyzers.graph;

import dev.msvc.model.History;
import dev.msvc.model.Tie;
import java.util.List;

/** The view of change: types that commits change together (Gall, Hajek, Jazayeri 1998). */
public final class Changes {
  private static final int SUPPORT = 2;

  private Changes() {}

  /**
   * Ties between types that were changed together at least twice, by the cosine of their commits: a
   * commit of many types ties each pair less. None where the history is thin.
   */
  public static Ties ties(CodeGraph graph, History history) {
    Ties ties = new Ties();
    if (history.isThin()) {
      return ties;
    }
    List<Tie> all = history.ties();
    double[] sums = new double[graph.size()];
    for (Tie each : all) {
      int first = graph.node(each.first());
      int second = graph.node(each.second());
      if (first >= 0 && second >= 0) {
        sums[first] += each.weight();
        sums[second] += each.weight();
      }
    }
    for (Tie each : all) {
      int first = graph.node(each.first());
      int second = graph.node(each.second());
      if (first >= 0 && second >= 0 && each.commits() >= SUPPORT) {
        ties.add(first, second, each.weight() / Math.sqrt(sums[first] * sums[second]));
      }
    }
    return ties;
  }
}
