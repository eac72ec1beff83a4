package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.yaml.ManifestFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The role that {@code msvc doctor --rbac} prints: it is enough, and none of it is too much. */
@ExtendWith(TestCluster.class)
class LeastRoleIT {
  private static final String BROKEN =
      Deployed.web("2")
          .replace(
              "metadata: {labels: {app: web}}",
              "metadata: {labels: {app: web}, annotations: {test-cluster/fails: crash}}");

  @TempDir Path folder;
  @TempDir Path elsewhere;

  private TestNamespace namespace;
  private Deployed admin;
  private Deployed deployer;
  private List<KubeObject> roles;

  @BeforeEach
  void use(TestNamespace namespace) throws Exception {
    this.namespace = namespace;
    admin = new Deployed(folder, namespace).write("web.yaml", Deployed.web("1"));
    namespace.out("create", "serviceaccount", "deployer");
    String file = elsewhere.resolve("config").toString();
    Files.copy(Path.of(namespace.cluster().kubeconfig()), Path.of(file));
    Cluster own = namespace.cluster().by(Path.of(file));
    own.out(
        "kubectl",
        "config",
        "set-credentials",
        "deployer",
        "--token",
        namespace.out("create", "token", "deployer").strip());
    own.out("kubectl", "config", "set-context", "--current", "--user=deployer");
    deployer = new Deployed(folder, new TestNamespace(own, namespace.name()));

    Run printed = admin.msvc("doctor", "--rbac", "-f", ".", "--service-account", "deployer");
    assertThat(printed.exitCode()).as(printed.err()).isZero();
    namespace.apply(printed.out());
    roles = ManifestFiles.read("roles", printed.out()).stream().map(each -> each.object()).toList();
    goesBy(roles.get(0).list("rules"));
  }

  /** Waits until the server goes by these rules of the role, and by no other. */
  private void goesBy(List<Object> rules) throws Exception {
    deployer
        .namespace()
        .soon(
            said ->
                roles.get(0).list("rules").stream()
                    .allMatch(
                        each ->
                            said.lines().anyMatch(line -> line.matches(resource(each) + "[ .].*"))
                                == rules.contains(each)),
            "auth",
            "can-i",
            "--list");
  }

  private static String resource(Object rule) {
    return String.valueOf(KubeObject.list(rule, "resources").get(0));
  }

  @Test
  void theRoleIsEnoughForAllThatDeployingDoes() throws Exception {
    assertThat(roles).extracting(KubeObject::kind).containsExactly("Role", "RoleBinding");
    deployer.write("more.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: more}}");
    assertThat(deployer.tried("--diff").exitCode()).isZero();
    deployer.deploy();
    Files.delete(folder.resolve("more.yaml"));
    assertThat(deployer.deploy().out()).contains("1 to delete");

    Run broken = deployer.write("web.yaml", BROKEN).tried("--timeout", "6s");
    assertThat(broken.exitCode()).as(broken.err()).isEqualTo(9);
    assertThat(broken.out()).contains("last lines").doesNotContain("may not be read");

    Run back = deployer.msvc("release", "rollback", "web", "-y");
    assertThat(back.exitCode()).as(back.out() + back.err()).isZero();
    assertThat(deployer.field("deployment/web", ".status.readyReplicas")).isEqualTo("2");
    Run gone = deployer.msvc("release", "delete", "web", "-y");
    assertThat(gone.exitCode()).as(gone.err()).isZero();
    assertThat(namespace.out("get", "deployments,services,leases", "-o", "name")).isEmpty();
  }

  @Test
  void withoutAnyOneOfItsRulesSomethingIsMissingAndSaid() throws Exception {
    KubeObject role = roles.get(0);
    deployer.write("web.yaml", BROKEN);
    for (Object rule : role.list("rules")) {
      List<Object> rest = new ArrayList<>(role.list("rules"));
      rest.remove(rule);
      namespace.apply(ManifestFiles.write(List.of(role.with(rest, "rules"))));
      goesBy(rest);
      String resource = resource(rule);

      Run run = deployer.tried("--timeout", "5s");

      assertThat(run.exitCode()).as(resource).isIn(8, 9);
      assertThat(run.out() + run.err()).as(resource).contains("resource \"" + resource + "\"");
      if (run.exitCode() == 8) {
        assertThat(run.err()).contains("must have the rule - {apiGroups: [", resource);
      }
    }
    assertThat(role.list("rules")).hasSize(8);
  }

  @Test
  void doctorSaysWhatIsThereAndWhatMayNotBeDone() throws Exception {
    Run all = admin.msvc("doctor");
    assertThat(all.exitCode()).isZero();
    assertThat(all.out())
        .contains("ok   cluster     v", "ok   rights      to deploy a generated service")
        .contains("ok   prometheus", "gateway-api v", "metrics-server");

    Run some = deployer.msvc("doctor");
    assertThat(some.out())
        .contains("-    rights      you may not, in namespace " + namespace.name())
        .contains("serviceaccounts", "msvc doctor --rbac -n " + namespace.name());
  }

  @Test
  void kindsOfTheWholeClusterGetARoleOfTheWholeCluster() throws Exception {
    admin.write("web.yaml", "{apiVersion: v1, kind: Namespace, metadata: {name: more}}");

    Run run = admin.msvc("doctor", "--rbac", "-f", ".");

    assertThat(run.out()).contains("kind: ClusterRole\n", "- namespaces").doesNotContain("Binding");
  }
}
