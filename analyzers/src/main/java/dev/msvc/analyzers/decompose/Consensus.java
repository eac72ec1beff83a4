package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Communities;
import dev.msvc.analyzers.graph.Damping;
import dev.msvc.analyzers.graph.DataAccess;
import dev.msvc.analyzers.graph.Homonyms;
import dev.msvc.analyzers.graph.Packages;
import dev.msvc.analyzers.graph.Pairs;
import dev.msvc.analyzers.graph.References;
import dev.msvc.analyzers.graph.TableModules;
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
  private static final Damping NO_HUBS = new Damping(0.4, 0.15, 0.12);
  private static final double GATE = 1.5;
  private static final int SMOOTHING_ROUNDS = 6;
  private static final double SMOOTHING = 0.85;

  /**
   * How often the same is asked in other ways: less often in large systems, at least three times.
   */
  static int repeated(int most, int nodes) {
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
   * @param commits ties between tables that transactions write together
   * @param without views that count for nothing
   */
  static Consensus of(
      CodeGraph graph, Ties changes, Ties commits, Set<View> without, KeptCommunities kept) {
    List<Supplier<Ties>> plain =
        List.of(
            () -> References.ties(graph, MIDDLE),
            () -> References.ties(graph, NO_HUBS),
            () -> DataAccess.ties(graph, MIDDLE),
            () -> Vocabulary.ofTypes(graph).ties());
    List<Ties> hard = Workers.map(plain, Supplier::get);
    Ties references = hard.get(0);
    Ties data = hard.get(2);
    Witnesses witnesses = Witnesses.of(graph, references, hard.get(1), hard.get(3), kept);
    Homonyms homonyms = Homonyms.of(graph);
    Ties typeNames = Vocabulary.ofTypes(graph, witnesses.telling(), homonyms).ties();
    Vocabulary members = Vocabulary.of(graph, witnesses.telling(), homonyms);
    List<Ties> views =
        new ArrayList<>(
            List.of(
                references,
                data,
                typeNames,
                smoothed(graph, members, references, data),
                smoothed(graph, members, hard.get(1), data),
                changes,
                commits,
                homonyms.ties()));
    List<int[]> folders = Packages.groupings(graph);
    List<int[]> groupings = new ArrayList<>(folders);
    groupings.addAll(TableModules.groupings(graph));
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
    List<double[]> columns = new ArrayList<>();
    views.forEach(each -> columns.add(normalized(pairs.column(each))));
    KeptCommunities.Found found =
        kept.of(
            "communities",
            graph,
            pairs,
            columns,
            groupings,
            without,
            () ->
                search(
                    graph, pairs, columns, groupings, folders.size(), witnesses.trust(), without));
    Facades.Divided divided =
        Facades.divide(
            graph,
            pairs,
            List.of(pairs.column(references), pairs.column(data), pairs.column(typeNames)),
            found.agreed(),
            found.each());
    List<int[]> runs = divided.runs();
    return new Consensus(
        divided.groups(), runs, pairs, together(pairs, runs), references, data, typeNames);
  }

  /** Names of members, where a class also speaks with the words of what it is tied to. */
  private static Ties smoothed(CodeGraph graph, Vocabulary members, Ties references, Ties data) {
    Pairs pairs = Pairs.of(graph.size(), references, data);
    double[] weights = pairs.column(references);
    add(weights, pairs.column(data), 1);
    return members.smoothed(pairs, weights, SMOOTHING_ROUNDS, SMOOTHING).ties();
  }

  private static KeptCommunities.Found search(
      CodeGraph graph,
      Pairs pairs,
      List<double[]> columns,
      List<int[]> groupings,
      int folders,
      double trust,
      Set<View> without) {
    Fusion fusion =
        new Fusion(
            graph,
            pairs,
            columns.get(2),
            columns.get(3),
            columns.get(4),
            columns.get(5),
            columns.get(6),
            columns.subList(8, columns.size()),
            telling(pairs, columns.get(0), groupings, graph.size()),
            folders,
            trust,
            coverage(graph),
            tied(columns.get(5), pairs) / Math.max(1, graph.types().size()),
            tied(columns.get(6), pairs) / Math.max(1, graph.size()),
            without);
    double[] homonyms = columns.get(7);
    List<int[]> runs =
        Workers.map(
            IntStream.rangeClosed(1, runs(graph.size())).boxed().toList(),
            run -> {
              Setting setting = Setting.of(run);
              double[] weights = fusion.weights(setting);
              return Communities.of(
                  pairs, weights, apart(pairs, weights, homonyms), setting.resolution(), run);
            });
    return KeptCommunities.Found.of(Agreed.on(runs, graph.types().size(), graph.size()), runs);
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
   * The views, and how much each tells in this system.
   *
   * @param groupings one column each: by packages, then by tables' modules
   * @param telling how much each of the groupings explains, 0 to 1
   * @param folders how many of the groupings are by packages
   * @param trust in references, 0 to 1
   * @param covered share of the types that touch a table
   * @param changed share of the types that are changed with others
   * @param committed share of the types and tables that transactions tie
   */
  private record Fusion(
      CodeGraph graph,
      Pairs pairs,
      double[] typeNames,
      double[] memberNames,
      double[] memberNamesWithoutHubs,
      double[] changes,
      double[] commits,
      List<double[]> groupings,
      double[] telling,
      int folders,
      double trust,
      double covered,
      double changed,
      double committed,
      Set<View> without) {
    private static final double LEAST = 0.3;
    private static final double LESS_NAMES = 0.3;

    /** Who names a table after a module means it; folders are often somebody's habit. */
    private static final double TABLE_MODULES = 3;

    double[] weights(Setting setting) {
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
      count(
          weights,
          View.MEMBER_NAMES,
          setting.damping().sparesHubs() ? memberNames : memberNamesWithoutHubs,
          setting.memberNames());
      count(weights, View.TYPE_NAMES, typeNames, setting.typeNames() * (1 - LESS_NAMES * trust));
      for (int i = 0; i < telling.length; i++) {
        boolean folder = i < folders;
        count(
            weights,
            folder ? View.PACKAGES : View.TABLE_MODULES,
            groupings.get(i),
            setting.packages() * telling[i] * (folder ? 1 : TABLE_MODULES));
      }
      count(weights, View.CHANGES, changes, setting.changes() * changed);
      count(weights, View.TRANSACTIONS, commits, setting.transactions() * committed);
      return weights;
    }

    private void count(double[] sum, View view, double[] column, double factor) {
      if (!without.contains(view)) {
        add(sum, column, factor);
      }
    }
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

  private static void add(double[] sum, double[] column, double factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * column[i];
    }
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

  /** Share of the types that touch a table. */
  private static double coverage(CodeGraph graph) {
    return graph.uses().stream().mapToInt(CodeGraph.TableUse::type).distinct().count()
        / (double) Math.max(1, graph.types().size());
  }
}
