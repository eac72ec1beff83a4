package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.Organisation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated charts, by a real Helm. */
@ExtendWith(TestCluster.class)
class HelmChartIT {
  private static final Organisation PLAIN =
      Deployments.of(
          Organisation.Gateway.NONE,
          Organisation.Mesh.NONE,
          Organisation.Monitoring.NONE,
          Organisation.Secrets.KUBERNETES);

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("dev.msvc.cli.Deployments#organisations")
  void aChartMakesTheObjectsOfThePlainManifests(Organisation organisation, Cluster cluster)
      throws Exception {
    List<PlannedFile> files = Deployments.files(organisation);
    Map<String, JsonNode> plain = new TreeMap<>();
    for (PlannedFile file : Deployments.manifests(files)) {
      // what is not applied with the rest, and what is there before a release
      if (!file.path().matches(".*/(tests|optional)/.*|.*/00-namespace.yaml")) {
        Deployments.objects(file.text()).forEach(each -> plain.put(key(each), ours(each)));
      }
    }

    String chart = chart(files);
    Map<String, JsonNode> made = new TreeMap<>();
    Deployments.objects(
            cluster.out(
                "helm", "template", "orders", chart, "-n", Deployments.NAMESPACE, "--skip-tests"))
        .forEach(each -> made.put(key(each), ours(each)));

    assertThat(made.keySet()).isEqualTo(plain.keySet());
    plain.forEach((key, object) -> assertThat(made.get(key)).as(key).isEqualTo(object));
    assertThat(cluster.out("helm", "lint", "--strict", chart)).contains("0 chart(s) failed");
  }

  @Test
  void aValueThatThereIsNotIsRefused(Cluster cluster) throws Exception {
    Cluster.Ran ran =
        cluster.run(
            "helm", "template", "orders", chart(Deployments.files(PLAIN)), "--set", "replica=3");

    assertThat(ran.exitCode()).isNotZero();
    assertThat(ran.err()).contains("replica");
  }

  @Test
  void valuesReachWhatTheyName(Cluster cluster) throws Exception {
    List<JsonNode> made =
        Deployments.objects(
            cluster.out(
                "helm",
                "template",
                "late",
                chart(Deployments.files(PLAIN)),
                "--set",
                "autoscaling.enabled=false,replicas=7,podDisruptionBudget.enabled=false",
                "--set-string",
                "image.tag=123,config.X=1000000",
                "--set",
                "resources.limits.memory=1Gi"));

    assertThat(made)
        .extracting(each -> each.path("kind").asText())
        .contains("Deployment")
        .doesNotContain("HorizontalPodAutoscaler", "PodDisruptionBudget");
    JsonNode deployment = kind(made, "Deployment");
    assertThat(deployment.at("/metadata/name").asText()).isEqualTo("late-orders");
    assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(7);
    JsonNode container = deployment.at("/spec/template/spec/containers/0");
    assertThat(container.path("image").asText()).endsWith("/orders:123");
    assertThat(container.at("/resources/limits/memory").asText()).isEqualTo("1Gi");
    assertThat(made)
        .filteredOn(each -> each.at("/metadata/name").asText().equals("late-orders-config"))
        .extracting(each -> each.at("/data/X").asText())
        .containsExactly("1000000");
  }

  @Test
  void aReleaseIsInstalledUpgradedAndTestedWherePodsAreRestricted(Cluster cluster)
      throws Exception {
    assumeTrue(cluster.pretends(), "a real cluster has no image of it");
    String namespace = "msvc-test-helm";
    String chart = chart(Deployments.files(PLAIN));
    cluster.out("kubectl", "create", "namespace", namespace);
    cluster.out(
        "kubectl",
        "label",
        "namespace",
        namespace,
        "pod-security.kubernetes.io/enforce=restricted");

    cluster.out("helm", "install", "orders", chart, "-n", namespace, "--wait", "--timeout", "3m");
    String before = pods(cluster, namespace);
    cluster.out(
        "helm",
        "upgrade",
        "orders",
        chart,
        "-n",
        namespace,
        "--set-string",
        "config.LOG_FORMAT=logstash",
        "--wait",
        "--timeout",
        "3m");

    assertThat(pods(cluster, namespace)).as("another configuration").isNotEqualTo(before);
    Path test = folder.resolve("test.yaml");
    Files.writeString(
        test,
        cluster.out(
            "helm",
            "template",
            "orders",
            chart,
            "-n",
            namespace,
            "--show-only",
            "templates/tests/connection.yaml"));
    assertThat(
            cluster.out(
                "kubectl", "apply", "--dry-run=server", "--validate=strict", "-f", test.toString()))
        .startsWith("pod/orders-test created");
    cluster.out("helm", "uninstall", "orders", "-n", namespace);
    cluster.out("kubectl", "delete", "namespace", namespace);
  }

  private static String pods(Cluster cluster, String namespace) throws Exception {
    return cluster.out(
        "kubectl",
        "-n",
        namespace,
        "get",
        "deployment",
        "orders",
        "-o",
        "jsonpath={.spec.template.metadata.annotations.checksum/config}");
  }

  private String chart(List<PlannedFile> files) throws Exception {
    Deployments.write(files, folder);
    return folder.resolve("deploy/helm/orders").toString();
  }

  private static JsonNode kind(List<JsonNode> all, String kind) {
    return all.stream()
        .filter(each -> each.path("kind").asText().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static String key(JsonNode object) {
    return object.path("kind").asText() + " " + object.at("/metadata/name").asText();
  }

  /** Less Helm's own labels, and the hash that each makes in its way. */
  private static JsonNode ours(JsonNode object) {
    if (object instanceof ObjectNode fields) {
      fields.remove(List.of("helm.sh/chart", "app.kubernetes.io/managed-by", "checksum/config"));
    }
    object.forEach(HelmChartIT::ours);
    return object;
  }
}
