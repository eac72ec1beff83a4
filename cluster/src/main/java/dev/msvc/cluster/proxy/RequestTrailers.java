package dev.msvc.cluster.proxy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Trailers of HTTP/1.1 requests, which Vert.x neither shows to servers nor lets clients send: they
 * are taken from what Netty reads on one side, and put into what it writes on the other.
 */
final class RequestTrailers extends ChannelInboundHandlerAdapter {
  private static final AttributeKey<RequestTrailers> OF =
      AttributeKey.valueOf(RequestTrailers.class, "of");

  private final Map<Long, HttpHeaders> byRequest = new HashMap<>();
  private long read;
  private long begun;

  /** Sees to a connection of a client. */
  static void watch(HttpConnection connection) {
    // what breaks is told to the requests on it, and not to a log
    connection.exceptionHandler(e -> {});
    Channel channel = ((ConnectionBase) connection).channel();
    if (channel.pipeline().get("httpDecoder") != null) {
      RequestTrailers trailers = new RequestTrailers();
      channel.attr(OF).set(trailers);
      channel.pipeline().addBefore("handler", "requestTrailers", trailers);
    }
  }

  /** Those of a connection of HTTP/1.1; null for one of HTTP/2. */
  static @Nullable RequestTrailers of(HttpConnection connection) {
    return ((ConnectionBase) connection).channel().attr(OF).get();
  }

  /** The number of the request that begins to be answered: they are in the order they came. */
  long begin() {
    return ++begun;
  }

  /** What came behind the body of a request. */
  @Nullable HttpHeaders take(long request) {
    return byRequest.remove(request);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest) {
      read++;
    }
    if (message != LastHttpContent.EMPTY_LAST_CONTENT
        && message instanceof LastHttpContent last
        && !last.trailingHeaders().isEmpty()) {
      byRequest.put(read, last.trailingHeaders());
    }
    context.fireChannelRead(message);
  }

  /** Has trailers sent at the end of the request that a connection to an origin is busy with. */
  static void send(OriginConnection to, HttpHeaders trailers) {
    to.http
        .channel()
        .pipeline()
        .addAfter(
            "codec",
            "requestTrailers",
            new ChannelOutboundHandlerAdapter() {
              @Override
              public void write(
                  ChannelHandlerContext context, Object message, ChannelPromise promise) {
                if (message instanceof LastHttpContent last) {
                  DefaultLastHttpContent whole = new DefaultLastHttpContent(last.content());
                  trailers.forEach(
                      each -> {
                        if (!Hops.ends(each.getKey())) {
                          whole.trailingHeaders().add(each.getKey(), each.getValue());
                        }
                      });
                  var unused = context.write(whole, promise);
                  context.pipeline().remove(this);
                } else {
                  var unused = context.write(message, promise);
                }
              }
            });
  }
}
