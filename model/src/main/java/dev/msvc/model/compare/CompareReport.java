package dev.msvc.model.compare;

import dev.msvc.model.shift.CompareWord;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Answers of monolith and service side by side.
 *
 * @param name of the shift
 * @param word what may differ
 * @param routes by name
 * @param left requests that were not sent, by why
 */
public record CompareReport(
    String name, CompareWord word, List<RouteReport> routes, SortedMap<String, Integer> left) {
  /** What a report comes to. */
  public enum Outcome {
    /** No more differ than may. */
    WITHIN(0),
    /** More differ than may. */
    ABOVE(1),
    /** Too few were asked to say either. */
    TOO_FEW(7);

    private final int exitCode;

    Outcome(int exitCode) {
      this.exitCode = exitCode;
    }

    /** What a program ends with. */
    public int exitCode() {
      return exitCode;
    }
  }

  public CompareReport {
    routes = List.copyOf(routes);
    left = new TreeMap<>(left);
  }

  /** Of what was observed. */
  public static CompareReport of(
      String name, CompareWord word, List<Observed> all, SortedMap<String, Integer> left) {
    SortedMap<String, List<Observed>> routes = new TreeMap<>();
    for (Observed each : all) {
      routes.computeIfAbsent(each.route(), none -> new ArrayList<>()).add(each);
    }
    List<RouteReport> reports = new ArrayList<>();
    routes.forEach((route, its) -> reports.add(RouteReport.of(route, its)));
    return new CompareReport(name, word, reports, left);
  }

  /** How many were judged. */
  public int requests() {
    return routes.stream().mapToInt(RouteReport::requests).sum();
  }

  /** How many of them differ. */
  public int differing() {
    return routes.stream().mapToInt(RouteReport::differing).sum();
  }

  /** Their share; 0 of nothing. */
  public double share() {
    return requests() == 0 ? 0 : (double) differing() / requests();
  }

  /** Whether that is within what the plan allows. */
  public Outcome outcome() {
    if (requests() < word.requests()) {
      return Outcome.TOO_FEW;
    }
    return share() <= word.max() ? Outcome.WITHIN : Outcome.ABOVE;
  }
}
