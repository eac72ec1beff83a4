package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.cache.Codec;
import dev.msvc.analyzers.cache.Key;
import dev.msvc.analyzers.cache.Store;
import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Pairs;
import dev.msvc.model.ReferenceKind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What many settings found in an earlier analysis of the same graph: an edit that adds no reference
 * and no name leaves the graph as it is, though lines move.
 */
final class KeptCommunities {
  private static final Codec<Found> CODEC = Codec.of(Found.class);

  private static final List<ReferenceKind> KINDS = List.of(ReferenceKind.values());

  /** Nothing is kept. */
  static final KeptCommunities NONE = new KeptCommunities(null);

  private final @Nullable Store store;

  private KeptCommunities(@Nullable Store store) {
    this.store = store;
  }

  static KeptCommunities in(@Nullable Store store) {
    return store == null ? NONE : new KeptCommunities(store);
  }

  /**
   * Communities.
   *
   * @param groups on which the runs agree
   * @param runs the community of each node in each run
   */
  record Found(List<Integer> groups, List<List<Integer>> runs) {
    static Found of(int[] groups, List<int[]> runs) {
      return new Found(boxed(groups), runs.stream().map(Found::boxed).toList());
    }

    private static List<Integer> boxed(int[] all) {
      return Arrays.stream(all).boxed().toList();
    }

    int[] agreed() {
      return plain(groups);
    }

    List<int[]> each() {
      return runs.stream().map(Found::plain).toList();
    }

    private static int[] plain(List<Integer> all) {
      return all.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /**
   * What was found before, or else is searched now.
   *
   * @param kind of search
   * @param columns of weights beside the pairs
   * @param kinds what view each of the groupings is of
   */
  Found of(
      String kind,
      CodeGraph graph,
      Pairs pairs,
      List<double[]> columns,
      List<int[]> groupings,
      List<View> kinds,
      Set<View> without,
      Supplier<Found> search) {
    if (store == null) {
      return search.get();
    }
    String key = key(store, kind, graph, pairs, columns, groupings, kinds, without);
    return store.kept(key, CODEC, search);
  }

  /** All that the search reads; no line and no file is among it. */
  private static String key(
      Store store,
      String kind,
      CodeGraph graph,
      Pairs pairs,
      List<double[]> columns,
      List<int[]> groupings,
      List<View> kinds,
      Set<View> without) {
    Key key = store.key(kind).add(CODEC.shape()).add(new TreeSet<>(without).toString());
    key.add(kinds.toString());
    // names, by which chance is drawn, and a division that follows layers is known
    key.add(graph.types().size()).add(graph.size()).add(pairs.identities());
    long[] nodes = new long[pairs.size()];
    Arrays.setAll(nodes, i -> pair(pairs.first(i), pairs.second(i)));
    key.add(nodes).add(columns.size());
    columns.forEach(
        each -> key.add(Arrays.stream(each).mapToLong(Double::doubleToLongBits).toArray()));
    key.add(groupings.size());
    groupings.forEach(each -> key.add(Arrays.stream(each).asLongStream().toArray()));
    LongStream.Builder ties = LongStream.builder();
    for (CodeGraph.Link each : graph.links()) {
      ties.add(pair(each.from(), each.to())).add(each.dependency().kinds().size());
      each.dependency().kinds().forEach((how, count) -> ties.add(pair(KINDS.indexOf(how), count)));
    }
    key.add(ties.build().toArray());
    key.add(
        graph.uses().stream()
            .flatMapToLong(
                each ->
                    LongStream.of(
                        pair(each.type(), each.table()),
                        pair(each.reads(), each.writes()),
                        each.maps() ? 1 : 0))
            .toArray());
    return key.add(
            graph.keys().stream()
                .flatMapToLong(
                    each ->
                        LongStream.of(
                            pair(each.first(), each.second()),
                            pair(each.foreignKeys(), each.joins())))
                .toArray())
        .hex();
  }

  private static long pair(int high, int low) {
    return ((long) high << 32) | (low & 0xFFFFFFFFL);
  }
}
