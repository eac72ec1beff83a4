package dev.msvc.analyzers.decompose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MedianTest {
  private static int[] ones(int things) {
    int[] sizes = new int[things];
    Arrays.fill(sizes, 1);
    return sizes;
  }

  /** Divisions that each put some things of one division elsewhere. */
  private static List<int[]> around(int[] division, int groups, int astray, Random random) {
    return IntStream.range(0, 15)
        .mapToObj(
            run -> {
              int[] each = division.clone();
              for (int i = 0; i < astray; i++) {
                each[random.nextInt(each.length)] = random.nextInt(groups);
              }
              return each;
            })
        .toList();
  }

  @Test
  void noDivisionIsAgreedOnMore() {
    Random random = new Random(7);
    for (int system = 0; system < 40; system++) {
      int[] division = random.ints(7, 0, 3).toArray();
      List<int[]> runs = around(division, 3, 3, random);
      double most = 0;
      // all divisions of seven things: each is in a group that one before it is in, or in the next
      for (int code = 0; code < 7 * 7 * 7 * 7 * 7 * 7; code++) {
        int[] groups = new int[7];
        int rest = code;
        int count = 1;
        boolean once = true;
        for (int i = 1; i < 7; i++, rest /= 7) {
          groups[i] = rest % 7;
          once &= groups[i] <= count;
          count = Math.max(count, groups[i] + 1);
        }
        if (once) {
          most = Math.max(most, Agreed.agreement(runs, groups, 7));
        }
      }

      Median found = Median.near(new int[7], runs, ones(7));

      assertThat(found.agreement()).isCloseTo(most, within(1e-9));
      assertThat(Agreed.agreement(runs, found.groups(), 7)).isCloseTo(most, within(1e-9));
    }
  }

  @Test
  void itIsTheSameFromWhereverOneStarts() {
    Random random = new Random(3);
    int[] division = random.ints(80, 0, 6).toArray();
    List<int[]> runs = around(division, 6, 30, random);

    int[] fromOneGroup = Median.near(new int[80], runs, ones(80)).groups();

    assertThat(Median.near(IntStream.range(0, 80).toArray(), runs, ones(80)).groups())
        .containsExactly(fromOneGroup);
    assertThat(Median.near(random.ints(80, 0, 9).toArray(), runs, ones(80)).groups())
        .containsExactly(fromOneGroup);
  }

  @Test
  void whatCountsNothingGoesWhereMostSeeIt() {
    List<int[]> runs =
        List.of(
            new int[] {0, 0, 0, 1, 1, 1, 1},
            new int[] {0, 0, 0, 1, 1, 1, 0},
            new int[] {0, 0, 0, 1, 1, 1, 1});

    Median found = Median.near(new int[7], runs, new int[] {1, 1, 1, 1, 1, 1, 0});

    assertThat(found.groups()).containsExactly(0, 0, 0, 1, 1, 1, 1);
  }
}
