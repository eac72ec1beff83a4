package dev.msvc.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A client's connection to {@link ApiProxy}. One thread reads it, so that it is noticed when the
 * client goes away; another one answers. A request that was read whole is passed on even where its
 * client is gone by then; only what it would still have been told ends with it.
 */
final class ProxiedConnection {
  private static final Request END = new Request(new HttpHead("", List.of()), new byte[0]);
  private static final Map<Integer, String> REASONS =
      Map.of(
          400, "BadRequest",
          403, "Forbidden",
          404, "NotFound",
          409, "Conflict",
          422, "Invalid",
          429, "TooManyRequests",
          500, "InternalError",
          503, "ServiceUnavailable",
          504, "Timeout");

  /** API servers close what has been idle for 90 s; nothing may be sent into that. */
  private static final Duration IDLE = Duration.ofSeconds(45);

  private final ApiProxy proxy;
  private final Socket client;
  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private volatile Socket server;
  private volatile boolean streaming;
  private volatile boolean gone;
  private boolean administrator;
  private long lastUsed;
  private InputStream answers;

  /** How many bytes of the body at hand the client may still have, and how many it had. */
  private long left;

  private long passed;

  private record Request(HttpHead head, byte[] body) {}

  ProxiedConnection(ApiProxy proxy, Socket client) {
    this.proxy = proxy;
    this.client = client;
  }

