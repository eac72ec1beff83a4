package dev.msvc.cli;

import static dev.msvc.cli.Run.msvc;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.msvc.model.Analysis;
import dev.msvc.model.Coverage;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  private static final String NEW =
      "dependency/shop.order.OrderService/shop.catalog.ProductRepository";

  @TempDir Path folder;

  private Run check(Analysis analysis, String... args) {
    List<String> all = new ArrayList<>(List.of("-C", folder.toString(), "check"));
    all.addAll(List.of(args));
    return msvc(analysis, all.toArray(String[]::new));
  }

  /** The shop before a service used a repository of another context. */
  private static Analysis before() {
    Analysis shop = Shop.small();
    Decomposition old = shop.decomposition();
    return new Analysis(
        shop.facts(),
        new Decomposition(
            old.contexts(),
            old.shared(),
            old.mustSplit(),
            old.technical(),
            old.owners(),
            old.dependencies().stream()
                .filter(each -> !each.from().equals("shop.order.OrderService"))
                .toList()),
        shop.advice());
  }

  private Map<String, String> baseline() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    Path baseline = folder.resolve("msvc-baseline");
    if (Files.exists(baseline)) {
      try (Stream<Path> files = Files.list(baseline)) {
        for (Path each : files.toList()) {
          texts.put(each.getFileName().toString(), Files.readString(each));
        }
      }
    }
    return texts;
  }

  @Test
  void withoutABaselineThereIsNothingToCheckAgainst() {
    Run run = msvc("-C", folder.toString(), "check");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .isEqualTo(
            """
            error: there is no baseline to check against
            hint:  'msvc -C %s check --init' makes it; commit msvc-baseline then
            """
                .formatted(folder));
  }

  @Test
  void theLineIsDrawnOnce() throws IOException {
    Run run = check(Shop.small(), "--init");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("violations are there today and become the baseline");
    assertThat(baseline().get("catalog+order.txt")).contains("\n" + NEW + "\n");
    assertThat(baseline().values()).noneMatch(text -> text.matches("(?s).*\\.java:\\d.*"));
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");

    Run again = check(Shop.small(), "--init");
    assertThat(again.exitCode()).isEqualTo(3);
    assertThat(again.err()).contains("msvc-baseline is there", "check --update");
  }

  @Test
  void nothingNewIsZero() {
    check(Shop.small(), "--init");

    Run run = check(Shop.small());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("no new violations of the boundaries; ");
    assertThat(run.err()).contains("no msvc.lock:", "accept");
  }

  @Test
  void whatIsNewIsNamedWithPlacePageAndId() {
    check(before(), "--init");

    Run run = check(Shop.small());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("1 new violation of the boundaries; ")
        .contains(
            """

            src/shop/order/OrderService.java:11
              OrderService of order uses ProductRepository of catalog (call, field, 2 references)
              do: ask catalog through an interface or an event of it, or move the code to where it belongs
              medium, docs/check.md; id: %s

            Mend them, or accept one in msvc.yaml under 'accepted': {id, reason, until} (docs/check.md).
            """
                .formatted(NEW));
  }

  @Test
  void checkWritesNothing() throws IOException {
    check(Shop.small(), "--init");
    Map<String, String> drawn = baseline();

    check(before());

    assertThat(baseline()).isEqualTo(drawn);
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).containsExactly(folder.resolve("msvc-baseline"));
    }
  }

  @Test
  void whatIsGoneIsSaidAndTakenOutWhenAsked() throws IOException {
    check(Shop.small(), "--init");

    Run run = check(before());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("1 fewer than in the baseline: run '", "check --update'");

    Map<String, String> drawn = baseline();
    Run shown = check(before(), "--update", "--diff", "--exit-code");
    assertThat(shown.exitCode()).isEqualTo(4);
    assertThat(shown.out()).startsWith("1 fewer in the baseline\n  - " + NEW + "\n");
    assertThat(baseline()).isEqualTo(drawn);

    Run update = check(before(), "--update");
    assertThat(update.exitCode()).isZero();
    assertThat(update.err()).contains("wrote msvc-baseline: commit it");
    assertThat(baseline().get("catalog+order.txt")).doesNotContain(NEW);
    assertThat(check(Shop.small()).exitCode()).as("it cannot come back").isEqualTo(1);
  }

  @Test
  void anUpdateDoesNotLetInWhatIsNew() throws IOException {
    check(before(), "--init");
    Map<String, String> drawn = baseline();

    Run run = check(Shop.small(), "--update");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(baseline()).isEqualTo(drawn);
  }

  @Test
  void nothingIsWrittenOnContinuousIntegration() throws IOException {
    for (String option : List.of("--init", "--update")) {
      Run run =
          msvc(
              (root, inputs, progress) -> Shop.small(),
              Terminal.NONE,
              Map.of("CI", ""),
              "-C",
              folder.toString(),
              "check",
              option);

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("no baseline is ever written where CI is set");
      assertThat(baseline()).isEmpty();
    }
  }

  @Test
  void acceptedUntilADayThatIsOverCountsAgain() throws IOException {
    check(before(), "--init");
    accept("9999-12-31");
    assertThat(check(Shop.small()).exitCode()).isZero();
    assertThat(check(Shop.small()).out()).contains(", 1 accepted");

    accept("2001-01-31");
    Run run = check(Shop.small());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("; it was accepted until 2001-01-31 (msvc.yaml:2); id: " + NEW);
  }

  private void accept(String until) throws IOException {
    Files.writeString(
        folder.resolve("msvc.yaml"),
        "accepted:\n- {id: %s, reason: known, until: %s}\n".formatted(NEW, until));
  }

  @Test
  void aBaselineHalfMergedIsNamedBeforeAnythingIsRead() throws IOException {
    check(Shop.small(), "--init");
    Path file = folder.resolve("msvc-baseline/catalog+order.txt");
    Files.writeString(file, Files.readString(file) + "=======\n");
    long lines = Files.readString(file).lines().count();

    Run run = msvc("-C", folder.toString(), "check");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .startsWith("error: msvc-baseline/catalog+order.txt:%d: a merge was not".formatted(lines));
  }

  @Test
  void symbolicLinksAreNotFollowed() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("msvc-baseline"), elsewhere);

    assertThat(check(Shop.small()).err()).contains("msvc-baseline is not a folder");
    assertThat(check(Shop.small(), "--init").exitCode()).isEqualTo(3);
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void whatWasNotUnderstoodMayStillBeThere() throws IOException {
    check(Shop.small(), "--init");
    Map<String, String> drawn = baseline();
    Analysis thin =
        Shop.with(
            Coverage.of(
                new Share(1, 119), new Share(1, 43), Share.NONE, Share.NONE, Share.NONE, Map.of()));

    Run run = check(thin, "--update");

    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.err()).contains("the baseline stays as it is");
    assertThat(baseline()).isEqualTo(drawn);
  }

  @Test
  void aScreenHoldsWhatMattersMostAndSaysWhereTheRestIs() {
    check(Shop.large(2, 1, ""), "--init");

    Run run = check(Shop.large(40, 3, ""));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.lines()).hasSizeLessThanOrEqualTo(40);
    Run whole = check(Shop.large(40, 3, ""), "-o", "wide");
    int found = Integer.parseInt(whole.out().split(" ", 2)[0].replace(",", ""));
    assertThat(listed(run)).isEqualTo(5);
    assertThat(run.out())
        .contains("\n%,d more of these %,d: msvc".formatted(found - 5, found), "check -o wide\n");
    assertThat(listed(whole)).as("as many as it says").isEqualTo(found);
    assertThat(whole.out()).doesNotContain(" more");
  }

  private static long listed(Run run) {
    return run.lines().stream().filter(each -> each.contains("; id: ")).count();
  }

  @Test
  void linesThatDoNotFitTheScreenOfAnUpdateAreCountedAndToBeSeen() {
    check(Shop.large(40, 3, ""), "--init");

    assertThat(check(Shop.large(2, 1, ""), "--update", "--diff").out())
        .containsPattern("\n  [0-9,]+ more lines: msvc .*check --update --diff -o wide\n");
    assertThat(check(Shop.large(2, 1, ""), "--update").out())
        .containsPattern("\n  [0-9,]+ more lines: git diff msvc-baseline\n");
  }

  @Test
  void optionsThatContradictEachOtherAreWrongUsage() {
    assertThat(check(Shop.small(), "--init", "--update").exitCode()).isEqualTo(2);
    assertThat(check(Shop.small(), "--diff").exitCode()).isEqualTo(2);
    assertThat(check(Shop.small(), "--exit-code").exitCode()).isEqualTo(2);
    assertThat(check(Shop.small(), "--threshold", "bad").exitCode()).isEqualTo(2);
  }

  @Test
  void programsGetItAsTheSchemaSays() throws IOException {
    check(before(), "--init");
    ObjectMapper json = new ObjectMapper();
    JsonNode schema =
        json.readTree(Files.readString(Path.of("..", "docs", "schemas", "check-v1.schema.json")));
    JsonNode document = json.readTree(check(Shop.small(), "-o", "json").out());

    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(document))
        .isEmpty();
    assertThat(document.at("/new/0/id").asText()).isEqualTo(NEW);
  }
}
