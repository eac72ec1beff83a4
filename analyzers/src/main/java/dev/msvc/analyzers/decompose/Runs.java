package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Communities;
import dev.msvc.analyzers.graph.DataAccess;
import dev.msvc.analyzers.graph.Pairs;
import dev.msvc.analyzers.graph.References;
import dev.msvc.analyzers.parallel.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.IntStream;

/**
 * Communities of a system, or of a part of it, by many settings.
 *
 * @param columns references, data access, names of types, names of members, the same without hubs,
 *     changes, commits, homonyms, then one for each of the groupings: one weight a pair
 * @param groupings the group of each type and table, by packages and modules
 * @param kinds what view each of the groupings is of
 * @param trust in references, 0 to 1
 * @param without views that count for nothing
 */
record Runs(
    CodeGraph graph,
    Pairs pairs,
    List<double[]> columns,
    List<int[]> groupings,
    List<View> kinds,
    double trust,
    Set<View> without) {
  private static final int REFERENCES = 0;
  private static final int TYPE_NAMES = 2;
  private static final int MEMBER_NAMES = 3;
  private static final int MEMBER_NAMES_WITHOUT_HUBS = 4;
  private static final int CHANGES = 5;
  private static final int COMMITS = 6;
  private static final int HOMONYMS = 7;
  private static final int GROUPINGS = 8;
  private static final double GATE = 1.5;

  /**
   * The communities of each part in each of the first settings; the first nodes are those of the
   * part, in their order.
   *
   * @param parts types and tables
   * @param starts attempts at each setting, of which the best counts
   */
  List<List<int[]>> of(List<SortedSet<Integer>> parts, int runs, int starts) {
    List<Subgraph> graphs = Subgraph.of(pairs, parts, graph.size());
    List<Fusion> fusions =
        Workers.map(
            IntStream.range(0, parts.size()).boxed().toList(),
            part -> new Fusion(parts.get(part), graphs.get(part)));
    List<List<int[]>> byRun =
        Workers.map(
            IntStream.rangeClosed(1, runs).boxed().toList(),
            run -> {
              Setting setting = Setting.of(run);
              double[] references = pairs.column(References.ties(graph, setting.damping()));
              double[] data = pairs.column(DataAccess.ties(graph, setting.damping()));
              return fusions.stream()
                  .map(each -> each.communities(setting, references, data, run, starts))
                  .toList();
            });
    return IntStream.range(0, parts.size())
        .mapToObj(part -> byRun.stream().map(each -> each.get(part)).toList())
        .toList();
  }

  /** How many of some nodes are types. */
  int types(SortedSet<Integer> nodes) {
    return nodes.headSet(graph.types().size()).size();
  }

  /** The views of a part, and how much each tells in it. */
  private final class Fusion {
    private static final double LEAST = 0.3;
    private static final double LESS_NAMES = 0.3;

    /** Who names a table after a module means it; folders are often somebody's habit. */
    private static final double TABLE_MODULES = 3;

    private final Subgraph part;
    private final List<double[]> views;

    /** How much each of the groupings explains, 0 to 1. */
    private final double[] telling;

    /** Share of the types that touch a table. */
    private final double covered;

    /** Share of the types that are changed with others. */
    private final double changed;

    /** Share of the types and tables that transactions tie. */
    private final double committed;

    Fusion(SortedSet<Integer> nodes, Subgraph part) {
      this.part = part;
      views = columns.stream().map(each -> normalized(part.column(each))).toList();
      List<int[]> groups =
          groupings.stream()
              .map(all -> nodes.stream().mapToInt(node -> all[node]).toArray())
              .toList();
      telling = telling(part.pairs(), views.get(REFERENCES), groups, nodes.size());
      int types = Math.max(1, types(nodes));
      long touching =
          graph.uses().stream()
              .mapToInt(CodeGraph.TableUse::type)
              .distinct()
              .filter(nodes::contains)
              .count();
      covered = touching / (double) types;
      changed = tied(views.get(CHANGES), part.pairs()) / types;
      committed = tied(views.get(COMMITS), part.pairs()) / Math.max(1, nodes.size());
    }

    int[] communities(Setting setting, double[] references, double[] data, int run, int starts) {
      double[] weights = weights(setting, part.column(references), part.column(data));
      return Communities.best(
          part.pairs(),
          weights,
          apart(part.pairs(), weights, views.get(HOMONYMS)),
          setting.resolution(),
          run,
          starts,
          Communities.iterations(graph.size()));
    }

    private double[] weights(Setting setting, double[] references, double[] data) {
      double[] weights = new double[references.length];
      count(weights, View.REFERENCES, normalized(references), Math.max(LEAST, trust));
      count(weights, View.DATA, normalized(data), setting.data() * covered);
      count(
          weights,
          View.MEMBER_NAMES,
          views.get(setting.damping().sparesHubs() ? MEMBER_NAMES : MEMBER_NAMES_WITHOUT_HUBS),
          setting.memberNames());
      count(
          weights,
          View.TYPE_NAMES,
          views.get(TYPE_NAMES),
          setting.typeNames() * (1 - LESS_NAMES * trust));
      for (int i = 0; i < telling.length; i++) {
        View kind = kinds.get(i);
        count(
            weights,
            kind,
            views.get(GROUPINGS + i),
            setting.packages() * telling[i] * (kind == View.TABLE_MODULES ? TABLE_MODULES : 1));
      }
      count(weights, View.CHANGES, views.get(CHANGES), setting.changes() * changed);
      count(weights, View.TRANSACTIONS, views.get(COMMITS), setting.transactions() * committed);
      return weights;
    }

    private void count(double[] sum, View view, double[] column, double factor) {
      if (!without.contains(view)) {
        for (int i = 0; i < sum.length; i++) {
          sum[i] += factor * column[i];
        }
      }
    }
  }

  /**
   * How much homonyms push each other away: as much as both are tied at all, by the geometric mean,
   * so that no single tie and few together hold them.
   */
  private static double[] apart(Pairs pairs, double[] weights, double[] homonyms) {
    double[] degrees = Communities.degrees(pairs, weights);
    double[] apart = new double[homonyms.length];
    for (int i = 0; i < apart.length; i++) {
      if (homonyms[i] > 0) {
        apart[i] = Math.sqrt(degrees[pairs.first(i)] * degrees[pairs.second(i)]);
      }
    }
    return apart;
  }

  /**
   * How much each grouping tells: how much of the modularity that references have among the nodes
   * that it groups is explained by it, times the share of these nodes; 0 to 1.
   *
   * @param nodes how many of the nodes are types and tables, the first ones
   */
  private static double[] telling(
      Pairs pairs, double[] references, List<int[]> groupings, int nodes) {
    if (groupings.isEmpty()) {
      return new double[0];
    }
    int[] communities = Communities.of(pairs, references, 1, 1);
    return groupings.stream()
        .mapToDouble(
            groups -> {
              int[] padded = Arrays.copyOf(groups, pairs.nodes());
              Arrays.fill(padded, groups.length, pairs.nodes(), -1);
              double[] among = references.clone();
              for (int i = 0; i < among.length; i++) {
                if (padded[pairs.first(i)] < 0 || padded[pairs.second(i)] < 0) {
                  among[i] = 0;
                }
              }
              double own = Communities.modularity(pairs, among, padded);
              double best = Communities.modularity(pairs, among, communities);
              double explained = best <= 0 ? 0 : Math.max(0, Math.min(1, own / best));
              double grouped = Arrays.stream(groups).filter(group -> group >= 0).count();
              return Math.pow(explained, GATE) * grouped / nodes;
            })
        .toArray();
  }

  private static double[] normalized(double[] column) {
    double sum = Arrays.stream(column).sum();
    return sum == 0 ? column : Arrays.stream(column).map(w -> w / sum).toArray();
  }

  /** How many nodes a view ties. */
  private static double tied(double[] column, Pairs pairs) {
    boolean[] tied = new boolean[pairs.nodes()];
    for (int i = 0; i < column.length; i++) {
      if (column[i] > 0) {
        tied[pairs.first(i)] = true;
        tied[pairs.second(i)] = true;
      }
    }
    return IntStream.range(0, tied.length).filter(node -> tied[node]).count();
  }
}
