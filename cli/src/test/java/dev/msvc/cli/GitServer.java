package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A real repository of git, served over HTTP by {@code git http-backend} to whoever has the
 * password; where it is open, everybody may read it.
 */
final class GitServer implements AutoCloseable {
  static final String PASSWORD = "a-token-of-nobody";
  static final String FILE = "prod/route.yaml";

  private final Path root;
  private final boolean open;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private int port;

  GitServer(Path root) throws Exception {
    this(root, false);
  }

  GitServer(Path root, boolean open) throws Exception {
    this.root = root;
    this.open = open;
    git("init", "--quiet", "--bare", "--initial-branch=main", "deploy.git");
    git("-C", "deploy.git", "config", "http.receivepack", "true");
    start();
  }

  String url() {
    return "http://127.0.0.1:%d/deploy.git".formatted(port);
  }

  Path repository() {
    return root.resolve("deploy.git");
  }

  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    port = server.getAddress().getPort();
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** It cannot be reached. */
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String asked = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    String right =
        Base64.getEncoder()
            .encodeToString(("shifter:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    byte[] body = exchange.getRequestBody().readAllBytes();
    boolean pushes = exchange.getRequestURI().toString().contains("git-receive-pack");
    if ((pushes || !open) && !asked.equals("Basic " + right)) {
      exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
      exchange.sendResponseHeaders(401, -1);
      exchange.close();
      return;
    }
    ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
    Map<String, String> env = builder.environment();
    env.put("GIT_PROJECT_ROOT", root.toString());
    env.put("GIT_HTTP_EXPORT_ALL", "1");
    env.put("REMOTE_USER", "shifter");
    env.put("REQUEST_METHOD", exchange.getRequestMethod());
    env.put("PATH_INFO", exchange.getRequestURI().getPath());
    env.put("QUERY_STRING", text(exchange.getRequestURI().getRawQuery()));
    env.put("CONTENT_TYPE", text(exchange.getRequestHeaders().getFirst("Content-Type")));
    env.put("CONTENT_LENGTH", String.valueOf(body.length));
    env.put(
        "HTTP_CONTENT_ENCODING", text(exchange.getRequestHeaders().getFirst("Content-Encoding")));
    env.put("GIT_PROTOCOL", text(exchange.getRequestHeaders().getFirst("Git-Protocol")));
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    threads.submit(
        () -> {
          try (OutputStream in = process.getOutputStream()) {
            in.write(body);
          }
          return null;
        });
    byte[] said = process.getInputStream().readAllBytes();
    String all = new String(said, StandardCharsets.ISO_8859_1);
    int end = all.indexOf("\r\n\r\n");
    int status = 200;
    for (String line : all.substring(0, end).split("\r\n")) {
      String[] parts = line.split(": ", 2);
      if (parts[0].equals("Status")) {
        status = Integer.parseInt(parts[1].substring(0, 3));
      } else {
        exchange.getResponseHeaders().add(parts[0], parts[1]);
      }
    }
    int length = said.length - end - 4;
    exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
    if (length > 0) {
      exchange.getResponseBody().write(said, end + 4, length);
    }
    exchange.close();
  }

  private static String text(String header) {
    return header == null ? "" : header;
  }

  /** Runs git, which must succeed. */
  String git(String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=ann"));
    command.addAll(List.of("-c", "user.email=ann@example", "-c", "advice.detachedHead=false"));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s\n%s", command, out).isZero();
    return out;
  }

  /** Somebody commits a file, and pushes it as often as it takes. */
  void commit(String file, String text) throws Exception {
    Path clone = Files.createTempDirectory(root, "clone");
    git("clone", "--quiet", "--branch", "main", repository().toString(), clone.toString());
    Path written = clone.resolve(file);
    Files.createDirectories(written.getParent());
    Files.writeString(written, text);
    git("-C", clone.toString(), "add", file);
    git("-C", clone.toString(), "commit", "--quiet", "--message", "by ann");
    for (int i = 0; ; i++) {
      try {
        git("-C", clone.toString(), "pull", "--quiet", "--rebase");
        git("-C", clone.toString(), "push", "--quiet");
        return;
      } catch (AssertionError moved) {
        if (i == 20) {
          throw moved;
        }
      }
    }
  }

  /** The first commit. */
  void begin(String text) throws Exception {
    Path work = Files.createDirectory(root.resolve("first"));
    git("-C", "first", "init", "--quiet", "--initial-branch=main");
    Files.createDirectories(work.resolve("prod"));
    Files.writeString(work.resolve(FILE), text);
    Files.writeString(work.resolve("README.md"), "what is in production\n");
    git("-C", "first", "add", ".");
    git("-C", "first", "commit", "--quiet", "--message", "begin");
    git("-C", "first", "push", "--quiet", repository().toString(), "main");
  }

  String head() throws Exception {
    return git("-C", "deploy.git", "rev-parse", "main").strip();
  }

  String file() throws Exception {
    return git("-C", "deploy.git", "show", "main:" + FILE);
  }

  /** Subjects of the commits that are the shift's, the oldest first. */
  List<String> ours() throws Exception {
    return git("-C", "deploy.git", "log", "--reverse", "--author=msvc", "--format=%s", "main")
        .lines()
        .toList();
  }

  @Override
  public void close() {
    stop();
    threads.shutdownNow();
  }
}
