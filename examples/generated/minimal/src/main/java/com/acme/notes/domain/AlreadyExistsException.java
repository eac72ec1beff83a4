// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.domain;

/** Another aggregate has a value that must be unique. */
public final class AlreadyExistsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AlreadyExistsException(String what, String field, Object value) {
    super("there is already %s with %s %s".formatted(what, field, value));
  }
}
