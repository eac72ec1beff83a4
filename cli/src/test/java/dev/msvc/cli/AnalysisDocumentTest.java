package dev.msvc.cli;

import static dev.msvc.cli.Run.msvc;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.msvc.model.AccessVia;
import dev.msvc.model.CutKind;
import dev.msvc.model.DatabaseObjectKind;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.MappingRole;
import dev.msvc.model.Operation;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.TableKind;
import dev.msvc.model.TraitKind;
import dev.msvc.model.TypeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AnalysisDocumentTest {
  private static final Path DOCS = Path.of("..", "docs");

  @Test
  void outputKeepsToItsSchema() throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(new ObjectMapper().readTree(schemaFile()));

    assertThat(schema.validate(document("json"))).isEmpty();
    assertThat(schema.validate(new ObjectMapper().readTree("{\"schema\": \"msvc/analysis/v1\"}")))
        .isNotEmpty();
  }

  @Test
  void theSchemaHasAKindForEachReferenceThatBytecodeLacks() throws IOException {
    JsonNode kinds =
        new ObjectMapper()
            .readTree(schemaFile())
            .at("/properties/sourceDependencies/items/properties/kinds/propertyNames/enum");

    assertThat(kinds)
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ReferenceKind.values())
                .filter(each -> !each.isCompiled())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList());
  }

  @Test
  void theSchemaHasEveryKindThatAnalyzersMayFind() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(schemaFile()).get("properties");
    Map<String, Enum<?>[]> kinds =
        Map.of(
            "/traits/items/properties/kind", TraitKind.values(),
            "/entryPoints/items/properties/kind", EntryPointKind.values(),
            "/databaseObjects/items/properties/kind", DatabaseObjectKind.values(),
            "/tables/items/properties/kind", TableKind.values(),
            "/tables/items/properties/accesses/items/properties/via", AccessVia.values(),
            "/tables/items/properties/accesses/items/properties/op", Operation.values(),
            "/mappings/items/properties/role", MappingRole.values(),
            "/cuts/items/properties/kind", CutKind.values(),
            "/types/items/properties/kind", TypeKind.values());

    kinds.forEach(
        (place, values) ->
            assertThat(schema.at(place + "/enum"))
                .as(place)
                .extracting(JsonNode::asText)
                .containsAll(
                    Arrays.stream(values)
                        .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList()));
  }

  @Test
  void everyFieldIsInTheSchemaAndInTheDocumentation() throws IOException {
    Set<String> fields = new TreeSet<>();
    collect(document("json"), fields);
    fields.remove("Kotlin");

    String schema = schemaFile();
    String documentation = Files.readString(DOCS.resolve("model.md"));
    assertThat(fields).hasSizeGreaterThan(60);
    assertThat(fields).allMatch(field -> schema.contains("\"" + field + "\""));
    assertThat(fields).allMatch(field -> documentation.contains("`" + field + "`"));
  }

  @Test
  void yamlSaysTheSameAsJson() throws IOException {
    String yaml = msvc(Shop.small(), "analyze", "-o", "yaml").out();

    assertThat(new YAMLMapper().readTree(yaml)).isEqualTo(document("json"));
  }

  @Test
  void constantsThatBytecodeLacksHaveAListOfTheirOwn() throws IOException {
    JsonNode document = document("json");

    assertThat(document.get("dependencies")).hasSize(2);
    assertThat(document.get("dependencies").findValues("inlined")).isEmpty();
    assertThat(document.get("sourceDependencies")).hasSize(2);
    assertThat(document.at("/sourceDependencies/1/kinds/inlined").asInt()).isEqualTo(1);
  }

  @Test
  void contractReadsAsPromised() throws IOException {
    JsonNode document = document("json");

    assertThat(document.at("/coverage/files").toString()).isEqualTo("[118,119]");
    assertThat(document.at("/contexts/1/entryPoints/0").asText()).isEqualTo("POST /orders");
    assertThat(document.at("/tables/2/writers").toString())
        .isEqualTo("[\"shop.catalog.ProductRepository\",\"shop.order.OrderService\"]");
    assertThat(document.at("/tables/2/accesses/1/op").asText()).isEqualTo("update");
    assertThat(document.at("/transactions/0/contexts").toString())
        .isEqualTo("[\"catalog\",\"order\"]");
    assertThat(document.at("/mustSplit/0/class").asText()).isEqualTo("shop.web.Product");
    assertThat(document.at("/unread/0/line").asInt()).isEqualTo(17);
  }

  private static JsonNode document(String format) throws IOException {
    return new ObjectMapper().readTree(msvc(Shop.small(), "analyze", "-o", format).out());
  }

  private static String schemaFile() throws IOException {
    return Files.readString(DOCS.resolve("schemas").resolve("analysis-v1.schema.json"));
  }

  private static void collect(JsonNode node, Set<String> fields) {
    node.fieldNames().forEachRemaining(fields::add);
    node.forEach(each -> collect(each, fields));
  }
}
