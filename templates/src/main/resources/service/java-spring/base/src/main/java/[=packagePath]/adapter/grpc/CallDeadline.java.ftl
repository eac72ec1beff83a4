// made by msvc; this file is yours: edit it, and the next run merges
package [=package].adapter.grpc;

import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.Contexts;
import io.grpc.Deadline;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.Status.Code;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.grpc.server.GlobalServerInterceptor;
import org.springframework.stereotype.Component;

/**
 * Ends calls that have no deadline, or a later one than we allow. Those with an earlier one are
 * ended by gRPC. Work for a call that has ended goes on until its transaction is done or out of
 * time, a stream until its next message; work for one that still waits is not begun.
 */
@Component
@GlobalServerInterceptor
@Order(50)
final class CallDeadline implements ServerInterceptor {

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "grpc-deadlines");
            thread.setDaemon(true);
            return thread;
          });
  private final Duration ofCalls;
  private final Duration ofStreams;

  CallDeadline(
      @Value("${deadline.call}") Duration ofCalls,
      @Value("${deadline.stream}") Duration ofStreams) {
    this.ofCalls = ofCalls;
    this.ofStreams = ofStreams;
  }

  @PreDestroy
  void stop() {
    timer.shutdownNow();
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    Deadline latest = latest(call.getMethodDescriptor());
    Deadline asked = Context.current().getDeadline();
    if (isEndless(call.getMethodDescriptor()) || asked != null && asked.isBefore(latest)) {
      return next.startCall(call, headers);
    }
    CancellableContext context = Context.current().withDeadline(latest, timer);
    LimitedCall<Q, R> limited = new LimitedCall<>(call);
    context.addListener(limited, Runnable::run);
    return new SimpleForwardingServerCallListener<>(
        Contexts.interceptCall(context, limited, headers, next)) {

      @Override
      public void onComplete() {
        try {
          super.onComplete();
        } finally {
          context.cancel(null);
        }
      }

      @Override
      public void onCancel() {
        try {
          super.onCancel();
        } finally {
          context.cancel(null);
        }
      }
    };
  }

  private Deadline latest(MethodDescriptor<?, ?> method) {
    Duration longest = method.getType() == MethodType.UNARY ? ofCalls : ofStreams;
    return Deadline.after(longest.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Who watches our health does so for as long as it is connected. */
  private static boolean isEndless(MethodDescriptor<?, ?> method) {
    return String.valueOf(method.getServiceName()).startsWith("grpc.");
  }

  /** Takes nothing more once it has ended: the timer ends it while others may be answering. */
  private static final class LimitedCall<Q, R> extends SimpleForwardingServerCall<Q, R>
      implements Context.CancellationListener {

    private boolean closed;
    private boolean expired;

    LimitedCall(ServerCall<Q, R> call) {
      super(call);
    }

    @Override
    public void cancelled(Context context) {
      Status status = Contexts.statusFromCancelled(context);
      if (status.getCode() == Code.DEADLINE_EXCEEDED) {
        expire(Status.DEADLINE_EXCEEDED.withDescription("it took longer than we allow"));
      }
    }

    private synchronized void expire(Status status) {
      if (!closed) {
        expired = true;
        close(status, new Metadata());
      }
    }

    @Override
    public synchronized void sendHeaders(Metadata headers) {
      if (!closed) {
        super.sendHeaders(headers);
      }
    }

    @Override
    public synchronized void sendMessage(R message) {
      if (!closed) {
        super.sendMessage(message);
      }
    }

    @Override
    public synchronized void close(Status status, Metadata trailers) {
      if (!closed) {
        closed = true;
        super.close(status, trailers);
      }
    }

    @Override
    public synchronized boolean isReady() {
      return !closed && super.isReady();
    }

    @Override
    public synchronized boolean isCancelled() {
      return expired || super.isCancelled();
    }
  }
}
