package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A cluster that tests talk to with kubectl and helm.
 *
 * @param path with the two on it
 * @param pretends whether its pods run without images
 */
record Cluster(String kubeconfig, String path, boolean pretends) {
  private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
  private static final int MINUTES = 6;

  /** What a program said. */
  record Ran(int exitCode, String out, String err) {}

  static Cluster given(Path kubeconfig) throws IOException, InterruptedException {
    Ran clients =
        run(
            Map.of(),
            "bash",
            "-c",
            ". test-cluster/parts; has_part clients && printf '%s/bin:' \"$(part clients)\"");
    return new Cluster(
        kubeconfig.toAbsolutePath().toString(), clients.out() + System.getenv("PATH"), false);
  }

  /** Starts one that goes down with this process at the latest. */
  static Cluster started(Path folder) throws IOException, InterruptedException {
    Ran up =
        run(
            Map.of(),
            "bash",
            "-c",
            "told=$(test-cluster/up --dir \"$0\" --while \"$1\") && eval \"$told\" && printf '%s\\n%s' \"$KUBECONFIG\" \"$PATH\"",
            folder.toString(),
            String.valueOf(ProcessHandle.current().pid()));
    assertThat(up.exitCode()).as(up.err()).isZero();
    List<String> lines = up.out().lines().toList();
    return new Cluster(lines.get(0), lines.get(1), true);
  }

  /** Runs a script of {@code test-cluster/}. */
  static Ran script(String name, String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = PROJECT.resolve("test-cluster").resolve(name).toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return run(Map.of(), command);
  }

  Ran run(String... command) throws IOException, InterruptedException {
    return fed("", command);
  }

  /** Runs what reads its input. */
  Ran fed(String input, String... command) throws IOException, InterruptedException {
    // the search for a program uses this process's PATH, and not that of the new one
    String[] through = new String[command.length + 1];
    through[0] = "env";
    System.arraycopy(command, 0, through, 1, command.length);
    return feed(Map.of("KUBECONFIG", kubeconfig, "PATH", path), input, through);
  }

  /** The same cluster, by another way to it. */
  Cluster by(Path otherKubeconfig) {
    return new Cluster(otherKubeconfig.toString(), path, pretends);
  }

  /** Where it is, for its administrator with a certificate. */
  ApiServerAddress address() throws Exception {
    JsonNode all =
        new ObjectMapper()
            .readTree(
                out("kubectl", "config", "view", "--raw", "--minify", "--flatten", "-o", "json"));
    JsonNode server = all.at("/clusters/0/cluster");
    JsonNode user = all.at("/users/0/user");
    return ApiServerAddress.of(
        URI.create(server.path("server").asText()),
        pem(server, "certificate-authority-data"),
        pem(user, "client-certificate-data"),
        pem(user, "client-key-data"));
  }

  private static String pem(JsonNode of, String field) {
    return new String(
        Base64.getDecoder().decode(of.path(field).asText()), StandardCharsets.US_ASCII);
  }

  /** Runs what must succeed. */
  String out(String... command) throws IOException, InterruptedException {
    Ran ran = run(command);
    assertThat(ran.exitCode()).as("%s\n%s", String.join(" ", command), ran.err()).isZero();
    return ran.out();
  }

  static Ran run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    return feed(environment, "", command);
  }

  private static Ran feed(Map<String, String> environment, String input, String... command)
      throws IOException, InterruptedException {
    // pipes and not files: nothing stays where this process is killed
    ProcessBuilder builder = new ProcessBuilder(command).directory(PROJECT.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> all(process.inputReader()));
    CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> all(process.errorReader()));
    try (Writer in = process.outputWriter()) {
      in.write(input);
    } catch (IOException unread) {
      // a program need not read what it is given
    }
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException(String.join(" ", command) + " did not end");
    }
    return new Ran(process.exitValue(), out.join(), err.join());
  }

  private static String all(Reader reader) {
    try (reader) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
