package dev.msvc.generators.service;

import static dev.msvc.generators.service.Samples.kind;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.Organisation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestsGeneratorTest {
  private static final String HOSTILE =
      "\"\\\"quoted\\\" 'it' {{ .Values.x }} ${{ secrets.X }} [=service] # no comment\\n---\\nkind: Secret \\\\ \\u2028 \\u202e é\"";

  private final ManifestsGenerator generator = new ManifestsGenerator();

  @Test
  void theKustomizationNamesAllThatIsAppliedAndNothingElse() {
    for (Organisation.Secrets secrets : Organisation.Secrets.values()) {
      List<PlannedFile> files = generator.files(Samples.orders(with(secrets)));
      JsonNode kustomization = kind(Samples.yaml(files, "deploy/"), "Kustomization");

      assertThat(kustomization.path("resources"))
          .extracting(each -> "deploy/" + each.asText())
          .containsExactlyInAnyOrderElementsOf(
              files.stream()
                  .map(PlannedFile::path)
                  .filter(each -> each.startsWith("deploy/manifests/"))
                  .filter(each -> !each.contains("/optional/"))
                  .toList());
    }
  }

  @Test
  void aDescriptionIsTextWhateverIsInIt() {
    Blueprint blueprint = Samples.orders(Samples.shop(Map.of(), "https://x"), HOSTILE, "none");

    List<JsonNode> all = Samples.yaml(generator.files(blueprint), "deploy/");

    assertThat(
            kind(all, "Deployment").at("/metadata/annotations/kubernetes.io~1description").asText())
        .isEqualTo(
            "\"quoted\" 'it' {{ .Values.x }} ${{ secrets.X }} [=service] # no comment --- kind: Secret \\ é");
    assertThat(all).noneMatch(each -> each.path("kind").asText().equals("Secret"));
  }

  @Test
  void anIssuerIsTextWhateverIsInIt() {
    String issuer = "https://x\"\n  evil: \"{{ 1 }}";

    List<JsonNode> all =
        Samples.yaml(
            generator.files(Samples.orders(Samples.shop(Map.of(), issuer))),
            "deploy/manifests/configmap.yaml");

    assertThat(kind(all, "ConfigMap").at("/data/JWT_ISSUER").asText()).isEqualTo(issuer);
    assertThat(kind(all, "ConfigMap").path("data").has("evil")).isFalse();
  }

  @Test
  void labelsThatLookLikeNumbersStayText() {
    List<JsonNode> all =
        Samples.yaml(
            generator.files(
                Samples.orders(Samples.shop(Map.of("cost", "0123", "on", "true"), "https://x"))),
            "deploy/manifests/");

    assertThat(all)
        .filteredOn(each -> !each.path("kind").asText().equals("Namespace"))
        .hasSizeGreaterThan(7)
        .allSatisfy(
            each -> {
              assertThat(each.at("/metadata/labels/cost").isTextual()).isTrue();
              assertThat(each.at("/metadata/labels/on").asText()).isEqualTo("true");
              assertThat(each.at("/metadata/namespace").asText()).isEqualTo("shop");
            });
  }

  @Test
  void aServiceWithoutADatabaseKnowsNoneOfItsSecrets() {
    List<PlannedFile> files =
        generator.files(
            Samples.orders(
                with(Organisation.Secrets.EXTERNAL_SECRETS), "\"Takes orders.\"", "none"));

    assertThat(files)
        .noneMatch(each -> each.text().toLowerCase(java.util.Locale.ROOT).contains("database_"))
        .noneMatch(each -> each.path().contains("externalsecret"));
  }

  @Test
  void noFileHasASecret() {
    List<JsonNode> all =
        Samples.yaml(generator.files(Samples.orders(Organisation.DEFAULT)), "deploy/");

    assertThat(all).noneMatch(each -> each.path("kind").asText().equals("Secret"));
    assertThat(kind(all, "Deployment").at("/spec/template/spec/containers/0/env"))
        .hasSize(2)
        .allSatisfy(
            each -> {
              assertThat(each.has("value")).isFalse();
              assertThat(each.at("/valueFrom/secretKeyRef/name").asText())
                  .isEqualTo("order-book-database");
            });
  }

  @Test
  void anotherConfigurationRollsThePods() {
    assertThat(checksum("https://one")).isNotEqualTo(checksum("https://two")).hasSize(64);
  }

  @Test
  void hashesOfApiKeysAreMountedWhereThereIsASecretOfThem() {
    List<JsonNode> all =
        Samples.yaml(generator.files(Samples.keyed(Organisation.DEFAULT)), "deploy/");

    JsonNode pod = kind(all, "Deployment").at("/spec/template/spec");
    assertThat(pod.at("/volumes/2/secret/secretName").asText()).isEqualTo("order-book-api-keys");
    assertThat(pod.at("/volumes/2/secret/optional").asBoolean()).isTrue();
    assertThat(pod.at("/containers/0/volumeMounts/2/mountPath").asText())
        .isEqualTo("/etc/order-book/api-keys");
    assertThat(all).noneMatch(each -> each.path("kind").asText().equals("Secret"));
  }

  private String checksum(String issuer) {
    List<JsonNode> all =
        Samples.yaml(generator.files(Samples.orders(Samples.shop(Map.of(), issuer))), "deploy/");
    return kind(all, "Deployment")
        .at("/spec/template/metadata/annotations/checksum~1config")
        .asText();
  }

  private static Organisation with(Organisation.Secrets secrets) {
    Organisation base = Organisation.DEFAULT;
    return new Organisation(
        base.packagePrefix(),
        base.registry(),
        base.java(),
        base.baseImage(),
        "",
        base.domain(),
        base.labels(),
        base.issuer(),
        base.gateway(),
        base.mesh(),
        base.pipeline(),
        base.monitoring(),
        secrets,
        base.logs(),
        base.config());
  }
}
