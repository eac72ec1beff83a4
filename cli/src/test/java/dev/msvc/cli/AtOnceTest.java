package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AtOnceTest {
  private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

  @Test
  void resultsKeepTheOrderOfWhatTheyAreOf() {
    assertThat(AtOnce.each(HUNDRED, each -> "n" + each))
        .hasSize(100)
        .startsWith("n0", "n1")
        .endsWith("n99");
  }

  @Test
  void whatGoesWrongFirstInTheirOrderIsSaidOnceAllAreDone() {
    Set<Integer> done = ConcurrentHashMap.newKeySet();

    assertThatThrownBy(
            () ->
                AtOnce.each(
                    HUNDRED,
                    each -> {
                      done.add(each);
                      if (each % 30 == 29) {
                        throw new IllegalStateException("wrong: " + each);
                      }
                      return each;
                    }))
        .hasMessage("wrong: 29");
    assertThat(done).hasSize(100);
  }
}
