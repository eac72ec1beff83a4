package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.msvc.model.service.Organisation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated manifests before a real API server. */
@ExtendWith(TestCluster.class)
class ManifestsIT {
  private static final String NAMESPACE = Deployments.NAMESPACE;

  @TempDir Path folder;

  @BeforeAll
  static void makeRestrictedNamespace(Cluster cluster) throws Exception {
    cluster.out("kubectl", "create", "namespace", NAMESPACE);
    cluster.out(
        "kubectl",
        "label",
        "namespace",
        NAMESPACE,
        "pod-security.kubernetes.io/enforce=restricted",
        "pod-security.kubernetes.io/warn=restricted");
  }

  @AfterAll
  static void deleteNamespace(Cluster cluster) throws Exception {
    cluster.out("kubectl", "delete", "namespace", NAMESPACE);
  }

  @ParameterizedTest
  @MethodSource("dev.msvc.cli.Deployments#organisations")
  void everyManifestIsAcceptedAsItIs(Organisation organisation, Cluster cluster) throws Exception {
    Deployments.write(Deployments.manifests(Deployments.files(organisation)), folder);

    Cluster.Ran ran = strictly(cluster, folder.resolve("deploy"));

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.err().lines())
        .as("warnings, less that of the namespace that was made otherwise")
        .filteredOn(each -> !each.contains("last-applied-configuration"))
        .isEmpty();
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(ran.out().lines())
          .allMatch(each -> each.endsWith("(server dry run)"))
          .hasSize((int) files.filter(Files::isRegularFile).count());
    }
  }

  @Test
  void aMisspeltFieldIsRefused(Cluster cluster) throws Exception {
    Files.writeString(
        folder.resolve("pdb.yaml"),
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: orders, namespace: %s}
        spec: {maxUnavailabel: 1, selector: {matchLabels: {a: b}}}
        """
            .formatted(NAMESPACE));

    Cluster.Ran ran = strictly(cluster, folder);

    assertThat(ran.exitCode()).isNotZero();
    assertThat(ran.err()).contains("unknown field \"spec.maxUnavailabel\"");
  }

  @Test
  void theServiceRollsOutWherePodsAreRestricted(Cluster cluster) throws Exception {
    assumeTrue(cluster.pretends(), "a real cluster has no image of it");
    Deployments.write(
        Deployments.files(
            Deployments.of(
                Organisation.Gateway.NONE,
                Organisation.Mesh.NONE,
                Organisation.Monitoring.PROMETHEUS,
                Organisation.Secrets.KUBERNETES)),
        folder);

    Cluster.Ran applied =
        cluster.run("kubectl", "apply", "-k", folder.resolve("deploy").toString());
    assertThat(applied.exitCode()).as(applied.err()).isZero();
    assertThat(applied.err()).doesNotContain("PodSecurity");
    cluster.out(
        "kubectl", "-n", NAMESPACE, "rollout", "status", "deployment/orders", "--timeout=120s");

    // again, nothing rolls
    cluster.out("kubectl", "apply", "-k", folder.resolve("deploy").toString());
    assertThat(cluster.out("kubectl", "-n", NAMESPACE, "get", "replicasets", "-o", "name").lines())
        .hasSize(1);
    new TestNamespace(cluster, NAMESPACE)
        .soon(
            each -> each.contains("true"),
            "get",
            "endpointslices",
            "-l",
            "kubernetes.io/service-name=orders-headless",
            "-o",
            "jsonpath={.items[*].endpoints[*].conditions.ready}");
  }

  private static Cluster.Ran strictly(Cluster cluster, Path below) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("kubectl", "apply", "--dry-run=server", "--validate=strict", "-R", "-f"));
    command.add(below.toString());
    return cluster.run(command.toArray(String[]::new));
  }
}
