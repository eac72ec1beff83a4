package dev.msvc.model;

import java.util.List;

/**
 * What runtime evidence there is, and how much of it was matched with code.
 *
 * @param source what volumes are counted in: access logs or else traces; empty for nothing
 * @param files that were read, whole or in part
 * @param from first moment that was seen, in milliseconds since 1970; 0 for none
 * @param to last moment that was seen
 * @param requests served requests that were seen in that source, without assets
 * @param matched those of them that an entry point serves
 * @param assets requests for pictures, styles and scripts that no entry point serves
 * @param traced served requests and messages that were seen in traces
 * @param spans all spans of traces, each once
 * @param duplicates spans that were there again
 * @param orphans spans whose parent is not there
 * @param cyclic spans whose parents lead back to themselves, or never to an end
 * @param skewed durations that cannot be
 * @param lines lines and records of files that were read
 * @param broken those that were not understood
 * @param prefixes what stands before the paths that the code serves, as {@code /shop}
 * @param notes what was assumed, in sentences
 */
public record TrafficSummary(
    String source,
    int files,
    long from,
    long to,
    long requests,
    long matched,
    long assets,
    long traced,
    long spans,
    long duplicates,
    long orphans,
    long cyclic,
    long skewed,
    long lines,
    long broken,
    List<String> prefixes,
    List<String> notes) {
  public static final TrafficSummary NONE =
      new TrafficSummary("", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of());

  public TrafficSummary {
    prefixes = List.copyOf(prefixes);
    notes = List.copyOf(notes);
  }
}
