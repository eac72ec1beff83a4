// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.rest;

import com.acme.shop.orders.domain.AlreadyExistsException;
import com.acme.shop.orders.domain.InvalidValueException;
import com.acme.shop.orders.domain.NotFoundException;
import com.acme.shop.orders.domain.RuleViolationException;
import com.acme.shop.orders.domain.StaleVersionException;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Whatever goes wrong, the caller reads a problem of RFC 9457; what each field lacks is in its
 * {@code errors}.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  /** What is wrong with one field of the request. */
  record FieldProblem(String field, @Nullable String detail) {}

  @ExceptionHandler
  ProblemDetail invalid(InvalidValueException e) {
    return withErrors(
        ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "Invalid request content."),
        Stream.of(new FieldProblem(e.field(), e.getMessage())));
  }

  @ExceptionHandler
  ProblemDetail notFound(NotFoundException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail alreadyExists(AlreadyExistsException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail ruleViolation(RuleViolationException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail stale(StaleVersionException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.PRECONDITION_FAILED, e.getMessage());
  }

  @ExceptionHandler({
    OptimisticLockingFailureException.class,
    DataIntegrityViolationException.class
  })
  ProblemDetail overtaken(Exception e) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.CONFLICT, "somebody else has just changed this; read it again");
  }

  @ExceptionHandler
  ProblemDetail denied(AccessDeniedException e) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.FORBIDDEN, "the caller lacks the role for this");
  }

  @ExceptionHandler
  ProblemDetail bug(Exception e) {
    LOG.error("request failed", e);
    return ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    withErrors(
        e.getBody(),
        e.getAllErrors().stream().map(error -> fieldProblem(error.getObjectName(), error)));
    return handleExceptionInternal(e, null, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    withErrors(
        e.getBody(),
        e.getParameterValidationResults().stream()
            .flatMap(
                result ->
                    result.getResolvableErrors().stream()
                        .map(
                            error ->
                                fieldProblem(
                                    result.getMethodParameter().getParameterName(), error))));
    return handleExceptionInternal(e, null, headers, status, request);
  }

  private static FieldProblem fieldProblem(@Nullable String whole, MessageSourceResolvable error) {
    String field = error instanceof FieldError f ? f.getField() : String.valueOf(whole);
    return new FieldProblem(field, error.getDefaultMessage());
  }

  private static ProblemDetail withErrors(ProblemDetail problem, Stream<FieldProblem> errors) {
    problem.setProperty(
        "errors", errors.sorted(Comparator.comparing(FieldProblem::field)).toList());
    return problem;
  }
}
