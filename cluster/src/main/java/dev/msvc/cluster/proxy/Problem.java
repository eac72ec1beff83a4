package dev.msvc.cluster.proxy;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;

/** What the proxy itself answers, as RFC 9457 has it. */
enum Problem {
  BAD_REQUEST(400, "Bad Request"),
  BAD_GATEWAY(502, "Bad Gateway");

  private final int status;
  private final String title;

  Problem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /**
   * Answers.
   *
   * @param ends whether the connection of HTTP/1 ends then, because nobody knows what comes next
   */
  void answer(HttpServerRequest request, String detail, boolean ends) {
    if (request.response().headWritten() || request.response().closed()) {
      return;
    }
    boolean closes = ends && request.version() != HttpVersion.HTTP_2;
    if (closes) {
      request.response().putHeader("connection", "close");
    }
    request
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "application/problem+json")
        .end(
            new JsonObject()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .encode())
        .onComplete(
            v -> {
              if (closes) {
                request.connection().close();
              }
            });
  }
}
