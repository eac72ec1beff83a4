package dev.msvc.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTest {
  @Test
  void oneIsSaidOtherwiseThanNoneAndMany() {
    assertThat(Counted.of(0, "class is", "classes are")).isEqualTo("0 classes are");
    assertThat(Counted.of(1, "class is", "classes are")).isEqualTo("1 class is");
    assertThat(Counted.of(1200, "class is", "classes are")).isEqualTo("1,200 classes are");
  }
}
