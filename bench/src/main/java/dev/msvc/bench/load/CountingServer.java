package dev.msvc.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One of the two servers behind a router. It answers each request with its name and the id of the
 * request, and writes down that it had it.
 */
public final class CountingServer implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final String name;
  private final Ledger ledger;
  private final ServerSocket socket;
  private volatile int status = 200;
  private volatile long lastAt;

  CountingServer(String name, Ledger ledger) throws IOException {
    this.name = name;
    this.ledger = ledger;
    this.socket = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** Where it answers. */
  public String url() {
    return "http://127.0.0.1:" + port();
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** From now on each request is answered with this status. */
  public void answers(int status) {
    this.status = status;
  }

  /** When it had its last request, in milliseconds of the clock; 0 for never. */
  public long lastAt() {
    return lastAt;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket next = socket.accept();
        open.add(next);
        threads.execute(() -> serve(next));
      } catch (IOException ends) {
        // the next look at the socket says whether it is closed
      }
    }
  }

  private void serve(Socket connection) {
    try (Wire wire = new Wire(connection)) {
      while (wire.head()) {
        String id = wire.field("x-id");
        if (!id.isEmpty()) {
          ledger.count(Long.parseLong(id));
          lastAt = System.currentTimeMillis();
        }
        wire.send(answer(id));
      }
    } catch (IOException ends) {
      // whoever sent the request sees it
    } finally {
      open.remove(connection);
    }
  }

  private String answer(String id) {
    String content = name + " " + id;
    String line = status == 200 ? "HTTP/1.1 200 OK" : "HTTP/1.1 " + status + " No";
    return line
        + "\r\nContent-Type: text/plain\r\nContent-Length: "
        + content.length()
        + "\r\n\r\n"
        + content;
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket each : open) {
      each.close();
    }
    threads.shutdownNow();
  }
}
