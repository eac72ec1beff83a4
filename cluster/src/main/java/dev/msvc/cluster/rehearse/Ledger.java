package dev.msvc.cluster.rehearse;

import dev.msvc.cluster.rehearse.Rehearsed.Row;
import dev.msvc.cluster.rehearse.Rehearsed.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Adds up which properties held in which attempts. */
final class Ledger {
  private final Map<String, Integer> cases = new TreeMap<>();
  private final Map<String, Integer> broken = new TreeMap<>();
  private final Map<String, String> first = new TreeMap<>();
  private int attempts;
  private long requests;
  private long lost;
  private long twice;

  /**
   * Judges an attempt by all properties.
   *
   * @param what was done to it, in words
   */
  void add(String what, Seen seen) {
    attempts++;
    requests += seen.answers().size();
    lost += seen.answers().stream().filter(RequestChecks::lost).count();
    twice += seen.answers().stream().filter(each -> each.arrivals() > 1).count();
    for (Property each : Property.ALL) {
      if (each.tried().test(seen)) {
        cases.merge(each.id(), 1, Integer::sum);
        Optional<String> breaks = each.breaks().apply(seen);
        if (breaks.isPresent()) {
          broken.merge(each.id(), 1, Integer::sum);
          first.putIfAbsent(each.id(), "%s: %s".formatted(what, breaks.get()));
        }
      }
    }
  }

  /**
   * The report.
   *
   * @param stopped why it ended early; empty where it did not
   */
  Rehearsed closed(String router, int points, String stopped) {
    List<Row> rows = new ArrayList<>();
    for (Property each : Property.ALL) {
      int tried = cases.getOrDefault(each.id(), 0);
      int bad = broken.getOrDefault(each.id(), 0);
      State state = tried == 0 ? State.NOT_TRIED : bad == 0 ? State.HELD : State.BROKEN;
      String why =
          state == State.NOT_TRIED
              ? (stopped.isEmpty() ? each.otherwise() : stopped)
              : first.getOrDefault(each.id(), "");
      rows.add(new Row(each.id(), each.words(), state, tried, bad, why));
    }
    return new Rehearsed(router, rows, points, attempts, requests, lost, twice);
  }
}
