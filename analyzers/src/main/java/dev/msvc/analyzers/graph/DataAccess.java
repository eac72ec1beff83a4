package dev.msvc.analyzers.graph;

import java.util.Arrays;

/** The view of data: which type touches which table, and which tables hang together. */
public final class DataAccess {
  private DataAccess() {}

  /** What a use says of where a table belongs: writing says more than reading, mapping most. */
  public static double weight(CodeGraph.TableUse use) {
    return (use.maps() ? 4 : 0) + 2 * saturated(use.writes()) + saturated(use.reads());
  }

  private static double saturated(int count) {
    return count == 0 ? 0 : 1 + Math.log(count);
  }

  /**
   * Ties between types and tables, and among tables.
   *
   * @param damping as for references: a table that many use ties its users less
   */
  public static Ties ties(CodeGraph graph, double damping) {
    int[] users = new int[graph.size()];
    graph.uses().forEach(use -> users[use.table()]++);
    graph.keys().forEach(key -> users[key.second()]++);
    double[] damp =
        Arrays.stream(users).mapToDouble(d -> Math.pow(Math.max(1, d), -damping)).toArray();
    Ties ties = new Ties();
    for (CodeGraph.TableUse use : graph.uses()) {
      ties.add(use.type(), use.table(), weight(use) * damp[use.table()]);
    }
    for (CodeGraph.TableTie key : graph.keys()) {
      ties.add(
          key.first(),
          key.second(),
          (saturated(key.foreignKeys()) + 0.5 * saturated(key.joins())) * damp[key.second()]);
    }
    return ties;
  }
}
