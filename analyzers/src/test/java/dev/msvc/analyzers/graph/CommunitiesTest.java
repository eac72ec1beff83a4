package dev.msvc.analyzers.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CommunitiesTest {
  @Test
  void twinsThatPushEachOtherAwayAsMuchAsTheyAreTiedBreakNothing() {
    for (int seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      int pairsOfTwins = 1 + random.nextInt(3);
      int first = 2 * pairsOfTwins;
      int others = 2 + random.nextInt(10);
      Ties ties = new Ties();
      Ties twins = new Ties();
      for (int i = 0; i < others; i++) {
        for (int j = 0; j < i; j++) {
          if (random.nextInt(3) == 0) {
            ties.add(first + j, first + i, 1 + random.nextInt(2));
          }
        }
      }
      for (int twin = 0; twin < first; twin += 2) {
        twins.add(twin, twin + 1, 1);
        // both are tied to the same, so that what pushes them apart takes all of it away
        for (int i = 0; i < others; i++) {
          if (i == twin || random.nextInt(3) == 0) {
            ties.add(twin, first + i, 1);
            ties.add(twin + 1, first + i, 1);
          }
        }
      }
      Pairs pairs = Pairs.of(first + others, ties, twins);
      double[] weights = pairs.column(ties);
      double[] apart = pairs.column(twins);
      double[] degrees = Communities.degrees(pairs, weights);
      for (int i = 0; i < apart.length; i++) {
        apart[i] *= Math.sqrt(degrees[pairs.first(i)] * degrees[pairs.second(i)]);
      }

      int[] found = Communities.of(pairs, weights, apart, 0.1 + 0.1 * random.nextInt(10), seed);

      assertThat(found).hasSize(first + others);
    }
  }
}
