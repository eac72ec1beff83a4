package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.msvc.cli.ApiProxy.Action;
import dev.msvc.cli.ApiProxy.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks that say no, that change what they are shown, and that refuse to be asked. */
@ExtendWith(TestCluster.class)
class DeployWebhooksIT {
  private static final String NO_DRY_RUN =
      "admission webhook \"gate.example.com\" does not support dry run";

  /** A ConfigMap, and after it a Service in line 6. */
  private static final String MANIFESTS =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: a}
      data: {a: one, b: two}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, labels: {gate: open}}
      spec: {ports: [{port: 80}]}
      """;

  @TempDir Path folder;
  @TempDir Path elsewhere;

  private Deployed web;

  @BeforeEach
  void use(TestNamespace namespace) throws Exception {
    web = new Deployed(folder, namespace).write("web.yaml", MANIFESTS);
  }

  private AdmissionServer webhook(String kind, Function<JsonNode, String> answers)
      throws Exception {
    assumeThat(web.namespace().cluster().address().uri().getHost())
        .as("an API server that reaches this process")
        .isEqualTo("127.0.0.1");
    AdmissionServer server = new AdmissionServer(elsewhere, answers);
    server.register(web.namespace(), kind);
    return server;
  }

  @Test
  void whatAWebhookDeniesIsSaidInItsWordsAndNothingIsWritten() throws Exception {
    try (AdmissionServer gate =
        webhook(
            "Validating",
            request ->
                request.at("/object/metadata/labels/gate").asText().equals("open")
                    ? "\"allowed\": true"
                    : "\"allowed\": false, \"status\": {\"message\": \"the gate is closed\"}")) {
      web.write("web.yaml", MANIFESTS.replace("gate: open", "gate: closed"));

      Run run = web.tried();

      assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(8);
      assertThat(run.err())
          .contains("web.yaml:6: Service/web")
          .contains(
              "admission webhook \"gate.example.com\" denied the request: the gate is closed");
      assertThat(web.namespace().out("get", "configmaps,services,leases", "-o", "name"))
          .isEqualTo("configmap/kube-root-ca.crt\n");

      web.write("web.yaml", MANIFESTS).deploy();
      web.write("web.yaml", MANIFESTS.replace("gate: open", "gate: closed"));
      assertThat(web.tried().exitCode()).isEqualTo(8);
      assertThat(web.field("service/web", ".metadata.labels.gate")).isEqualTo("open");
    }
  }

  @Test
  void whatAWebhookChangesIsInTheDifferenceOnce() throws Exception {
    web.deploy();
    try (AdmissionServer gate =
        webhook(
            "Mutating",
            request ->
                AdmissionServer.patch(
                    """
                    [{"op": "add", "path": "/metadata/annotations", "value": {"gate/seen": "yes", "msvc.dev/release": "%s"}},
                     {"op": "add", "path": "/metadata/labels", "value": {"gate": "wide"}}]
                    """
                        .formatted(
                            request
                                .at("/object/metadata/annotations")
                                .path("msvc.dev/release")
                                .asText())))) {
      Run diff = web.tried("--diff");
      assertThat(diff.out())
          .contains("+     metadata.annotations[gate/seen]: yes")
          .contains("-     metadata.labels.gate: open", "+     metadata.labels.gate: wide")
          .contains("1 to change, 1 unchanged");

      web.deploy();
      assertThat(web.field("service/web", ".metadata.labels.gate")).isEqualTo("wide");
      Run again = web.deploy();
      assertThat(again.out()).contains("nothing to do: release web is as it is asked for");

      // made under its eyes, too
      web.write("web.yaml", MANIFESTS.replace("name: web", "name: other")).deploy();
      assertThat(web.field("service/other", ".metadata.annotations.gate/seen")).isEqualTo("yes");
      assertThat(web.deploy().out()).contains("nothing to do");
    }
  }

  @Test
  void whereAWebhookRefusesToBeAskedItIsComparedHereAndThatIsSaid() throws Exception {
    try (ApiProxy proxy = ApiProxy.before(web.namespace().cluster().address())) {
      proxy.rule(
          call ->
              call.path().contains("dryRun=All") && call.path().contains("/configmaps/a?")
                  ? Action.answer(400, NO_DRY_RUN)
                  : Action.FORWARD);
      Cluster proxied =
          web.namespace()
              .cluster()
              .by(proxy.kubeconfig(elsewhere.resolve("config"), web.namespace().name()));
      Deployed through = new Deployed(folder, new TestNamespace(proxied, web.namespace().name()));

      assertThat(through.deploy().out())
          .contains("not checked, as a webhook refuses to be asked: " + NO_DRY_RUN)
          .contains("2 to create");
      assertThat(web.field("configmap/a", ".data")).isEqualTo("{\"a\":\"one\",\"b\":\"two\"}");

      proxy.forget();
      assertThat(through.deploy().out()).contains("nothing to do");
      assertThat(written(proxy)).isEmpty();

      web.write("web.yaml", MANIFESTS.replace("{a: one, b: two}", "{a: three}"));
      assertThat(through.deploy().out())
          .contains("compared here, as a webhook refuses to be asked: " + NO_DRY_RUN)
          .contains("-     data.a: one", "+     data.a: three", "leaves out now go")
          .contains("1 to change, 1 unchanged");
      assertThat(web.field("configmap/a", ".data")).isEqualTo("{\"a\":\"three\"}");

      web.namespace().out("patch", "configmap/a", "-p={\"data\": {\"a\": \"theirs\"}}");
      Run conflict = through.tried();
      assertThat(conflict.exitCode()).as(conflict.err()).isEqualTo(5);
      assertThat(conflict.err())
          .contains("conflict with \"kubectl", ".data.a", "--force-conflicts");
      assertThat(web.field("configmap/a", ".data.a")).isEqualTo("theirs");
      through.deploy("--force-conflicts");
      assertThat(web.field("configmap/a", ".data.a")).isEqualTo("three");
    }
  }

  private static List<String> written(ApiProxy proxy) throws Exception {
    return proxy.answers().stream()
        .map(Answer::call)
        .filter(ApiProxy.Call::writes)
        .map(ApiProxy.Call::path)
        .toList();
  }
}
