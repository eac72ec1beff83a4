package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A folder with manifests, and msvc that works on it and on a namespace.
 *
 * @param folder that {@code -C} names
 */
record Deployed(Path folder, TestNamespace namespace) {
  /** Two pods behind a Service, with a ConfigMap; the image's tag tells versions apart. */
  static String web(String tag) {
    return """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: web}
        data: {greeting: hello}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 2
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: "web:%s"}]}
        """
        .formatted(tag);
  }

  Deployed write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
    return this;
  }

  /** Runs a command of msvc on the folder and the namespace. */
  Run msvc(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("-C", folder.toString(), "-n", namespace.name()));
    all.addAll(List.of("--kubeconfig", namespace.cluster().kubeconfig()));
    return Run.msvc(
        (root, inputs, progress) -> {
          throw new AssertionError("nothing was to be analysed");
        },
        Terminal.NONE,
        Map.of("PATH", namespace.cluster().path(), "USER", "tester"),
        all.toArray(String[]::new));
  }

  /** Deploys what is in the folder as the release {@code web}, which must succeed. */
  Run deploy(String... args) {
    Run run = tried(args);
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    return run;
  }

  /** Deploys what is in the folder as the release {@code web}. */
  Run tried(String... args) {
    List<String> all = new ArrayList<>(List.of("deploy", "-f", ".", "--release", "web", "-y"));
    all.addAll(List.of(args));
    return msvc(all.toArray(String[]::new));
  }

  /** A field of an object, as kubectl prints it. */
  String field(String object, String path) throws Exception {
    return namespace.out("get", object, "-o", "jsonpath={" + path + "}");
  }
}
