package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.generators.service.Blueprint;
import dev.msvc.generators.service.Part;
import dev.msvc.generators.template.Templates;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.yaml.ServiceDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated workflows before actionlint, and the load test before a JavaScript engine. */
class PipelineIT {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ghcr.io/acme",
        "123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop",
        "europe-docker.pkg.dev/acme/shop",
        "acme.azurecr.io",
        "registry.example.com:5000/shop"
      })
  void aWorkflowIsAsGithubAndItsShellsWantIt(String registry) throws Exception {
    generate(registry);

    Cluster.Ran ran = Checker.run(folder, "actionlint", "-no-color", ".github/workflows/ci.yaml");

    assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();
  }

  @Test
  void theLoadTestIsJavaScript() throws Exception {
    generate("ghcr.io/acme");
    // by its name Node knows that it is a module
    Files.copy(folder.resolve("load/smoke.js"), folder.resolve("load/smoke.mjs"));

    Cluster.Ran ran = Checker.run(folder, "node", "--check", "load/smoke.mjs");

    assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();
  }

  private void generate(String registry) throws Exception {
    Organisation base = Organisation.DEFAULT;
    Organisation organisation =
        new Organisation(
            base.packagePrefix(),
            registry,
            base.java(),
            base.baseImage(),
            "",
            base.domain(),
            Map.of(),
            base.issuer(),
            base.gateway(),
            base.mesh(),
            Organisation.Pipeline.GITHUB,
            base.monitoring(),
            base.secrets(),
            base.logs(),
            base.config());
    String spec =
        """
        schema: msvc/service/v1
        name: orders
        aggregates:
          Order: {fields: {number: string}}
          Receipt: {id: long, fields: {number: string}, operations: [get]}
        """;
    Blueprint blueprint =
        new Blueprint(
            ServiceDocument.read("service.yaml", spec, organisation).get(0),
            organisation,
            Templates.BUNDLED);
    Part pipeline =
        Part.ALL.stream().filter(each -> each.name().equals("pipeline")).findFirst().orElseThrow();
    Deployments.write(pipeline.files(blueprint), folder);
    // where a repository begins
    Files.createDirectory(folder.resolve(".git"));
  }
}