  /** Reads requests until the client closes. */
  void read() {
    try {
      InputStream in = new BufferedInputStream(client.getInputStream(), 1 << 16);
      for (HttpHead head = HttpHead.read(in); head != null; head = HttpHead.read(in)) {
        if (head.says("Expect", "100-continue")) {
          client
              .getOutputStream()
              .write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        requests.add(new Request(head, body(head, in)));
      }
    } catch (IOException closed) {
      // as if it had been at the end of a request
    } finally {
      gone = true;
      requests.add(END);
      if (streaming) {
        closeServer();
      }
    }
  }

  /** Answers them, one after the other. */
  void serve() {
    try (Socket closing = client) {
      boolean open = true;
      while (open) {
        Request next = requests.take();
        open = next != END && exchange(next);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (IOException broken) {
      // on one side: then it ends on the other
    } finally {
      closeServer();
    }
  }

  void close() {
    try {
      client.close();
    } catch (IOException already) {
      // closed
    }
    closeServer();
  }

  private void closeServer() {
    Socket open = server;
    if (open != null) {
      try {
        open.close();
      } catch (IOException already) {
        // closed
      }
    }
  }

  /** Does one, and says whether the connection goes on. */
  private boolean exchange(Request request) throws IOException, InterruptedException {
    ApiProxy.Call call = proxy.numbered(request.head());
    long started = System.nanoTime();
    int status = 0;
    passed = 0;
    try {
      ApiProxy.Action action = proxy.action(call);
      Thread.sleep(action.delay().toMillis());
      action.first().run();
      switch (action.how()) {
        case REFUSE:
          client.setSoLinger(true, 0);
          return false;
        case ANSWER:
          action.then().run();
          status = action.status();
          answer(action, request);
          return true;
        case CUT:
          forward(request);
          action.then().run();
          return false;
        case FORWARD:
          HttpHead head = forward(request);
          action.then().run();
          status = Integer.parseInt(head.word(1));
          left = action.bytes();
          return pass(head, request.head());
      }
      throw new IllegalStateException(action.how().name());
    } catch (IOException | InterruptedException e) {
      throw e;
    } catch (Exception | Error e) {
      proxy.failed(e);
      return false;
    } finally {
      proxy.answered(
          new ApiProxy.Answer(call, status, passed, Duration.ofNanos(System.nanoTime() - started)));
    }
  }

  private HttpHead forward(Request request) throws IOException {
    open(request.head().value("Authorization").isEmpty());
    OutputStream out = new BufferedOutputStream(server.getOutputStream(), 1 << 16);
    request
        .head()
        .without("Expect")
        .without("Transfer-Encoding")
        .with("Host", proxy.server().host())
        .with("Content-Length", String.valueOf(request.body().length))
        .write(out);
    out.write(request.body());
    out.flush();
    HttpHead head = HttpHead.read(answers);
    while (head != null && head.word(1).startsWith("1")) {
      head = HttpHead.read(answers);
    }
    if (head == null) {
      throw new EOFException("the API server has closed");
    }
    return head;
  }

  private void open(boolean asAdministrator) throws IOException {
    long idle = System.nanoTime() - lastUsed;
    if (server == null || administrator != asAdministrator || idle > IDLE.toNanos()) {
      closeServer();
      server = proxy.server().connect(asAdministrator);
      answers = new BufferedInputStream(server.getInputStream(), 1 << 16);
      administrator = asAdministrator;
    }
  }

  /** Passes an answer on as it comes, and says whether the connection goes on after it. */
  private boolean pass(HttpHead head, HttpHead request) throws IOException {
    OutputStream out = new BufferedOutputStream(client.getOutputStream(), 1 << 16);
    head.write(out);
    out.flush();
    streaming = true;
    if (gone) {
      return false;
    }
    boolean whole = body(head, request, out);
    streaming = false;
    lastUsed = System.nanoTime();
    return whole && !head.says("Connection", "close") && !request.says("Connection", "close");
  }

  private boolean body(HttpHead head, HttpHead request, OutputStream out) throws IOException {
    String status = head.word(1);
    if (request.word(0).equals("HEAD") || status.equals("204") || status.equals("304")) {
      return true;
    }
    if (head.says("Transfer-Encoding", "chunked")) {
      return chunks(out);
    }
    String length = head.value("Content-Length");
    boolean whole = copy(length.isEmpty() ? Long.MAX_VALUE : Long.parseLong(length), out);
    return whole && !length.isEmpty();
  }

  private boolean chunks(OutputStream out) throws IOException {
    while (true) {
      String line = HttpHead.some(answers);
      long size = Long.parseLong(line.split(";", 2)[0].strip(), 16);
      write(line, out);
      if (size > 0 && !copy(size, out)) {
        return false;
      }
      // after a chunk, an empty line; after the last one, what is said at the end, too
      String end = HttpHead.some(answers);
      write(end, out);
      while (size == 0 && !end.isEmpty()) {
        end = HttpHead.some(answers);
        write(end, out);
      }
      out.flush();
      if (size == 0) {
        return true;
      }
    }
  }

  private static void write(String line, OutputStream out) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Copies so many bytes as they come; false where the client may have no more of them. */
  private boolean copy(long size, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long rest = size;
    while (rest > 0) {
      if (left == 0) {
        return false;
      }
      int read = answers.read(buffer, 0, (int) Math.min(buffer.length, Math.min(rest, left)));
      if (read < 0) {
        return false;
      }
      out.write(buffer, 0, read);
      out.flush();
      rest -= read;
      left -= read;
      passed += read;
    }
    return true;
  }

  private static byte[] body(HttpHead head, InputStream in) throws IOException {
    String length = head.value("Content-Length");
    if (!length.isEmpty()) {
      byte[] body = in.readNBytes(Integer.parseInt(length));
      if (body.length < Integer.parseInt(length)) {
        throw new EOFException("closed within a body");
      }
      return body;
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (head.says("Transfer-Encoding", "chunked")) {
      int size;
      do {
        size = Integer.parseInt(HttpHead.some(in).split(";", 2)[0].strip(), 16);
        body.write(in.readNBytes(size));
        HttpHead.some(in);
      } while (size > 0);
    }
    return body.toByteArray();
  }

  private void answer(ApiProxy.Action action, Request request) throws IOException {
    int status = action.status();
    String details =
        action.retryAfter() > 0
            ? ",\"details\":{\"retryAfterSeconds\":%d}".formatted(action.retryAfter())
            : "";
    byte[] body =
        """
        {"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"%s",\
        "reason":"%s"%s,"code":%d}
        """
            .formatted(
                action.message().isEmpty()
                    ? "%d, says the proxy of the tests, for %s"
                        .formatted(status, request.head().word(0))
                    : action.message().replace("\"", "\\\""),
                REASONS.getOrDefault(status, "Unknown"),
                details,
                status)
            .getBytes(StandardCharsets.UTF_8);
    OutputStream out = new BufferedOutputStream(client.getOutputStream());
    HttpHead head =
        new HttpHead("HTTP/1.1 " + status + " " + REASONS.getOrDefault(status, ""), List.of())
            .with("Content-Type", "application/json")
            .with("Content-Length", String.valueOf(body.length));
    (action.retryAfter() > 0 ? head.with("Retry-After", "" + action.retryAfter()) : head)
        .write(out);
    out.write(body);
    out.flush();
    passed = body.length;
  }
}
