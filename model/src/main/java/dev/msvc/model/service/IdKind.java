package dev.msvc.model.service;

import java.util.Locale;

/** What identifies an aggregate. */
public enum IdKind {
  /** Made by the service: random, no one counts with it. */
  UUID,
  /** Counted by the database. */
  LONG,
  /** Given by who creates it. */
  STRING;

  /** As {@code service.yaml} writes it. */
  public String notation() {
    return name().toLowerCase(Locale.ROOT);
  }
}
