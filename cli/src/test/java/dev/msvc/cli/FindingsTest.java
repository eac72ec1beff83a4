package dev.msvc.cli;

import static dev.msvc.cli.Run.msvc;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTest {
  @Test
  void theListHasTheMostDangerousFirst() {
    assertThat(msvc(Shop.small(), "get", "findings").lines().subList(0, 2))
        .containsExactly(
            "RULE                SEVERITY  PLACES  FOUND",
            "F01-OTHER-USERS     high           1  the schema gives reporting a right or way in, to"
                + " tables of ...");
  }

  @Test
  void aRuleIsNamedInFullOrByItsRow() {
    Run row = msvc(Shop.small(), "get", "findings", "--rule", "f04", "-o", "name");
    Run full =
        msvc(Shop.small(), "get", "findings", "--rule", "MSVC-F04-FOREIGN-LISTS", "-o", "name");

    assertThat(row.out()).isEqualTo("MSVC-F04-FOREIGN-LISTS/order\n").isEqualTo(full.out());
  }

  @Test
  void aRuleThatThereIsNotIsAMistake() {
    Run unknown = msvc(Shop.small(), "get", "findings", "--rule", "F04-FOREIGN-LIST");
    Run elsewhere = msvc(Shop.small(), "get", "tables", "--rule", "F04");
    Run far = msvc(Shop.small(), "get", "findings", "--rule", "F99");

    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("there is no rule 'F04-FOREIGN-LIST'");
    assertThat(far.err()).contains("there is no rule 'F99'; there are F01, F02, F03, ");
    assertThat(elsewhere.exitCode()).isEqualTo(2);
    assertThat(elsewhere.err()).contains("--rule goes with findings only");
  }

  @Test
  void aContextHasItsOwn() {
    assertThat(msvc(Shop.small(), "get", "findings", "-b", "catalog", "-o", "name").lines())
        .contains("MSVC-F04-FOREIGN-LISTS/order")
        .doesNotContain("MSVC-F02-DATABASE-LOGIC/order");
  }

  @Test
  void explainSaysWhyARuleKillsAndWhereItIs() {
    Run rule = msvc(Shop.small(), "explain", "MSVC-F04-FOREIGN-LISTS");
    Run finding = msvc(Shop.small(), "explain", "MSVC-F04-FOREIGN-LISTS/order");

    assertThat(rule.out())
        .startsWith("rule MSVC-F04-FOREIGN-LISTS\n")
        .contains("Why it kills migrations", "What to do", "How to accept it")
        .contains("OrderService.find joins products of catalog", "OrderService.java:28");
    assertThat(rule.lines()).hasSizeLessThanOrEqualTo(40);
    assertThat(finding.out())
        .startsWith("finding MSVC-F04-FOREIGN-LISTS/order\n")
        .contains("id: MSVC-F04-FOREIGN-LISTS/order", "OrderService.java:28");
  }

  private static final String WORD =
      """
      accepted:
        - {id: MSVC-F01-OTHER-USERS/reporting, reason: they know, until: 2999-12-31}
        - {id: MSVC-F04-FOREIGN-LISTS/order, reason: was to be done, until: 2020-01-31}
        - {id: MSVC-F04-FOREIGN-LISTS/basket, reason: gone}
        - {id: dependency/shop.A/shop.B, reason: of check}
      """;

  private static Run told(Path root, String... args) throws IOException {
    Files.writeString(root.resolve("msvc.yaml"), WORD);
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("-C", root.toString()));
    return msvc(Shop.small(), all.toArray(String[]::new));
  }

  @Test
  void whatIsAcceptedIsListedLastAndMarked(@TempDir Path root) throws IOException {
    Run list = told(root, "get", "findings", "-o", "wide");
    List<String> lines = list.lines();

    assertThat(lines.get(lines.size() - 1))
        .contains("accepted", "MSVC-F01-OTHER-USERS/reporting", "they know (until 2999-12-31)");
    assertThat(lines.stream().filter(each -> each.contains("accepted"))).hasSize(1);
    assertThat(told(root, "get", "findings", "-o", "json").out())
        .containsOnlyOnce("\"accepted\": \"they know\"")
        .containsOnlyOnce("\"acceptedUntil\": \"2999-12-31\"");
    assertThat(told(root, "explain", "MSVC-F01-OTHER-USERS/reporting").out())
        .contains("Accepted\n  they know (until 2999-12-31)  msvc.yaml:2")
        .doesNotContain("How to accept it");
  }

  @Test
  void whatIsAcceptedDoesNotCount(@TempDir Path root) throws IOException {
    assertThat(told(root, "analyze").out())
        .contains("What kills migrations: 6 findings and 1 accepted, most dangerous first")
        .doesNotContain("  F01");
  }

  @Test
  void linesThatAcceptNothingAreNamed(@TempDir Path root) throws IOException {
    assertThat(told(root, "get", "findings").err().lines())
        .containsExactly(
            "msvc.yaml:3: MSVC-F04-FOREIGN-LISTS/order counts again: it was accepted until"
                + " 2020-01-31",
            "msvc.yaml:4: there is no finding MSVC-F04-FOREIGN-LISTS/basket: delete the line");
  }
}
