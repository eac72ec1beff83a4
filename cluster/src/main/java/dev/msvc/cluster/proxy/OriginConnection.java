package dev.msvc.cluster.proxy;

import io.vertx.core.http.impl.HttpClientConnection;

/** A connection to an origin: used by one request at a time, then kept for a while. */
final class OriginConnection {
  final HttpClientConnection http;

  /** Whether a request was answered over it before the present one. */
  boolean used;

  boolean closed;
  boolean kept;

  /** When it was given back, in nanoseconds. */
  long keptSince;

  OriginConnection(HttpClientConnection http) {
    this.http = http;
  }
}
