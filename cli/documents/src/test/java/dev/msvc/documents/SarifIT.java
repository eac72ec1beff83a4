package dev.msvc.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is exported is valid by the schema of SARIF 2.1.0. */
class SarifIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static JsonSchema schema;

  @BeforeAll
  static void readSchema() throws IOException {
    try (InputStream in = SarifIT.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
              .getSchema(
                  JSON.readTree(in),
                  SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }
  }

  @Test
  void theExample() throws Exception {
    JsonNode log = JSON.readTree(Exported.export(Exported.SHOP, "sarif"));

    assertThat(schema.validate(log)).isEmpty();
    assertThat(log.at("/runs/0/results").size()).isGreaterThan(100);
  }

  @Test
  void whatIsWrongWouldBeSeen() throws IOException {
    assertThat(schema.validate(JSON.readTree("{\"version\": \"2.1.0\"}"))).isNotEmpty();
    assertThat(
            schema.validate(
                JSON.readTree(
                    "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"x\","
                        + " \"informationUri\": \"not a uri\"}}}]}")))
        .isNotEmpty();
  }
}
