// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain.numberrange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.shop.orders.domain.StaleVersionException;
import org.junit.jupiter.api.Test;

class NumberRangeTest {

  @Test
  void aNewOneIsWhatWasSaidOfIt() {
    NumberRangeDetails details = NumberRangeSamples.details();

    NumberRange numberRange = new NumberRange(NumberRangeSamples.id(), details);

    assertThat(numberRange)
        .usingRecursiveComparison()
        .comparingOnlyFields("nextValue")
        .isEqualTo(details);
  }

  @Test
  void updateTakesAllDetails() {
    NumberRange numberRange = NumberRangeSamples.numberRange();
    NumberRangeDetails details = NumberRangeSamples.details();

    numberRange.update(details);

    assertThat(numberRange)
        .usingRecursiveComparison()
        .comparingOnlyFields("nextValue")
        .isEqualTo(details);
  }

  @Test
  void aChangeOfAnotherVersionIsRefused() {
    NumberRange numberRange = NumberRangeSamples.numberRange();

    assertThatThrownBy(() -> numberRange.expectVersion(7L))
        .isInstanceOf(StaleVersionException.class);
  }
}
