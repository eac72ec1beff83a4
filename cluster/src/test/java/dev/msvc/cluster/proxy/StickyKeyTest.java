package dev.msvc.cluster.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StickyKeyTest {
  private static int place(String client) {
    return StickyKey.place(StickyKey.hash(client));
  }

  @Test
  void aPlaceStaysInAllReleases() {
    assertThat(place("customer-1")).isEqualTo(16);
    assertThat(place("ü")).isEqualTo(2);
  }

  @Test
  void clientsThatCountUpLieEvenly() {
    int[] places = new int[100];
    for (int i = 0; i < 100_000; i++) {
      places[place("customer-" + i)]++;
    }

    // 1,000 each, and six times the deviation of chance
    assertThat(IntStream.of(places)).allMatch(count -> count > 810 && count < 1_190);
  }
}
