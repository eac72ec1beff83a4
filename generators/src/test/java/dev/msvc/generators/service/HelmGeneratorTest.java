package dev.msvc.generators.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.Organisation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HelmGeneratorTest {
  private static final String HOSTILE = "https://x\" {{ .Values.y }} {{- end }} \\";

  @Test
  void valuesFromOutsideAreInFilesThatHelmDoesNotExpand() {
    Organisation shop = Samples.shop(Map.of("team", "t1"), HOSTILE).with(Organisation.Mesh.ISTIO);
    List<PlannedFile> files =
        new HelmGenerator().files(Samples.orders(shop, "'{{ .Values.y }} \"x\"'", "postgresql"));

    assertThat(files)
        .filteredOn(each -> each.path().contains("/templates/"))
        .hasSizeGreaterThan(12)
        .noneMatch(each -> each.text().contains(".Values.y") || each.text().contains("t1"));
    assertThat(
            Samples.yaml(files, "deploy/helm/order-book/values.yaml")
                .get(0)
                .at("/mesh/issuer")
                .asText())
        .isEqualTo(HOSTILE);
    assertThat(
            Samples.yaml(files, "deploy/helm/order-book/Chart.yaml")
                .get(0)
                .path("description")
                .asText())
        .isEqualTo("{{ .Values.y }} \"x\"");
  }

  @Test
  void theSchemaKnowsEveryValueAndNoOther() throws Exception {
    for (Organisation.Gateway gateway : Organisation.Gateway.values()) {
      for (Organisation.Mesh mesh : Organisation.Mesh.values()) {
        List<PlannedFile> files =
            new HelmGenerator()
                .files(Samples.orders(Organisation.DEFAULT.with(gateway).with(mesh)));
        JsonNode values = Samples.yaml(files, "deploy/helm/order-book/values.yaml").get(0);
        JsonNode schema =
            new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(
                    files.stream()
                        .filter(each -> each.path().endsWith("values.schema.json"))
                        .findFirst()
                        .orElseThrow()
                        .text());

        assertThat(schema.path("properties").fieldNames())
            .toIterable()
            .filteredOn(each -> !each.equals("global"))
            .containsExactlyInAnyOrderElementsOf(values::fieldNames);
      }
    }
  }
}
