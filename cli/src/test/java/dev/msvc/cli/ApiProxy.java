package dev.msvc.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An HTTP proxy before an API server, for tests and benchmarks: it counts what is asked, and does
 * to each request what a {@link Rule} says. It listens on 127.0.0.1, without TLS, and speaks
 * HTTP/1.1; each connection of a client has one of its own behind it, as the administrator or,
 * where a request brings its own {@code Authorization}, as whom that says.
 */
public final class ApiProxy implements AutoCloseable {
  /** In milliseconds, for what should be over. */
  private static final int PATIENCE = 30_000;

  private final ApiServerAddress server;
  private final ServerSocket listener;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "api-proxy");
            thread.setDaemon(true);
            return thread;
          });
  private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
  private final Set<Call> running = ConcurrentHashMap.newKeySet();
  private final AtomicInteger count = new AtomicInteger();
  private final List<Answer> answers = Collections.synchronizedList(new ArrayList<>());
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile Rule rule = call -> Action.FORWARD;

  /** What is done to a request; called by many threads at once. */
  @FunctionalInterface
  public interface Rule {
    Action of(Call call) throws Exception;
  }

  /**
   * A request.
   *
   * @param number from 1, in the order in which requests were read to their end
   * @param path with the query
   */
  public record Call(int number, String method, String path) {
    public boolean writes() {
      return !method.equals("GET") && !path.contains("dryRun=");
    }

    public boolean watches() {
      return path.contains("watch=true") || path.contains("watch=1");
    }
  }

  /**
   * What became of it.
   *
   * @param status 0 where the client got none
   * @param bytes of the body, as the client got it
   */
  public record Answer(Call call, int status, long bytes, Duration took) {}

  /** What {@link Action} does with the request itself. */
  enum How {
    FORWARD,
    REFUSE,
    ANSWER,
    CUT
  }

  /** Something that may fail. */
  @FunctionalInterface
  public interface Step {
    void run() throws Exception;
  }

  /**
   * What is done to one request: first a delay and a step, then what {@code how} says.
   *
   * @param message of an answer; empty for one that says where it is from
   * @param bytes of the answer's body that are passed on before the connection is closed
   */
  public record Action(
      How how,
      int status,
      int retryAfter,
      String message,
      long bytes,
      Duration delay,
      Step first,
      Step then) {

    /** Passed on, and its answer as it comes. */
    public static final Action FORWARD = of(How.FORWARD, 0, 0, Long.MAX_VALUE);

    /** The connection is reset; the API server hears nothing. */
    public static final Action REFUSE = of(How.REFUSE, 0, 0, 0);

    /** The API server does it and answers, and the client hears nothing: the connection ends. */
    public static final Action CUT = of(How.CUT, 0, 0, 0);

    private static Action of(How how, int status, int retryAfter, long bytes) {
      return new Action(how, status, retryAfter, "", bytes, Duration.ZERO, () -> {}, () -> {});
    }

    /** A {@code Status} as of an API server, which hears nothing. */
    public static Action answer(int status) {
      return of(How.ANSWER, status, 0, 0);
    }

    /** The same, with {@code Retry-After}. */
    public static Action answer(int status, int retryAfterSeconds) {
      return of(How.ANSWER, status, retryAfterSeconds, 0);
    }

    /** The same as {@link #answer(int)}, in words of the test's own. */
    public static Action answer(int status, String message) {
      return new Action(How.ANSWER, status, 0, message, 0, Duration.ZERO, () -> {}, () -> {});
    }

    /** Passed on; its answer ends after so many bytes of its body. */
    public static Action cutAfter(long bytes) {
      return of(How.FORWARD, 0, 0, bytes);
    }

    public Action delayed(Duration delay) {
      return new Action(how, status, retryAfter, message, bytes, delay, first, then);
    }

    /** Before anything is done, and after the delay. */
    public Action first(Step step) {
      return new Action(how, status, retryAfter, message, bytes, delay, step, then);
    }

    /** When there is an answer, and before the client hears of it. */
    public Action then(Step step) {
      return new Action(how, status, retryAfter, message, bytes, delay, first, step);
    }
  }

  private ApiProxy(ApiServerAddress server) throws IOException {
    this.server = server;
    this.listener = new ServerSocket();
    listener.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 128);
  }

  public static ApiProxy before(ApiServerAddress server) throws IOException {
    ApiProxy proxy = new ApiProxy(server);
    proxy.threads.execute(proxy::accept);
    return proxy;
  }

  /** From now on; at first all is passed on. */
  public ApiProxy rule(Rule rule) {
    this.rule = rule;
    return this;
  }

  /** Counts from 1 again, once what was asked is over. */
  public void forget() throws InterruptedException {
    awaitRunning();
    count.set(0);
    answers.clear();
  }

  /** Requests that were read. */
  public int count() {
    return count.get();
  }

  /**
   * Those that are over, in the order in which they ended. A client may have its answer a moment
   * before this knows; so it waits for what is not a watch.
   */
  public List<Answer> answers() throws InterruptedException {
    awaitRunning();
    synchronized (answers) {
      return List.copyOf(answers);
    }
  }

  private void awaitRunning() throws InterruptedException {
    for (int i = 0; i < PATIENCE && !running.stream().allMatch(Call::watches); i++) {
      Thread.sleep(1);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Writes a kubeconfig that leads here. */
  public Path kubeconfig(Path file, String namespace) throws IOException {
    return Files.writeString(
        file,
        """
        apiVersion: v1
        kind: Config
        current-context: proxy
        clusters:
        - name: proxy
          cluster: {server: "http://127.0.0.1:%d"}
        users:
        - name: nobody
          user: {}
        contexts:
        - name: proxy
          context: {cluster: proxy, user: nobody, namespace: "%s"}
        """
            .formatted(port(), namespace));
  }

  /** Ends all connections; fails where a rule or a step of it has failed. */
  @Override
  public void close() throws IOException {
    listener.close();
    connections.forEach(ProxiedConnection::close);
    threads.shutdownNow();
    Throwable failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("a rule of the proxy failed", failed);
    }
  }

  ApiServerAddress server() {
    return server;
  }

  Call numbered(HttpHead head) {
    Call call = new Call(count.incrementAndGet(), head.word(0), head.word(1));
    running.add(call);
    return call;
  }

  Action action(Call call) throws Exception {
    return rule.of(call);
  }

  void answered(Answer answer) {
    answers.add(answer);
    running.remove(answer.call());
  }

  void failed(Throwable cause) {
    failure.compareAndSet(null, cause);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        client.setTcpNoDelay(true);
        ProxiedConnection connection = new ProxiedConnection(this, client);
        connections.add(connection);
        threads.execute(connection::read);
        threads.execute(
            () -> {
              connection.serve();
              connections.remove(connection);
            });
      } catch (IOException closed) {
        // by close()
      }
    }
  }
}
