package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Communities;
import dev.msvc.analyzers.graph.DataAccess;
import dev.msvc.analyzers.graph.Packages;
import dev.msvc.analyzers.graph.Pairs;
import dev.msvc.analyzers.graph.References;
import dev.msvc.analyzers.graph.Ties;
import dev.msvc.analyzers.graph.Vocabulary;
import dev.msvc.analyzers.parallel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Communities on which many settings agree. No one setting suits all systems; what most of them put
 * together belongs together. Each node is tied to its community in each run, and the communities of
 * that graph are the answer (Fern, Brodley: Solving cluster ensemble problems by bipartite graph
 * partitioning, 2004), so that the work grows with the nodes and not with their square.
 */
final class Consensus {
  private final int[] groups;
  private final Pairs pairs;
  private final double[] together;
  private final Ties references;
  private final Ties data;
  private final Ties typeNames;

  private Consensus(
      int[] groups, Pairs pairs, double[] together, Ties references, Ties data, Ties typeNames) {
    this.groups = groups;
    this.pairs = pairs;
    this.together = together;
    this.references = references;
    this.data = data;
    this.typeNames = typeNames;
  }

  /** The group of each type and table, numbered in the order of their first nodes. */
  int[] groups() {
    return groups;
  }

  /** What any view ties. */
  Pairs pairs() {
    return pairs;
  }

  /** The share of runs in which each pair is in one community. */
  double[] together() {
    return together;
  }

  /** The view of references, at the middle damping. */
  Ties references() {
    return references;
  }

  /** The view of data access, at the middle damping. */
  Ties data() {
    return data;
  }

  /** The view of the names of types and tables. */
  Ties typeNames() {
    return typeNames;
  }

  private static final double[] DAMPINGS = {0.3, 0.4, 0.5};
  private static final int MIDDLE = 1;
  private static final double GATE = 1.5;
  private static final int SMOOTHING_ROUNDS = 6;
  private static final double SMOOTHING = 0.85;

  /**
   * How many settings are tried: 60, fewer for large systems so that nodes times runs stays below
   * 60,000, and never fewer than 12.
   */
  static int runs(int nodes) {
    return Math.max(12, Math.min(60, 60_000 / Math.max(1, nodes)));
  }

  static Consensus of(CodeGraph graph) {
    List<int[]> groupings = Packages.groupings(graph);
    int nodes = graph.size();
    int[] base = new int[groupings.size()];
    for (int g = 0; g < base.length; g++) {
      base[g] = nodes;
      nodes += Arrays.stream(groupings.get(g)).max().orElse(-1) + 1;
    }

    int variants = DAMPINGS.length;
    int typeNames = 2 * variants;
    int memberNames = typeNames + 1;
    int packages = memberNames + 1;
    Ties[] views = new Ties[packages + groupings.size()];
    List<Supplier<Ties>> plainViews = new ArrayList<>();
    for (double damping : DAMPINGS) {
      plainViews.add(() -> References.ties(graph, damping));
    }
    for (double damping : DAMPINGS) {
      plainViews.add(() -> DataAccess.ties(graph, damping));
    }
    plainViews.add(() -> Vocabulary.ofTypes(graph).ties());
    Workers.map(plainViews, Supplier::get).toArray(views);
    Pairs hard = Pairs.of(graph.size(), Arrays.copyOf(views, 2 * variants));
    Vocabulary vocabulary = Vocabulary.of(graph);
    double[] lean = hard.column(views[MIDDLE]);
    add(lean, hard.column(views[variants + MIDDLE]), 1);
    views[memberNames] = vocabulary.smoothed(hard, lean, SMOOTHING_ROUNDS, SMOOTHING).ties();
    for (int g = 0; g < base.length; g++) {
      Ties ties = new Ties();
      int[] groups = groupings.get(g);
      for (int i = 0; i < groups.length; i++) {
        if (groups[i] >= 0) {
          ties.add(i, base[g] + groups[i], 1);
        }
      }
      views[packages + g] = ties;
    }

    Pairs pairs = Pairs.of(nodes, views);
    double[][] columns = new double[views.length][];
    for (int v = 0; v < views.length; v++) {
      columns[v] = normalized(pairs.column(views[v]));
    }
    double[] telling = telling(pairs, columns[MIDDLE], groupings);
    double covered = coverage(graph);
    List<int[]> runs =
        Workers.map(
            IntStream.rangeClosed(1, runs(graph.size())).boxed().toList(),
            run -> {
              double[] setting = setting(run);
              int d = (int) (variants * setting[1]);
              double[] weights = new double[pairs.size()];
              add(weights, columns[d], 1);
              add(weights, columns[variants + d], setting[3] * covered);
              add(weights, columns[memberNames], setting[2]);
              add(weights, columns[typeNames], setting[5]);
              for (int g = 0; g < telling.length; g++) {
                add(weights, columns[packages + g], setting[4] * telling[g]);
              }
              return Communities.of(pairs, weights, setting[0], run);
            });
    return new Consensus(
        agreed(runs, graph.size()),
        pairs,
        together(pairs, runs),
        views[MIDDLE],
        views[variants + MIDDLE],
        views[typeNames]);
  }

