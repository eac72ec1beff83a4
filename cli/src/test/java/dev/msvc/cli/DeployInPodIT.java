package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Processes that know of the cluster what a pod knows: its variables, and what is mounted. */
@ExtendWith(TestCluster.class)
class DeployInPodIT {
  @TempDir Path folder;
  @TempDir Path mounted;

  private TestNamespace namespace;
  private Deployed web;
  private Map<String, String> env;

  @BeforeEach
  void use(TestNamespace namespace) throws Exception {
    this.namespace = namespace;
    web = new Deployed(folder, namespace).write("web.yaml", Deployed.web("1"));
    URI server = namespace.cluster().address().uri();
    env = new HashMap<>();
    env.put("PATH", System.getenv("PATH"));
    env.put("KUBERNETES_SERVICE_HOST", server.getHost());
    env.put("KUBERNETES_SERVICE_PORT", String.valueOf(server.getPort()));
    env.put("KUBERNETES_AUTH_SERVICEACCOUNT_TOKEN", mounted.resolve("token").toString());
    String authority =
        namespace
            .cluster()
            .out(
                "kubectl",
                "config",
                "view",
                "--raw",
                "--minify",
                "-o",
                "jsonpath={.clusters[0].cluster.certificate-authority-data}");
    Files.write(mounted.resolve("ca.crt"), Base64.getDecoder().decode(authority));
    Files.writeString(mounted.resolve("namespace"), namespace.name());
    namespace.out("create", "serviceaccount", "deployer");
    mount(namespace.out("create", "token", "deployer"));

    Run role = web.msvc("doctor", "--rbac", "-f", ".", "--service-account", "deployer");
    assertThat(role.exitCode()).as(role.err()).isZero();
    namespace.apply(role.out());
  }

  /** At once, as a kubelet does it. */
  private void mount(String token) throws Exception {
    Path fresh = Files.writeString(mounted.resolve("fresh"), token);
    Files.move(fresh, mounted.resolve("token"), StandardCopyOption.ATOMIC_MOVE);
  }

  private Process start(String... args) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(Faulty.ownProcess(List.of(args)))
            .directory(folder.toFile())
            .redirectOutput(mounted.resolve("out").toFile())
            .redirectError(mounted.resolve("err").toFile());
    builder.environment().clear();
    builder.environment().putAll(env);
    return builder.start();
  }

  private String said() throws Exception {
    return Files.readString(mounted.resolve("out")) + Files.readString(mounted.resolve("err"));
  }

  /** In this process, which has another environment: only the given one counts. */
  private Run run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("-C", folder.toString()));
    return Run.msvc(
        (root, inputs, progress) -> {
          throw new AssertionError("nothing was to be analysed");
        },
        Terminal.NONE,
        env,
        all.toArray(String[]::new));
  }

  @Test
  void aPodDeploysIntoItsNamespaceAsItsServiceAccount() throws Exception {
    Process process = start("deploy", "-f", ".", "--release", "web", "-y");

    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said()).isZero();
    assertThat(said()).contains("revision 1 of web is deployed, and ready");
    assertThat(web.field("deployment/web", ".status.readyReplicas")).isEqualTo("2");
    assertThat(run("release", "list").out()).contains("web");
    assertThat(run("doctor").out())
        .contains("none; the service account of this pod", "ok   cluster     v");

    namespace.out("delete", "rolebinding", "--all");
    Run barred = run("deploy", "-f", ".", "--release", "web", "-y");
    assertThat(barred.exitCode()).isEqualTo(8);
    assertThat(barred.err())
        .contains("system:serviceaccount:%s:deployer".formatted(namespace.name()));
  }

  @Test
  void aTokenThatIsReplacedWhileItWaitsIsRead() throws Exception {
    web.write(
        "web.yaml",
        Deployed.web("1")
            .replace(
                "metadata: {labels: {app: web}}",
                "metadata: {labels: {app: web}, annotations: {test-cluster/fails: slow,"
                    + " test-cluster/after: 20s}}"));
    namespace.out("create", "secret", "generic", "life");
    String first =
        namespace
            .out(
                "create",
                "token",
                "deployer",
                "--bound-object-kind=Secret",
                "--bound-object-name=life")
            .strip();
    mount(first);

    Process process = start("deploy", "-f", ".", "--release", "web", "-y", "--timeout", "90s");
    namespace.soon(each -> each.contains("pod/"), "get", "pods", "-o", "name");
    mount(namespace.out("create", "token", "deployer"));
    namespace.out("delete", "secret", "life");

    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said()).isZero();
    mount(first);
    assertThat(run("release", "list").err()).as("the first token").contains("who you are");
  }

  @Test
  void whatAPodLacksIsSaid() throws Exception {
    Run context = run("release", "list", "--context", "staging");
    assertThat(context.exitCode()).isEqualTo(3);
    assertThat(context.err()).contains("there is no kubeconfig, so no context 'staging'");

    Files.delete(mounted.resolve("token"));
    Run none = run("deploy", "-f", ".", "--release", "web", "-y");
    assertThat(none.exitCode()).isEqualTo(8);
    assertThat(none.err())
        .contains("no token of a service account", "automountServiceAccountToken: true");
  }

  @Test
  void aFolderIsNoHome() throws Exception {
    Files.createDirectories(folder.resolve(".kube"));
    Files.writeString(folder.resolve(".kube/config"), "current-context: planted\n");
    env.remove("KUBERNETES_SERVICE_HOST");

    Process process = start("deploy", "-f", ".", "--release", "web", "-y");

    assertThat(process.waitFor()).isEqualTo(8);
    assertThat(said()).contains("there is no kubeconfig, so no cluster is known");
  }
}
