package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Communities;
import dev.msvc.analyzers.graph.Layers;
import dev.msvc.analyzers.graph.Pairs;
import dev.msvc.analyzers.graph.Ties;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Groups on their way to contexts: those too small to stand alone are joined to the one they have
 * most to do with. Small is fewer than three types, or three without a table and a way in where the
 * system has tables or ways in.
 */
final class Draft {
  private static final int SMALL = 3;

  private Draft() {}

  /** The group of each type and table. */
  static int[] of(CodeGraph graph, Consensus consensus) {
    Ties references = consensus.references();
    Ties data = consensus.data();
    Ties names = consensus.typeNames();
    Pairs pairs = Pairs.of(graph.size(), references, data, names);
    double[] weights = pairs.column(references);
    double[] more = pairs.column(data);
    double[] words = pairs.column(names);
    for (int i = 0; i < weights.length; i++) {
      weights[i] += more[i] + words[i];
    }
    int[] groups = consensus.groups().clone();
    List<List<Tie>> ties = ties(pairs, weights);
    join(graph, ties, groups);
    return Communities.renumbered(Layers.together(graph, groups));
  }

  private record Tie(int other, double weight) {}

  private static List<List<Tie>> ties(Pairs pairs, double[] weights) {
    List<List<Tie>> ties = new ArrayList<>();
    for (int node = 0; node < pairs.nodes(); node++) {
      ties.add(new ArrayList<>());
    }
    for (int i = 0; i < pairs.size(); i++) {
      ties.get(pairs.first(i)).add(new Tie(pairs.second(i), weights[i]));
      ties.get(pairs.second(i)).add(new Tie(pairs.first(i), weights[i]));
    }
    return ties;
  }

  private static int nearest(SortedMap<Integer, Double> near, int otherwise) {
    int best = otherwise;
    double most = 0;
    for (Map.Entry<Integer, Double> entry : near.entrySet()) {
      if (entry.getValue() > most) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    return best;
  }

  /** Joins the smallest group that cannot stand alone to its nearest one, until all can. */
  private static void join(CodeGraph graph, List<List<Tie>> ties, int[] groups) {
    List<List<Integer>> members = new ArrayList<>();
    for (int group = 0; group <= Arrays.stream(groups).max().orElse(-1); group++) {
      members.add(new ArrayList<>());
    }
    for (int node = 0; node < groups.length; node++) {
      members.get(groups[node]).add(node);
    }
    NavigableSet<Integer> small =
        new TreeSet<>(
            Comparator.<Integer>comparingInt(group -> members.get(group).size())
                .thenComparing(Comparator.naturalOrder()));
    boolean entered = mostAreEntered(graph, members);
    for (int group = 0; group < members.size(); group++) {
      if (!stands(graph, members.get(group), entered)) {
        small.add(group);
      }
    }
    for (Integer smallest = small.pollFirst(); smallest != null; smallest = small.pollFirst()) {
      SortedMap<Integer, Double> near = new TreeMap<>();
      for (int node : members.get(smallest)) {
        for (Tie tie : ties.get(node)) {
          if (!smallest.equals(groups[tie.other()])) {
            near.merge(groups[tie.other()], tie.weight(), Double::sum);
          }
        }
      }
      int target = nearest(near, smallest);
      if (!smallest.equals(target)) {
        small.remove(target);
        members.get(smallest).forEach(node -> groups[node] = target);
        members.get(target).addAll(members.get(smallest));
        members.get(smallest).clear();
        if (!stands(graph, members.get(target), entered)) {
          small.add(target);
        }
      }
    }
  }

  /** Whether at least half of the groups that are large enough have a way in. */
  private static boolean mostAreEntered(CodeGraph graph, List<List<Integer>> groups) {
    List<List<Integer>> large =
        groups.stream().filter(members -> types(graph, members) >= SMALL).toList();
    long entered = large.stream().filter(members -> entered(graph, members)).count();
    return entered > 0 && entered * 2 >= large.size();
  }

  private static long types(CodeGraph graph, List<Integer> members) {
    return members.stream().filter(node -> !graph.isTable(node)).count();
  }

  private static boolean entered(CodeGraph graph, List<Integer> members) {
    return members.stream().anyMatch(graph::isEntered);
  }

  /**
   * Whether a group can be a context of its own.
   *
   * @param ways whether most groups have a way in, so that one without is part of another
   */
  private static boolean stands(CodeGraph graph, List<Integer> members, boolean ways) {
    long types = types(graph, members);
    boolean telling = !graph.tables().isEmpty() || !graph.entryPoints().isEmpty();
    boolean data = types < members.size();
    boolean entered = entered(graph, members);
    return types >= SMALL && (entered || !ways) && (!telling || data || entered || types > SMALL);
  }
}
