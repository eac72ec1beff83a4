package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Damping;
import dev.msvc.analyzers.graph.DataAccess;
import dev.msvc.analyzers.graph.Homonyms;
import dev.msvc.analyzers.graph.Identities;
import dev.msvc.analyzers.graph.Packages;
import dev.msvc.analyzers.graph.Pairs;
import dev.msvc.analyzers.graph.References;
import dev.msvc.analyzers.graph.RouteModules;
import dev.msvc.analyzers.graph.TableModules;
import dev.msvc.analyzers.graph.Ties;
import dev.msvc.analyzers.graph.Vocabulary;
import dev.msvc.analyzers.parallel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

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
  private static final int SMOOTHING_ROUNDS = 6;
  private static final double SMOOTHING = 0.85;

  /**
   * How many settings are tried: 120, fewer for large systems so that runs times the square of the
   * nodes stays below 300,000,000, and never fewer than 12. With half of the runs the largest
   * context of a system of 2,500 nodes changed by a fifth with any class.
   */
  static int runs(int nodes) {
    long square = Math.max(1, (long) nodes * nodes);
    return (int) Math.max(12, Math.min(120, 300_000_000 / square));
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
    List<int[]> groupings = new ArrayList<>();
    List<View> kinds = new ArrayList<>();
    add(groupings, kinds, View.PACKAGES, Packages.groupings(graph));
    add(groupings, kinds, View.ROUTE_MODULES, RouteModules.groupings(graph));
    add(groupings, kinds, View.TABLE_MODULES, TableModules.groupings(graph));
    long[] known = graph.identities();
    LongStream.Builder identities = LongStream.builder();
    Arrays.stream(known).forEach(identities);
    int nodes = known.length;
    for (int grouping = 0; grouping < groupings.size(); grouping++) {
      int[] groups = groupings.get(grouping);
      Ties ties = new Ties();
      for (int i = 0; i < groups.length; i++) {
        if (groups[i] >= 0) {
          ties.add(i, nodes + groups[i], 1);
        }
      }
      views.add(ties);
      long[] those = Identities.ofGroups(known, groups, grouping);
      Arrays.stream(those).forEach(identities);
      nodes += those.length;
    }

    Pairs pairs = Pairs.of(identities.build().toArray(), views.toArray(new Ties[0]));
    List<double[]> columns = new ArrayList<>();
    views.forEach(each -> columns.add(pairs.column(each)));
    KeptCommunities.Found found =
        kept.of(
            "communities",
            graph,
            pairs,
            columns,
            groupings,
            kinds,
            without,
            () ->
                search(
                    new Runs(graph, pairs, columns, groupings, kinds, witnesses.trust(), without)));
    Division divided =
        Facades.divide(
            graph,
            pairs,
            List.of(pairs.column(references), pairs.column(data), pairs.column(typeNames)),
            new Division(found.agreed(), found.each()));
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

  private static KeptCommunities.Found search(Runs runs) {
    int nodes = runs.graph().size();
    SortedSet<Integer> all =
        IntStream.range(0, nodes).boxed().collect(Collectors.toCollection(TreeSet::new));
    List<int[]> each = runs.of(List.of(all), runs(nodes), 1).get(0);
    int[] agreed =
        Agreed.on(
            each, runs.graph().types().size(), Arrays.copyOf(runs.pairs().identities(), nodes));
    Division divided = Large.divide(new Division(agreed, each), runs);
    return KeptCommunities.Found.of(divided.groups(), divided.runs());
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

  private static void add(List<int[]> to, List<View> kinds, View kind, List<int[]> groupings) {
    to.addAll(groupings);
    kinds.addAll(Collections.nCopies(groupings.size(), kind));
  }

  private static void add(double[] sum, double[] column, double factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * column[i];
    }
  }
}
