package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code msvc deploy}, {@code release} and {@code apply} on a real API server. */
@ExtendWith(TestCluster.class)
class DeployIT {
  @TempDir Path folder;
  @TempDir Path elsewhere;

  private Deployed web;

  @BeforeEach
  void use(TestNamespace namespace) {
    web = new Deployed(folder, namespace);
  }

  @Test
  void whatIsDeployedIsReadyAndASecondRunHasNothingToDo() throws Exception {
    web.write("web.yaml", Deployed.web("1"));

    Run first = web.deploy();
    Run second = web.deploy("--exit-code");

    assertThat(first.out()).contains("3 to create", "revision 1 of web is deployed, and ready");
    assertThat(web.field("deployment/web", ".status.readyReplicas")).isEqualTo("2");
    assertThat(second.out()).contains("3 unchanged", "nothing to do");
    assertThat(web.msvc("release", "history", "web").lines()).hasSize(2);
  }

  @Test
  void aDifferenceIsShownByFieldsAndWritesNothing() throws Exception {
    web.write("web.yaml", Deployed.web("1")).deploy();
    String before = web.field("deployment/web", ".metadata.resourceVersion");

    Run run = web.write("web.yaml", Deployed.web("2")).tried("--diff", "--exit-code");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.lines())
        .contains(
            "-     spec.template.spec.containers[web].image: web:1",
            "+     spec.template.spec.containers[web].image: web:2",
            "1 to change, 2 unchanged");
    assertThat(run.out()).contains("web.yaml:11");
    assertThat(web.field("deployment/web", ".metadata.resourceVersion")).isEqualTo(before);
  }

  @Test
  void nobodyIsAskedWithoutATerminalAndNothingIsDone() throws Exception {
    web.write("web.yaml", Deployed.web("1"));

    Run run = web.msvc("deploy", "-f", ".", "--release", "web");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("say yes with -y");
    assertThat(web.namespace().kubectl("get", "deployment/web").exitCode()).isNotZero();
  }

  @Test
  void whatIsNoLongerAskedForGoesAndWhatOthersMadeStays() throws Exception {
    web.namespace()
        .apply("{apiVersion: v1, kind: ConfigMap, metadata: {name: theirs}, data: {a: b}}");
    web.write("web.yaml", Deployed.web("1"))
        .write("more.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: more}}")
        .write("theirs.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: theirs}}")
        .deploy();
    Files.delete(folder.resolve("more.yaml"));
    Files.delete(folder.resolve("theirs.yaml"));

    Run run = web.deploy();

    assertThat(run.out()).contains("1 to delete, 1 left", "was there before this release");
    assertThat(web.namespace().kubectl("get", "configmap/more").exitCode()).isNotZero();
    assertThat(web.field("configmap/theirs", ".data.a")).isEqualTo("b");
  }

  @Test
  void whatHoldsDataIsDeletedOnlyWhenItsKindIsNamed() throws Exception {
    web.write("web.yaml", Deployed.web("1"))
        .write(
            "claim.yaml",
            """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
            """)
        .deploy("--no-wait");
    Files.delete(folder.resolve("claim.yaml"));

    Run left = web.deploy();
    assertThat(left.out()).contains("1 left", "--dangerous-delete-persistentvolumeclaim");
    assertThat(web.namespace().kubectl("get", "pvc/data").exitCode()).isZero();

    Run gone = web.deploy("--dangerous-delete-persistentvolumeclaim");
    assertThat(gone.out()).contains("1 to delete");
    // the controller that protects claims lets it go
    web.namespace().soon(String::isEmpty, "get", "pvc", "-o", "name");
  }

  @Test
  void fieldsOfOtherManagersAreTakenOnlyWhenThatIsSaid() throws Exception {
    web.write("web.yaml", Deployed.web("1")).deploy();
    web.namespace().out("scale", "deployment/web", "--replicas=5");

    Run refused = web.tried();
    assertThat(refused.exitCode()).isEqualTo(5);
    assertThat(refused.err())
        .contains("error: web.yaml:15: Deployment/web", "spec.replicas belongs to kubectl");

    Run taken = web.deploy("--force-conflicts");
    assertThat(taken.out())
        .contains("takes spec.replicas from kubectl", "spec.replicas: 5", "spec.replicas: 2");
    assertThat(web.field("deployment/web", ".spec.replicas")).isEqualTo("2");
  }

  @Test
  void objectsOfAnotherReleaseAreNotTaken() throws Exception {
    web.write("web.yaml", Deployed.web("1")).deploy();

    Run refused = web.msvc("deploy", "-f", ".", "--release", "other", "-y");
    assertThat(refused.exitCode()).isEqualTo(5);
    assertThat(refused.err()).contains("is of release " + web.namespace().name() + "/web");

    Run taken = web.msvc("deploy", "-f", ".", "--release", "other", "-y", "--dangerous-adopt");
    assertThat(taken.exitCode()).as(taken.err()).isZero();
    Run deleted = web.msvc("release", "delete", "web", "-y");
    assertThat(deleted.out()).contains("3 left", "no longer marked as this release's");
    assertThat(web.field("deployment/web", ".status.replicas")).isEqualTo("2");
  }

  @Test
  void whatIsNotReadyInTimeGoesBackWhenThatIsSaid() throws Exception {
    web.write("web.yaml", Deployed.web("1")).deploy();
    String bad =
        Deployed.web("2")
            .replace(
                "metadata: {labels: {app: web}}",
                "metadata: {labels: {app: web}, annotations: {test-cluster/fails: image}}");

    Run run = web.write("web.yaml", bad).tried("--timeout", "10s", "--on-failure", "rollback");

    assertThat(run.exitCode()).isEqualTo(6);
    assertThat(run.out())
        .contains(
            "is applied and not ready",
            "web:2",
            "going back to revision 1",
            "revision 3 of web is deployed");
    assertThat(web.field("deployment/web", ".spec.template.spec.containers[0].image"))
        .isEqualTo("web:1");

    Run kept = web.tried("--timeout", "3s");
    assertThat(kept.exitCode()).isEqualTo(9);
    web.namespace()
        .soon(
            each -> each.contains("ImagePull"),
            "get",
            "pods",
            "-o",
            "jsonpath={.items[*].status.containerStatuses[*].state.waiting.reason}");
    assertThat(web.msvc("release", "list").out()).contains("applied, and not ready in time");
    assertThat(web.msvc("release", "status", "web").out())
        .contains("revision 4, applied, and not ready in time", "release rollback web -n")
        .contains("image web:2 cannot be pulled");
  }

  @Test
  void blueSwitchesToGreenAndBack() throws Exception {
    web.write("web.yaml", Deployed.web("1")).deploy("--strategy", "blue-green");
    assertThat(web.field("service/web", ".spec.selector")).contains("\"msvc.dev/colour\":\"blue\"");

    web.write("web.yaml", Deployed.web("2")).deploy("--strategy", "blue-green");
    assertThat(web.field("service/web", ".spec.selector")).contains("green");
    assertThat(web.namespace().out("get", "deployments", "-o", "name").lines())
        .containsExactly("deployment.apps/web-blue", "deployment.apps/web-green");

    Run back = web.msvc("release", "rollback", "web", "-y");
    assertThat(back.out()).contains("1 to change, 1 left, 2 unchanged");
    assertThat(web.field("service/web", ".spec.selector")).contains("blue");
  }

  @Test
  void aSavedChangeIsAppliedOnceAndNotToAnotherState() throws Exception {
    web.write("web.yaml", Deployed.web("1"));
    String file = elsewhere.resolve("change.yaml").toString();
    assertThat(web.tried("--save", file).exitCode()).isZero();
    assertThat(web.namespace().kubectl("get", "deployment/web").exitCode()).isNotZero();

    String saved = Files.readString(Path.of(file));
    String head =
        saved.substring(saved.indexOf("---"), saved.indexOf("\n---", saved.indexOf("---") + 3));
    assertThat(ServiceSchemaTest.accepts("saved-change", head)).as(head).isTrue();
    assertThat(apply(file).exitCode()).isZero();
    assertThat(web.field("deployment/web", ".status.readyReplicas")).isEqualTo("2");

    Run again = apply(file);
    assertThat(again.exitCode()).isEqualTo(5);
    assertThat(again.err()).contains("the live state moved since");
  }

  private Run apply(String file) {
    return Run.msvc("apply", file, "-y", "--kubeconfig", web.namespace().cluster().kubeconfig());
  }

  @Test
  void manifestsForARepositoryCarryNoMarkAndNoSecret() throws Exception {
    web.write("web.yaml", Deployed.web("1"));
    Path out = elsewhere.resolve("out");

    assertThat(
            web.msvc("deploy", "-f", ".", "--release", "web", "--out", out.toString()).exitCode())
        .isZero();

    assertThat(out.resolve("35-deployment-web.yaml"))
        .content()
        .contains("namespace: " + web.namespace().name())
        .doesNotContain("msvc.dev");
    web.write(
        "secret.yaml",
        "{apiVersion: v1, kind: Secret, metadata: {name: s}, stringData: {a: hidden}}");
    Run refused = web.msvc("deploy", "-f", ".", "--release", "web", "--out", out.toString());
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err()).contains("no secret is written").doesNotContain("hidden");
  }

  @Test
  void secretsAreMaskedInEveryOutput() throws Exception {
    web.write(
            "s.yaml",
            "{apiVersion: v1, kind: Secret, metadata: {name: s}, stringData: {a: hidden-one}}")
        .deploy();
    web.write(
        "s.yaml",
        "{apiVersion: v1, kind: Secret, metadata: {name: s}, stringData: {a: hidden-two}}");

    for (String format : new String[] {"text", "wide", "json", "yaml"}) {
      Run run = web.tried("--diff", "-o", format);
      assertThat(run.out() + run.err()).contains("***").doesNotContain("hidden", "aGlkZGVu");
    }
    web.deploy();
    assertThat(web.namespace().out("get", "configmaps", "-o", "yaml"))
        .doesNotContain("hidden", "aGlkZGVu");
  }

  @Test
  void objectsOfANewNamespaceAndANewKindAreCreatedUnchecked() throws Exception {
    String name = web.namespace().name();
    web.write(
        "all.yaml",
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: @-more, labels: {test-cluster/of: @}}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: inside, namespace: @-more}
        ---
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: things.@.example, labels: {test-cluster/of: @}}
        spec:
          group: @.example
          names: {kind: Thing, plural: things, singular: thing, listKind: ThingList}
          scope: Namespaced
          versions:
            - name: v1
              served: true
              storage: true
              schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {size: {type: integer}}}}}}
        ---
        apiVersion: @.example/v1
        kind: Thing
        metadata: {name: one}
        spec: {size: 3}
        """
            .replace("@", name));

    Run run = web.deploy();

    assertThat(run.out()).contains("create, not checked 2", "2 to create, 2 to create unchecked");
    assertThat(web.field("things/one", ".spec.size")).isEqualTo("3");
    assertThat(web.deploy().out()).contains("4 unchanged");
  }

  @Test
  void aReleaseBringsTheNamespaceThatItLivesIn() throws Exception {
    String name = web.namespace().name();
    web.write("web.yaml", Deployed.web("1"))
        .write(
            "namespace.yaml",
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: @-own, labels: {test-cluster/of: @}}
            """
                .replace("@", name));
    Deployed own =
        new Deployed(folder, new TestNamespace(web.namespace().cluster(), name + "-own"));

    assertThat(own.deploy().out()).contains("1 to create, 3 to create unchecked");

    assertThat(own.deploy().out()).contains("4 unchanged");
    Run deleted = own.msvc("release", "delete", "web", "-y");
    assertThat(deleted.out()).contains("3 to delete, 1 left");
    assertThat(own.msvc("release", "list").out()).contains("no release");
  }

  @Test
  void whatArgoOrFluxPutThereIsSaidAndNotTouched() throws Exception {
    web.namespace()
        .apply(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: web
              annotations: {argocd.argoproj.io/tracking-id: "shop:/ConfigMap:shop/web"}
            data: {greeting: theirs}
            """);
    web.write("web.yaml", Deployed.web("1"));

    Run refused = web.tried();

    assertThat(refused.exitCode()).isEqualTo(5);
    assertThat(refused.err())
        .contains("is put there by Argo CD (shop), which would put it back", "--out DIR");
    assertThat(web.field("configmap/web", ".data.greeting")).isEqualTo("theirs");
    assertThat(web.namespace().kubectl("get", "deployment/web").exitCode()).isNotZero();
  }

  @Test
  void whatProgramsReadIsAsTheSchemaSays() throws Exception {
    web.write("web.yaml", Deployed.web("1"));
    String looked = web.tried("--diff", "-o", "json").out();
    String done = web.tried("-o", "json").out();
    web.namespace().out("scale", "deployment/web", "--replicas=5");
    String refused = web.tried("-o", "json").out();
    String deleted = web.msvc("release", "delete", "web", "-y", "-o", "json").out();

    for (String each : new String[] {looked, done, refused, deleted}) {
      assertThat(ServiceSchemaTest.accepts("change", each)).as(each).isTrue();
    }
    assertThat(done).contains("\"outcome\": \"deployed\"", "\"revision\": 1");
    assertThat(refused).contains("\"exitCode\": 5");
  }

  @Test
  void aGeneratedServiceNeedsNothingButItsNamespace() throws Exception {
    Path golden = Path.of("..", "examples", "generated", "minimal");
    try (Stream<Path> files = Files.walk(golden.resolve("deploy"))) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(golden.relativize(each).toString());
        Files.createDirectories(to.getParent());
        Files.copy(each, to);
      }
    }
    Files.copy(golden.resolve("service.yaml"), folder.resolve("service.yaml"));

    Run run = web.msvc("deploy", "-y");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains("release notes", "deploy/manifests/deployment.yaml:", "and ready");
    assertThat(web.msvc("release", "status").out()).contains("9 of 9 objects are ready");
  }

  @Test
  void theContractThatWasDeployedIsKept() throws Exception {
    Files.createDirectories(folder.resolve(".msvc"));
    Files.createDirectories(folder.resolve("src/main/proto"));
    web.write("buf.yaml", "version: v2\n")
        .write("src/main/proto/a.proto", "syntax = \"proto3\";\n");
    Files.createDirectories(folder.resolve("k8s"));
    web.write("k8s/web.yaml", Deployed.web("1"));

    assertThat(web.msvc("deploy", "-f", "k8s", "--release", "web", "-y").exitCode()).isZero();

    assertThat(folder.resolve(".msvc/contract/src/main/proto/a.proto"))
        .hasContent("syntax = \"proto3\";");
  }
}
