package dev.msvc.cli;

import static dev.msvc.cli.Run.msvc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.msvc.model.Place;
import dev.msvc.model.Severity;
import dev.msvc.model.Violation;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hosts ask of a log; that it is valid is shown with the official schema. */
class SarifTest {
  @TempDir Path folder;

  private static JsonNode log(List<Violation> violations) throws IOException {
    StringWriter log = new StringWriter();
    Sarif.of(violations).write(log);
    return new ObjectMapper().readTree(log.toString());
  }

  private static Violation violation(int number, Place... places) {
    String id = "dependency/a.A%d/b.B".formatted(number);
    return new Violation(
        id,
        id,
        "MSVC-DEPENDENCY",
        Severity.MEDIUM,
        List.of(),
        List.of(),
        "A uses B",
        "stop it",
        List.of(places));
  }

  @Test
  void everythingIsExported() throws IOException {
    JsonNode run =
        new ObjectMapper().readTree(msvc(Shop.small(), "export", "sarif").out()).at("/runs/0");

    Set<String> rules = new HashSet<>();
    run.at("/tool/driver/rules").forEach(each -> rules.add(each.get("id").asText()));
    assertThat(run.get("results")).isNotEmpty();
    for (JsonNode result : run.get("results")) {
      assertThat(rules).contains(result.get("ruleId").asText());
      int index = result.get("ruleIndex").asInt();
      assertThat(run.at("/tool/driver/rules/" + index + "/id")).isEqualTo(result.get("ruleId"));
      assertThat(result.at("/partialFingerprints/primaryLocationLineHash").asText())
          .matches("[0-9a-f]{16}:1");
    }
    for (JsonNode rule : run.at("/tool/driver/rules")) {
      assertThat(rule.at("/help/text").asText()).contains("More: docs/");
      assertThat(rule.at("/shortDescription/text").asText()).isNotEmpty();
    }
  }

  @Test
  void checkTellsHostsOfWhatIsNewAlone() throws IOException {
    msvc(Shop.small(), "-C", folder.toString(), "check", "--init");

    Run run = msvc(Shop.small(), "-C", folder.toString(), "check", "-o", "sarif");

    assertThat(run.exitCode()).isZero();
    assertThat(new ObjectMapper().readTree(run.out()).at("/runs/0/results")).isEmpty();
    assertThat(Files.exists(folder.resolve("msvc.sarif"))).isFalse();
  }

  @Test
  void whatIsAcceptedIsSuppressed() throws IOException {
    String id = "dependency/shop.order.OrderService/shop.catalog.ProductRepository";
    Files.writeString(
        folder.resolve("msvc.yaml"), "accepted: [{id: %s, reason: known}]\n".formatted(id));

    Run run = msvc(Shop.small(), "-C", folder.toString(), "export", "sarif");

    assertThat(new ObjectMapper().readTree(run.out()).at("/runs/0/results"))
        .filteredOn(each -> each.has("suppressions"))
        .extracting(
            each -> each.at("/properties/id").asText(),
            each -> each.at("/suppressions/0/justification").asText())
        .containsExactly(tuple(id, "known"));
  }

  @Test
  void placesAreRelativeReferences() throws IOException {
    Place odd = new Place("a b/c:d%e/\u00e9#.java", 3);
    JsonNode result = log(List.of(violation(1, odd, new Place("x", 0)))).at("/runs/0/results/0");

    JsonNode first = result.at("/locations/0/physicalLocation");
    assertThat(first.at("/artifactLocation/uri").asText())
        .isEqualTo("a%20b/c%3Ad%25e/%C3%A9%23.java");
    assertThat(first.at("/artifactLocation/uriBaseId").asText()).isEqualTo("%SRCROOT%");
    assertThat(first.at("/region/startLine").asInt()).isEqualTo(3);
    assertThat(result.at("/relatedLocations/0/physicalLocation/region").isMissingNode())
        .as("lines start at 1")
        .isTrue();
  }

  @Test
  void noMoreIsWrittenThanHostsTakeAndTheRestIsSaid() throws IOException {
    List<Violation> many = IntStream.range(0, 25_003).mapToObj(each -> violation(each)).toList();

    JsonNode run = log(many).at("/runs/0");

    assertThat(run.get("results")).hasSize(25_000);
    assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").asText())
        .startsWith("3 results are left out");
  }
}
