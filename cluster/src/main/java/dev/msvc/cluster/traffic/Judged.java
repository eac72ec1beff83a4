package dev.msvc.cluster.traffic;

import dev.msvc.model.shift.Evidence;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A verdict with its reasons.
 *
 * @param why in words, with the numbers that decided
 * @param numbers what was measured, by name
 * @param evidence of each gate, to be kept for the next look
 */
public record Judged(
    Verdict verdict,
    String why,
    SortedMap<String, String> numbers,
    Map<String, Evidence> evidence) {
  public Judged {
    evidence = Map.copyOf(evidence);
    numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
  }
}
