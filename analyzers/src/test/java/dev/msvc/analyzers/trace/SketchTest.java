package dev.msvc.analyzers.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SketchTest {
  @Test
  void quantilesAreRightWithinOnePercentInAnyOrder() {
    Sketch up = new Sketch();
    Sketch down = new Sketch();
    for (int i = 1; i <= 100_000; i++) {
      up.add(i * 10L);
      down.add((100_001 - i) * 10L);
    }

    assertThat(up.quantile(0.5)).isBetween(495_000L, 505_000L).isEqualTo(down.quantile(0.5));
    assertThat(up.quantile(0.95)).isBetween(940_500L, 959_500L).isEqualTo(down.quantile(0.95));
  }

  @Test
  void whatIsOutOfRangeCountsAtTheEnds() {
    Sketch sketch = new Sketch();

    assertThat(sketch.quantile(0.5)).isZero();
    sketch.add(0);
    sketch.add(Long.MAX_VALUE);
    assertThat(sketch.count()).isEqualTo(2);
    assertThat(sketch.quantile(0.5)).isEqualTo(1);
    assertThat(sketch.quantile(1)).isGreaterThan(1_000_000_000_000L);
  }
}
