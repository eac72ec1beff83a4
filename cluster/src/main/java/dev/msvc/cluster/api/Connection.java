package dev.msvc.cluster.api;

import dev.msvc.cluster.Kubeconfig;
import dev.msvc.model.Nearest;
import dev.msvc.model.UserError;
import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a cluster is reached: as kubectl reaches it, or as a pod reaches its own. */
final class Connection {
  private static final int TIMEOUT = 20_000;

  private Connection() {}

  static Config of(Target target) {
    Map<String, String> env = target.env();
    Config config = config(target, env);
    // what is sent again, and when, is decided in one place: Exchange
    config.setRequestRetryBackoffLimit(0);
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
      Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(from);
      if (certificate instanceof X509Certificate dated) {
        dated.checkValidity();
      }
      return certificate.getPublicKey().getAlgorithm();
    } catch (CertificateExpiredException expired) {
      throw new UserError(
          "the client's certificate in the kubeconfig expired (%s)".formatted(expired.getMessage()),
          "get a new one from who runs the cluster",
          8);
    } catch (IOException | CertificateException | IllegalArgumentException e) {
      throw new UserError(
          "the client's certificate in the kubeconfig cannot be read: "
              + (file == null ? e.getMessage() : file),
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
      if (target.inPod()) {
        if (!target.context().isEmpty()) {
          throw new UserError(
              "there is no kubeconfig, so no context '" + target.context() + "'",
              "leave out --context for the cluster of this pod, or name a kubeconfig: --kubeconfig");
        }
        return InCluster.config(env);
      }
      String named = env.getOrDefault("KUBECONFIG", "");
      throw new UserError(
          named.isEmpty()
              ? "there is no kubeconfig, so no cluster is known"
              : "KUBECONFIG names %s, which is not there".formatted(named),
          "name one: --kubeconfig FILE, or KUBECONFIG=FILE",
          8);
    }
    String context = target.context().isEmpty() ? kubeconfig.currentContext() : target.context();
    if (!kubeconfig.contexts().contains(context)) {
      throw unknown(context, kubeconfig.contexts());
    }
    Config config = Config.empty();
    List<io.fabric8.kubernetes.api.model.Config> files =
        kubeconfig.files().stream()
            .map(file -> KubeConfigUtils.parseConfig(file.toFile()))
            .toList();
    checkCluster(context, files);
    KubeConfigUtils.merge(
        config, context, files.toArray(io.fabric8.kubernetes.api.model.Config[]::new));
    identify(config, files, env);
    return config;
  }

  /** Credentials that are kept outside of the kubeconfig. */
  private static void identify(
      Config config, List<io.fabric8.kubernetes.api.model.Config> files, Map<String, String> env) {
    String name = config.getCurrentContext().getContext().getUser();
    Optional<AuthInfo> found =
        files.stream()
            .flatMap(file -> file.getUsers().stream())
            .filter(each -> each.getName().equals(name))
            .findFirst()
            .map(NamedAuthInfo::getUser);
    if (found.isEmpty()) {
      return;
    }
    AuthInfo user = found.get();
    if (user.getTokenFile() != null) {
      // counts more than a token beside it, as for kubectl
      Path beside = config.getFileWithAuthInfo().toPath().toAbsolutePath();
      Path token = beside.resolveSibling(user.getTokenFile());
      if (!Files.isReadable(token)) {
        throw new UserError(
            "the kubeconfig logs in with the token in %s, which cannot be read".formatted(token),
            "get a new kubeconfig from who runs the cluster",
            8);
      }
      config.setOauthTokenProvider(new TokenFile(token));
    } else if (user.getExec() != null
        && config.getAutoOAuthToken() == null
        && config.getClientCertData() == null) {
      CredentialPlugin.ask(config, user.getExec(), env);
    }
  }

  private static void checkCluster(
      String context, List<io.fabric8.kubernetes.api.model.Config> files) {
    Set<String> clusters = new HashSet<>();
    files.forEach(file -> file.getClusters().forEach(each -> clusters.add(each.getName())));
    boolean known =
        files.stream()
            .flatMap(file -> file.getContexts().stream())
            .filter(each -> each.getName().equals(context))
            .findFirst()
            .map(NamedContext::getContext)
            .filter(each -> clusters.contains(each.getCluster()))
            .isPresent();
    if (!known) {
      throw new UserError(
          "the kubeconfig has no cluster for the context '%s'".formatted(context),
          "see what it names: kubectl config get-contexts");
    }
  }

  private static UserError unknown(String context, List<String> known) {
    if (known.isEmpty()) {
      return new UserError(
          "the kubeconfig has no contexts", "name another: --kubeconfig FILE, or KUBECONFIG=FILE");
    }
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
