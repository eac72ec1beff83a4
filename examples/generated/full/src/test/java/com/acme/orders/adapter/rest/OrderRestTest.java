// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.orders.domain.order.OrderSamples;
import com.acme.orders.support.Rest;
import com.acme.orders.support.ServiceTest;
import com.acme.orders.support.TestEnvironment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

@ServiceTest
class OrderRestTest {

  private Rest rest;

  @BeforeEach
  void callWithAToken(@Value("${local.server.port}") int port) {
    rest = new Rest(port, TestEnvironment.ISSUER.token("orders-read", "orders-write"));
  }

  @Test
  void whatIsCreatedIsShown() {
    Rest.Reply created = rest.post("/orders", OrderSamples.json());
    String path = created.header("Location");

    assertThat(created.status()).isEqualTo(201);
    assertThat(path).startsWith("/orders/");
    assertThat(created.header("ETag")).isNotEmpty();
    assertThat(created.<String>json("$.status")).isEqualTo("NEW");
    Rest.Reply read = rest.get(path);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.body()).isEqualTo(created.body());
  }

  @Test
  void eachFieldThatIsNotValidIsNamed() {
    Rest.Reply reply = rest.post("/orders", "{}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.<List<String>>json("$.errors[*].field"))
        .containsExactly("customerId", "deliverTo", "number", "placedAt", "total");
  }

  @Test
  void aSecondOneOfTheSameIsAConflict() {
    String json = OrderSamples.json();
    rest.post("/orders", json);

    Rest.Reply second = rest.post("/orders", json);

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void jsonThatIsNoneIsAProblem() {
    Rest.Reply reply = rest.post("/orders", "{");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void halfACharacterIsAProblem() {
    String json = OrderSamples.json().replace("\"number\": \"", "\"number\": \"\\ud800");

    Rest.Reply reply = rest.post("/orders", json);

    assertThat(json).contains("\\ud800");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void pagesShowEachOnce() {
    for (int i = 0; i < 3; i++) {
      rest.post("/orders", OrderSamples.json());
    }

    Set<Object> ids = new HashSet<>();
    String token = "";
    int read = 0;
    do {
      Rest.Reply page = rest.get("/orders?pageSize=2&pageToken=" + token);
      List<Object> onPage = page.json("$.orders[*].id");
      read += onPage.size();
      ids.addAll(onPage);
      token = page.json("$.nextPageToken");
    } while (token != null);

    assertThat(read).isGreaterThanOrEqualTo(3);
    assertThat(ids).hasSize(read);
  }

  @Test
  void aPageTokenOfSomebodyElseIsAProblem() {
    assertThat(rest.get("/orders?pageToken=x").status()).isEqualTo(400);
    assertThat(rest.get("/orders?pageSize=1000").<List<String>>json("$.errors[*].field"))
        .containsExactly("pageSize");
  }

  @Test
  void updateReplacesTheVersionThatWasRead() {
    Rest.Reply created = rest.post("/orders", OrderSamples.json());
    String path = created.header("Location");

    Rest.Reply updated = rest.put(path, OrderSamples.json(), "If-Match", created.header("ETag"));

    assertThat(updated.status()).isEqualTo(200);
    assertThat(rest.put(path, OrderSamples.json(), "If-Match", "\"999999\"").status())
        .isEqualTo(412);
    assertThat(rest.put(path, OrderSamples.json()).status()).isEqualTo(428);
  }

  @Test
  void whatIsDeletedIsNotFound() {
    Rest.Reply created = rest.post("/orders", OrderSamples.json());
    String path = created.header("Location");

    assertThat(rest.delete(path).status()).isEqualTo(204);

    assertThat(rest.get(path).status()).isEqualTo(404);
    assertThat(rest.delete(path).status()).isEqualTo(404);
  }

  @Test
  void payIsDoneOnce() {
    Rest.Reply created = rest.post("/orders", OrderSamples.json());
    String path = created.header("Location");
    String json =
        """
        {"method": {"type": "CardPayment", "token": "token", "lastFour": "0000"}}
        """;

    Rest.Reply reply = rest.post(path + "/pay", json);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.<String>json("$.status")).isEqualTo("PAID");
    assertThat(rest.post(path + "/pay", json).status()).isEqualTo(409);
  }

  @Test
  void cancelIsDoneOnce() {
    Rest.Reply created = rest.post("/orders", OrderSamples.json());
    String path = created.header("Location");
    String json =
        """
        {"reason": "reason"}
        """;

    Rest.Reply reply = rest.post(path + "/cancel", json);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.<String>json("$.status")).isEqualTo("CANCELLED");
    assertThat(rest.post(path + "/cancel", json).status()).isEqualTo(409);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    Rest.Reply reply = rest.get("/orders/00000000-0000-4000-8000-000000000001");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }
}
