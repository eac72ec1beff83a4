// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.orders.domain.order.OrderSamples;
import com.acme.shop.orders.support.Rest;
import com.acme.shop.orders.support.ServiceTest;
import com.acme.shop.orders.support.TestEnvironment;
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
    rest = new Rest(port, TestEnvironment.ISSUER.token("shop-orders-read", "shop-orders-write"));
  }

  @Test
  void whatIsCreatedIsShown() {
    Rest.Reply created = rest.post("/api/orders", OrderSamples.json());
    String path = created.header("Location");

    assertThat(created.status()).isEqualTo(201);
    assertThat(path).startsWith("/api/orders/");
    assertThat(created.header("ETag")).isNotEmpty();
    Rest.Reply read = rest.get(path);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.body()).isEqualTo(created.body());
  }

  @Test
  void eachFieldThatIsNotValidIsNamed() {
    Rest.Reply reply = rest.post("/api/orders", "{}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.<List<String>>json("$.errors[*].field"))
        .containsExactly(
            "archived", "createdAt", "customerId", "number", "placedAt", "status", "updatedAt");
  }

  @Test
  void aSecondOneOfTheSameIsAConflict() {
    String json = OrderSamples.json();
    rest.post("/api/orders", json);

    Rest.Reply second = rest.post("/api/orders", json);

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void jsonThatIsNoneIsAProblem() {
    Rest.Reply reply = rest.post("/api/orders", "{");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void halfACharacterIsAProblem() {
    String json = OrderSamples.json().replace("\"number\": \"", "\"number\": \"\\ud800");

    Rest.Reply reply = rest.post("/api/orders", json);

    assertThat(json).contains("\\ud800");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void aWholeNumberIsNotCutFromAFraction() {
    Rest.Reply reply = rest.post("/api/orders", "{\"customerId\": 1.5}");

    assertThat(reply.status()).isEqualTo(400);
    // it is not read at all, so that no field is looked at
    assertThat(reply.body()).doesNotContain("errors");
  }

  @Test
  void pagesShowEachOnce() {
    for (int i = 0; i < 3; i++) {
      rest.post("/api/orders", OrderSamples.json());
    }

    Set<Object> ids = new HashSet<>();
    String token = "";
    int read = 0;
    do {
      Rest.Reply page = rest.get("/api/orders?pageSize=2&pageToken=" + token);
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
    assertThat(rest.get("/api/orders?pageToken=x").status()).isEqualTo(400);
    assertThat(rest.get("/api/orders?pageSize=1000").<List<String>>json("$.errors[*].field"))
        .containsExactly("pageSize");
  }

  @Test
  void updateReplacesTheVersionThatWasRead() {
    Rest.Reply created = rest.post("/api/orders", OrderSamples.json());
    String path = created.header("Location");

    Rest.Reply updated = rest.put(path, OrderSamples.json(), "If-Match", created.header("ETag"));

    assertThat(updated.status()).isEqualTo(200);
    assertThat(rest.put(path, OrderSamples.json(), "If-Match", "\"999999\"").status())
        .isEqualTo(412);
    assertThat(rest.put(path, OrderSamples.json()).status()).isEqualTo(428);
  }

  @Test
  void cancelIsDone() {
    Rest.Reply created = rest.post("/api/orders", OrderSamples.json());
    String path = created.header("Location");
    String json =
        """
        {"reason": "reason"}
        """;

    Rest.Reply reply = rest.post(path + "/cancel", json);

    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void returnsIsDone() {
    Rest.Reply created = rest.post("/api/orders", OrderSamples.json());
    String path = created.header("Location");
    String json =
        """
        {"sku": "sku", "quantity": 1, "reason": "reason"}
        """;

    Rest.Reply reply = rest.post(path + "/returns", json);

    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    Rest.Reply reply = rest.get("/api/orders/9223372036854775806");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }
}
