package dev.msvc.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * An origin of big bodies: answers {@code GET} with as many bytes as it was told, takes as many of
 * {@code POST}, and never holds more than a buffer of them.
 */
final class Pourer implements AutoCloseable {
  private static final int BUFFER = 256 * 1024;

  private final ServerSocket server;
  private final long bytes;

  Pourer(long bytes) throws IOException {
    this.server = new ServerSocket(0, 4_096, ProxyAlone.loopback(0).getAddress());
    this.bytes = bytes;
    Thread thread = new Thread(this::accept, "pourer");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread thread = new Thread(() -> answer(socket), "pourer");
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException closed) {
      // the benchmark is over
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER);
      String head = head(in);
      OutputStream out = socket.getOutputStream();
      if (head.startsWith("POST")) {
        drain(in, bytes);
        out.write(
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      } else {
        out.write(
            "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n"
                .formatted(bytes)
                .getBytes(StandardCharsets.US_ASCII));
        pour(out, bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A body through a proxy; the seconds that it took. */
  static double through(int port, boolean up, long bytes) throws IOException {
    long start = System.nanoTime();
    try (Socket socket = new Socket(ProxyAlone.loopback(0).getAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      out.write(
          (up
                  ? "POST / HTTP/1.1\r\nHost: bench\r\nContent-Length: %d\r\n\r\n".formatted(bytes)
                  : "GET / HTTP/1.1\r\nHost: bench\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      if (up) {
        pour(out, bytes);
      }
      InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER);
      String head = head(in);
      if (!head.startsWith("HTTP/1.1 200")) {
        throw new IOException("not answered: " + head);
      }
      if (!up) {
        drain(in, bytes);
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("ended within the head: " + head);
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static void pour(OutputStream out, long bytes) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (long left = bytes; left > 0; left -= BUFFER) {
      out.write(buffer, 0, (int) Math.min(BUFFER, left));
    }
  }

  private static void drain(InputStream in, long bytes) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long left = bytes;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(BUFFER, left));
      if (read < 0) {
        throw new IOException("%d bytes are missing".formatted(left));
      }
      left -= read;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
