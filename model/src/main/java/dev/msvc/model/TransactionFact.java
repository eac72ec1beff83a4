package dev.msvc.model;

import java.util.List;

/**
 * A method that runs in a transaction of its own or of its caller.
 *
 * @param reads tables read, directly and through calls, sorted
 * @param writes tables written, directly and through calls, sorted
 * @param writers types on the way that write, sorted
 * @param certainty parsed where an annotation stands at the method or its type, inferred where a
 *     rule of a framework, a descriptor or a call that starts one makes it so
 */
public record TransactionFact(
    String className,
    String method,
    Place place,
    boolean readOnly,
    String propagation,
    List<String> reads,
    List<String> writes,
    List<String> writers,
    Certainty certainty) {
  public TransactionFact {
    reads = List.copyOf(reads);
    writes = List.copyOf(writes);
    writers = List.copyOf(writers);
  }
}
