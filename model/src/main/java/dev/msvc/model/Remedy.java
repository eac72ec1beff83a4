package dev.msvc.model;

/** What to do with a transaction that a boundary cuts. */
public enum Remedy {
  /** Steps with one compensation each, started and undone by one of the sides. */
  SAGA,
  /** Reserve first, then confirm or release: try, confirm, cancel. */
  TCC,
  /** Write the own rows and an event in one transaction; the other side follows. */
  OUTBOX,
  /** Leave both sides in one service: what holds them is too tight. */
  KEEP_TOGETHER
}
