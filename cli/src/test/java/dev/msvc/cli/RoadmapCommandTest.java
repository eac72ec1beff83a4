package dev.msvc.cli;

import static dev.msvc.cli.Run.msvc;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RoadmapCommandTest {
  private static final Path SCHEMA = Path.of("..", "docs", "schemas", "roadmap-v1.schema.json");

  @Test
  void oneScreenHasTheOrderWithItsReasonsAndWhatIsLeft() {
    Run run = msvc(Shop.small(), "roadmap");

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).hasSizeLessThanOrEqualTo(40);
    assertThat(run.out()).contains("Leave in the monolith\n");
  }

  @Test
  void aContextHasFiveStepsWithTheirWayBack() {
    Run run = msvc(Shop.small(), "roadmap", "-b", "order");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("roadmap order\n")
        .contains("1. split the code of order from the rest", "5. delete the monolith's own code");
    assertThat(run.lines().stream().filter(each -> each.startsWith("  back: "))).hasSize(5);
    assertThat(run.lines()).hasSizeLessThanOrEqualTo(40);
  }

  @Test
  void anUnknownContextIsAnsweredWithTheNearest() {
    Run run = msvc(Shop.small(), "roadmap", "-b", "oder");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).startsWith("error: there is no context 'oder'\n").contains("order");
  }

  @Test
  void itsSchemaNamesEveryField() throws IOException {
    JsonNode document =
        new ObjectMapper().readTree(msvc(Shop.small(), "roadmap", "-o", "json").out());
    String schema = Files.readString(SCHEMA);
    Set<String> fields = new TreeSet<>();
    collect(document, fields);

    assertThat(document.get("schema").asText()).isEqualTo("msvc/roadmap/v1");
    assertThat(fields).hasSizeGreaterThan(30);
    assertThat(fields).allMatch(field -> schema.contains("\"" + field + "\""));
  }

  private static void collect(JsonNode node, Set<String> fields) {
    node.fieldNames().forEachRemaining(fields::add);
    node.forEach(each -> collect(each, fields));
  }
}
