// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.grpc;

import io.grpc.Status.Code;
import io.micrometer.core.instrument.binder.grpc.GrpcServerObservationContext;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes a line for each call, with the id of its trace and without what is in it. */
@Component
final class CallLog implements ObservationHandler<GrpcServerObservationContext> {

  private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);

  private final Tracer tracer;

  CallLog(Tracer tracer) {
    this.tracer = tracer;
  }

  /** Machines ask for health and reflection all the time. */
  @Override
  public boolean supportsContext(Observation.Context context) {
    return context instanceof GrpcServerObservationContext call
        && !call.getServiceName().startsWith("grpc.");
  }

  @Override
  public void onStart(GrpcServerObservationContext call) {
    call.put(Begun.class, new Begun(System.nanoTime()));
  }

  @Override
  public void onStop(GrpcServerObservationContext call) {
    // a caller that is gone gets no status
    Code code = call.getStatusCode() == null ? Code.CANCELLED : call.getStatusCode();
    Begun begun = call.getRequired(Begun.class);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun.nanos());
    TracingContext tracing = call.getOrDefault(TracingContext.class, new TracingContext());
    try (Tracer.SpanInScope ignored = tracer.withSpan(tracing.getSpan())) {
      LOG.info("{} {} in {} ms", call.getFullMethodName(), code, millis);
    }
  }

  private record Begun(long nanos) {}
}
