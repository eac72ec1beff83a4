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
import org.junit.jupiter.api.io.TempDir;

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
  void sqlThatHasNoPlaceToGoIsAnErrorOfTheUsers(@TempDir Path folder) {
    Run run = msvc(Shop.small(), "roadmap", "--sql", folder.resolve("a/b").toString());

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("there is no folder for ", "mkdir -p ");
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

  @Test
  void aDocumentForPeopleHasTheOrderTheStepsAndAChapterEach(@TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("msvc.yaml"), "roadmap: {first: [order]}\n");

    Run run = msvc(Shop.small(), "-C", folder.toString(), "roadmap", "--out", "roadmap.md");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEqualTo("wrote roadmap.md\n");
    String text = Files.readString(folder.resolve("roadmap.md"));
    assertThat(text)
        .startsWith("<!-- made by msvc -->\n# Roadmap\n\nOne context becomes a service: ")
        .contains("flowchart LR\n  s1[\"1. order: ")
        .contains("\n1. order: first, as msvc.yaml:1 says; ")
        .contains("## Left in the monolith\n\n| context | why |\n|---|---|\n| catalog | ")
        .contains("\n## The five steps of each context\n")
        .containsSubsequence("\n## 1. order\n", "Risk: **", "| foreign-write | `", "Forecast: ")
        .doesNotContain("\n\n\n");
    assertThat(text.lines().filter(each -> each.startsWith("| 5. "))).hasSize(2);
    assertThat(msvc(Shop.small(), "-C", folder.toString(), "export", "markdown").out())
        .doesNotContain(" 1 modules", " 1 tables", "(1 lines)", " 1 classes")
        .containsSubsequence(
            "\n## Map\n", "\n## Roadmap\n", "\n### 1. order\n", "\n## Context order\n");
  }

  @Test
  void theDocumentOfOneContextIsItsChapterAlone(@TempDir Path folder) throws IOException {
    msvc(Shop.small(), "-C", folder.toString(), "roadmap", "-b", "order", "--out", "order.md");

    assertThat(Files.readString(folder.resolve("order.md")))
        .startsWith("<!-- made by msvc -->\n# order\n")
        .doesNotContain("Left in the monolith");
  }

  @Test
  void theDocumentOfALargeSystemIsBoundedAndNamesCannotBreakOutOfIt(@TempDir Path folder)
      throws IOException {
    String hostile = "|`<script>\"]\n# x";

    msvc(Shop.large(300, 3, hostile), "-C", folder.toString(), "roadmap", "--out", "roadmap.md");

    String text = Files.readString(folder.resolve("roadmap.md"));
    assertThat(text.lines().count()).isLessThan(2000);
    assertThat(text)
        .contains("240 more: `msvc roadmap -o wide`")
        .doesNotContain("<script>", "\n# x");
  }

  private static void collect(JsonNode node, Set<String> fields) {
    node.fieldNames().forEachRemaining(fields::add);
    node.forEach(each -> collect(each, fields));
  }
}
