package com.acme.shop.common;

/** The request does not fit the present state, for instance because stock ran out. */
public class ConflictException extends BusinessException {

  private static final long serialVersionUID = 1L;

  public ConflictException(String message) {
    super(message);
  }
}
