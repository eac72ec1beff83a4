package dev.msvc.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the violations since the line was drawn.
 *
 * @param fresh those that count: not in the baseline, or no longer accepted; worst first
 * @param low findings that are new and below the threshold
 * @param known how many of those that are there are in the baseline
 * @param accepted how many {@code msvc.yaml} accepts today
 * @param expired of the fresh ones, by id, how they were accepted once
 * @param gone ids of the baseline that are no longer there, sorted
 * @param moved ids of the baseline whose classes have moved, with what they are called now
 * @param unmet what {@code msvc.yaml} accepts and nothing is
 */
public record Verdict(
    List<Violation> fresh,
    List<Violation> low,
    int known,
    int accepted,
    SortedMap<String, Word.Accepted> expired,
    List<String> gone,
    SortedMap<String, String> moved,
    List<Word.Accepted> unmet) {
  public Verdict {
    fresh = List.copyOf(fresh);
    low = List.copyOf(low);
    expired = Collections.unmodifiableSortedMap(new TreeMap<>(expired));
    gone = List.copyOf(gone);
    moved = Collections.unmodifiableSortedMap(new TreeMap<>(moved));
    unmet = List.copyOf(unmet);
  }

  /** Whether the baseline holds more than is there, or under other names. */
  public boolean isStale() {
    return !gone.isEmpty() || !moved.isEmpty();
  }
}
