package dev.msvc.model.service;

import java.util.Locale;

/** What can be done with aggregates of every kind, in the words of Google's AIP-130. */
public enum StandardOperation {
  CREATE,
  GET,
  LIST,
  UPDATE,
  DELETE;

  /** As {@code service.yaml} writes it. */
  public String notation() {
    return name().toLowerCase(Locale.ROOT);
  }
}
