package dev.msvc.cluster.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StickyKeyTest {
  @Test
  void aPlaceStaysInAllReleases() {
    assertThat(StickyKey.place("customer-1")).isEqualTo(16);
    assertThat(StickyKey.place("ü")).isEqualTo(2);
  }

  @Test
  void clientsThatCountUpLieEvenly() {
    int[] places = new int[100];
    for (int i = 0; i < 100_000; i++) {
      places[StickyKey.place("customer-" + i)]++;
    }

    // 1,000 each, and six times the deviation of chance
    assertThat(IntStream.of(places)).allMatch(count -> count > 810 && count < 1_190);
  }
}
