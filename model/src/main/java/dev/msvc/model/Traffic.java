package dev.msvc.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What runs, how often: what traces and access logs say, matched with the code. Knows nothing of
 * contexts.
 *
 * @param entries one for each entry point that was reached, most requests first
 * @param calls between classes, most first
 * @param tables statements on tables, most first
 * @param services programs that the traces are of, by name
 * @param unmatched the biggest of what was not matched, by kind, most first
 * @param unread what could not be read, sorted
 */
public record Traffic(
    TrafficSummary summary,
    List<EntryTraffic> entries,
    List<CallTraffic> calls,
    List<TableTraffic> tables,
    List<ServiceTraffic> services,
    List<Unmatched> unmatched,
    List<Unread> unread) {
  /** Nothing was given. */
  public static final Traffic NONE =
      new Traffic(
          TrafficSummary.NONE, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Traffic {
    entries = List.copyOf(entries);
    calls = List.copyOf(calls);
    tables = List.copyOf(tables);
    services = List.copyOf(services);
    unmatched = List.copyOf(unmatched);
    unread = List.copyOf(unread);
  }

  /** Whether nothing was given, or nothing in it is of this code. */
  public boolean isEmpty() {
    return entries.isEmpty() && calls.isEmpty() && tables.isEmpty();
  }

  /** Whether files were given, whatever is in them. */
  public boolean isGiven() {
    return summary.files() > 0;
  }

  /** Requests of each entry point that was reached, by its id. */
  public SortedMap<String, Long> callsPerEntry() {
    SortedMap<String, Long> calls = new TreeMap<>();
    entries.forEach(each -> calls.put(each.entry(), each.requests()));
    return Collections.unmodifiableSortedMap(calls);
  }

  /**
   * How often, in the whole of the volume, something happened that traces show while an entry point
   * was served: traces are samples, and access logs are not.
   *
   * @param entry its id
   * @param seen how often traces show it
   */
  public double scaled(String entry, long seen) {
    for (EntryTraffic each : entries) {
      if (each.entry().equals(entry) && each.traced() > 0) {
        return (double) seen * each.requests() / each.traced();
      }
    }
    return seen;
  }
}
