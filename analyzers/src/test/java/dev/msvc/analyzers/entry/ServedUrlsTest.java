package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** URLs that a service has, by its document of OpenAPI. */
class ServedUrlsTest {
  private static final ServedUrls URLS =
      ServedUrls.read(
              "openapi.yaml",
              """
              openapi: 3.1.0
              servers: [{url: "https://orders.example.com/api"}]
              paths:
                /orders:
                  get: {operationId: list}
                  post: {operationId: create}
                /orders/{id}:
                  parameters: []
                  get: {operationId: get}
                /orders/search:
                  get: {operationId: search}
                /orders/{id}/lines/{line}:
                  $ref: "#/paths/~1orders"
              """)
          .orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "GET, /api/orders, true",
    "GET, /api/orders/, true",
    "HEAD, /api/orders, true",
    "OPTIONS, /api/orders, true",
    "ANY, /api/orders, true",
    "POST, /api/orders, true",
    "DELETE, /api/orders, false",
    "GET, /orders, false",
    "GET, /api/orders/{orderId}, true",
    "GET, /api/orders/count, true",
    "PUT, /api/orders/{id}, false",
    "GET, /api/orders/{id}/lines, false",
    "GET, /api/orders/{id}/lines/{no}, true",
    "GET, /api/{any}, false",
    "GET, /api/orders/**, true"
  })
  void aRequestIsAnsweredByAnUrlOfItsFormAndMethod(String verb, String path, boolean answered) {
    assertThat(URLS.answer(verb, path)).isEqualTo(answered);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, true",
    "GET, /api, true",
    "GET, /api/orders/x/lines, true",
    "DELETE, /api/orders, false",
    "GET, /api/invoices, false",
    "GET, /api/orders/x/lines/y/z, false"
  })
  void aPrefixIsAnsweredWhereAnythingBelowItIs(String verb, String prefix, boolean answered) {
    assertThat(URLS.answerBelow(verb, prefix)).isEqualTo(answered);
  }

  @Test
  void whatIsNoSuchDocumentSaysNothing() {
    assertThat(ServedUrls.read("a.yaml", "paths: {/a: {get: {}}}")).isEmpty();
    assertThat(ServedUrls.read("a.yaml", "openapi: 3.0.0\npaths: {}")).isEmpty();
    assertThat(ServedUrls.read("a.yaml", "{")).isEmpty();
    assertThat(ServedUrls.read("a.yaml", "")).isEmpty();
  }
}
