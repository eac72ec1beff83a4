package dev.msvc.cluster.api;

import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import io.fabric8.kubernetes.api.model.ExecConfig;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The program that a kubeconfig names to log in, run by itself: the client takes what it says to
 * people for a part of its answer, and where there is none goes on as nobody.
 */
final class CredentialPlugin {
  private static final int MOST = 1 << 20;
  private static final int NOT_FOUND = 127;

  private CredentialPlugin() {}

  /** How it ended. */
  private record Ended(int code, String output, String said) {}

  /**
   * Is called where there are no credentials: gets them.
   *
   * @throws UserError where a program should have given some: in its words
   */
  static void ask(Config config, ExecConfig plugin, Map<String, String> env) {
    String name = plugin.getCommand();
    File from = config.getFileWithAuthInfo();
    boolean beside = from != null && name.contains("/");
    String path = beside ? from.toPath().toAbsolutePath().resolveSibling(name).toString() : name;
    Ended ended = run(path, plugin, env);
    if (ended.code() == NOT_FOUND) {
      String hint = plugin.getInstallHint();
      throw new UserError(
          "the kubeconfig logs in with %s, which cannot be started".formatted(name),
          hint == null || hint.isBlank() ? "install it" : hint.strip(),
          8);
    }
    if (ended.code() != 0 || !given(config, ended.output())) {
      throw new UserError(
          "the kubeconfig logs in with %s, which gave no token%s"
              .formatted(name, ended.said().isEmpty() ? "" : ": " + ended.said()),
          "do what it says, then run this again",
          8);
    }
  }

  /** Whether there was something in its answer. */
  private static boolean given(Config config, String output) {
    Map<String, Object> status;
    try {
      status = KubeObject.map(Serialization.unmarshal(output, Map.class), "status");
    } catch (RuntimeException notJson) {
      return false;
    }
    if (status.get("token") instanceof String token) {
      config.setAutoOAuthToken(token);
      return true;
    }
    if (status.get("clientCertificateData") instanceof String certificate
        && status.get("clientKeyData") instanceof String key) {
      config.setClientCertData(encoded(certificate));
      config.setClientKeyData(encoded(key));
      return true;
    }
    return false;
  }

  private static String encoded(String pem) {
    return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
  }

  private static Ended run(String path, ExecConfig plugin, Map<String, String> env) {
    // by 'env', so that the PATH is that of the user
    List<String> command = new ArrayList<>(List.of("env", path));
    if (plugin.getArgs() != null) {
      command.addAll(plugin.getArgs());
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(env);
    if (plugin.getEnv() != null) {
      plugin.getEnv().forEach(each -> builder.environment().put(each.getName(), each.getValue()));
    }
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      CompletableFuture<String> said =
          CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
      String output = read(process.getInputStream());
      int code = process.waitFor();
      return new Ended(code == NOT_FOUND - 1 ? NOT_FOUND : code, output, said.join());
    } catch (IOException e) {
      return new Ended(NOT_FOUND, "", "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException(path));
    }
  }

  private static String read(InputStream from) {
    try {
      return new String(from.readNBytes(MOST), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
