// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.client;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a line for each call, without what is in it: what went well at level debug. */
final class CallLog implements ClientInterceptor {

  private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<Q, R>(next.newCall(method, options)) {
      @Override
      public void start(Listener<R> listener, Metadata headers) {
        long begun = System.nanoTime();
        super.start(
            new SimpleForwardingClientCallListener<R>(listener) {
              @Override
              public void onClose(Status status, Metadata trailers) {
                log(method.getFullMethodName(), status, System.nanoTime() - begun);
                super.onClose(status, trailers);
              }
            },
            headers);
      }
    };
  }

  private static void log(String method, Status status, long nanos) {
    long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
    if (status.isOk()) {
      LOG.debug("{} {} in {} ms", method, status.getCode(), millis);
    } else {
      LOG.info("{} {} in {} ms", method, status.getCode(), millis);
    }
  }
}
