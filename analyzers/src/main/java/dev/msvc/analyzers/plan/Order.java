package dev.msvc.analyzers.plan;

import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Cut;
import dev.msvc.model.Effort;
import dev.msvc.model.Extraction;
import dev.msvc.model.Extraction.Verdict;
import dev.msvc.model.RoadmapWord;
import dev.msvc.model.TypeFact;
import dev.msvc.model.Unseen.Part;
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
 * order, but what is cheap and what teaches comes first: so the very first one is the least coupled
 * of those that own tables and have a clear boundary, where there are any. The user's word goes
 * before all that.
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
   * @param awaited the unit that it waits for in vain; null for none
   * @param passed the unit that is coupled less, and that it goes before; null for none
   * @param passedFor why the boundary of that one is not clear, in words; empty where it owns no
   *     tables
   */
  record Turn(
      int unit,
      Verdict verdict,
      Set<Integer> remaining,
      Extraction.Boundary boundary,
      Effort coupling,
      @Nullable Integer awaited,
      @Nullable Integer passed,
      List<String> passedFor) {

    Turn before(Turn other, List<String> why) {
      return new Turn(
          unit, verdict, remaining, boundary, coupling, awaited, other.unit(), List.copyOf(why));
    }
  }

  private final ContextMap map;
  private final int types;
  private final Units units;
  private final Wishes wishes;
  private final Rates rates;
  private final Shared shared;
  private final Calls calls;
  private final Ports ports;
  private final Background background;
  private final List<Turn> turns = new ArrayList<>();

  /**
   * @throws dev.msvc.model.UserError where the user's word names what is not there, or contradicts
   *     itself
   */
  Order(ContextMap map, List<Cut> cuts, RoadmapWord word) {
    this.map = map;
    this.types = (int) map.facts().types().stream().filter(TypeFact::isTopLevel).count();
    this.units = new Units(map, cuts);
    this.wishes = new Wishes(map, units, word);
    this.rates = new Rates(word);
    this.shared = new Shared(units, cuts, rates);
    this.background = new Background(map);
    this.calls = new Calls(map, libraries());
    this.ports = new Ports(map, units, calls);
    find();
  }

  /** Contexts that are shared as libraries: who calls them has them on his side. */
  private Set<String> libraries() {
    Set<String> libraries = new TreeSet<>();
    for (int unit = 0; unit < units.count(); unit++) {
      if (fitness(unit) == Verdict.LIBRARY) {
        libraries.addAll(units.contexts(unit));
      }
    }
    return libraries;
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
      boolean held = isHeld(unit, remaining) || wishes.awaits(unit, able(remaining, unfit)) != null;
      left.add(
          turn(
              unit,
              verdict != null ? verdict : held ? Verdict.HELD : Verdict.REST,
              remaining,
              boundaries,
              efforts));
    }
    left.sort(
        Comparator.comparing((Turn each) -> each.verdict() != Verdict.HELD)
            .thenComparing(each -> each.verdict() != Verdict.STAY)
            .thenComparing(Turn::verdict, Comparator.reverseOrder())
            .thenComparingDouble(each -> -each.coupling().middle())
            .thenComparing(each -> units.name(each.unit())));
    turns.addAll(left);
  }

  /** The one to take out next; null where all that remain are to be left. */
  private @Nullable Turn next(SortedSet<Integer> remaining, SortedMap<Integer, Verdict> unfit) {
    SortedSet<Integer> fit = able(remaining, unfit);
    if (fit.size() < 2 && fit.stream().noneMatch(wishes::isWanted) && !wishes.keepsOne()) {
      return null;
    }
    SortedMap<Integer, Extraction.Boundary> boundaries = ports.of(remaining);
    SortedMap<Integer, Effort> efforts = shared.efforts(remaining, boundaries);
    SortedSet<Integer> free = new TreeSet<>();
    for (int unit : fit) {
      if ((wishes.isWanted(unit) || !isHeld(unit, remaining)) && wishes.awaits(unit, fit) == null) {
        free.add(unit);
      }
    }
    List<Turn> possible = new ArrayList<>();
    for (int unit : inTurn(free)) {
      possible.add(turn(unit, Verdict.EXTRACT, remaining, boundaries, efforts));
    }
    possible.sort(this::compare);
    return possible.isEmpty() ? null : turns.isEmpty() ? start(possible) : possible.get(0);
  }

  /** The first of all: with it a team learns the whole way, the split of the database, too. */
  private Turn start(List<Turn> possible) {
    Turn least = possible.get(0);
    if (isSaid(least)) {
      return least;
    }
    Turn first =
        possible.stream()
            .filter(each -> keeps(each.unit()) && unclear(each).isEmpty())
            .findFirst()
            .orElse(least);
    return first.unit() == least.unit()
        ? first
        : first.before(least, keeps(least.unit()) ? unclear(least) : List.of());
  }

  /** References between a unit and others that remain when it is its turn. */
  int references(Turn turn) {
    return ports.references(turn.unit(), turn.remaining());
  }

  /** Whether the user's word brings it here. */
  boolean isSaid(Turn turn) {
    return wishes.isWanted(turn.unit()) || wishes.decided().isTaken(turn.unit());
  }

  /**
   * Why the boundary of a unit is not clear, in words; empty where it is: most of its references
   * stay inside, nobody else writes its tables, and to part it from the rest takes no longer than
   * to set up a service.
   */
  List<String> unclear(Turn turn) {
    List<String> reasons = new ArrayList<>();
    for (BoundedContext each : contexts(turn.unit())) {
      BoundedContext.Coupling coupling = each.coupling();
      if (coupling.isMostlyCrossing()) {
        reasons.add(
            "%d %% of the references of %s cross its boundary"
                .formatted(Math.round(100 * coupling.share()), each.name()));
      }
      if (coupling.writtenByOthers() > 0) {
        reasons.add(
            "others write %s of %s"
                .formatted(Reasons.counted(coupling.writtenByOthers(), "table"), each.name()));
      }
    }
    Effort service =
        rates
            .each(Rate.SERVICE, 1)
            .plus(rates.each(Rate.SWITCH, 1))
            .plus(rates.each(Rate.DELETION, 1));
    if (turn.coupling().middle() > service.middle()) {
      reasons.add("to part it from the rest takes %s days".formatted(turn.coupling()));
    }
    return reasons;
  }

  /** Of those of which it was decided before which goes first, that one alone; and what is new. */
  private List<Integer> inTurn(SortedSet<Integer> free) {
    int next =
        free.stream()
            .mapToInt(wishes.decided()::place)
            .filter(place -> place >= 0)
            .min()
            .orElse(-1);
    return free.stream()
        .filter(
            unit -> {
              int place = wishes.decided().place(unit);
              return place < 0 || place == next || wishes.isWanted(unit);
            })
        .toList();
  }

  private static SortedSet<Integer> able(
      SortedSet<Integer> remaining, SortedMap<Integer, Verdict> unfit) {
    SortedSet<Integer> able = new TreeSet<>(remaining);
    able.removeAll(unfit.keySet());
    return able;
  }

  private int compare(Turn one, Turn other) {
    return Comparator.comparingInt((Turn each) -> wishes.rank(each.unit()))
        .thenComparingDouble(each -> each.coupling().middle())
        .thenComparingInt(each -> classes(each.unit()))
        .thenComparingInt(each -> each.boundary().callsIn())
        .thenComparing(each -> units.name(each.unit()))
        .compare(one, other);
  }

  private Turn turn(
      int unit,
      Verdict verdict,
      SortedSet<Integer> remaining,
      SortedMap<Integer, Extraction.Boundary> boundaries,
      SortedMap<Integer, Effort> efforts) {
    return new Turn(
        unit,
        verdict,
        Set.copyOf(remaining),
        boundaries.getOrDefault(unit, Extraction.Boundary.NONE),
        efforts.getOrDefault(unit, Effort.NONE),
        verdict == Verdict.HELD && !isHeld(unit, remaining) ? wishes.awaits(unit, remaining) : null,
        null,
        List.of());
  }

  private boolean isHeld(int unit, Set<Integer> remaining) {
    return shared.held(unit, remaining) >= HELD;
  }

  private Verdict fitness(int unit) {
    if (wishes.isLeft(unit)) {
      return Verdict.STAY;
    }
    if (wishes.isWanted(unit)) {
      return Verdict.EXTRACT;
    }
    if (keeps(unit)) {
      return classes(unit) < FEW ? Verdict.SMALL : Verdict.EXTRACT;
    }
    boolean seen = !map.isUnseen(Part.STORES);
    if (isReadModel(unit)) {
      return classes(unit) < FEW ? Verdict.SMALL : seen ? Verdict.LAYER : Verdict.UNKNOWN;
    }
    if (!answers(unit) && running(unit).isEmpty()) {
      return map.unseen().isEmpty() ? Verdict.LIBRARY : Verdict.UNKNOWN;
    }
    boolean decided = wishes.decided().isTaken(unit);
    if (classes(unit) < (decided ? FEW : BoundedContext.least(types))) {
      return Verdict.SMALL;
    }
    return !decided && contexts(unit).stream().allMatch(each -> each.coupling().isMostlyCrossing())
        ? seen ? Verdict.LAYER : Verdict.UNKNOWN
        : Verdict.EXTRACT;
  }

  /** What a unit reads under names of its own, in words: views, and tables that others write. */
  String readThere(int unit) {
    int views = 0;
    int unknown = 0;
    int tables = 0;
    for (BoundedContext each : contexts(unit)) {
      int rows = map.tablesWithRows(each).size();
      int seen = map.views(each).size();
      tables += rows;
      views += seen;
      unknown += each.tables().size() - rows - seen;
    }
    List<String> parts = new ArrayList<>();
    if (views > 0) {
      parts.add(Reasons.counted(views, "view"));
    }
    if (unknown > 0) {
      parts.add(Reasons.counted(unknown, "name") + " that no schema shows");
    }
    if (tables > 0) {
      parts.add(Reasons.counted(tables, "table") + " that others write");
    }
    return String.join(" and ", parts);
  }

  /** Whether a part of the system is as good as not seen. */
  boolean isUnseen(Part part) {
    return map.isUnseen(part);
  }

  private boolean keeps(int unit) {
    return contexts(unit).stream().anyMatch(map::keepsRows);
  }

  /** Whether all that it has under a name of its own are views, and tables that others write. */
  boolean isReadModel(int unit) {
    return !keeps(unit) && contexts(unit).stream().anyMatch(each -> !each.tables().isEmpty());
  }

  /** Whether something enters it from outside. */
  boolean answers(int unit) {
    return contexts(unit).stream().anyMatch(each -> !map.entryPoints(each.name()).isEmpty());
  }

  /** Classes that run without being asked, in threads or by timers of their own, sorted. */
  List<String> running(int unit) {
    return contexts(unit).stream().flatMap(each -> background.of(each).stream()).sorted().toList();
  }

  private int classes(int unit) {
    return contexts(unit).stream().mapToInt(each -> each.classes().size()).sum();
  }

  List<BoundedContext> contexts(int unit) {
    return map.decomposition().contexts().stream()
        .filter(each -> units.contexts(unit).contains(each.name()))
        .toList();
  }

  /** All calls of the system, with where they answer. */
  Calls calls() {
    return calls;
  }

  Units units() {
    return units;
  }

  Wishes wishes() {
    return wishes;
  }

  Rates rates() {
    return rates;
  }

  Shared shared() {
    return shared;
  }

  /** Those that are taken out in their order, then those that are left. */
  List<Turn> turns() {
    return turns;
  }
}
