package dev.msvc.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A method that runs in a transaction of its own or of its caller.
 *
 * @param reads tables read, directly and through calls, sorted
 * @param writes tables written, directly and through calls, sorted
 * @param writers types on the way that write, sorted
 * @param certainty parsed where an annotation stands at the method or its type, inferred where a
 *     rule of a framework, a descriptor or a call that starts one makes it so
 * @param steps for each table the fewest calls on the way to where it is accessed; 0 for the method
 *     itself
 * @param uncertain tables that are only reached through calls of which it is open what they run,
 *     sorted
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
    Certainty certainty,
    SortedMap<String, Integer> steps,
    List<String> uncertain) {
  public TransactionFact {
    reads = List.copyOf(reads);
    writes = List.copyOf(writes);
    writers = List.copyOf(writers);
    steps = Collections.unmodifiableSortedMap(new TreeMap<>(steps));
    uncertain = List.copyOf(uncertain);
  }

  /** One of which the ways to its tables are not known. */
  public TransactionFact(
      String className,
      String method,
      Place place,
      boolean readOnly,
      String propagation,
      List<String> reads,
      List<String> writes,
      List<String> writers,
      Certainty certainty) {
    this(
        className,
        method,
        place,
        readOnly,
        propagation,
        reads,
        writes,
        writers,
        certainty,
        new TreeMap<>(),
        List.of());
  }

  /** Tables that it writes where it is not open whether it reaches them, sorted. */
  public List<String> surelyWritten() {
    return writes.stream().filter(each -> !uncertain.contains(each)).toList();
  }
}
