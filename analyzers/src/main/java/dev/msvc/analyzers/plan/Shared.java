package dev.msvc.analyzers.plan;

import dev.msvc.model.Cut;
import dev.msvc.model.Effort;
import dev.msvc.model.Extraction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** What units share, in bundles of one kind between the same units. */
final class Shared {
  private record Kind(Rate rate, SortedSet<Integer> units) {
    static final Comparator<Kind> ORDER =
        Comparator.comparing(Kind::rate).thenComparing(each -> each.units().toString());
  }

  private final SortedMap<Kind, List<Cut>> bundles = new TreeMap<>(Kind.ORDER);

  private final Rates rates;

  Shared(Units units, List<Cut> cuts, Rates rates) {
    this.rates = rates;
    for (Cut each : cuts) {
      SortedSet<Integer> between = units.of(each);
      if (between.size() > 1) {
        bundles
            .computeIfAbsent(new Kind(Rate.of(each), between), kind -> new ArrayList<>())
            .add(each);
      }
    }
  }

  private static boolean isCut(Kind kind, int unit, Set<Integer> remaining) {
    return kind.units().contains(unit)
        && kind.units().stream().anyMatch(each -> each != unit && remaining.contains(each));
  }

  /** The days that each unit's taking out is dearer for what it shares with others that remain. */
  SortedMap<Integer, Effort> efforts(
      Set<Integer> remaining, SortedMap<Integer, Extraction.Boundary> boundaries) {
    SortedMap<Integer, Effort> sums = new TreeMap<>();
    boundaries.forEach((unit, boundary) -> sums.put(unit, calls(boundary)));
    for (Map.Entry<Kind, List<Cut>> each : bundles.entrySet()) {
      Effort effort = rates.alike(each.getKey().rate(), each.getValue().size());
      for (int unit : each.getKey().units()) {
        if (remaining.contains(unit) && isCut(each.getKey(), unit, remaining)) {
          sums.merge(unit, effort, Effort::plus);
        }
      }
    }
    return sums;
  }

  /** What the calls across a boundary take: an interface each, made remote. */
  private Effort calls(Extraction.Boundary boundary) {
    return rates
        .each(Rate.OFFERED, boundary.offered())
        .plus(rates.each(Rate.NEEDED, boundary.needed()))
        .plus(rates.each(Rate.REMOTE, boundary.offered() + boundary.needed()));
  }

  /** Cuts between a unit and others that remain, those that hurt most first. */
  List<Cut> cuts(int unit, Set<Integer> remaining) {
    List<Cut> cuts = new ArrayList<>();
    bundles.forEach(
        (kind, each) -> {
          if (isCut(kind, unit, remaining)) {
            cuts.addAll(each);
          }
        });
    cuts.sort(null);
    return cuts;
  }

  /** What these cuts take, by kind of work. */
  SortedMap<Rate, Effort> work(int unit, Set<Integer> remaining) {
    SortedMap<Rate, Effort> work = new TreeMap<>();
    bundles.forEach(
        (kind, each) -> {
          if (isCut(kind, unit, remaining)) {
            work.merge(kind.rate(), rates.alike(kind.rate(), each.size()), Effort::plus);
          }
        });
    return work;
  }

  /** Transactions that should stay whole and that a unit shares with others that remain. */
  int held(int unit, Set<Integer> remaining) {
    int held = 0;
    for (Map.Entry<Kind, List<Cut>> each : bundles.entrySet()) {
      if (each.getKey().rate() == Rate.KEEP_TOGETHER && isCut(each.getKey(), unit, remaining)) {
        held += each.getValue().size();
      }
    }
    return held;
  }
}
