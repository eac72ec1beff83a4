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
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Clients that ask a router without a pause, and the two servers behind it. Each request has an id
 * of its own, is sent once, and is never sent again: what is not answered is lost.
 */
public final class Load implements AutoCloseable {
  private static final int ANSWER_MILLIS = 10_000;
  private static final int PATIENCE_SECONDS = 60;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<?>> clients = new ArrayList<>();
  private final Ledger ledger = new Ledger();
  private final CountingServer monolith;
  private final CountingServer service;
  private final AtomicLong sent = new AtomicLong();
  private volatile Window window = new Window();
  private volatile String why = "";
  private volatile boolean ends;
  private long failedBefore;

  /** Nothing is asked yet. */
  public Load() throws IOException {
    monolith = new CountingServer("monolith", ledger);
    service = new CountingServer("service", ledger);
  }

  /** Counts of requests that were sent since it began. */
  private static final class Window {
    private final LongAdder service = new LongAdder();
    private final LongAdder monolith = new LongAdder();
    private final LongAdder failed = new LongAdder();

    Count count() {
      return new Count(service.sum(), monolith.sum(), failed.sum());
    }
  }

  public CountingServer monolith() {
    return monolith;
  }

  public CountingServer service() {
    return service;
  }

  /** Starts so many clients, each with a connection of its own. */
  public void start(int count, int port) {
    for (int i = 0; i < count; i++) {
      clients.add(threads.submit(() -> ask(port)));
    }
  }

  private void ask(int port) {
    Wire wire = null;
    while (!ends) {
      Window at = window;
      long id = sent.incrementAndGet();
      try {
        wire = wire == null ? connected(port) : wire;
        String answer = ask(wire, port, id);
        if (answer.equals("service " + id)) {
          at.service.increment();
        } else if (answer.equals("monolith " + id)) {
          at.monolith.increment();
        } else {
          failed(at, answer);
        }
        wire = wire.isLast() ? closed(wire) : wire;
      } catch (IOException lost) {
        failed(at, lost.toString());
        wire = closed(wire);
      }
    }
    closed(wire);
  }

  private void failed(Window at, String how) {
    at.failed.increment();
    why = how;
  }

  private static @Nullable Wire closed(@Nullable Wire wire) {
    if (wire != null) {
      wire.closeQuietly();
    }
    return null;
  }

  private static Wire connected(int port) throws IOException {
    Wire wire = new Wire(new Socket(InetAddress.getLoopbackAddress(), port));
    wire.patience(ANSWER_MILLIS);
    return wire;
  }

  /** What is answered; with another status than 200 that, too. */
  private static String ask(Wire wire, int port, long id) throws IOException {
    wire.send("GET /orders/1 HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nX-Id: " + id + "\r\n\r\n");
    if (!wire.head()) {
      throw new IOException("the connection ended instead of an answer");
    }
    int status = wire.status();
    String content = wire.content();
    return status == 200 ? content : status + " " + content;
  }

  /** From now on is counted anew; what was sent before is not in it. */
  public void begin() {
    failedBefore += window.count().failed();
    window = new Window();
  }

  /** What was sent since then, and answered by now. */
  public Count count() {
    return window.count();
  }

  /** Waits until so many that were sent since {@link #begin} are answered, and says how. */
  public Count await(long requests) throws InterruptedException {
    long last = 0;
    long until = deadline();
    for (Count now = count(); ; now = count()) {
      if (now.all() >= requests) {
        return now;
      }
      if (now.all() > last) {
        last = now.all();
        until = deadline();
      }
      if (System.nanoTime() > until) {
        throw new IllegalStateException("no requests are answered any more; " + why);
      }
      Thread.sleep(5);
    }
  }

  private static long deadline() {
    return System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
  }

  /** Waits for the last answer of each client. */
  public void end() throws InterruptedException {
    ends = true;
    for (Future<?> each : clients) {
      try {
        each.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new IllegalStateException("a client did not end", e);
      }
    }
  }

  /** All requests, of all weights. */
  public long sent() {
    return sent.get();
  }

  /** Those that were answered otherwise than by a server with 200, or not at all. */
  public long failed() {
    return failedBefore + count().failed();
  }

  /** How the last one failed. */
  public String why() {
    return why;
  }

  /** Those that reached a server twice, or both. */
  public long twice() {
    return ledger.twice();
  }

  /** Those that reached a server. */
  public long reached() {
    return ledger.reached();
  }

  @Override
  public void close() throws IOException {
    ends = true;
    monolith.close();
    service.close();
    threads.shutdownNow();
  }
}
