// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.domain;

/** A value that the domain does not allow; the caller can mend it. */
public final class InvalidValueException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;

  public InvalidValueException(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The name of the field that holds the value. */
  public String field() {
    return field;
  }
}
