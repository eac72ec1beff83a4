// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.orders.domain.numberrange.NumberRange;
import com.acme.shop.orders.domain.numberrange.NumberRangeRepository;
import com.acme.shop.orders.domain.numberrange.NumberRangeSamples;
import com.acme.shop.orders.support.Rest;
import com.acme.shop.orders.support.ServiceTest;
import com.acme.shop.orders.support.TestEnvironment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@ServiceTest
class NumberRangeRestTest {

  @Autowired NumberRangeRepository numberRanges;

  private Rest rest;

  @BeforeEach
  void callWithAToken(@Value("${local.server.port}") int port) {
    rest = new Rest(port, TestEnvironment.ISSUER.token("shop-orders-read", "shop-orders-write"));
  }

  @Test
  void pagesShowEachOnce() {
    for (int i = 0; i < 3; i++) {
      numberRanges.save(new NumberRange(NumberRangeSamples.id(), NumberRangeSamples.details()));
    }

    Set<Object> ids = new HashSet<>();
    String token = "";
    int read = 0;
    do {
      Rest.Reply page = rest.get("/number-ranges?pageSize=2&pageToken=" + token);
      List<Object> onPage = page.json("$.numberRanges[*].id");
      read += onPage.size();
      ids.addAll(onPage);
      token = page.json("$.nextPageToken");
    } while (token != null);

    assertThat(read).isGreaterThanOrEqualTo(3);
    assertThat(ids).hasSize(read);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    Rest.Reply reply = rest.get("/number-ranges/absent");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }
}
