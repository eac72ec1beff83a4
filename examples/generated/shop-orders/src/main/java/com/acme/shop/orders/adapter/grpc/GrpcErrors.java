// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.grpc;

import com.acme.shop.orders.domain.AlreadyExistsException;
import com.acme.shop.orders.domain.InvalidValueException;
import com.acme.shop.orders.domain.NotFoundException;
import com.acme.shop.orders.domain.RuleViolationException;
import com.acme.shop.orders.domain.StaleVersionException;
import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.grpc.server.exception.GrpcExceptionHandler;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Whatever goes wrong, the caller gets a status whose details (google.rpc) a program can read. */
@Component
@Order(0)
final class GrpcErrors implements GrpcExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(GrpcErrors.class);

  private static final String DOMAIN = "shop-orders";

  @Override
  public @Nullable StatusException handleException(Throwable e) {
    if (e instanceof InvalidValueException invalid) {
      return invalid(List.of(violation(invalid.field(), invalid.getMessage())));
    }
    if (e instanceof NotFoundException) {
      return status(Code.NOT_FOUND, e.getMessage(), "NOT_FOUND");
    }
    if (e instanceof AlreadyExistsException) {
      return status(Code.ALREADY_EXISTS, e.getMessage(), "ALREADY_EXISTS");
    }
    if (e instanceof RuleViolationException) {
      return status(Code.FAILED_PRECONDITION, e.getMessage(), "RULE_VIOLATION");
    }
    if (e instanceof StaleVersionException) {
      return status(Code.ABORTED, e.getMessage(), "STALE_VERSION");
    }
    if (e instanceof OptimisticLockingFailureException
        || e instanceof DataIntegrityViolationException) {
      return status(
          Code.ABORTED, "somebody else has just changed this; read it again", "OVERTAKEN");
    }
    if (e instanceof AccessDeniedException
        || e instanceof AuthenticationException
        || e instanceof StatusException
        || e instanceof StatusRuntimeException) {
      return null; // the next handler knows these
    }
    LOG.error("call failed", e);
    return status(Code.INTERNAL, "internal error", "INTERNAL");
  }

  static StatusException invalid(List<FieldViolation> violations) {
    return StatusProto.toStatusException(
        Status.newBuilder()
            .setCode(Code.INVALID_ARGUMENT_VALUE)
            .setMessage("the request is not valid")
            .addDetails(Any.pack(BadRequest.newBuilder().addAllFieldViolations(violations).build()))
            .build());
  }

  static FieldViolation violation(String field, String description) {
    return FieldViolation.newBuilder().setField(field).setDescription(description).build();
  }

  private static StatusException status(Code code, String message, String reason) {
    return StatusProto.toStatusException(
        Status.newBuilder()
            .setCode(code.getNumber())
            .setMessage(message)
            .addDetails(
                Any.pack(ErrorInfo.newBuilder().setReason(reason).setDomain(DOMAIN).build()))
            .build());
  }
}
