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
import java.util.TreeSet;

/** What units share, in bundles of one kind between the same units. */
final class Shared {
  /**
   * @param pair the two that a transaction should stay whole for; whom else it concerns can follow
   *     by a saga
   */
  private record Kind(Rate rate, SortedSet<Integer> units, SortedSet<Integer> pair) {
    static final Comparator<Kind> ORDER =
        Comparator.comparing(Kind::rate)
            .thenComparing(each -> each.units().toString())
            .thenComparing(each -> each.pair().toString());

    /** What it asks for when a unit parts from others that remain. */
    Rate asked(int unit, Set<Integer> remaining) {
      boolean whole =
          rate != Rate.KEEP_TOGETHER
              || (pair.contains(unit)
                  && pair.stream().anyMatch(each -> each != unit && remaining.contains(each)));
      return whole ? rate : Rate.SAGA;
    }
  }

  /** What so many cuts take. */
  record Sum(int count, Effort effort) {
    Sum plus(Sum other) {
      return new Sum(count + other.count, effort.plus(other.effort));
    }
  }

  private final SortedMap<Kind, List<Cut>> bundles = new TreeMap<>(Kind.ORDER);

  private final Rates rates;

  Shared(Units units, List<Cut> cuts, Rates rates) {
    this.rates = rates;
    for (Cut each : cuts) {
      SortedSet<Integer> between = units.of(each);
      if (between.size() > 1) {
        bundles.computeIfAbsent(kind(units, each, between), kind -> new ArrayList<>()).add(each);
      }
    }
  }

  private static Kind kind(Units units, Cut cut, SortedSet<Integer> between) {
    Rate rate = Rate.of(cut);
    SortedSet<Integer> pair = new TreeSet<>();
    if (rate == Rate.KEEP_TOGETHER) {
      pair.add(units.of(cut.from()));
      pair.add(units.of(cut.to()));
    }
    return new Kind(rate, between, pair);
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
      for (int unit : each.getKey().units()) {
        if (remaining.contains(unit) && isCut(each.getKey(), unit, remaining)) {
          Rate rate = each.getKey().asked(unit, remaining);
          sums.merge(unit, rates.alike(rate, each.getValue().size()), Effort::plus);
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
  SortedMap<Rate, Sum> work(int unit, Set<Integer> remaining) {
    SortedMap<Rate, Sum> work = new TreeMap<>();
    bundles.forEach(
        (kind, each) -> {
          if (isCut(kind, unit, remaining)) {
            Rate rate = kind.asked(unit, remaining);
            work.merge(rate, new Sum(each.size(), rates.alike(rate, each.size())), Sum::plus);
          }
        });
    return work;
  }

  /** The same, those that hurt most first. */
  List<Cut> heldCuts(int unit, Set<Integer> remaining) {
    List<Cut> held = new ArrayList<>();
    bundles.forEach(
        (kind, each) -> {
          if (isCut(kind, unit, remaining) && kind.asked(unit, remaining) == Rate.KEEP_TOGETHER) {
            held.addAll(each);
          }
        });
    held.sort(null);
    return held;
  }

  /** Transactions that should stay whole and that a unit shares with others that remain. */
  int held(int unit, Set<Integer> remaining) {
    return heldCuts(unit, remaining).size();
  }
}
