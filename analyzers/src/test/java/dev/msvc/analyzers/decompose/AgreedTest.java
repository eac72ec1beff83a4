package dev.msvc.analyzers.decompose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AgreedTest {
  private static long[] identities(int nodes) {
    return LongStream.range(0, nodes).toArray();
  }

  @Test
  void theDivisionThatMostRunsComeNearToIsTaken() {
    List<int[]> runs =
        List.of(
            new int[] {0, 0, 0, 1, 1, 1, 2, 2, 2},
            new int[] {0, 0, 0, 1, 1, 1, 2, 2, 1},
            new int[] {0, 0, 1, 1, 1, 1, 2, 2, 2},
            new int[] {0, 1, 0, 2, 2, 2, 3, 3, 3});

    assertThat(Agreed.on(runs, 9, identities(9))).containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 2);
  }

  @Test
  void whatNoRunTellsApartStaysTogether() {
    int kinds = 40;
    int[] kind = IntStream.range(0, 400).map(node -> node * 7 % kinds).toArray();
    Random random = new Random(1);
    List<int[]> runs =
        IntStream.range(0, 12)
            .mapToObj(
                run -> {
                  int[] places = random.ints(kinds, 0, 8).toArray();
                  return Arrays.stream(kind).map(each -> places[each]).toArray();
                })
            .toList();

    int[] agreed = Agreed.on(runs, 300, identities(400));

    int[] first = new int[kinds];
    Arrays.fill(first, -1);
    for (int node = 0; node < agreed.length; node++) {
      if (first[kind[node]] < 0) {
        first[kind[node]] = agreed[node];
      }
      assertThat(agreed[node]).isEqualTo(first[kind[node]]);
    }
    assertThat(Arrays.stream(agreed).distinct().count()).isGreaterThan(1);
  }
}
