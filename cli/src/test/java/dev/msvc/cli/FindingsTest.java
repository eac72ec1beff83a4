package dev.msvc.cli;

import static dev.msvc.cli.Run.msvc;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingsTest {
  @Test
  void theListHasTheMostDangerousFirst() {
    assertThat(msvc(Shop.small(), "get", "findings").lines().subList(0, 2))
        .containsExactly(
            "RULE                SEVERITY  PLACES  FOUND",
            "F01-OTHER-USERS     high           1  reporting: 1 right or way in, in the schema, to"
                + " tables of o...");
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

    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("there is no rule 'F04-FOREIGN-LIST'");
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
}
