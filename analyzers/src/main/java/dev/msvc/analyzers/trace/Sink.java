package dev.msvc.analyzers.trace;

/** Takes what files of traces and access logs hold. */
interface Sink {
  /** A line of an access log. */
  void request(Request request);

  /** A duration whose unit the file does not tell; to be called before the request it is of. */
  default void duration(long raw) {}

  void span(Span span);

  /** Something is not understood. */
  void broken(int line, String reason);

  /** Whether no more is wanted of this file. */
  default boolean isFull() {
    return false;
  }
}
