package dev.msvc.cluster.proxy;

import io.vertx.core.Future;
import io.vertx.core.http.impl.HttpClientInternal;
import io.vertx.core.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The monolith or the service, as one event loop reaches it, with the connections that it keeps.
 *
 * <p>The pool is our own, because Vert.x's can't say whether a connection was used before, and that
 * decides what may be done when it turns out to be closed:
 *
 * <ul>
 *   <li>a connection is kept for two seconds: less than any usual origin keeps it;
 *   <li>a request that may be repeated takes any that is kept, and if the origin closed it just
 *       then without a word of an answer, it is sent once more over a new one;
 *   <li>one that may not be repeated takes only one that was given back within half a second, from
 *       an origin that has been seen to keep connections for longer than a whole one; else it goes
 *       over a new one. So it can't meet one that the origin is about to close.
 * </ul>
 */
final class Origin {
  private static final long KEEP = TimeUnit.SECONDS.toNanos(2);
  private static final long SURELY_OPEN = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long PROOF = TimeUnit.SECONDS.toNanos(1);
  private static final int MOST_KEPT = 512;

  private final HttpClientInternal client;
  private final SocketAddress address;
  private final Deque<OriginConnection> kept = new ArrayDeque<>();
  private boolean keepsConnections;

  Origin(HttpClientInternal client, SocketAddress address) {
    this.client = client;
    this.address = address;
  }

  /** A connection that is kept and open as far as anybody knows; null where there is none. */
  @Nullable OriginConnection kept(boolean repeatable) {
    OriginConnection youngest = kept.peekFirst();
    if (youngest == null) {
      return null;
    }
    long age = System.nanoTime() - youngest.keptSince;
    if (!repeatable && !(keepsConnections && age < SURELY_OPEN)) {
      return null;
    }
    kept.removeFirst();
    youngest.kept = false;
    return youngest;
  }

  Future<OriginConnection> connect() {
    return client
        .connect(address)
        .map(
            http -> {
              OriginConnection connection = new OriginConnection(http);
              http.evictionHandler(v -> closed(connection));
              http.exceptionHandler(e -> {});
              http.channel().pipeline().addBefore("handler", "interim", new InterimAnswers());
              return connection;
            });
  }

  /** Gives back a connection that a request and its answer have gone over as a whole. */
  void giveBack(OriginConnection connection) {
    if (connection.closed) {
      return;
    }
    if (kept.size() >= MOST_KEPT) {
      connection.http.close();
      return;
    }
    connection.used = true;
    connection.kept = true;
    connection.keptSince = System.nanoTime();
    kept.addFirst(connection);
  }

  /** Closes what was kept for too long: the oldest are last. */
  void sweep() {
    long now = System.nanoTime();
    OriginConnection oldest = kept.peekLast();
    if (oldest != null && now - oldest.keptSince > PROOF) {
      keepsConnections = true;
    }
    while (oldest != null && now - oldest.keptSince > KEEP) {
      kept.removeLast();
      oldest.kept = false;
      oldest.http.close();
      oldest = kept.peekLast();
    }
  }

  private void closed(OriginConnection connection) {
    connection.closed = true;
    if (connection.kept) {
      connection.kept = false;
      kept.remove(connection);
      if (System.nanoTime() - connection.keptSince < PROOF) {
        keepsConnections = false;
      }
    }
  }
}
