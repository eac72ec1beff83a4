package dev.msvc.cluster.api;

import dev.msvc.model.UserError;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The cluster that this process is a pod of, and the service account that it has there. */
final class InCluster {
  private static final String FOLDER = "/var/run/secrets/kubernetes.io/serviceaccount";

  private InCluster() {}

  /** Whether it is a pod. */
  static boolean is(Map<String, String> env) {
    return !env.getOrDefault("KUBERNETES_SERVICE_HOST", "").isEmpty()
        && !env.getOrDefault("KUBERNETES_SERVICE_PORT", "").isEmpty();
  }

  /**
   * What is mounted into it, or where variables say that it is: those that other programs with this
   * client know.
   */
  static Config config(Map<String, String> env) {
    String host = env.getOrDefault("KUBERNETES_SERVICE_HOST", "");
    Path token =
        Path.of(env.getOrDefault("KUBERNETES_AUTH_SERVICEACCOUNT_TOKEN", FOLDER + "/token"));
    Path authority =
        Path.of(env.getOrDefault("KUBERNETES_CERTS_CA_FILE", beside(token, "ca.crt").toString()));
    if (!Files.isReadable(token)) {
      throw new UserError(
          "this pod has no token of a service account: there is no " + token,
          "let it have one (automountServiceAccountToken: true), or name a kubeconfig:"
              + " --kubeconfig",
          8);
    }
    Config config = Config.empty();
    config.setMasterUrl(
        "https://%s:%s"
            .formatted(
                host.indexOf(':') < 0 ? host : "[" + host + "]",
                env.getOrDefault("KUBERNETES_SERVICE_PORT", "")));
    if (Files.isRegularFile(authority)) {
      config.setCaCertFile(authority.toString());
    }
    config.setOauthTokenProvider(new TokenFile(token));
    config.setNamespace(namespace(env, token));
    return config;
  }

  private static Path beside(Path token, String name) {
    return token.toAbsolutePath().resolveSibling(name);
  }

  private static String namespace(Map<String, String> env, Path token) {
    String named = env.getOrDefault("POD_NAMESPACE", "");
    if (!named.isEmpty()) {
      return named;
    }
    try {
      return Files.readString(beside(token, "namespace")).strip();
    } catch (IOException notMounted) {
      return "";
    }
  }
}
