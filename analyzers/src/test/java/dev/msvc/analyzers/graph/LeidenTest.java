package dev.msvc.analyzers.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;
import org.junit.jupiter.api.Test;

class LeidenTest {
  private static final int NODES = 300;
  private static final int PLANTED = 12;
  private static final int ITERATIONS = 10;

  /** Groups in which nodes are tied to eight others, with as many ties to anything. */
  private static Ties planted(long seed) {
    Random random = new Random(seed);
    Ties ties = new Ties();
    for (int node = 0; node < NODES; node++) {
      for (int i = 0; i < 4; i++) {
        int inside = random.nextInt(NODES / PLANTED) * PLANTED + node % PLANTED;
        ties.add(node, inside, 1 + random.nextDouble());
        ties.add(node, random.nextInt(NODES), 1 + random.nextDouble());
      }
    }
    return ties;
  }

  private static long[] identities(int nodes) {
    return LongStream.range(0, nodes).map(i -> Identities.of("shop.Type" + i)).toArray();
  }

  private static int[] byAuthors(Pairs pairs, double[] weights, long seed) {
    int[] firsts = IntStream.range(0, pairs.size()).map(pairs::first).toArray();
    int[] seconds = IntStream.range(0, pairs.size()).map(pairs::second).toArray();
    double[] degrees = Communities.degrees(pairs, weights);
    LargeIntArray[] ends = {new LargeIntArray(firsts), new LargeIntArray(seconds)};
    Network network = new Network(degrees, ends, new LargeDoubleArray(weights), false, true);
    Clustering found =
        new LeidenAlgorithm(
                1 / Arrays.stream(degrees).sum(),
                ITERATIONS,
                LeidenAlgorithm.DEFAULT_RANDOMNESS,
                new Random(seed))
            .findClustering(network);
    return found.getClusters();
  }

  @Test
  void communitiesAreAsGoodAsThoseOfTheAlgorithmsAuthors() {
    double ours = 0;
    double theirs = 0;
    for (int seed = 0; seed < 40; seed++) {
      Ties ties = planted(seed);
      Pairs pairs = Pairs.of(identities(NODES), ties);
      double[] weights = pairs.column(ties);
      int[] found = Communities.of(pairs, weights, 1, seed);
      ours += Communities.modularity(pairs, weights, found);
      theirs += Communities.modularity(pairs, weights, byAuthors(pairs, weights, seed));
    }

    assertThat(ours / theirs).isGreaterThan(0.998);
  }

  @Test
  void oneNodeMoreLeavesAllOthersWhereTheyWere() {
    for (int seed = 0; seed < 20; seed++) {
      Ties ties = planted(seed);
      Pairs before = Pairs.of(identities(NODES), ties);
      long[] more = new long[NODES + 1];
      more[0] = Identities.of("shop.New");
      System.arraycopy(identities(NODES), 0, more, 1, NODES);
      double[] weights = before.column(ties);
      Ties moved = new Ties();
      for (int i = 0; i < before.size(); i++) {
        moved.add(1 + before.first(i), 1 + before.second(i), weights[i]);
      }
      Pairs after = Pairs.of(more, moved);

      int[] found = Communities.of(before, weights, 1, seed);
      int[] then = Communities.of(after, after.column(moved), 1, seed);

      assertThat(Communities.renumbered(Arrays.copyOfRange(then, 1, then.length)))
          .containsExactly(found);
    }
  }

  /** Leaves that are all tied alike to hubs that know each other. */
  private static Ties alike(int hubs, int leaves, double toHubs, double between) {
    Ties ties = new Ties();
    for (int hub = 0; hub < hubs; hub++) {
      for (int leaf = hubs; leaf < hubs + leaves; leaf++) {
        ties.add(hub, leaf, toHubs);
      }
      for (int other = hub + 1; other < hubs; other++) {
        ties.add(hub, other, between);
      }
    }
    return ties;
  }

  @Test
  void nodesThatAreAllAlikeComeToRest() {
    assertTimeoutPreemptively(
        Duration.ofMinutes(1),
        () -> {
          for (int leaves = 3; leaves < 16; leaves++) {
            for (double tie : new double[] {0.1, 0.3, 1.0 / 3, 0.7, 1}) {
              Ties ties = alike(3, leaves, tie, 0.7);
              Pairs pairs = Pairs.of(identities(3 + leaves), ties);
              for (int seed = 0; seed < 50; seed++) {
                for (double resolution : new double[] {0.5, 1, 1.5, 2}) {
                  int[] found = Communities.of(pairs, pairs.column(ties), resolution, seed);
                  assertThat(found).hasSize(3 + leaves);
                }
              }
            }
          }
        });
  }

  @Test
  void eachCommunityHangsTogether() {
    Ties ties = planted(1);
    Pairs pairs = Pairs.of(identities(NODES), ties);

    int[] found = Communities.of(pairs, pairs.column(ties), 1.5, 1);

    assertThat(Arrays.stream(found).distinct().count()).isGreaterThan(1);
    boolean[] seen = new boolean[NODES];
    boolean[] begun = new boolean[NODES];
    for (int node = 0; node < NODES; node++) {
      if (!seen[node]) {
        assertThat(begun[found[node]]).as("another part of community %d", found[node]).isFalse();
        begun[found[node]] = true;
        follow(pairs, found, node, seen);
      }
    }
  }

  private static void follow(Pairs pairs, int[] found, int start, boolean[] seen) {
    Deque<Integer> next = new ArrayDeque<>();
    next.add(start);
    seen[start] = true;
    while (!next.isEmpty()) {
      int node = next.remove();
      for (int i = 0; i < pairs.size(); i++) {
        if (pairs.first(i) == node || pairs.second(i) == node) {
          int other = pairs.first(i) + pairs.second(i) - node;
          if (found[other] == found[node] && !seen[other]) {
            seen[other] = true;
            next.add(other);
          }
        }
      }
    }
  }
}
