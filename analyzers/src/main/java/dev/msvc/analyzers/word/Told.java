package dev.msvc.analyzers.word;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.model.ContextMap.Placement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of the nodes of a graph: which belong to which context, and which to none.
 *
 * @param labels contexts that nodes are told to belong to
 * @param label for each node the number of its label; -1 where nothing is told
 * @param placements for each node the role that it is told to have; null where nothing is told
 * @param reasons for each node who tells it; empty where nothing is told
 * @param ignored nodes whose references count for nothing
 */
record Told(
    List<Label> labels,
    int[] label,
    @Nullable Placement[] placements,
    String[] reasons,
    boolean[] ignored) {
  /**
   * A context that nodes are told to belong to.
   *
   * @param carved whether it holds what is told and what follows, and never the rest of a group
   * @param pins nodes, in the order in which they are told
   */
  record Label(String name, String id, boolean carved, List<Integer> pins) {}

  static Told nothing(CodeGraph graph) {
    int size = graph.size();
    int[] label = new int[size];
    Arrays.fill(label, -1);
    String[] reasons = new String[size];
    Arrays.fill(reasons, "");
    return new Told(
        new ArrayList<>(), label, new @Nullable Placement[size], reasons, new boolean[size]);
  }

  /** Whether a node's place is told, be it a context or none. */
  boolean isTold(int node) {
    return label[node] >= 0 || placements[node] != null;
  }
}
