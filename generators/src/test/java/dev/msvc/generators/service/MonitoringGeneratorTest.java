package dev.msvc.generators.service;

import static dev.msvc.generators.service.Samples.kind;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MonitoringGeneratorTest {
  private static final String HOSTILE =
      "\"\\\"quoted\\\" 'it' {{ .Values.x }} ${datasource} ${{ secrets.X }} [=service] # no comment\\n---\\nkind: Secret \\\\ </script> \\u2028 \\u202e é\"";

  private final MonitoringGenerator generator = new MonitoringGenerator();

  @Test
  void theOperatorAndPromtoolAreGivenTheSameRules() {
    List<PlannedFile> files = generator.files(Samples.orders(Organisation.DEFAULT));

    JsonNode rules =
        kind(Samples.yaml(files, "deploy/monitoring/prometheusrule"), "PrometheusRule")
            .path("spec");

    assertThat(rules)
        .isEqualTo(Samples.yaml(files, "deploy/monitoring/prometheus/rules.yaml").get(0));
    assertThat(rules.path("groups")).hasSize(3);
  }

  @Test
  void everyAlertHasASeverityAndItsPlaceInTheRunbookAndTestsOfWhenItIsSaidAndWhenNot() {
    for (String database : List.of("postgresql", "none")) {
      List<PlannedFile> files =
          generator.files(Samples.orders(Organisation.DEFAULT, "\"Takes orders.\"", database));
      Set<String> headings = new TreeSet<>();
      text(files, "docs/runbook.md")
          .lines()
          .filter(each -> each.startsWith("## "))
          .forEach(each -> headings.add(each.substring(3)));
      JsonNode tests = Samples.yaml(files, "deploy/monitoring/prometheus/rules.test").get(0);

      List<JsonNode> alerts = alerts(files);

      assertThat(alerts)
          .hasSizeGreaterThan(6)
          .extracting(each -> each.path("alert").asText())
          .containsExactlyInAnyOrderElementsOf(headings);
      assertThat(alerts)
          .allSatisfy(
              each -> {
                String name = each.path("alert").asText();
                assertThat(each.at("/labels/severity").asText()).isIn("critical", "warning");
                assertThat(each.at("/annotations/runbook").asText())
                    .isEqualTo("docs/runbook.md#" + name.toLowerCase(Locale.ROOT));
                assertThat(said(tests, name, true)).as(name).isPositive();
                assertThat(said(tests, name, false)).as(name).isPositive();
              });
    }
  }

  @Test
  void everyQueryAsksForMetricsOfTheService() throws JsonProcessingException {
    List<PlannedFile> files = generator.files(Samples.orders(Organisation.DEFAULT));
    List<String> queries = new ArrayList<>();
    dashboard(files).findValues("expr").forEach(each -> queries.add(each.asText()));
    kind(Samples.yaml(files, "deploy/monitoring/prometheusrule"), "PrometheusRule")
        .findValues("expr")
        .forEach(each -> queries.add(each.asText()));

    assertThat(queries).hasSizeGreaterThan(40).allMatch(each -> each.contains("='order-book'"));
  }

  @Test
  void aServiceInANamespaceIsNotTakenForItsNamesakes() {
    List<PlannedFile> files =
        generator.files(Samples.orders(Samples.shop(Map.of("release", "watch"), "https://x")));

    List<JsonNode> all = Samples.yaml(files, "deploy/monitoring/");

    assertThat(kind(all, "ServiceMonitor").at("/metadata/namespace").asText()).isEqualTo("shop");
    assertThat(kind(all, "ServiceMonitor").at("/metadata/labels/release").asText())
        .isEqualTo("watch");
    assertThat(alerts(files))
        .allMatch(each -> each.path("expr").asText().contains("namespace='shop'"));
  }

  @Test
  void whatAServiceDoesNotHaveIsNotWatched() throws JsonProcessingException {
    List<PlannedFile> files =
        generator.files(Samples.orders(Organisation.DEFAULT, "\"Takes orders.\"", "none"));

    assertThat(files)
        .filteredOn(each -> each.path().startsWith("deploy/"))
        .noneMatch(each -> each.text().contains("hikaricp"))
        .noneMatch(each -> each.text().contains("domain_events"));
    assertThat(dashboard(files).path("panels")).isNotEmpty();
  }

  @Test
  void panelsHaveIdsOfTheirOwnAndDoNotLieOnEachOther() throws JsonProcessingException {
    Set<String> cells = new TreeSet<>();
    Set<Integer> ids = new TreeSet<>();
    JsonNode panels =
        dashboard(generator.files(Samples.orders(Organisation.DEFAULT))).path("panels");

    for (JsonNode each : panels) {
      JsonNode at = each.path("gridPos");
      assertThat(ids.add(each.path("id").asInt())).isTrue();
      for (int x = 0; x < at.path("w").asInt(); x++) {
        for (int y = 0; y < at.path("h").asInt(); y++) {
          String cell = (at.path("x").asInt() + x) + "," + (at.path("y").asInt() + y);
          assertThat(cells.add(cell)).as(each.path("title").asText()).isTrue();
        }
      }
    }
  }

  @Test
  void aDescriptionIsTextWhateverIsInIt() throws JsonProcessingException {
    List<PlannedFile> files =
        generator.files(Samples.orders(Organisation.DEFAULT, HOSTILE, "postgresql"));

    assertThat(dashboard(files).path("description").asText())
        .isEqualTo(
            "\"quoted\" 'it' {{ .Values.x }} ${datasource} ${{ secrets.X }} [=service] # no comment --- kind: Secret \\ </script> é");
    assertThat(Samples.yaml(files, "deploy/"))
        .noneMatch(each -> each.path("kind").asText().equals("Secret"));
  }

  private static List<JsonNode> alerts(List<PlannedFile> files) {
    List<JsonNode> alerts = new ArrayList<>();
    kind(Samples.yaml(files, "deploy/monitoring/prometheusrule"), "PrometheusRule")
        .at("/spec/groups")
        .forEach(group -> group.path("rules").forEach(alerts::add));
    alerts.removeIf(each -> !each.has("alert"));
    return alerts;
  }

  private static long said(JsonNode tests, String alert, boolean fires) {
    List<JsonNode> all = new ArrayList<>();
    tests.path("tests").forEach(each -> each.path("alert_rule_test").forEach(all::add));
    return all.stream()
        .filter(each -> each.path("alertname").asText().equals(alert))
        .filter(each -> each.has("exp_alerts") == fires)
        .count();
  }

  private static JsonNode dashboard(List<PlannedFile> files) throws JsonProcessingException {
    return new ObjectMapper().readTree(text(files, "deploy/monitoring/dashboard.json"));
  }

  private static String text(List<PlannedFile> files, String path) {
    return files.stream().filter(each -> each.path().equals(path)).findFirst().orElseThrow().text();
  }
}
