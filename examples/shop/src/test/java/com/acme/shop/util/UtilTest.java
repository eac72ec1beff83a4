package com.acme.shop.util;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class UtilTest {

  @Test
  void skipsTheWeekend() {
    LocalDate friday = LocalDate.of(2024, 3, 1);
    assertThat(DateUtils.addWorkingDays(friday, 1)).isEqualTo(LocalDate.of(2024, 3, 4));
    assertThat(DateUtils.format(friday)).isEqualTo("01.03.2024");
  }

  @Test
  void quotesWhatNeedsIt() {
    CsvWriter csv = new CsvWriter("a", "b").row("x;y", null);
    assertThat(csv).hasToString("a;b\n\"x;y\";\n");
  }

  @Test
  void hashesPasswords() {
    PasswordHasher hasher = new PasswordHasher();
    String hash = hasher.hash("secret-secret");
    assertThat(hasher.matches("secret-secret", hash)).isTrue();
    assertThat(hasher.matches("other", hash)).isFalse();
  }
}
