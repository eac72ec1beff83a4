package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Communities;
import dev.msvc.analyzers.graph.Damping;
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
import java.util.Set;
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
  private final List<int[]> runs;
  private final Pairs pairs;
  private final double[] together;
  private final Ties references;
  private final Ties data;
  private final Ties typeNames;

  private Consensus(
      int[] groups,
      List<int[]> runs,
      Pairs pairs,
      double[] together,
      Ties references,
      Ties data,
      Ties typeNames) {
    this.groups = groups;
    this.runs = runs;
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

  /** The community of each node in each run. */
  List<int[]> runs() {
    return runs;
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

  private static final Damping MIDDLE = new Damping(0.4, 0.15, 1);
  private static final double GATE = 1.5;
  private static final int SMOOTHING_ROUNDS = 6;
  private static final double SMOOTHING = 0.85;
  private static final int STARTS = 10;
  private static final int RESOLUTIONS = 8;

  /**
   * How often the same is asked in other ways: less often in large systems, at least three times.
   */
  private static int repeated(int most, int nodes) {
    return Math.max(3, Math.min(most, 20_000 / Math.max(1, nodes)));
  }

  /**
   * How many settings are tried: 120, fewer for large systems so that nodes times runs stays below
   * 60,000, and never fewer than 12.
   */
  static int runs(int nodes) {
    return Math.max(12, Math.min(120, 60_000 / Math.max(1, nodes)));
  }

  /**
   * The communities of a system.
   *
   * @param changes ties between types that are changed together; none where nothing is known
   * @param without views that count for nothing
   */
  static Consensus of(CodeGraph graph, Ties changes, Set<View> without, KeptCommunities kept) {
    List<Supplier<Ties>> plain =
        List.of(
            () -> References.ties(graph, MIDDLE),
            () -> DataAccess.ties(graph, MIDDLE),
            () -> Vocabulary.ofTypes(graph).ties());
    List<Ties> views = new ArrayList<>(Workers.map(plain, Supplier::get));
    Ties references = views.get(0);
    Ties data = views.get(1);
    Ties typeNames = views.get(2);
    Pairs hard = Pairs.of(graph.size(), references, data);
    double[] lean = hard.column(references);
    add(lean, hard.column(data), 1);
    Ties memberNames =
        Vocabulary.of(graph).smoothed(hard, lean, SMOOTHING_ROUNDS, SMOOTHING).ties();
    views.add(memberNames);
    views.add(changes);
    List<int[]> groupings = Packages.groupings(graph);
    int nodes = graph.size();
    for (int[] groups : groupings) {
      Ties ties = new Ties();
      for (int i = 0; i < groups.length; i++) {
        if (groups[i] >= 0) {
          ties.add(i, nodes + groups[i], 1);
        }
      }
      views.add(ties);
      nodes += Arrays.stream(groups).max().orElse(-1) + 1;
    }

    Pairs pairs = Pairs.of(nodes, views.toArray(new Ties[0]));
    List<double[]> columns = views.stream().map(each -> normalized(pairs.column(each))).toList();
    KeptCommunities.Found found =
        kept.of(
            graph,
            pairs,
            columns,
            groupings,
            without,
            () -> search(graph, pairs, columns, groupings, without));
    List<int[]> runs = found.each();
    return new Consensus(
        found.agreed(), runs, pairs, together(pairs, runs), references, data, typeNames);
  }

  private static KeptCommunities.Found search(
      CodeGraph graph,
      Pairs pairs,
      List<double[]> columns,
      List<int[]> groupings,
      Set<View> without) {
    Fusion fusion =
        new Fusion(
            graph,
            pairs,
            columns.get(2),
            columns.get(3),
            columns.get(4),
            columns.subList(5, columns.size()),
            telling(pairs, columns.get(0), groupings),
            Math.max(0, agreement(pairs, columns.get(0), columns.get(2), graph.types().size())),
            coverage(graph),
            changed(graph, columns.get(4), pairs),
            without);
    List<int[]> runs =
        Workers.map(
            IntStream.rangeClosed(1, runs(graph.size())).boxed().toList(),
            run -> {
              Setting setting = Setting.of(run);
              return Communities.of(pairs, fusion.weights(setting), setting.resolution(), run);
            });
    return KeptCommunities.Found.of(agreed(runs, graph.size()), runs);
  }

  /**
   * The views, and how much each tells in this system.
   *
   * @param telling how much each of the packages' groupings explains, 0 to 1
   * @param agreement of references with names, 0 to 1
   * @param covered share of the types that touch a table
   * @param changed share of the types that are changed with others
   */
  private record Fusion(
      CodeGraph graph,
      Pairs pairs,
      double[] typeNames,
      double[] memberNames,
      double[] changes,
      List<double[]> packages,
      double[] telling,
      double agreement,
      double covered,
      double changed,
      Set<View> without) {
    /** An agreement from which on references are trusted as they are. */
    private static final double TRUSTED = 0.25;

    private static final double LEAST = 0.3;
    private static final double LESS_NAMES = 0.3;

    double[] weights(Setting setting) {
      double trust = Math.min(1, agreement / TRUSTED);
      double[] weights = new double[pairs.size()];
      count(
          weights,
          View.REFERENCES,
          normalized(pairs.column(References.ties(graph, setting.damping()))),
          Math.max(LEAST, trust));
      count(
          weights,
          View.DATA,
          normalized(pairs.column(DataAccess.ties(graph, setting.damping()))),
          setting.data() * covered);
      count(weights, View.MEMBER_NAMES, memberNames, setting.memberNames());
      count(weights, View.TYPE_NAMES, typeNames, setting.typeNames() * (1 - LESS_NAMES * trust));
      for (int i = 0; i < telling.length; i++) {
        count(weights, View.PACKAGES, packages.get(i), setting.packages() * telling[i]);
      }
      count(weights, View.CHANGES, changes, setting.changes() * changed);
      return weights;
    }

    private void count(double[] sum, View view, double[] column, double factor) {
      if (!without.contains(view)) {
        add(sum, column, factor);
      }
    }
  }

  /**
   * How far references and the names of types divide the types alike: the mean adjusted Rand index
   * (Hubert, Arabie 1985) of their communities, at three to eight resolutions. Two views that err
   * independently agree only as far as both tell of the same thing: where they don't, references
   * are those of a system whose hubs tie everything, and names are what is left to trust.
   */
  private static double agreement(Pairs pairs, double[] references, double[] names, int types) {
    int count = repeated(RESOLUTIONS, pairs.nodes());
    return Workers.map(
            IntStream.range(0, count).boxed().toList(),
            i -> {
              double resolution = Setting.between(0.25, 0.6, i / (count - 1.0));
              return Communities.agreement(
                  Communities.of(pairs, references, resolution, i),
                  Communities.of(pairs, names, resolution, i),
                  types);
            })
        .stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
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
        Arrays.copyOf(
            Communities.best(pairs, pairs.column(votes), 1, repeated(STARTS, nodes)), nodes));
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

  private static void add(double[] sum, double[] column, double factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * column[i];
    }
  }

  private static double[] normalized(double[] column) {
    double sum = Arrays.stream(column).sum();
    return sum == 0 ? column : Arrays.stream(column).map(w -> w / sum).toArray();
  }

  /** Share of the types that are changed with others. */
  private static double changed(CodeGraph graph, double[] changes, Pairs pairs) {
    boolean[] tied = new boolean[pairs.nodes()];
    for (int i = 0; i < changes.length; i++) {
      if (changes[i] > 0) {
        tied[pairs.first(i)] = true;
        tied[pairs.second(i)] = true;
      }
    }
    return IntStream.range(0, tied.length).filter(node -> tied[node]).count()
        / (double) Math.max(1, graph.types().size());
  }

  /** Share of the types that touch a table. */
  private static double coverage(CodeGraph graph) {
    return graph.uses().stream().mapToInt(CodeGraph.TableUse::type).distinct().count()
        / (double) Math.max(1, graph.types().size());
  }
}
