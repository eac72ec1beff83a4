package dev.msvc.model.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What came of the requests of one route.
 *
 * @param requests that were judged: those below add up to it
 * @param same with equal answers
 * @param noisy that differ in nothing but noise, or whose two answers of the monolith have another
 *     status
 * @param differing others
 * @param unjudged to which the monolith gave no answer
 * @param errors how often the monolith itself answered with a status of 400 or above, by status
 * @param paths where they differ, those with most requests first
 * @param noise what two answers of the monolith differ in by themselves
 */
public record RouteReport(
    String route,
    int requests,
    int same,
    int noisy,
    int differing,
    int unjudged,
    SortedMap<Integer, Integer> errors,
    List<Path> paths,
    SortedSet<Spot> noise) {

  /**
   * One place of answers, and in how many requests it differs.
   *
   * @param request one of them
   * @param example of it
   */
  public record Path(int requests, String request, Difference example) {}

  static RouteReport of(String route, List<Observed> all) {
    SortedMap<Spot, Integer> service = counted(all, false);
    SortedMap<Spot, Integer> monolith = counted(all, true);
    SortedSet<Spot> noise = new TreeSet<>();
    monolith.forEach(
        (spot, count) -> {
          if (explains(count, service.getOrDefault(spot, 0))) {
            noise.add(spot);
          }
        });
    int same = 0;
    int noisy = 0;
    int differing = 0;
    int unjudged = 0;
    SortedMap<Integer, Integer> errors = new TreeMap<>();
    SortedMap<Spot, Path> paths = new TreeMap<>();
    for (Observed each : all) {
      List<Difference> real =
          each.service().stream().filter(one -> !noise.contains(one.spot().unsided())).toList();
      if (each.failed()) {
        errors.merge(each.status(), 1, Integer::sum);
      }
      if (!each.judged()) {
        unjudged++;
      } else if (unsteady(each)) {
        noisy++;
      } else if (each.service().isEmpty()) {
        same++;
      } else if (real.isEmpty()) {
        noisy++;
      } else {
        differing++;
        for (Difference one : real) {
          paths.merge(
              one.spot(),
              new Path(1, each.request(), one),
              (before, now) -> new Path(before.requests() + 1, before.request(), before.example()));
        }
      }
    }
    List<Path> most = new ArrayList<>(paths.values());
    most.sort(Comparator.comparing(each -> -each.requests()));
    return new RouteReport(
        route, same + noisy + differing, same, noisy, differing, unjudged, errors, most, noise);
  }

  /** The monolith itself answered now so, now so: nothing is to be learnt from this request. */
  private static boolean unsteady(Observed each) {
    return each.noise().stream().anyMatch(one -> one.spot().path().equals(Spot.STATUS));
  }

  private static SortedMap<Spot, Integer> counted(List<Observed> all, boolean noise) {
    SortedMap<Spot, Integer> counts = new TreeMap<>();
    for (Observed each : all) {
      if (each.judged() && !unsteady(each)) {
        SortedSet<Spot> spots = new TreeSet<>();
        (noise ? each.noise() : each.service()).forEach(one -> spots.add(one.spot().unsided()));
        spots.forEach(spot -> counts.merge(spot, 1, Integer::sum));
      }
    }
    return counts;
  }

  /**
   * Whether what the monolith does by itself explains what the service does. If both vary as often,
   * their counts differ by less than three standard deviations, the square root of twice the count,
   * in all but one of some hundred cases. A field that varies once and always differs is no noise.
   */
  static boolean explains(int noise, int differing) {
    return noise > 0 && differing <= noise + 3 * Math.sqrt(2.0 * noise);
  }
}
