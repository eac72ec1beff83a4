package dev.msvc.model.shift;

import dev.msvc.model.Digest;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One entry of a shift's journal. Each carries the digest of the one before it, so that none can be
 * changed, left out or put between without all that follow telling.
 *
 * @param number from 1, without gaps
 * @param by who, as {@code user@host}
 * @param plan digest of the plan that was followed
 * @param stage index of the stage that it is about; -1 for none yet
 * @param from weights before
 * @param to weights after; the same where none change
 * @param reason in words
 * @param numbers what was measured, by name
 * @param before digest of the entry before; empty for the first
 */
public record Entry(
    int number,
    Instant when,
    String by,
    Event event,
    String plan,
    int stage,
    Weights from,
    Weights to,
    String reason,
    SortedMap<String, String> numbers,
    String before) {
  public Entry {
    numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
  }

  /** The same, of a change from other weights. */
  public Entry startingFrom(Weights live) {
    return new Entry(number, when, by, event, plan, stage, live, to, reason, numbers, before);
  }

  /** Of all that it says. */
  public String digest() {
    return Digest.of(
        String.join(
            "\n",
            String.valueOf(number),
            when.toString(),
            by,
            event.name(),
            plan,
            String.valueOf(stage),
            from.service().toString(),
            to.service().toString(),
            reason.replace("\\", "\\\\").replace("\n", "\\n"),
            numbers.toString(),
            before));
  }
}
