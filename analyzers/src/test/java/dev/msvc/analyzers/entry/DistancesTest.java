package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class DistancesTest {
  private static BitSet bits(int... numbers) {
    BitSet all = new BitSet();
    for (int each : numbers) {
      all.set(each);
    }
    return all;
  }

  @Test
  void theShortestWayCountsAlsoInCircles() {
    int[][] edges = {{1, 3}, {2}, {0, 4}, {4}, {}};
    BitSet[] own = {null, bits(1), null, null, bits(0)};

    Distances distances = new Distances(edges, own, 2, bits(0, 2));

    assertThat(distances.of(0)).isEqualTo(bits(0, 1));
    assertThat(distances.of(4)).isEqualTo(bits(0));
    assertThat(distances.of(-1)).isEqualTo(bits());
    assertThat(distances.steps(0, 0)).as("through 3").isEqualTo(2);
    assertThat(distances.steps(0, 1)).isEqualTo(1);
    assertThat(distances.steps(2, 1)).as("around the circle").isEqualTo(2);
  }

  @Test
  void aLongChainTakesNoLongTime() {
    int length = 200_000;
    int[][] edges = new int[length][];
    BitSet[] own = new BitSet[length];
    for (int i = 0; i < length; i++) {
      edges[i] = i + 1 < length ? new int[] {i + 1} : new int[0];
    }
    own[length - 1] = bits(7);

    assertThat(new Distances(edges, own, 8, bits(0)).steps(0, 7)).isEqualTo(length - 1);
  }
}
