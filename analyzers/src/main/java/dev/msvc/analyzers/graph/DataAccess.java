package dev.msvc.analyzers.graph;

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
    return ties(graph, new Damping(damping, 0, 1));
  }

  /** Ties between types and tables, and among tables. */
  public static Ties ties(CodeGraph graph, Damping damping) {
    int[] users = new int[graph.size()];
    int[] used = new int[graph.size()];
    for (CodeGraph.TableUse use : graph.uses()) {
      users[use.table()]++;
      used[use.type()]++;
    }
    graph.keys().forEach(key -> users[key.second()]++);
    Ties ties = new Ties();
    for (CodeGraph.TableUse use : graph.uses()) {
      ties.add(
          use.type(), use.table(), weight(use) * damping.of(users[use.table()], used[use.type()]));
    }
    for (CodeGraph.TableTie key : graph.keys()) {
      ties.add(
          key.first(),
          key.second(),
          (saturated(key.foreignKeys()) + 0.5 * saturated(key.joins()))
              * damping.of(users[key.second()], 1));
    }
    return ties;
  }
}
