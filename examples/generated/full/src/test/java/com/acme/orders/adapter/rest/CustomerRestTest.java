// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.orders.domain.customer.CustomerSamples;
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
class CustomerRestTest {

  private Rest rest;

  @BeforeEach
  void callWithAToken(@Value("${local.server.port}") int port) {
    rest = new Rest(port, TestEnvironment.ISSUER.token("orders-read", "orders-write"));
  }

  @Test
  void whatIsCreatedIsShown() {
    Rest.Reply created = rest.post("/customers", CustomerSamples.json());
    String path = created.header("Location");

    assertThat(created.status()).isEqualTo(201);
    assertThat(path).startsWith("/customers/");
    assertThat(created.header("ETag")).isNotEmpty();
    Rest.Reply read = rest.get(path);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.body()).isEqualTo(created.body());
  }

  @Test
  void eachFieldThatIsNotValidIsNamed() {
    Rest.Reply reply = rest.post("/customers", "{}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.<List<String>>json("$.errors[*].field"))
        .containsExactly("active", "email", "name");
  }

  @Test
  void aSecondOneOfTheSameIsAConflict() {
    String json = CustomerSamples.json();
    rest.post("/customers", json);

    Rest.Reply second = rest.post("/customers", json);

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void jsonThatIsNoneIsAProblem() {
    Rest.Reply reply = rest.post("/customers", "{");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void halfACharacterIsAProblem() {
    String json = CustomerSamples.json().replace("\"email\": \"", "\"email\": \"\\ud800");

    Rest.Reply reply = rest.post("/customers", json);

    assertThat(json).contains("\\ud800");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void pagesShowEachOnce() {
    for (int i = 0; i < 3; i++) {
      rest.post("/customers", CustomerSamples.json());
    }

    Set<Object> ids = new HashSet<>();
    String token = "";
    int read = 0;
    do {
      Rest.Reply page = rest.get("/customers?pageSize=2&pageToken=" + token);
      List<Object> onPage = page.json("$.customers[*].id");
      read += onPage.size();
      ids.addAll(onPage);
      token = page.json("$.nextPageToken");
    } while (token != null);

    assertThat(read).isGreaterThanOrEqualTo(3);
    assertThat(ids).hasSize(read);
  }

  @Test
  void aPageTokenOfSomebodyElseIsAProblem() {
    assertThat(rest.get("/customers?pageToken=x").status()).isEqualTo(400);
    assertThat(rest.get("/customers?pageSize=1000").<List<String>>json("$.errors[*].field"))
        .containsExactly("pageSize");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    Rest.Reply reply = rest.get("/customers/9223372036854775806");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }
}
