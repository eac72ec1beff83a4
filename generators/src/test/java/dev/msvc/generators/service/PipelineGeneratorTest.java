package dev.msvc.generators.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PipelineGeneratorTest {
  private static final String WORKFLOW = ".github/workflows/ci.yaml";
  private static final List<String> REGISTRIES =
      List.of(
          "",
          "ghcr.io/acme",
          "registry.gitlab.com/acme",
          "123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop",
          "europe-docker.pkg.dev/acme/shop",
          "acme.azurecr.io",
          "registry.example.com:5000/shop");

  /** What names no job. */
  private static final Set<String> GITLAB_WORDS =
      Set.of(
          "after_script",
          "before_script",
          "cache",
          "default",
          "false",
          "image",
          "include",
          "nil",
          "pages",
          "services",
          "spec",
          "stages",
          "true",
          "types",
          "variables",
          "workflow");

  private final PipelineGenerator generator = new PipelineGenerator();

  @Test
  void actionsOfOthersArePinnedToCommits() {
    for (String registry : REGISTRIES) {
      List<String> uses =
          text(files(Organisation.Pipeline.GITHUB, registry), WORKFLOW)
              .lines()
              .map(String::strip)
              .filter(each -> each.matches("(- )?uses: .*"))
              .filter(each -> !each.contains("./.github/"))
              .toList();

      assertThat(uses)
          .hasSizeGreaterThan(8)
          .allMatch(
              each -> each.matches("(- )?uses: [\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
    }
  }

  @Test
  void jobsMayDoOnlyWhatTheySay() {
    for (String registry : REGISTRIES) {
      JsonNode workflow = workflow(registry);

      assertThat(workflow.path("permissions").isObject()).isTrue();
      assertThat(workflow.path("permissions")).isEmpty();
      assertThat(workflow.path("jobs"))
          .hasSize(7)
          .allSatisfy(
              job -> {
                assertThat(job.at("/permissions/contents").asText()).isEqualTo("read");
                assertThat(job.path("timeout-minutes").asInt()).isPositive();
              });
      assertThat(workflow.at("/jobs/verify/permissions")).hasSize(1);
      assertThat(workflow.at("/jobs/image/permissions").has("packages"))
          .isEqualTo(registry.isEmpty() || registry.startsWith("ghcr.io"));
    }
  }

  @Test
  void nothingIsPutIntoAScriptThatSomebodyElseWrote() {
    for (String registry : REGISTRIES) {
      List<String> scripts = new ArrayList<>();
      workflow(registry).findValues("run").forEach(each -> scripts.add(each.asText("")));

      assertThat(scripts).hasSizeGreaterThan(8).noneMatch(each -> each.contains("${{"));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Organisation.Pipeline.class,
      names = {"GITHUB", "GITLAB"})
  void noPipelineKnowsASecret(Organisation.Pipeline pipeline) {
    for (String registry : REGISTRIES) {
      assertThat(files(pipeline, registry))
          .noneMatch(each -> each.text().contains("secrets."))
          .noneMatch(each -> each.text().toLowerCase(Locale.ROOT).matches("(?s).*password[=:].*"));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Organisation.Pipeline.class,
      names = {"GITHUB", "GITLAB"})
  void whatADescriptionSaysNeverReachesAPipeline(Organisation.Pipeline pipeline) {
    Organisation organisation = Organisation.DEFAULT.with(pipeline);
    String hostile =
        "\"`id` $(id) ${{ secrets.X }} $CI_JOB_TOKEN */ </script>\\n- run: evil \\u2028\"";

    List<PlannedFile> files = generator.files(Samples.orders(organisation, hostile, "postgresql"));

    assertThat(files).isEqualTo(generator.files(Samples.orders(organisation)));
  }

  @ParameterizedTest
  @CsvSource({
    "'', github, gitlab",
    "ghcr.io/acme, github, other",
    "registry.gitlab.com/acme, other, gitlab",
    "123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop, aws, aws",
    "europe-docker.pkg.dev/acme/shop, google, other",
    "acme.azurecr.io, azure, other",
    "amazonaws.com.example.com, other, other"
  })
  void jobsShowEachRegistryWhoTheyAreInItsOwnWay(String registry, String github, String gitlab) {
    Delivery.Registry found = Delivery.Registry.of(registry);

    assertThat(found.kind()).isEqualTo(github);
    assertThat(found.onGitlab()).isEqualTo(gitlab);
  }

  @Test
  void stagesOfGitlabFollowEachOtherAndProductionWaitsForSomebody() {
    for (String registry : REGISTRIES) {
      JsonNode pipeline = gitlab(registry);
      Set<String> stages = new TreeSet<>();
      pipeline.path("stages").forEach(each -> stages.add(each.asText()));
      List<JsonNode> jobs = new ArrayList<>();
      pipeline
          .fields()
          .forEachRemaining(
              each -> {
                if (each.getValue().has("stage")) {
                  assertThat(GITLAB_WORDS).doesNotContain(each.getKey());
                  jobs.add(each.getValue());
                }
              });

      assertThat(jobs)
          .hasSize(8)
          .allSatisfy(
              job -> {
                assertThat(job.path("stage").asText()).isIn(stages);
                assertThat(job.path("script"))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.isTextual()).as("%s", line).isTrue());
                assertThat(job.has("extends"))
                    .isEqualTo(job.path("extends").asText().equals(".docker"));
              });
      assertThat(pipeline.at("/production/rules/0/when").asText()).isEqualTo("manual");
      assertThat(pipeline.at("/staging/rules/0").has("when")).isFalse();
    }
  }

  @Test
  void theLoadTestReadsWhatEveryAggregateLists() {
    String script = text(files(Organisation.Pipeline.GITHUB, ""), "load/smoke.js");

    assertThat(script)
        .contains(
            "{ path: \"/orders?pageSize=20\", status: 200, open: false },",
            "{ path: \"/invoices?pageSize=20\", status: 200, open: false },");
  }

  private List<PlannedFile> files(Organisation.Pipeline pipeline, String registry) {
    Organisation base = Organisation.DEFAULT;
    return generator.files(
        Samples.orders(
            new Organisation(
                base.packagePrefix(),
                registry,
                base.java(),
                base.baseImage(),
                "shop",
                base.domain(),
                Map.of(),
                base.issuer(),
                base.gateway(),
                base.mesh(),
                pipeline,
                base.monitoring(),
                base.secrets(),
                base.logs(),
                base.config())));
  }

  private JsonNode workflow(String registry) {
    return Samples.yaml(files(Organisation.Pipeline.GITHUB, registry), WORKFLOW).get(0);
  }

  private JsonNode gitlab(String registry) {
    PlannedFile file =
        files(Organisation.Pipeline.GITLAB, registry).stream()
            .filter(each -> each.path().equals(".gitlab-ci.yml"))
            .findFirst()
            .orElseThrow();
    // Samples reads files that end in .yaml
    return Samples.yaml(List.of(new PlannedFile("ci.yaml", file.text(), "")), "ci").get(0);
  }

  private static String text(List<PlannedFile> files, String path) {
    return files.stream().filter(each -> each.path().equals(path)).findFirst().orElseThrow().text();
  }
}
