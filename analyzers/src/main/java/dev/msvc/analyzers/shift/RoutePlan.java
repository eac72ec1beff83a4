package dev.msvc.analyzers.shift;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The routes for all methods, those of one path together. */
final class RoutePlan {
  /**
   * A route.
   *
   * @param joined those of its endpoints that change nothing, and that no route tells apart
   */
  record Route(
      Claim claim,
      boolean writes,
      SortedSet<String> methods,
      Set<Endpoint> endpoints,
      Set<Endpoint> joined) {}

  private record Key(Claim claim, boolean writes) {}

  private final List<Route> routes;
  private final SortedMap<Endpoint, SortedSet<String>> out =
      new TreeMap<>(
          Comparator.comparing((Endpoint each) -> each.entry().id())
              .thenComparing(each -> each.entry().className())
              .thenComparing(each -> each.entry().method())
              .thenComparing(each -> each.entry().place()));

  RoutePlan(Territory territory) {
    Map<Key, Route> all = new HashMap<>();
    for (String method : Endpoint.METHODS) {
      Territory.Split split = territory.split(method);
      split
          .reads()
          .forEach((each, claim) -> add(all, new Key(claim, false), method, each, Set.of()));
      split
          .writes()
          .forEach((each, claim) -> add(all, new Key(claim, true), method, each, split.joined()));
      split.out().forEach(each -> out.computeIfAbsent(each, none -> new TreeSet<>()).add(method));
    }
    preflight(territory, all);
    List<Route> sorted = new ArrayList<>(all.values());
    sorted.sort(
        Comparator.comparing((Route each) -> each.claim().path())
            .thenComparing(each -> !each.claim().exact())
            .thenComparing(Route::writes));
    routes = List.copyOf(sorted);
  }

  private static void add(
      Map<Key, Route> all, Key key, String method, Endpoint each, Set<Endpoint> joined) {
    Route route =
        all.computeIfAbsent(
            key,
            none ->
                new Route(
                    key.claim(),
                    key.writes(),
                    new TreeSet<>(),
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>()));
    route.methods().add(method);
    route.endpoints().add(each);
    if (joined.contains(each)) {
      route.joined().add(each);
    }
  }

  /** What browsers ask before they read goes where reads go, where nobody else may be meant. */
  private static void preflight(Territory territory, Map<Key, Route> all) {
    Set<Claim> asked = new HashSet<>();
    all.values().stream()
        .filter(each -> each.methods().contains("OPTIONS"))
        .forEach(each -> asked.add(each.claim()));
    for (Route each : all.values()) {
      if (!each.writes()
          && each.methods().contains("GET")
          && !asked.contains(each.claim())
          && isAlone(territory, each.claim())) {
        each.methods().add("OPTIONS");
      }
    }
  }

  private static boolean isAlone(Territory territory, Claim claim) {
    if (!claim.exact()) {
      return territory.isAlone(claim.segments());
    }
    UrlTemplate fixed = new UrlTemplate(claim.segments(), false, claim.slash());
    return territory.others().stream()
        .noneMatch(each -> !each.template().open() && each.template().meets(fixed));
  }

  /** In the order of their paths. */
  List<Route> routes() {
    return routes;
  }

  /** Prefixes that another plan does not have, with the methods for which it has none. */
  List<Route> beyond(RoutePlan other) {
    List<Route> beyond = new ArrayList<>();
    for (Route each : routes) {
      SortedSet<String> methods = new TreeSet<>(each.methods());
      for (Route there : other.routes) {
        if (there.claim().leadsTo(each.claim().segments())) {
          methods.removeAll(there.methods());
        }
      }
      methods.removeIf(one -> each.endpoints().stream().noneMatch(has -> has.answers(one)));
      boolean takes =
          each.endpoints().stream()
              .anyMatch(has -> methods.stream().anyMatch(one -> other.isOut(has, one)));
      if (!each.claim().exact() && takes) {
        beyond.add(
            new Route(each.claim(), each.writes(), methods, each.endpoints(), each.joined()));
      }
    }
    return beyond;
  }

  private boolean isOut(Endpoint each, String method) {
    return out.getOrDefault(each, new TreeSet<>()).contains(method);
  }

  /** What no route takes, with the methods of which that is so. */
  Map<Endpoint, SortedSet<String>> out() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(out));
  }
}
