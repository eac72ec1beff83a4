package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.service.Organisation;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Generated rules before promtool, and what carries them before a real API server. */
class MonitoringIT {
  private static final Organisation WATCHED =
      Deployments.of(
          Organisation.Gateway.NONE,
          Organisation.Mesh.NONE,
          Organisation.Monitoring.PROMETHEUS,
          Organisation.Secrets.KUBERNETES);

  @TempDir Path folder;

  @Test
  void alertsFireWhenTheyShouldAndOnlyThen() throws Exception {
    Deployments.write(Deployments.files(WATCHED), folder);
    Path rules = folder.resolve("deploy/monitoring/prometheus");

    Cluster.Ran check = Checker.run(rules, "promtool", "check", "rules", "rules.yaml");
    Cluster.Ran test = Checker.run(rules, "promtool", "test", "rules", "rules.test.yaml");

    assertThat(check.exitCode()).as(check.out() + check.err()).isZero();
    assertThat(check.out()).contains("SUCCESS: 32 rules found");
    assertThat(test.exitCode()).as(test.out() + test.err()).isZero();
    assertThat(test.out()).contains("SUCCESS");
  }

  @Test
  void itsTestsSeeAnAlertThatIsSaidTooLate() throws Exception {
    Deployments.write(Deployments.files(WATCHED), folder);
    Path rules = folder.resolve("deploy/monitoring/prometheus");
    Path file = rules.resolve("rules.yaml");
    Files.writeString(file, Files.readString(file).replace("14.4 * 0.001", "144 * 0.001"));

    Cluster.Ran test = Checker.run(rules, "promtool", "test", "rules", "rules.test.yaml");

    assertThat(test.exitCode()).isNotZero();
    assertThat(test.out() + test.err()).contains("ErrorBudgetBurnsFast");
  }

  @Test
  @ExtendWith(TestCluster.class)
  void theOperatorsKindsAndTheDashboardAreAcceptedAsTheyAre(Cluster cluster) throws Exception {
    Deployments.write(Deployments.files(WATCHED), folder);
    cluster.out("kubectl", "create", "namespace", Deployments.NAMESPACE);

    String said;
    try {
      said =
          cluster.out(
              "kubectl",
              "apply",
              "--kustomize",
              folder.resolve("deploy/monitoring").toString(),
              "--dry-run=server",
              "--validate=strict");
    } finally {
      // the cluster is for all tests
      cluster.out("kubectl", "delete", "namespace", Deployments.NAMESPACE);
    }

    assertThat(cluster.out("kubectl", "kustomize", folder.resolve("deploy/logging").toString()))
        .contains("name: orders-fluent-bit", "  orders.yaml: |", "namespace: logging");
    assertThat(said)
        .contains("configmap/orders-dashboard created")
        .contains("servicemonitor.monitoring.coreos.com/orders created")
        .contains("prometheusrule.monitoring.coreos.com/orders created");
  }
}
