package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ways between revisions, strategies and managers, as somebody takes them one after another.
 */
@ExtendWith(TestCluster.class)
class DeployWaysBackIT {
  private static final String PLAIN = "metadata: {labels: {app: web}}";
  private static final String BROKEN =
      "metadata: {labels: {app: web}, annotations: {test-cluster/fails: image}}";

  @TempDir Path folder;
  @TempDir Path elsewhere;

  private Deployed web;

  @BeforeEach
  void use(TestNamespace namespace) {
    web = new Deployed(folder, namespace);
  }

  @Test
  void leavingTheColoursKeepsTheirServiceUntilThePodsAreReady() throws Exception {
    web.write("web.yaml", Deployed.web("1")).deploy("--strategy", "blue-green");

    web.write("web.yaml", Deployed.web("2").replace(PLAIN, BROKEN));
    Run failed = web.tried("--timeout", "4s");
    assertThat(failed.exitCode()).as(failed.err()).isEqualTo(9);
    assertThat(failed.out())
        .contains(
            "to go back: msvc release rollback web -n %s --to 1".formatted(web.namespace().name()));
    assertThat(web.field("service/web", ".spec.selector")).contains("blue");

    Run hasty = web.write("web.yaml", Deployed.web("3")).tried("--no-wait");
    assertThat(hasty.exitCode()).isEqualTo(2);
    assertThat(hasty.err()).contains("only once those are ready", "leave out --no-wait");
    assertThat(web.field("service/web", ".spec.selector")).contains("blue");

    web.deploy();
    assertThat(web.field("service/web", ".spec.selector")).isEqualTo("{\"app\":\"web\"}");
    assertThat(web.namespace().out("get", "deployments", "-o", "name").strip())
        .isEqualTo("deployment.apps/web");
  }

  @Test
  void theWayBackFromWhatWasRolledBackIsAnOlderRevision() throws Exception {
    web.write("web.yaml", Deployed.web("1")).deploy();
    web.write("web.yaml", Deployed.web("2")).deploy();
    web.write("web.yaml", Deployed.web("3").replace(PLAIN, BROKEN));
    Run run = web.tried("--timeout", "10s", "--on-failure", "rollback");
    assertThat(run.exitCode()).isEqualTo(6);

    web.msvc("release", "rollback", "web", "-y");

    assertThat(web.field("deployment/web", ".spec.template.spec.containers[0].image"))
        .isEqualTo("web:1");
    assertThat(web.msvc("release", "history", "web").out()).contains("back to 2: 3 was not ready");
  }

  @Test
  void whatIsMadeAgainNowNeedNotBeInTheRevisionThatItGoesBackTo() throws Exception {
    web.write("web.yaml", Deployed.web("1")).deploy();
    web.write("web.yaml", Deployed.web("2").replace(PLAIN, BROKEN));
    web.write(
        "more.yaml",
        """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: more}
            """);

    Run run =
        web.tried("--timeout", "10s", "--on-failure", "rollback", "--recreate", "ConfigMap/more");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(6);
    assertThat(web.field("deployment/web", ".spec.template.spec.containers[0].image"))
        .isEqualTo("web:1");
  }

  @Test
  void whatDeletingWouldDoIsAlsoADocument() throws Exception {
    web.write("web.yaml", Deployed.web("1")).deploy();

    Run run = web.msvc("release", "delete", "web", "--diff", "-o", "json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"effect\": \"delete\"");
    assertThat(web.field("deployment/web", ".metadata.name")).isEqualTo("web");
  }

  @Test
  void aSavedChangeIsLookedAtAgainAndSaysWhoTookItsField() throws Exception {
    web.write("web.yaml", Deployed.web("1")).deploy();
    String file = elsewhere.resolve("change.yaml").toString();
    web.write("web.yaml", Deployed.web("2").replace("replicas: 2", "replicas: 3"))
        .deploy("--save", file);
    assertThat(apply(file, "--diff", "--exit-code").exitCode()).isEqualTo(4);

    web.namespace().out("scale", "deployment/web", "--replicas=5");
    Run moved = apply(file, "-y");

    assertThat(moved.exitCode()).isEqualTo(5);
    assertThat(moved.out()).contains("1 refused");
    assertThat(moved.err()).contains("spec.replicas belongs to kubectl", "the live state moved");
  }

  private Run apply(String... args) {
    String[] all = new String[args.length + 3];
    all[0] = "apply";
    System.arraycopy(args, 0, all, 1, args.length);
    all[args.length + 1] = "--kubeconfig";
    all[args.length + 2] = web.namespace().cluster().kubeconfig();
    return Run.msvc(all);
  }

  @Test
  void manifestsForARepositoryNeedNoReleaseAndOthersMayReadThem() throws Exception {
    web.write("web.yaml", Deployed.web("1"));
    Path out = elsewhere.resolve("out");

    Run run = web.msvc("deploy", "-f", ".", "--out", out.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    Path usual = Files.createFile(elsewhere.resolve("usual"));
    assertThat(Files.getPosixFilePermissions(out.resolve("35-deployment-web.yaml")))
        .isEqualTo(Files.getPosixFilePermissions(usual))
        .contains(PosixFilePermission.OWNER_READ);
  }

  @Test
  void whatKubectlApplyMadeIsSaidToKeepWhatIsLeftOut() throws Exception {
    web.write("web.yaml", Deployed.web("1"));
    web.namespace().out("apply", "-f", folder.resolve("web.yaml").toString());

    Run run = web.tried("--diff");

    assertThat(run.out()).contains("was made by kubectl apply: fields that it set stay");
  }
}
