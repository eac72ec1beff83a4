// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.domain;

/** The aggregate is in a state in which it cannot do what it was asked to do. */
public final class RuleViolationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RuleViolationException(String message) {
    super(message);
  }
}
