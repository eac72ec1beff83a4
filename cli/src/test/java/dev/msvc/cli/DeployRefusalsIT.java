package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Manifests that cannot be deployed: what is said, where that is, and that nothing is left. */
@ExtendWith(TestCluster.class)
class DeployRefusalsIT {
  @TempDir Path folder;

  private Deployed web;

  @BeforeEach
  void use(TestNamespace namespace) {
    web = new Deployed(folder, namespace);
  }

  private Run refused(int exitCode) throws Exception {
    Run run = web.tried();
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
    assertThat(web.namespace().out("get", "configmaps,leases,deployments,services", "-o", "name"))
        .as("nothing is left")
        .isIn("", "configmap/kube-root-ca.crt\n");
    return run;
  }

  @Test
  void everyWrongFieldIsListedWithItsLine() throws Exception {
    web.write(
        "web.yaml",
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicsa: 2
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  image: web:1
                  imagePolicy: Always
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          ports:
            - port: 99999
              targetPort: 80
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: web}
        data:
          a: text
          b: 1
          c: true
        """);

    assertThat(refused(3).err())
        .contains("web.yaml:5: Deployment/web", ": spec.replicsa: there is no such field")
        .contains("web.yaml:13: Deployment/web", "imagePolicy: there is no such field")
        .contains("web.yaml:20: Service/web", "must be between 1 and 65535")
        .contains("web.yaml:28: ConfigMap/web", "data.b: expected string, got 1: put it in quotes")
        .contains("web.yaml:29: ConfigMap/web", "data.c: expected string, got true");
  }

  static Stream<Arguments> wrong() {
    String map = "{apiVersion: v1, kind: ConfigMap, metadata: {name: %s}, data: {a: b}}\n";
    return Stream.of(
        Arguments.of(map.formatted("a") + "---\n" + map.formatted("a"), "1 and web.yaml:3", "one"),
        Arguments.of("", "no manifest in .", "name another"),
        Arguments.of("hello\n", "web.yaml:1: an object of Kubernetes is expected", "mend"),
        Arguments.of("a: b: c\n", "web.yaml:1: this is no YAML", "mend the YAML there"),
        Arguments.of(
            "{{- if .Values.x }}\napiVersion: v1\n{{- end }}\n",
            "web.yaml:1: this is no YAML",
            "looks like a template"),
        Arguments.of(
            map.formatted("'{{ .Release.Name }}'"), "'{{ .Release.Name }}' is no name", "--chart"),
        Arguments.of(
            map.formatted("{{ .Release.Name }}"), "braces of a template are left in", "mend"),
        Arguments.of(map.formatted("'../../secrets/x'"), "'../../secrets/x' is no name", "mend"),
        Arguments.of(map.formatted("Upper_Case"), "metadata.name: Invalid value", "mend"),
        Arguments.of(
            "{apiVersion: acme.example/v1, kind: Widget, metadata: {name: a}}",
            "web.yaml:1: the cluster has no Widget of acme.example/v1",
            "CustomResourceDefinition"),
        Arguments.of(
            "{apiVersion: apps/v1, kind: Deploymnt, metadata: {name: a}}",
            "the cluster has no Deploymnt of apps/v1, but Deployment",
            "leave it out"),
        Arguments.of(
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: big}, data: {a: %s}}"
                .formatted("x".repeat(1_500_000)),
            "may not be more than 1048576 bytes",
            "mend the manifest"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatIsWrongIsSaidWithPlaceAndAdvice(String manifest, String message, String hint)
      throws Exception {
    web.write("web.yaml", manifest);

    assertThat(refused(3).err()).contains("error: ", message).contains("hint:  ").contains(hint);
  }

  @Test
  void oneObjectInTwoFilesNamesBoth() throws Exception {
    String map = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}";
    web.write("one.yaml", map).write("two.yaml", "\n\n" + map);

    assertThat(refused(3).err())
        .contains("ConfigMap/a", "is there twice: one.yaml:1 and two.yaml:3");
  }

  @Test
  void aFieldThatCannotBeChangedIsRefusedUntilTheObjectMayBeMadeAgain() throws Exception {
    String manifests =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector: {matchLabels: {app: web}}
          template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: web}]}}
        ---
        apiVersion: batch/v1
        kind: Job
        metadata: {name: web}
        spec:
          template:
            spec: {restartPolicy: Never, containers: [{name: web, image: "web:1"}]}
        """;
    web.write("web.yaml", manifests).deploy("--no-wait");
    web.write("web.yaml", manifests.replace("app: web", "app: other").replace("web:1", "web:2"));

    Run refused = web.tried();
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err())
        .contains("web.yaml:5: Deployment/web", "spec.selector", "field is immutable")
        .contains("--recreate Deployment/web", "web.yaml:12: Job/web", "--recreate Job/web");
    assertThat(refused.err().lines()).allMatch(each -> each.length() < 300);

    Run other = web.tried("--recreate", "Job/nope");
    assertThat(other.exitCode()).isEqualTo(3);
    assertThat(other.err()).contains("nothing that is deployed is called job/nope");

