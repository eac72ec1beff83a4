// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain.returnrequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.shop.orders.domain.StaleVersionException;
import org.junit.jupiter.api.Test;

class ReturnRequestTest {

  @Test
  void aNewOneIsWhatWasSaidOfIt() {
    ReturnRequestDetails details = ReturnRequestSamples.details();

    ReturnRequest returnRequest = new ReturnRequest(ReturnRequestSamples.id(), details);

    assertThat(returnRequest)
        .usingRecursiveComparison()
        .comparingOnlyFields("createdAt", "updatedAt", "lineId", "quantity", "reason", "accepted")
        .isEqualTo(details);
  }

  @Test
  void updateTakesAllDetails() {
    ReturnRequest returnRequest = ReturnRequestSamples.returnRequest();
    ReturnRequestDetails details = ReturnRequestSamples.details();

    returnRequest.update(details);

    assertThat(returnRequest)
        .usingRecursiveComparison()
        .comparingOnlyFields("createdAt", "updatedAt", "lineId", "quantity", "reason", "accepted")
        .isEqualTo(details);
  }

  @Test
  void aChangeOfAnotherVersionIsRefused() {
    ReturnRequest returnRequest = ReturnRequestSamples.returnRequest();

    assertThatThrownBy(() -> returnRequest.expectVersion(7L))
        .isInstanceOf(StaleVersionException.class);
  }
}
