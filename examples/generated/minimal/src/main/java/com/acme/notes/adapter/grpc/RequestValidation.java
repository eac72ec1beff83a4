// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.adapter.grpc;

import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.Violation;
import build.buf.protovalidate.exceptions.ValidationException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest.FieldViolation;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.grpc.server.GlobalServerInterceptor;
import org.springframework.stereotype.Component;

/** Checks every request against the rules in its .proto file before our code sees it. */
@Component
@GlobalServerInterceptor
@Order(100)
final class RequestValidation implements ServerInterceptor {

  private final Validator validator = ValidatorFactory.newBuilder().build();

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {

      private boolean refused;

      @Override
      public void onMessage(Q message) {
        List<FieldViolation> violations = violations((Message) message);
        if (violations.isEmpty()) {
          super.onMessage(message);
        } else {
          refused = true;
          StatusException status = GrpcErrors.invalid(violations);
          call.close(status.getStatus(), status.getTrailers());
        }
      }

      @Override
      public void onHalfClose() {
        if (!refused) {
          super.onHalfClose();
        }
      }
    };
  }

  private List<FieldViolation> violations(Message message) {
    try {
      return validator.validate(message).getViolations().stream()
          .map(RequestValidation::violation)
          .toList();
    } catch (ValidationException e) {
      throw new IllegalStateException("the rules in the .proto files do not compile", e);
    }
  }

  private static FieldViolation violation(Violation violation) {
    build.buf.validate.Violation proto = violation.toProto();
    String field =
        proto.getField().getElementsList().stream()
            .map(
                element ->
                    element.hasIndex()
                        ? element.getFieldName() + "[" + element.getIndex() + "]"
                        : element.getFieldName())
            .collect(Collectors.joining("."));
    return GrpcErrors.violation(field, proto.getMessage());
  }
}