    Run made = web.deploy("--no-wait", "--recreate", "deployment/web", "--recreate", "Job/web");
    assertThat(made.out()).contains("2 to delete and create again");
    assertThat(web.field("deployment/web", ".spec.selector.matchLabels.app")).isEqualTo("other");
    assertThat(web.field("job/web", ".spec.template.spec.containers[0].image")).isEqualTo("web:2");
  }

  @Test
  void namespacesThatAreNotThereOrGoingTakeNothing() throws Exception {
    String name = web.namespace().name();
    web.write("web.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}");
    web.namespace().cluster().out("kubectl", "create", "namespace", name + "-going");
    web.namespace()
        .cluster()
        .out("kubectl", "label", "namespace", name + "-going", TestNamespace.LABEL + "=" + name);

    Run near = in(name + "-goin");
    assertThat(near.exitCode()).isEqualTo(3);
    assertThat(near.err())
        .contains("there is no namespace " + name + "-goin")
        .contains("did you mean '" + name + "-going'");

    web.namespace()
        .cluster()
        .fed(
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: s, finalizers: [a.example/b]}}",
            "kubectl",
            "-n",
            name + "-going",
            "apply",
            "-f",
            "-");
    web.namespace()
        .cluster()
        .out("kubectl", "delete", "namespace", name + "-going", "--wait=false");
    Run going = in(name + "-going");
    web.namespace()
        .cluster()
        .out(
            "kubectl",
            "-n",
            name + "-going",
            "patch",
            "configmap/s",
            "--type=json",
            "-p=[{\"op\": \"remove\", \"path\": \"/metadata/finalizers\"}]");
    assertThat(going.exitCode()).isEqualTo(8);
    assertThat(going.err()).contains("is being deleted, and takes nothing new");
  }

  private Run in(String namespace) {
    return new Deployed(folder, new TestNamespace(web.namespace().cluster(), namespace)).tried();
  }

  @Test
  void quotasAndStandardsForPodsAreSaidInTheServersWords() throws Exception {
    String name = web.namespace().name();
    web.namespace().out("create", "quota", "q", "--hard=secrets=0");
    web.namespace().out("label", "namespace", name, "pod-security.kubernetes.io/enforce=baseline");
    // the server counts a quota a while after it was made
    web.namespace()
        .soonRefused("exceeded quota", "create", "secret", "generic", "s", "--dry-run=server");
    web.write(
        "web.yaml",
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: s}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: p}
        spec: {hostNetwork: true, containers: [{name: a, image: a}]}
        """);

    Run run = refused(8);

    assertThat(run.err())
        .contains("web.yaml:1: Secret/s", "exceeded quota: q")
        .contains(
            "web.yaml:5: Pod/p", "violates PodSecurity \"baseline:latest\"", "host namespaces");
  }

  @Test
  void aWebhookThatCannotBeAskedIsNamed() throws Exception {
    String name = web.namespace().name();
    web.namespace()
        .apply(
            """
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingWebhookConfiguration
            metadata: {name: @, labels: {test-cluster/of: @}}
            webhooks:
              - name: gate.example.com
                sideEffects: None
                admissionReviewVersions: [v1]
                clientConfig: {service: {name: nope, namespace: @}}
                namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: @}}
                rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [services]}]
            """
                .replace("@", name));
    web.write(
        "web.yaml",
        "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: 80}]}}");
    web.namespace()
        .soonRefused(
            "failed calling webhook",
            "create",
            "service",
            "clusterip",
            "probe",
            "--tcp=80",
            "--dry-run=server");

    assertThat(refused(8).err())
        .contains("web.yaml:1: Service/a", "failed calling webhook \"gate.example.com\"")
        .contains("ValidatingWebhookConfiguration");
  }

  @Test
  void kustomizationsAndChartsThatFailAreSaidInTheirPrograms() throws Exception {
    web.write("kustomization.yaml", "resources: [nope.yaml]\n");
    assertThat(refused(3).err()).contains("kubectl says: ", "nope.yaml");
    Files.delete(folder.resolve("kustomization.yaml"));

    Files.createDirectories(folder.resolve("chart/templates"));
    web.write("chart/Chart.yaml", "{apiVersion: v2, name: c, version: 0.1.0}")
        .write("chart/templates/a.yaml", "a: {{ required \"say its name\" .Values.name }}\n");
    Run chart = web.msvc("deploy", "--chart", "chart", "--release", "web", "-y");
    assertThat(chart.exitCode()).isEqualTo(3);
    assertThat(chart.err()).contains("helm says: ", "say its name", "a.yaml:1:6");
  }

  @Test
  void windowsLineEndsAndByteOrderMarksAreRead() throws Exception {
    String map = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: %s\ndata:\n  a: b\n";
    web.write("crlf.yaml", map.formatted("crlf").replace("\n", "\r\n"))
        .write("bom.yaml", "\ufeff" + map.formatted("bom"));

    web.deploy();

    assertThat(web.field("configmap/crlf", ".data.a")).isEqualTo("b");
    assertThat(web.field("configmap/bom", ".data.a")).isEqualTo("b");
  }
}
