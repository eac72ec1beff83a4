package dev.msvc.generators.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.service.Organisation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a parser that others use says of OpenAPI documents. */
class OpenApiIT {
  @ParameterizedTest
  @ValueSource(strings = {"minimal", "full", "hostile"})
  void documentsAreOpenApi31(String name) {
    SwaggerParseResult read = read(Specs.text(name));

    assertThat(read.getMessages()).isNullOrEmpty();
    assertThat(read.getOpenAPI().getSpecVersion()).isEqualTo(SpecVersion.V31);
  }

  @Test
  void whatIsReadIsWhatWasSaid() {
    OpenAPI api = read(Specs.text("full")).getOpenAPI();

    assertThat(api.getPaths().keySet())
        .containsExactly("/orders", "/orders/{id}", "/orders/{id}/pay");
    assertThat(api.getPaths().get("/orders/{id}").getPut().getResponses())
        .containsKeys("200", "412", "428", "default");
    assertThat(api.getComponents().getSchemas().get("OrderDetails").getProperties().get("number"))
        .hasFieldOrPropertyWithValue("maxLength", 20);
  }

  private static SwaggerParseResult read(String service) {
    Blueprint blueprint = Specs.blueprint(service, Organisation.DEFAULT);
    String document = new OpenApiGenerator().files(blueprint).get(0).text();
    return new OpenAPIV3Parser().readContents(document, List.of(), new ParseOptions());
  }
}
