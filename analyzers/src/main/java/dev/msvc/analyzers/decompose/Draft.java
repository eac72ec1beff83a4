package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Communities;
import dev.msvc.analyzers.graph.DataAccess;
import dev.msvc.analyzers.graph.Pairs;
import dev.msvc.analyzers.graph.References;
import dev.msvc.analyzers.graph.Ties;
import dev.msvc.analyzers.graph.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Groups on their way to contexts: hubs back in, those too small to stand alone joined to the one
 * they have most to do with.
 */
final class Draft {
  private static final int SMALL = 3;

  private Draft() {}

  /** The group of each type and table. */
  static int[] of(CodeGraph graph, Consensus consensus) {
    // hubs have no ties in the consensus: give them back what they have to do with others
    Ties references = References.ties(graph, 0.4);
    Ties data = DataAccess.ties(graph, 0.4);
    Ties names = Vocabulary.ofTypes(graph).ties();
    Pairs pairs = Pairs.of(graph.size(), references, data, names);
    double[] weights = pairs.column(references);
    double[] more = pairs.column(data);
    double[] words = pairs.column(names);
    for (int i = 0; i < weights.length; i++) {
      weights[i] += more[i] + words[i];
    }
    int[] groups = consensus.groups().clone();
    boolean[] loose = Consensus.hubs(graph);
    for (int node = 0; node < groups.length; node++) {
      if (loose[node]) {
        groups[node] = -1;
      }
    }
    double[][] affinity = new double[graph.size()][];
    for (int i = 0; i < pairs.size(); i++) {
      int a = pairs.first(i);
      int b = pairs.second(i);
      if (groups[a] < 0 ^ groups[b] < 0) {
        int hub = groups[a] < 0 ? a : b;
        int other = hub == a ? b : a;
        if (affinity[hub] == null) {
          affinity[hub] = new double[graph.size()];
        }
        affinity[hub][groups[other]] += weights[i];
      }
    }
    for (int node = 0; node < groups.length; node++) {
      if (groups[node] < 0) {
        groups[node] = affinity[node] == null ? consensus.groups()[node] : best(affinity[node]);
      }
    }
    join(graph, pairs, weights, groups);
    return Communities.renumbered(groups);
  }

  private static int best(double[] weights) {
    int best = 0;
    for (int i = 1; i < weights.length; i++) {
      if (weights[i] > weights[best]) {
        best = i;
      }
    }
    return best;
  }

  /** Joins the smallest group that cannot stand alone to its nearest one, until all can. */
  private static void join(CodeGraph graph, Pairs pairs, double[] weights, int[] groups) {
    boolean[] alone = new boolean[graph.size() + 1];
    while (true) {
      TreeMap<Integer, List<Integer>> members = new TreeMap<>();
      for (int node = 0; node < groups.length; node++) {
        members.computeIfAbsent(groups[node], g -> new ArrayList<>()).add(node);
      }
      int smallest = -1;
      for (int group : members.keySet()) {
        if (!alone[group]
            && !stands(graph, members.get(group))
            && (smallest < 0 || members.get(group).size() < members.get(smallest).size())) {
          smallest = group;
        }
      }
      if (smallest < 0) {
        return;
      }
      double[] near = new double[graph.size() + 1];
      for (int i = 0; i < pairs.size(); i++) {
        int a = groups[pairs.first(i)];
        int b = groups[pairs.second(i)];
        if (a != b && (a == smallest || b == smallest)) {
          near[a == smallest ? b : a] += weights[i];
        }
      }
      int target = best(near);
      if (near[target] == 0) {
        alone[smallest] = true;
      } else {
        members.get(smallest).forEach(node -> groups[node] = target);
      }
    }
  }

  private static boolean stands(CodeGraph graph, List<Integer> members) {
    long types = members.stream().filter(node -> !graph.isTable(node)).count();
    boolean data = types < members.size();
    boolean entered = members.stream().anyMatch(graph.entryPoints()::containsKey);
    return types >= SMALL && (data || entered || types >= 2 * SMALL);
  }
}
