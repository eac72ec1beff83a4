package dev.msvc.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a pod of a shift's Job would run, as a process of this machine: its arguments, its account
 * and no other right, and of Secrets what a kubelet would give it.
 *
 * @param folder that has the plan
 * @param mounted for what it is given in files
 */
record JobPod(TestNamespace namespace, Path folder, Path mounted) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Starts it.
   *
   * @param kind the Job, or what has one
   * @param path of the pod's specification in it
   */
  Process of(String kind, String path) throws Exception {
    return of(kind, path, System.getenv("PATH"));
  }

  /** With other programs on its path. */
  Process of(String kind, String path, String programs) throws Exception {
    JsonNode pod = JSON.readTree(namespace.out("get", kind, "-o", "json")).at(path);
    JsonNode container = pod.at("/containers/0");
    StringBuilder arguments = new StringBuilder();
    container.path("args").forEach(each -> arguments.append(each.asText()).append(' '));
    Map<String, String> env = new HashMap<>();
    env.put("PATH", programs);
    for (JsonNode each : pod.path("volumes")) {
      if (each.has("secret")) {
        for (JsonNode item : each.at("/secret/items")) {
          String value = secret(each.at("/secret/secretName"), item.path("key"));
          Files.writeString(mounted.resolve(item.path("path").asText()), value);
        }
      }
    }
    for (JsonNode each : container.path("env")) {
      JsonNode from = each.at("/valueFrom/secretKeyRef");
      env.put(
          each.path("name").asText(),
          from.isMissingNode()
              ? each.path("value").asText().replaceFirst("^/git/", mounted + "/")
              : secret(from.path("name"), from.path("key")));
    }
    return as(
        pod.path("serviceAccountName").asText(),
        arguments.toString().strip().replace("-C /plan ", ""),
        env);
  }

  private String secret(JsonNode name, JsonNode key) throws Exception {
    JsonNode secret =
        JSON.readTree(namespace.out("get", "secret", name.asText(), "-o", "json")).path("data");
    return new String(
        Base64.getDecoder().decode(secret.path(key.asText()).asText()), StandardCharsets.UTF_8);
  }

  /** What somebody types as an account. */
  Process as(String account, String arguments) throws Exception {
    return as(account, arguments, Map.of("PATH", System.getenv("PATH")));
  }

  private Process as(String account, String arguments, Map<String, String> given) throws Exception {
    URI server = namespace.cluster().address().uri();
    Map<String, String> env = new HashMap<>(given);
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
    Files.writeString(mounted.resolve("token"), namespace.out("create", "token", account).strip());
    List<String> typed = List.of(("-C " + folder + " " + arguments).split(" "));
    ProcessBuilder builder =
        new ProcessBuilder(Faulty.ownProcess(typed))
            .redirectErrorStream(true)
            .redirectOutput(mounted.resolve("said").toFile());
    builder.environment().clear();
    builder.environment().putAll(env);
    return builder.start();
  }

  /** What it printed until now. */
  String said() throws Exception {
    return Files.readString(mounted.resolve("said"));
  }
}
