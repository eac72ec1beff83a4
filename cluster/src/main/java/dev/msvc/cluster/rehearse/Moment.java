package dev.msvc.cluster.rehearse;

import dev.msvc.cluster.traffic.Sight;
import dev.msvc.cluster.traffic.Turn;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Weights;
import java.time.Instant;

/** Something that was seen of a shift while it was rehearsed. */
public sealed interface Moment {
  /** By the rehearsal's own clock. */
  Instant when();

  /** A step begins. */
  record Began(Instant when) implements Moment {}

  /** The router was looked at. */
  record Looked(Instant when, Sight sight) implements Moment {}

  /**
   * Weights were written.
   *
   * @param before as the router itself said
   * @param to what was to be written
   * @param after as the router itself said
   */
  record Wrote(Instant when, Weights before, Weights to, Weights after) implements Moment {}

  /** An entry was said to be in the journal. */
  record Appended(Instant when, Entry entry) implements Moment {}

  /** A step came to its end. */
  record Turned(Instant when, Turn turn) implements Moment {}

  /** A step was refused, in words for people. */
  record Refused(Instant when, int exitCode, String said) implements Moment {}

  /** It was taken for over, and code of the monolith for gone. */
  record Finished(Instant when) implements Moment {}

  /** The process was killed. */
  record Died(Instant when) implements Moment {}

  /** Somebody disturbs it from here on. */
  record Troubled(Instant when, Trouble trouble, String detail) implements Moment {}

  /** Nobody disturbs it any more. */
  record Calmed(Instant when) implements Moment {}

  /** All else that was in the route, as text. */
  record Beside(Instant when, String text) implements Moment {}

  /** It was given up, since it went nowhere. */
  record GaveUp(Instant when, String why) implements Moment {}
}
