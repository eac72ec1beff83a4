package dev.msvc.generators.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.msvc.generators.template.Templates;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.yaml.ServiceDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Services and organisations that tests generate from, and what they read back. */
final class Samples {
  private static final String ORDERS =
      """
      schema: msvc/service/v1
      name: order-book
      package: com.acme.orders
      description: %s
      aggregates:
        Order:
          fields: {number: string}
        Invoice:
          fields: {number: string}
      options: {database: %s}
      """;

  private Samples() {}

  static Blueprint orders(Organisation organisation) {
    return orders(organisation, "\"Takes orders.\"", "postgresql");
  }

  /**
   * @param description as it is written in YAML
   */
  static Blueprint orders(Organisation organisation, String description, String database) {
    return new Blueprint(
        ServiceDocument.read("service.yaml", ORDERS.formatted(description, database), organisation)
            .get(0),
        organisation,
        Templates.BUNDLED);
  }

  /** A service that lets callers in by API keys. */
  static Blueprint keyed(Organisation organisation) {
    return orders(organisation, "\"Takes orders.\"", "postgresql, apiKeys: true");
  }

  static Organisation shop(Map<String, String> labels, String issuer) {
    Organisation base = Organisation.DEFAULT;
    return new Organisation(
        base.packagePrefix(),
        base.registry(),
        base.java(),
        base.baseImage(),
        "shop",
        base.domain(),
        labels,
        issuer,
        Organisation.Gateway.NONE,
        Organisation.Mesh.NONE,
        base.pipeline(),
        Organisation.Monitoring.NONE,
        base.secrets(),
        base.logs(),
        base.config());
  }

  /** All documents of all YAML files below a folder. */
  static List<JsonNode> yaml(List<PlannedFile> files, String below) {
    List<JsonNode> all = new ArrayList<>();
    YAMLMapper mapper = YAMLMapper.builder(new YAMLFactory()).build();
    for (PlannedFile file : files) {
      if (file.path().startsWith(below) && file.path().endsWith(".yaml")) {
        try (MappingIterator<JsonNode> documents =
            mapper.readerFor(JsonNode.class).readValues(file.text())) {
          all.addAll(documents.readAll());
        } catch (IOException e) {
          throw new UncheckedIOException(file.path() + "\n" + file.text(), e);
        }
      }
    }
    return all;
  }

  static JsonNode kind(List<JsonNode> all, String kind) {
    return all.stream()
        .filter(each -> each.path("kind").asText().equals(kind))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind));
  }
}