  private static int[] agreed(List<int[]> runs, int nodes) {
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
    return Communities.renumbered(
        Arrays.copyOf(Communities.of(pairs, pairs.column(votes), 1, 1), nodes));
  }

  private static double[] together(Pairs pairs, List<int[]> runs) {
    double[] together = new double[pairs.size()];
    for (int[] run : runs) {
      for (int i = 0; i < together.length; i++) {
        if (run[pairs.first(i)] == run[pairs.second(i)]) {
          together[i] += 1.0 / runs.size();
        }
      }
    }
    return together;
  }

  /** How much of the modularity that references have is explained by each grouping: 0 to 1. */
  private static double[] telling(Pairs pairs, double[] references, List<int[]> groupings) {
    if (groupings.isEmpty()) {
      return new double[0];
    }
    double best =
        Communities.modularity(pairs, references, Communities.of(pairs, references, 1, 1));
    return groupings.stream()
        .mapToDouble(
            groups -> {
              int[] padded = Arrays.copyOf(groups, pairs.nodes());
              Arrays.fill(padded, groups.length, pairs.nodes(), -1);
              double own = Communities.modularity(pairs, references, padded);
              return best <= 0 ? 0 : Math.pow(Math.max(0, Math.min(1, own / best)), GATE);
            })
        .toArray();
  }

  /** Resolution, damping, and the weights of names, data, packages and type names. */
  private static double[] setting(int run) {
    return new double[] {
      between(0.3, 0.9, evenly(run, 2)),
      evenly(run, 3),
      between(0.1, 0.6, evenly(run, 5)),
      between(0.2, 0.6, evenly(run, 7)),
      between(0.1, 0.6, evenly(run, 11)),
      between(0.2, 0.8, evenly(run, 13))
    };
  }

  private static double between(double low, double high, double at) {
    return low + (high - low) * at;
  }

  /**
   * The run's number of the Halton sequence of a base: numbers that fill 0..1 evenly, without
   * chance. Run 0 is the middle.
   */
  private static double evenly(int run, int base) {
    if (run == 0) {
      return 0.5;
    }
    double fraction = 1;
    double result = 0;
    for (int n = run; n > 0; n /= base) {
      fraction /= base;
      result += fraction * (n % base);
    }
    return result;
  }

  private static void add(double[] sum, double[] column, double factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * column[i];
    }
  }

  private static double[] normalized(double[] column) {
    double sum = Arrays.stream(column).sum();
    return sum == 0 ? column : Arrays.stream(column).map(w -> w / sum).toArray();
  }

  /** Share of the types that touch a table. */
  private static double coverage(CodeGraph graph) {
    return graph.uses().stream().mapToInt(CodeGraph.TableUse::type).distinct().count()
        / (double) Math.max(1, graph.types().size());
  }
}
