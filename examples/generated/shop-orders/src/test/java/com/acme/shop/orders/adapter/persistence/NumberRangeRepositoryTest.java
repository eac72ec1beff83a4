// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.shop.orders.domain.numberrange.NumberRange;
import com.acme.shop.orders.domain.numberrange.NumberRangeRepository;
import com.acme.shop.orders.domain.numberrange.NumberRangeSamples;
import com.acme.shop.orders.support.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

@ServiceTest
class NumberRangeRepositoryTest {

  @Autowired NumberRangeRepository numberRanges;

  @Test
  void whatIsSavedIsFoundWithAllThatItHas() {
    NumberRange saved =
        numberRanges.save(new NumberRange(NumberRangeSamples.id(), NumberRangeSamples.details()));

    NumberRange found = numberRanges.findById(saved.id()).orElseThrow();

    assertThat(found)
        .isNotSameAs(saved)
        .usingRecursiveComparison()
        .ignoringFields("happened")
        .isEqualTo(saved);
  }

  @Test
  void ofTwoWritersOfOneVersionTheSecondIsRefused() {
    String id =
        numberRanges
            .save(new NumberRange(NumberRangeSamples.id(), NumberRangeSamples.details()))
            .id();
    NumberRange first = numberRanges.findById(id).orElseThrow();
    NumberRange second = numberRanges.findById(id).orElseThrow();
    first.update(NumberRangeSamples.details());
    numberRanges.save(first);
    second.update(NumberRangeSamples.details());

    assertThatThrownBy(() -> numberRanges.save(second))
        .isInstanceOf(OptimisticLockingFailureException.class);
  }

  @Test
  void findAfterGoesOnWhereTheLastPageEnded() {
    NumberRange one =
        numberRanges.save(new NumberRange(NumberRangeSamples.id(), NumberRangeSamples.details()));
    NumberRange other =
        numberRanges.save(new NumberRange(NumberRangeSamples.id(), NumberRangeSamples.details()));

    List<NumberRange> firstTwo = numberRanges.findAfter("", 2);

    assertThat(firstTwo).hasSize(2);
    assertThat(numberRanges.findAfter(firstTwo.get(0).id(), 1))
        .extracting(NumberRange::id)
        .containsExactly(firstTwo.get(1).id());
    assertThat(numberRanges.findAfter("", 1000))
        .extracting(NumberRange::id)
        .contains(one.id(), other.id());
  }
}
