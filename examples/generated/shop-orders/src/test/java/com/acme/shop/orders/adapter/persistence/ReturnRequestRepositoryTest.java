// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.shop.orders.domain.returnrequest.ReturnRequest;
import com.acme.shop.orders.domain.returnrequest.ReturnRequestRepository;
import com.acme.shop.orders.domain.returnrequest.ReturnRequestSamples;
import com.acme.shop.orders.support.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

@ServiceTest
class ReturnRequestRepositoryTest {

  @Autowired ReturnRequestRepository returnRequests;

  @Test
  void whatIsSavedIsFoundWithAllThatItHas() {
    ReturnRequest saved =
        returnRequests.save(
            new ReturnRequest(returnRequests.nextId(), ReturnRequestSamples.details()));

    ReturnRequest found = returnRequests.findById(saved.id()).orElseThrow();

    assertThat(found)
        .isNotSameAs(saved)
        .usingRecursiveComparison()
        .ignoringFields("happened")
        .isEqualTo(saved);
  }

  @Test
  void ofTwoWritersOfOneVersionTheSecondIsRefused() {
    long id =
        returnRequests
            .save(new ReturnRequest(returnRequests.nextId(), ReturnRequestSamples.details()))
            .id();
    ReturnRequest first = returnRequests.findById(id).orElseThrow();
    ReturnRequest second = returnRequests.findById(id).orElseThrow();
    first.update(ReturnRequestSamples.details());
    returnRequests.save(first);
    second.update(ReturnRequestSamples.details());

    assertThatThrownBy(() -> returnRequests.save(second))
        .isInstanceOf(OptimisticLockingFailureException.class);
  }

  @Test
  void findAfterGoesOnWhereTheLastPageEnded() {
    ReturnRequest one =
        returnRequests.save(
            new ReturnRequest(returnRequests.nextId(), ReturnRequestSamples.details()));
    ReturnRequest other =
        returnRequests.save(
            new ReturnRequest(returnRequests.nextId(), ReturnRequestSamples.details()));

    List<ReturnRequest> firstTwo = returnRequests.findAfter(Long.MIN_VALUE, 2);

    assertThat(firstTwo).hasSize(2);
    assertThat(returnRequests.findAfter(firstTwo.get(0).id(), 1))
        .extracting(ReturnRequest::id)
        .containsExactly(firstTwo.get(1).id());
    assertThat(returnRequests.findAfter(Long.MIN_VALUE, 1000))
        .extracting(ReturnRequest::id)
        .contains(one.id(), other.id());
  }
}
