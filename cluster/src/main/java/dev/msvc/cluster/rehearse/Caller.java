package dev.msvc.cluster.rehearse;

import dev.msvc.model.shift.Selector;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A client with one connection that it keeps, as small as can be: there are tens of thousands of
 * requests in a rehearsal, and they are not what is to be measured.
 */
final class Caller implements AutoCloseable {
  private static final int LONGEST_MILLIS = 20_000;
  private static final int LONGEST_LINE = 16_384;

  private final InetSocketAddress front;
  private @Nullable Socket socket;
  private @Nullable InputStream in;

  /**
   * What came back.
   *
   * @param headers by name in lower case
   */
  record Reply(int status, Map<String, String> headers) {}

  Caller(InetSocketAddress front) {
    this.front = front;
  }

  /**
   * Asks, and reads the answer to its end.
   *
   * @throws IOException where there is none
   */
  Reply ask(Ask ask, String id) throws IOException {
    byte[] head = head(ask, id).getBytes(StandardCharsets.ISO_8859_1);
    boolean kept = socket != null;
    try {
      return sent(head, ask.method());
    } catch (EOFException closed) {
      close();
      if (!kept) {
        throw closed;
      }
      // a kept connection may end at any time; should it have arrived, it counts twice
      return sent(head, ask.method());
    } catch (IOException lost) {
      close();
      throw lost;
    }
  }

  private String head(Ask ask, String id) {
    StringBuilder head = new StringBuilder();
    head.append(ask.method()).append(' ').append(ask.path()).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(front.getHostString()).append("\r\n");
    head.append(Origins.ID).append(": ").append(id).append("\r\n");
    head.append(Origins.RULE).append(": ").append(ask.rule().isEmpty() ? "none" : ask.rule());
    head.append("\r\n");
    if (ask.says().isPresent()) {
      Selector says = ask.says().get();
      String value = says.values().first();
      head.append(
          says.in() == Selector.In.HEADER
              ? "%s: %s\r\n".formatted(says.name(), value)
              : "Cookie: %s=%s\r\n".formatted(says.name(), value));
    }
    return head.append("Content-Length: 0\r\n\r\n").toString();
  }

  private Reply sent(byte[] head, String method) throws IOException {
    if (socket == null) {
      Socket made = new Socket();
      made.setTcpNoDelay(true);
      made.setSoTimeout(LONGEST_MILLIS);
      made.connect(front, LONGEST_MILLIS);
      socket = made;
      in = new BufferedInputStream(made.getInputStream());
    }
    InputStream from = Objects.requireNonNull(in);
    try {
      socket.getOutputStream().write(head);
    } catch (IOException reset) {
      throw new EOFException(String.valueOf(reset.getMessage()));
    }
    Reply reply = head(from);
    body(from, reply, method);
    if (reply.headers().getOrDefault("connection", "").equalsIgnoreCase("close")) {
      close();
    }
    return reply;
  }

  private static Reply head(InputStream in) throws IOException {
    String first = line(in);
    String[] words = first.split(" ", 3);
    if (words.length < 2 || !words[1].matches("\\d{3}")) {
      throw new IOException("no answer: " + first);
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    return new Reply(Integer.parseInt(words[1]), headers);
  }

  private static void body(InputStream in, Reply reply, String method) throws IOException {
    if (method.equals("HEAD") || reply.status() == 204 || reply.status() == 304) {
      return;
    }
    Optional<String> length = Optional.ofNullable(reply.headers().get("content-length"));
    if (length.isPresent()) {
      in.skipNBytes(Long.parseLong(length.get()));
      return;
    }
    if (!reply.headers().getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
      throw new IOException("an answer without a length");
    }
    int size;
    do {
      size = Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
      in.skipNBytes(size);
      line(in);
    } while (size > 0);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection ended");
      }
      if (line.length() > LONGEST_LINE) {
        throw new IOException("a line without an end");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException gone) {
      // it is of no use any more
    }
    socket = null;
    in = null;
  }
}
