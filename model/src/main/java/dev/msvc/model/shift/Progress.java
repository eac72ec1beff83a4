package dev.msvc.model.shift;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What changes with every look, and is nobody's evidence.
 *
 * @param soaked for how long the stage was watched and nothing failed
 * @param badWindows how many windows in a row failed
 * @param blind for how long nothing could be judged
 * @param seen when a process last watched
 * @param note what it saw, in words
 * @param began when the window began that is being watched
 * @param counts of the router at that moment
 * @param evidence of each gate, since the stage began
 */
public record Progress(
    Duration soaked,
    int badWindows,
    Duration blind,
    Instant seen,
    String note,
    Instant began,
    Map<String, Map<Arm, Tally>> counts,
    Map<String, Evidence> evidence) {
  public Progress {
    counts = Map.copyOf(counts);
    evidence = Map.copyOf(evidence);
  }

  /** At the begin of a stage. */
  public static Progress fresh(Instant now, String note, Map<String, Map<Arm, Tally>> counts) {
    return new Progress(Duration.ZERO, 0, Duration.ZERO, now, note, now, counts, Map.of());
  }

  /** The same, seen now. */
  public Progress seen(Instant now, String note) {
    return new Progress(soaked, badWindows, blind, now, note, began, counts, evidence);
  }

  /** With a new window, from now on. */
  public Progress window(Instant now, Map<String, Map<Arm, Tally>> counts) {
    return new Progress(soaked, badWindows, blind, now, note, now, counts, evidence);
  }

  /** After a window that passed. */
  public Progress good(Duration window) {
    return new Progress(soaked.plus(window), 0, Duration.ZERO, seen, note, began, counts, evidence);
  }

  /** After a window that failed. */
  public Progress bad() {
    return new Progress(soaked, badWindows + 1, Duration.ZERO, seen, note, began, counts, evidence);
  }

  /** After a window of which nothing could be said. */
  public Progress dark(Duration window) {
    return new Progress(
        soaked, badWindows, blind.plus(window), seen, note, began, counts, evidence);
  }

  /** With what its gates know by now. */
  public Progress knowing(Map<String, Evidence> evidence) {
    return new Progress(soaked, badWindows, blind, seen, note, began, counts, evidence);
  }
}
