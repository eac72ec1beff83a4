package dev.msvc.cluster.proxy;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Leaves out what an origin says before its answer, as {@code 102 Processing}: Vert.x would take it
 * for the answer. It knows {@code 100}, {@code 101} and {@code 103}, and these go on.
 */
final class InterimAnswers extends ChannelInboundHandlerAdapter {
  private boolean leavesOut;

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpResponse answer) {
      int status = answer.status().code();
      leavesOut = status == 102 || (status > 103 && status < 200);
    }
    if (leavesOut && (message instanceof HttpResponse || message instanceof HttpContent)) {
      leavesOut = !(message instanceof LastHttpContent);
      ReferenceCountUtil.release(message);
    } else {
      context.fireChannelRead(message);
    }
  }
}
