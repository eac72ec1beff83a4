package dev.msvc.generators.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.Organisation;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoggingGeneratorTest {
  private static final String ID = "0".repeat(64);

  private final LoggingGenerator generator = new LoggingGenerator();

  @Test
  void filesOfTheServiceAreReadWhereverItRuns() {
    assertThat(reads(Organisation.DEFAULT, "order-book-7d9f-x2_any_order-book-" + ID)).isTrue();
    assertThat(reads(Organisation.DEFAULT, "orders-7d9f-x2_any_orders-" + ID)).isFalse();
  }

  @Test
  void filesOfItsNamesakeInAnotherNamespaceAreNot() {
    Organisation shop = Samples.shop(Map.of(), "https://x");

    assertThat(reads(shop, "order-book-7d9f-x2_shop_order-book-" + ID)).isTrue();
    assertThat(reads(shop, "order-book-7d9f-x2_other_order-book-" + ID)).isFalse();
  }

  @Test
  void everyStepSeesItsOwnRecordsOnly() {
    JsonNode pipeline = configuration(Organisation.DEFAULT).path("pipeline");

    assertThat(pipeline.at("/inputs/0/tag").asText()).isEqualTo("service.order-book.*");
    assertThat(pipeline.findValuesAsText("match")).hasSize(5).containsOnly("service.order-book.*");
    assertThat(pipeline.at("/filters/0/kube_tag_prefix").asText())
        .isEqualTo("service.order-book.var.log.containers.");
    // the container's name tells the service from one called order-book-keeper
    assertThat(pipeline.at("/filters/1/regex").asText())
        .isEqualTo("$kubernetes['container_name'] ^order-book$");
  }

  @Test
  void whoKeepsLogsIsLeftToTheEnvironmentAndNoSecretIsHere() {
    JsonNode output = configuration(Organisation.DEFAULT).at("/pipeline/outputs/0");

    assertThat(output.path("host").asText()).isEqualTo("${LOGS_HOST}");
    assertThat(output.fieldNames())
        .toIterable()
        .containsExactly("name", "match", "host", "port", "retry_limit");
  }

  @Test
  void itIsMadeOnlyWhereTheOrganisationWantsIt() {
    Part logging =
        Part.ALL.stream().filter(each -> each.name().equals("logging")).findFirst().orElseThrow();

    assertThat(logging.wanted().test(Organisation.DEFAULT)).isFalse();
    assertThat(logging.files(Samples.orders(Organisation.DEFAULT)))
        .extracting(PlannedFile::path)
        .containsExactly("deploy/logging/fluent-bit.yaml", "deploy/logging/kustomization.yaml");
  }

  private boolean reads(Organisation organisation, String file) {
    String pattern = configuration(organisation).at("/pipeline/inputs/0/path").asText();
    return FileSystems.getDefault()
        .getPathMatcher("glob:" + pattern)
        .matches(Path.of("/var/log/containers/" + file + ".log"));
  }

  private JsonNode configuration(Organisation organisation) {
    List<PlannedFile> files = generator.files(Samples.orders(organisation));
    return Samples.yaml(files, "deploy/logging/fluent-bit").get(0);
  }
}
