// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.domain;

/** There is no such aggregate. */
public final class NotFoundException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotFoundException(String what, Object id) {
    super("there is no %s %s".formatted(what, id));
  }
}
