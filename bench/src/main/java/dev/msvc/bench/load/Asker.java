package dev.msvc.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Clients of real servers, which ask the same again and again, and never twice for one answer. */
public final class Asker implements AutoCloseable {
  private static final int ANSWER_MILLIS = 20_000;
  private static final int PAUSE_MILLIS = 15;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<?>> clients = new ArrayList<>();
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private volatile String why = "";
  private volatile boolean ends;

  /**
   * Starts one, with a connection of its own.
   *
   * @param target path and query
   * @param fields of the request, a line each
   */
  public void start(int port, String target, List<String> fields) {
    StringBuilder request = new StringBuilder("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    fields.forEach(each -> request.append(each).append("\r\n"));
    String text = request.append("\r\n").toString();
    clients.add(threads.submit(() -> asked(port, text)));
  }

  private void asked(int port, String request) {
    Wire wire = null;
    while (!ends) {
      try {
        wire = wire == null ? connected(port) : wire;
        wire.send(request);
        if (!wire.head()) {
          throw new IOException("the connection ended instead of an answer");
        }
        int status = wire.status();
        String content = wire.content();
        if (status == 200) {
          answered.incrementAndGet();
        } else {
          lost(status + " " + content);
        }
        wire = wire.isLast() ? closed(wire) : wire;
        Thread.sleep(PAUSE_MILLIS);
      } catch (IOException none) {
        lost(none.toString());
        wire = closed(wire);
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    closed(wire);
  }

  private static Wire connected(int port) throws IOException {
    Wire wire = new Wire(new Socket(InetAddress.getLoopbackAddress(), port));
    wire.patience(ANSWER_MILLIS);
    return wire;
  }

  private static @Nullable Wire closed(@Nullable Wire wire) {
    if (wire != null) {
      wire.closeQuietly();
    }
    return null;
  }

  private void lost(String how) {
    lost.incrementAndGet();
    why = how;
  }

  /** Answered with 200. */
  public long answered() {
    return answered.get();
  }

  /** Not answered, or otherwise. */
  public long lost() {
    return lost.get();
  }

  /** How the last one was lost. */
  public String why() {
    return why;
  }

  /** Waits for the last answer of each. */
  public void end() throws InterruptedException {
    ends = true;
    for (Future<?> each : clients) {
      try {
        each.get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new IllegalStateException("a client did not end", e);
      }
    }
  }

  @Override
  public void close() {
    ends = true;
    threads.shutdownNow();
  }
}
