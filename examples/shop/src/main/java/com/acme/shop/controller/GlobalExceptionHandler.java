package com.acme.shop.controller;

import com.acme.shop.common.BusinessException;
import com.acme.shop.common.ConflictException;
import com.acme.shop.common.NotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns exceptions into answers. */
@RestControllerAdvice
public class GlobalExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(GlobalExceptionHandler.class);

  /** The body of an answer that tells of an error. */
  public record ErrorResponse(String code, String message) {}

  @ExceptionHandler(NotFoundException.class)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  public ErrorResponse notFound(NotFoundException e) {
    return new ErrorResponse("NOT_FOUND", e.getMessage());
  }

  @ExceptionHandler(ConflictException.class)
  @ResponseStatus(HttpStatus.CONFLICT)
  public ErrorResponse conflict(ConflictException e) {
    return new ErrorResponse("CONFLICT", e.getMessage());
  }

  @ExceptionHandler(OptimisticLockingFailureException.class)
  @ResponseStatus(HttpStatus.CONFLICT)
  public ErrorResponse changedMeanwhile(OptimisticLockingFailureException e) {
    LOG.info("Lost update prevented: {}", e.getMessage());
    return new ErrorResponse("CONFLICT", "Somebody else changed this, please try again");
  }

  @ExceptionHandler(BusinessException.class)
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  public ErrorResponse refused(BusinessException e) {
    return new ErrorResponse("REFUSED", e.getMessage());
  }
}
