package dev.msvc.cluster.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;

/** A connection that was upgraded, as for a websocket: bytes go both ways until one side ends. */
final class Tunnel {
  private final NetSocket client;
  private final NetSocket origin;
  private final Runnable ended;
  private boolean over;

  private Tunnel(NetSocket client, NetSocket origin, Runnable ended) {
    this.client = client;
    this.origin = origin;
    this.ended = ended;
  }

  /** Opens one. */
  static Tunnel between(NetSocket client, NetSocket origin, Runnable ended) {
    Tunnel tunnel = new Tunnel(client, origin, ended);
    pump(client, origin);
    pump(origin, client);
    for (NetSocket side : new NetSocket[] {client, origin}) {
      side.exceptionHandler(e -> tunnel.close());
      side.closeHandler(v -> tunnel.close());
    }
    return tunnel;
  }

  private static void pump(ReadStream<Buffer> from, WriteStream<Buffer> to) {
    from.handler(
        buffer -> {
          to.write(buffer);
          if (to.writeQueueFull()) {
            from.pause();
            to.drainHandler(v -> from.resume());
          }
        });
  }

  void close() {
    if (!over) {
      over = true;
      client.close();
      origin.close();
      ended.run();
    }
  }
}
