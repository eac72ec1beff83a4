package dev.msvc.cluster.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.cluster.gate.ShareCheck.Result;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a router did, against its weights (P4). */
class ShareCheckTest {
  @Test
  void aShareThatChanceExplainsIsWithin() {
    assertThat(check(20, 208, 792)).isEqualTo(Result.WITHIN);
    assertThat(check(20, 300, 700)).isEqualTo(Result.OUTSIDE);
    assertThat(check(20, 100, 900)).isEqualTo(Result.OUTSIDE);
  }

  @Test
  void atNothingOneRequestToTheServiceRefutes() {
    assertThat(check(0, 0, 1_000_000)).isEqualTo(Result.WITHIN);
    assertThat(check(0, 1, 1_000_000)).isEqualTo(Result.OUTSIDE);
  }

  @Test
  void atEverythingOneRequestToTheMonolithRefutes() {
    assertThat(check(100, 1_000_000, 0)).isEqualTo(Result.WITHIN);
    assertThat(check(100, 1_000_000, 1)).isEqualTo(Result.OUTSIDE);
  }

  @Test
  void whereNobodyAskedNothingIsSaid() {
    ShareCheck none = ShareCheck.of(20, 0, 0, ShareCheck.LEVEL);

    assertThat(none.result()).isEqualTo(Result.NOTHING);
    assertThat(none.words()).isEqualTo("20 % is declared, and nothing was asked");
  }

  @Test
  void itSaysItsNumbers() {
    assertThat(ShareCheck.of(20, 300, 700, ShareCheck.LEVEL).words())
        .isEqualTo(
            "20 % is declared, and the service answered 300 of 1,000 requests: between 26.32 and 33.87 %");
    assertThat(ShareCheck.of(100, 999, 1, ShareCheck.LEVEL).words())
        .isEqualTo("100 % is declared, and the monolith answered 1 of 1,000 requests");
  }

  @Test
  void routersThatDoAsTheySayAreOutsideAsRarelyAsTheLevelSays() {
    SplittableRandom random = new SplittableRandom(8);
    int outside = 0;
    int trials = 4000;
    for (int i = 0; i < trials; i++) {
      int weight = random.nextInt(1, 100);
      int service = 0;
      for (int request = 0; request < 500; request++) {
        service += random.nextInt(100) < weight ? 1 : 0;
      }
      outside += check(weight, service, 500 - service) == Result.OUTSIDE ? 1 : 0;
    }

    // of 4000 at 1 % with luck at 4 standard deviations
    assertThat(outside).isLessThan(40 + 25);
  }

  private static Result check(int declared, long service, long monolith) {
    return ShareCheck.of(declared, service, monolith, ShareCheck.LEVEL).result();
  }
}
