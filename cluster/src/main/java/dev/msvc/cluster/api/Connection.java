package dev.msvc.cluster.api;

import dev.msvc.cluster.Kubeconfig;
import dev.msvc.model.Nearest;
import dev.msvc.model.UserError;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** How a cluster is reached: as kubectl reaches it, or as a pod reaches its own. */
final class Connection {
  /** Waits 0.1 s, and twice as long each time: some 13 s in all, more where the server asks. */
  static final int RETRIES = 7;

  static final int FIRST_WAIT = 100;
  private static final int TIMEOUT = 20_000;

  private Connection() {}

  static Config of(Target target) {
    Map<String, String> env = target.env();
    Config config = config(target, env);
    config.setRequestRetryBackoffLimit(RETRIES);
    config.setRequestRetryBackoffInterval(FIRST_WAIT);
    config.setRequestTimeout(TIMEOUT);
    config.setConnectionTimeout(TIMEOUT / 4);
    config.setUserAgent(ApiServer.MANAGER);
    config.setClientKeyAlgo(keyAlgorithm(config));
    return config;
  }

  /**
   * The kind of the client's key, as its certificate says: keys in PKCS 8 don't say it where the
   * client looks for it.
   */
  private static String keyAlgorithm(Config config) {
    String data = config.getClientCertData();
    String file = config.getClientCertFile();
    if (data == null && file == null) {
      return "RSA";
    }
    try (InputStream from =
        data != null
            ? new ByteArrayInputStream(Base64.getMimeDecoder().decode(data))
            : Files.newInputStream(Path.of(file))) {
      return CertificateFactory.getInstance("X.509")
          .generateCertificate(from)
          .getPublicKey()
          .getAlgorithm();
    } catch (IOException | CertificateException | IllegalArgumentException e) {
      throw new UserError(
          "the client's certificate in the kubeconfig cannot be read: " + e.getMessage(),
          "get a new kubeconfig from who runs the cluster",
          8);
    }
  }

  private static Config config(Target target, Map<String, String> env) {
    if (!target.kubeconfig().isEmpty() && !Files.isRegularFile(Path.of(target.kubeconfig()))) {
      throw new UserError(
          "there is no kubeconfig " + target.kubeconfig(), "name one that is there: --kubeconfig");
    }
    Kubeconfig kubeconfig =
        Kubeconfig.read(
            target.kubeconfig().isEmpty() ? env : Map.of("KUBECONFIG", target.kubeconfig()));
    if (!kubeconfig.problem().isEmpty()) {
      throw new UserError(kubeconfig.problem(), "mend it, or name another: --kubeconfig");
    }
    if (kubeconfig.files().isEmpty()) {
      if (env.containsKey("KUBERNETES_SERVICE_HOST")) {
        return new ConfigBuilder().withAutoConfigure().build();
      }
      throw new UserError(
          "there is no kubeconfig, so no cluster is known",
          "name one: --kubeconfig FILE, or KUBECONFIG=FILE",
          8);
    }
    String context = target.context().isEmpty() ? kubeconfig.currentContext() : target.context();
    if (!kubeconfig.contexts().contains(context)) {
      throw unknown(context, kubeconfig.contexts());
    }
    Config config = Config.empty();
    KubeConfigUtils.merge(
        config,
        context,
        kubeconfig.files().stream()
            .map(file -> KubeConfigUtils.parseConfig(file.toFile()))
            .toArray(io.fabric8.kubernetes.api.model.Config[]::new));
    return config;
  }

  private static UserError unknown(String context, List<String> known) {
    if (context.isEmpty()) {
      return new UserError(
          "the kubeconfig has no current context",
          "choose one: --context, of " + String.join(", ", known));
    }
    List<String> near = Nearest.of(context, known);
    return new UserError(
        "the kubeconfig has no context '" + context + "'",
        near.isEmpty()
            ? "there is " + String.join(", ", known)
            : "did you mean '" + near.get(0) + "'?");
  }
}
