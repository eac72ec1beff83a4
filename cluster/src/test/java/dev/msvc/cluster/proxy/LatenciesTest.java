package dev.msvc.cluster.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void aQuantileIsRightToWithinATenth() {
    Recorder recorder = new Recorder();
    for (int millis = 1; millis <= 1_000; millis++) {
      recorder.answered(200, TimeUnit.MILLISECONDS.toNanos(millis));
    }

    Latencies latencies = recorder.latencies();

    assertThat(latencies.total()).isEqualTo(1_000);
    assertThat((double) latencies.quantile(0.5).toMillis()).isCloseTo(500, within(50.0));
    assertThat((double) latencies.quantile(0.99).toMillis()).isCloseTo(990, within(99.0));
  }

  @Test
  void nothingCountedHasNoQuantile() {
    assertThat(Latencies.NONE.quantile(0.99)).isZero();
  }

  @Test
  void whatTakesForEverIsInTheLastBucket() {
    assertThat(Latencies.bucket(Long.MAX_VALUE)).isEqualTo(Latencies.BUCKETS - 1);
    assertThat(Latencies.bucket(0)).isZero();
  }
}
