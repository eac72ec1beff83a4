package dev.msvc.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.msvc.generators.service.Blueprint;
import dev.msvc.generators.service.Part;
import dev.msvc.generators.template.Templates;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.yaml.ServiceDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Services as organisations of every kind deploy them, for tests that read or apply that. */
final class Deployments {
  /** Where what is applied goes. */
  static final String NAMESPACE = "msvc-test";

  /** No name of anything: text that is more than a text to YAML, Helm or a shell. */
  static final String HOSTILE = "a \"b\" 'c' {{ .Values.d }} {{- fail }} # e \\ $(f) \u202e é: [g]";

  private static final YAMLMapper YAML = YAMLMapper.builder(new YAMLFactory()).build();

  private Deployments() {}

  /** Each gateway with all that there is, and with nothing else. */
  static Stream<Organisation> organisations() {
    return Stream.of(Organisation.Gateway.values())
        .flatMap(
            gateway ->
                Stream.of(
                    of(
                        gateway,
                        Organisation.Mesh.NONE,
                        Organisation.Monitoring.NONE,
                        Organisation.Secrets.KUBERNETES),
                    of(
                        gateway,
                        Organisation.Mesh.ISTIO,
                        Organisation.Monitoring.PROMETHEUS,
                        Organisation.Secrets.EXTERNAL_SECRETS)));
  }

  static Organisation of(
      Organisation.Gateway gateway,
      Organisation.Mesh mesh,
      Organisation.Monitoring monitoring,
      Organisation.Secrets secrets) {
    Organisation base = Organisation.DEFAULT;
    return new Organisation(
        base.packagePrefix(),
        base.registry(),
        base.java(),
        base.baseImage(),
        NAMESPACE,
        base.domain(),
        Map.of("acme.com/team", "0123", "tier", "on"),
        "https://login.example.com/" + HOSTILE,
        gateway,
        mesh,
        base.pipeline(),
        monitoring,
        secrets,
        // where there is something to watch, logs are collected too
        monitoring == Organisation.Monitoring.PROMETHEUS
            ? Organisation.Logs.FLUENT_BIT
            : Organisation.Logs.NONE,
        secrets == Organisation.Secrets.EXTERNAL_SECRETS
            ? Organisation.Config.CONSUL
            : Organisation.Config.KUBERNETES);
  }

  /** What is below {@code deploy/} of a service with a description that means harm. */
  static List<PlannedFile> files(Organisation organisation) {
    String spec =
        """
        schema: msvc/service/v1
        name: orders
        package: com.acme.orders
        description: '%s'
        aggregates:
          Order: {fields: {number: string}}
          Invoice: {fields: {number: string}}
        options: {apiKeys: true}
        """
            .formatted(HOSTILE.replace("'", "''"));
    Blueprint blueprint =
        new Blueprint(
            ServiceDocument.read("service.yaml", spec, organisation).get(0),
            organisation,
            Templates.BUNDLED);
    return Part.service(blueprint).stream()
        .filter(each -> each.path().startsWith("deploy/"))
        .toList();
  }

  static void write(List<PlannedFile> files, Path to) throws IOException {
    for (PlannedFile file : files) {
      Path path = to.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.text());
    }
  }

  /** Files that {@code kubectl apply -f} is given. */
  static List<PlannedFile> manifests(List<PlannedFile> files) {
    return files.stream()
        .filter(each -> each.path().matches("deploy/(manifests|istio|gateway)/.*\\.yaml"))
        .toList();
  }

  static List<JsonNode> objects(String yaml) {
    try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(yaml)) {
      List<JsonNode> all = new ArrayList<>(documents.readAll());
      all.removeIf(each -> each == null || each.isNull() || each.isMissingNode());
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(yaml, e);
    }
  }
}
