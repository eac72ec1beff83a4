package dev.msvc.generators.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.msvc.generators.template.Templates;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.yaml.ServiceDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiGeneratorTest {
  private static final String SERVICE =
      """
      name: "no-1"
      package: com.acme.orders
      description: "x\\": {} # \\u2028 ${y} [=z]\\n- a"
      aggregates:
        Order:
          fields:
            number: {type: string, max: 20, description: "its \\"number\\": #1"}
            code: {type: string, pattern: "\\"|\\\\d"}
            on: boolean
            status: [NEW, PAID, "NO"]
            total: money
            due: optional date
            note: optional text
            by: optional Payment
            lines: {type: list(OrderLine), max: 9}
            labels: map(string)
          entities: {OrderLine: {fields: {count: {type: int, min: 1}}}}
          commands: {pay: {fields: {with: Payment}, sets: {status: PAID}}, close: {}}
        "No": {id: string, path: /refusals, fields: {why: string}, operations: [create]}
      values:
        Payment: {abstract: true, fields: {day: date}}
        Card: {extends: Payment, fields: {token: string}}
      """;

  private final JsonNode api = api();

  @Test
  void eachPathHasItsOperations() {
    assertThat(keys(api.path("paths")))
        .containsExactly(
            "/orders", "/orders/{id}", "/orders/{id}/pay", "/orders/{id}/close", "/refusals");
    assertThat(keys(api.at("/paths/~1orders~1{id}")))
        .containsExactly("parameters", "get", "put", "delete");
    assertThat(api.at("/paths/~1orders~1{id}~1close/post").has("requestBody")).isFalse();
    assertThat(api.at("/paths/~1refusals/post/parameters/0/$ref").asText())
        .isEqualTo("#/components/parameters/ChosenId");
  }

  @Test
  void allReferencesLeadSomewhere() {
    List<JsonNode> references = api.findValues("$ref");

    assertThat(references).hasSizeGreaterThan(40);
    for (JsonNode each : references) {
      assertThat(api.at(each.asText().substring(1)).isMissingNode()).as(each.asText()).isFalse();
    }
  }

  @Test
  void whatCallersSendHasRules() {
    JsonNode details = api.at("/components/schemas/OrderDetails");

    assertThat(details.path("required"))
        .extracting(JsonNode::asText)
        .containsExactly("number", "code", "on", "total");
    assertThat(details.at("/properties/number/maxLength").asInt()).isEqualTo(20);
    assertThat(details.at("/properties/code/pattern").asText()).isEqualTo("^(?:\"|\\d)$");
    assertThat(details.at("/properties/lines/maxItems").asInt()).isEqualTo(9);
    assertThat(details.at("/properties/due").toString())
        .isEqualTo("{\"type\":[\"string\",\"null\"],\"format\":\"date\"}");
    assertThat(details.at("/properties/by/anyOf/1/type").asText()).isEqualTo("null");
    assertThat(details.at("/properties").has("status")).isFalse();
  }

  @Test
  void textsAndNamesStayWhatTheyAre() {
    assertThat(api.at("/info/title").toString()).isEqualTo("\"no-1\"");
    assertThat(api.at("/info/description").asText()).isEqualTo("x\": {} # \u2028 ${y} [=z]\n- a");
    assertThat(api.at("/components/schemas/Order/properties/number/description").asText())
        .isEqualTo("its \"number\": #1");
    assertThat(api.at("/components/schemas/OrderStatus/enum/2").toString()).isEqualTo("\"NO\"");
  }

  private static List<String> keys(JsonNode node) {
    return node.properties().stream().map(java.util.Map.Entry::getKey).toList();
  }

  private static JsonNode api() {
    Blueprint blueprint =
        new Blueprint(
            ServiceDocument.read("service.yaml", SERVICE, Organisation.DEFAULT).get(0),
            Organisation.DEFAULT,
            Templates.BUNDLED);
    return Samples.yaml(new OpenApiGenerator().files(blueprint), "src/main/openapi").get(0);
  }
}
