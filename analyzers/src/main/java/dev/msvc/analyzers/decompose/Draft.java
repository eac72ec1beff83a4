package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Communities;
import dev.msvc.analyzers.graph.Layers;
import dev.msvc.analyzers.graph.Pairs;
import dev.msvc.analyzers.graph.Ties;
import dev.msvc.model.BoundedContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Groups on their way to contexts: those too small to stand alone are joined to the one they have
 * most to do with. Small is fewer than three types, or than a third of the root of how many the
 * system has (a nano-service), or three without a table and a way in where the system has tables or
 * ways in.
 */
final class Draft {
  private static final int SMALL = 3;

  /** So many types with a table stand alone though nothing enters them. */
  private static final int LARGE = 25;

  private final CodeGraph graph;
  private final List<List<Tie>> ties;
  private final double least;

  private Draft(CodeGraph graph, List<List<Tie>> ties) {
    this.graph = graph;
    this.ties = ties;
    this.least = BoundedContext.least(graph.types().size());
  }

  static Draft of(CodeGraph graph, Consensus consensus) {
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
    return new Draft(graph, ties(pairs, weights));
  }

  /**
   * The group of each type and table, given those that were found.
   *
   * @param aggregates whose layers stay together
   */
  int[] groups(int[] found, List<List<Integer>> aggregates) {
    boolean ways = mostAreEntered(members(found, node -> true));
    int[] groups = joined(found, node -> true, members -> stands(members, ways));
    return Communities.renumbered(Layers.together(graph, aggregates, groups));
  }

  /**
   * The same where some types are in no context: what is left of a group is not one class, nor two
   * without a table.
   *
   * @param members whether a node counts: a table, or a type that is a member of a context
   */
  int[] withoutRest(int[] groups, IntPredicate members) {
    return Communities.renumbered(joined(groups, members, this::isEnough));
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

  /** Joins the smallest group that cannot stand alone to its nearest one, until all can. */
  private int[] joined(int[] found, IntPredicate counts, Predicate<List<Integer>> stands) {
    List<List<Integer>> members = members(found, counts);
    int[] goes = IntStream.range(0, members.size()).toArray();
    NavigableSet<Integer> small =
        new TreeSet<>(
            Comparator.<Integer>comparingInt(group -> members.get(group).size())
                .thenComparing(Comparator.naturalOrder()));
    for (int group = 0; group < members.size(); group++) {
      if (!stands.test(members.get(group))) {
        small.add(group);
      }
    }
    while (!small.isEmpty()) {
      int own = small.first();
      small.remove(own);
      IntUnaryOperator group = node -> counts.test(node) ? last(goes, found[node]) : own;
      int target = nearest(members.get(own), group, own);
      if (target != own) {
        small.remove(target);
        members.get(target).addAll(members.get(own));
        members.get(own).clear();
        goes[own] = target;
        if (!stands.test(members.get(target))) {
          small.add(target);
        }
      }
    }
    return Arrays.stream(found).map(group -> last(goes, group)).toArray();
  }

  private static List<List<Integer>> members(int[] groups, IntPredicate counts) {
    List<List<Integer>> members = new ArrayList<>();
    for (int group = 0; group <= Arrays.stream(groups).max().orElse(-1); group++) {
      members.add(new ArrayList<>());
    }
    for (int node = 0; node < groups.length; node++) {
      if (counts.test(node)) {
        members.get(groups[node]).add(node);
      }
    }
    return members;
  }

  private boolean isEnough(List<Integer> left) {
    long types = types(left);
    return types >= SMALL || (types == SMALL - 1 && types < left.size());
  }

  /** Where a group went in the end: one that others joined may have gone on. */
  private static int last(int[] goes, int group) {
    int at = group;
    while (goes[at] != at) {
      at = goes[at];
    }
    return at;
  }

  /** The group that some nodes of another are tied to most; their own where there is none. */
  private int nearest(List<Integer> nodes, IntUnaryOperator group, int own) {
    SortedMap<Integer, Double> near = new TreeMap<>();
    for (int node : nodes) {
      for (Tie tie : ties.get(node)) {
        int other = group.applyAsInt(tie.other());
        if (other != own) {
          near.merge(other, tie.weight(), Double::sum);
        }
      }
    }
    int best = own;
    double most = 0;
    for (Map.Entry<Integer, Double> entry : near.entrySet()) {
      if (entry.getValue() > most) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    return best;
  }

  /** Whether at least half of the groups that are large enough have a way in. */
  private boolean mostAreEntered(List<List<Integer>> groups) {
    List<List<Integer>> large = groups.stream().filter(members -> types(members) >= SMALL).toList();
    long entered = large.stream().filter(members -> entered(members)).count();
    return entered > 0 && entered * 2 >= large.size();
  }

  private long types(List<Integer> members) {
    return members.stream().filter(node -> !graph.isTable(node)).count();
  }

  private boolean entered(List<Integer> members) {
    return members.stream().anyMatch(graph::isEntered);
  }

  /**
   * Whether a group can be a context of its own.
   *
   * @param ways whether most groups have a way in, so that one without is part of another, unless
   *     it is large
   */
  private boolean stands(List<Integer> members, boolean ways) {
    long types = types(members);
    boolean telling = !graph.tables().isEmpty() || !graph.entryPoints().isEmpty();
    boolean data = types < members.size();
    boolean entered = entered(members);
    boolean reached = entered || !ways || (data && types >= LARGE);
    return types >= least && reached && (!telling || data || entered || types > SMALL);
  }
}
