package dev.msvc.analyzers.plan;

import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Cut;
import dev.msvc.model.Effort;
import dev.msvc.model.Extraction;
import dev.msvc.model.Extraction.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * In which order to take units out: always the one next that is coupled least to what is still in
 * the monolith. Coupling is counted in the days that it costs to undo, {@link Rate}: cuts and
 * called classes between the unit and those that remain, half-way between low and high. Of equals
 * the one with fewer classes, then with fewer calls from others, then by name. What is shared by
 * two units is so paid for when the first of them goes; the sum over all does not depend on the
 * order, but what is cheap and what teaches comes first.
 */
final class Order {
  /** From so many transactions on that should stay whole, the boundary is to be drawn anew. */
  static final int HELD = 3;

  /** Fewer classes than that are not worth a service. */
  private static final int FEW = 3;

  /**
   * A unit in its turn.
   *
   * @param remaining units that are in the monolith then, with it
   */
  record Turn(
      int unit,
      Verdict verdict,
      Set<Integer> remaining,
      Extraction.Boundary boundary,
      Effort coupling) {}

  private final ContextMap map;
  private final Units units;
  private final Shared shared;
  private final Ports ports;
  private final List<Turn> turns = new ArrayList<>();

  Order(ContextMap map, List<Cut> cuts) {
    this.map = map;
    this.units = new Units(map, cuts);
    this.shared = new Shared(units, cuts);
    this.ports = new Ports(map, units);
    find();
  }

  private void find() {
    SortedSet<Integer> remaining = new TreeSet<>();
    SortedMap<Integer, Verdict> unfit = new TreeMap<>();
    for (int unit = 0; unit < units.count(); unit++) {
      remaining.add(unit);
      Verdict verdict = fitness(unit);
      if (verdict != Verdict.EXTRACT) {
        unfit.put(unit, verdict);
      }
    }
    Turn next = next(remaining, unfit);
    while (next != null) {
      turns.add(next);
      remaining.remove(next.unit());
      next = next(remaining, unfit);
    }
    SortedMap<Integer, Extraction.Boundary> boundaries = ports.of(remaining);
    SortedMap<Integer, Effort> efforts = shared.efforts(remaining, boundaries);
    List<Turn> left = new ArrayList<>();
    for (int unit : remaining) {
      Verdict verdict = unfit.get(unit);
      left.add(
          turn(
              unit,
              verdict != null ? verdict : isHeld(unit, remaining) ? Verdict.HELD : Verdict.REST,
              remaining,
              boundaries,
              efforts));
    }
    left.sort(
        Comparator.comparing((Turn each) -> each.verdict() != Verdict.HELD)
            .thenComparing(Turn::verdict, Comparator.reverseOrder())
            .thenComparingDouble(each -> -each.coupling().middle())
            .thenComparing(each -> units.name(each.unit())));
    turns.addAll(left);
  }

  /** The one to take out next; null where all that remain are to be left. */
  private @Nullable Turn next(SortedSet<Integer> remaining, SortedMap<Integer, Verdict> unfit) {
    SortedSet<Integer> fit = new TreeSet<>(remaining);
    fit.removeAll(unfit.keySet());
    if (fit.size() < 2) {
      return null;
    }
    SortedMap<Integer, Extraction.Boundary> boundaries = ports.of(remaining);
    SortedMap<Integer, Effort> efforts = shared.efforts(remaining, boundaries);
    Turn best = null;
    for (int unit : fit) {
      if (!isHeld(unit, remaining)) {
        Turn turn = turn(unit, Verdict.EXTRACT, remaining, boundaries, efforts);
        best = best == null || compare(turn, best) < 0 ? turn : best;
      }
    }
    return best;
  }

  private int compare(Turn one, Turn other) {
    return Comparator.comparingDouble((Turn each) -> each.coupling().middle())
        .thenComparingInt(each -> classes(each.unit()))
        .thenComparingInt(each -> each.boundary().callsIn())
        .thenComparing(each -> units.name(each.unit()))
        .compare(one, other);
  }

  private static Turn turn(
      int unit,
      Verdict verdict,
      SortedSet<Integer> remaining,
      SortedMap<Integer, Extraction.Boundary> boundaries,
      SortedMap<Integer, Effort> efforts) {
    return new Turn(
        unit,
        verdict,
        Set.copyOf(remaining),
        boundaries.getOrDefault(unit, new Extraction.Boundary(0, 0, 0, 0)),
        efforts.getOrDefault(unit, Effort.NONE));
  }

  private boolean isHeld(int unit, Set<Integer> remaining) {
    return shared.held(unit, remaining) >= HELD;
  }

  private Verdict fitness(int unit) {
    boolean serves = false;
    for (BoundedContext each : contexts(unit)) {
      serves |= !each.tables().isEmpty() || !map.entryPoints(each.name()).isEmpty();
    }
    return !serves ? Verdict.LIBRARY : classes(unit) < FEW ? Verdict.SMALL : Verdict.EXTRACT;
  }

  private int classes(int unit) {
    return contexts(unit).stream().mapToInt(each -> each.classes().size()).sum();
  }

  List<BoundedContext> contexts(int unit) {
    return map.decomposition().contexts().stream()
        .filter(each -> units.contexts(unit).contains(each.name()))
        .toList();
  }

  Units units() {
    return units;
  }

  Shared shared() {
    return shared;
  }

  /** Those that are taken out in their order, then those that are left. */
  List<Turn> turns() {
    return turns;
  }
}
