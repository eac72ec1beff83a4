package dev.msvc.analyzers.plan;

import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Nearest;
import dev.msvc.model.RoadmapWord;
import dev.msvc.model.StepState;
import dev.msvc.model.Word.Said;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the user says of the order, as units. */
final class Wishes {
  private final ContextMap map;
  private final Units units;
  private final Decided decided;
  private final List<Integer> order = new ArrayList<>();
  private final SortedMap<Integer, Said> first = new TreeMap<>();
  private final SortedMap<Integer, Said> stay = new TreeMap<>();

  /** By unit those that go before it, each with the line that says so. */
  private final SortedMap<Integer, SortedMap<Integer, Said>> earlier = new TreeMap<>();

  /**
   * @throws dev.msvc.model.UserError where a line names no context, or two contradict each other
   */
  Wishes(ContextMap map, Units units, RoadmapWord word) {
    this.map = map;
    this.units = units;
    this.decided = new Decided(map, units, word.saved());
    for (Said each : word.first()) {
      int unit = unit(each);
      if (first.putIfAbsent(unit, each) == null) {
        order.add(unit);
      }
    }
    word.stay().forEach(each -> stay.putIfAbsent(unit(each), each));
    word.before().forEach(this::chain);
    requireAgreement();
  }

  private int unit(Said said) {
    List<String> names = new ArrayList<>();
    for (BoundedContext each : map.decomposition().contexts()) {
      if (each.name().equals(said.text()) || each.classes().contains(said.text())) {
        return units.of(each.name());
      }
      names.add(each.name());
    }
    List<String> near = Nearest.of(said.text(), names);
    throw said.wrong(
        "there is no context '%s'".formatted(said.text()),
        near.isEmpty()
            ? "name one that 'msvc get contexts' lists, or a class in it"
            : "did you mean %s? If it is no more, delete it here".formatted(near.get(0)));
  }

  private void chain(List<Said> chain) {
    for (int i = 1; i < chain.size(); i++) {
      int one = unit(chain.get(i - 1));
      int next = unit(chain.get(i));
      if (one != next) {
        earlier.computeIfAbsent(next, unit -> new TreeMap<>()).putIfAbsent(one, chain.get(i - 1));
      }
    }
  }

  private void requireAgreement() {
    stay.forEach(
        (unit, said) -> {
          Said other = first.get(unit);
          if (other != null) {
            throw said.wrong(
                "'%s' is to stay, and '%s' in line %d is to go first"
                    .formatted(said.text(), other.text(), other.line()),
                both(unit));
          }
        });
    earlier.forEach(
        (unit, before) ->
            before.forEach(
                (one, said) -> {
                  Said other = first.get(unit);
                  boolean ahead =
                      first.containsKey(one) && order.indexOf(one) < order.indexOf(unit);
                  if (other != null && !ahead) {
                    throw said.wrong(
                        "'%s' is to go before '%s', which line %d has first"
                            .formatted(said.text(), units.name(unit), other.line()),
                        "take one of the two lines out");
                  }
                  Said left = stay.get(one);
                  if (left != null && !stay.containsKey(unit)) {
                    throw said.wrong(
                        "'%s' is to go before '%s', and is to stay by line %d"
                            .formatted(said.text(), units.name(unit), left.line()),
                        "take one of the two lines out");
                  }
                  if (reaches(one, unit, new HashSet<>())) {
                    throw said.wrong(
                        "'%s' is to go before '%s', and that before '%s'"
                            .formatted(said.text(), units.name(unit), units.name(one)),
                        "take one of these lines out");
                  }
                }));
  }

  private String both(int unit) {
    List<String> contexts = units.contexts(unit);
    return contexts.size() < 2
        ? "take it out of one of the two"
        : "these can only go together: " + String.join(", ", contexts);
  }

  /** Whether a unit is to go after another, be it by way of others. */
  private boolean reaches(int unit, int other, Set<Integer> seen) {
    for (int each : earlier.getOrDefault(unit, new TreeMap<>()).keySet()) {
      if (each == other || (seen.add(each) && reaches(each, other, seen))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the user keeps a monolith: then all else may go. */
  boolean keepsOne() {
    return !stay.isEmpty();
  }

  /** Whether a unit is taken out whatever speaks against it. */
  boolean isWanted(int unit) {
    return first.containsKey(unit) || (decided.hasBegun(unit) && !stay.containsKey(unit));
  }

  /** Whether a unit is left in the monolith. */
  boolean isLeft(int unit) {
    return stay.containsKey(unit) || (decided.skipped(unit) != null && !first.containsKey(unit));
  }

  /** What was decided before; it holds where no line says otherwise. */
  Decided decided() {
    return decided;
  }

  /** How far a step is. */
  StepState state(int unit, String step) {
    return decided.state(unit, step);
  }

  /** The line that leaves a unit in the monolith; null for none. */
  @Nullable Said stays(int unit) {
    return stay.get(unit);
  }

  /** The line that takes a unit out before others; null for none. */
  @Nullable Said first(int unit) {
    return first.get(unit);
  }

  /**
   * The place of a unit among those that go first, and then those that have begun; behind all of
   * them where it is neither.
   */
  int rank(int unit) {
    int at = order.indexOf(unit);
    if (at >= 0) {
      return at;
    }
    return isWanted(unit) ? order.size() + decided.place(unit) : Integer.MAX_VALUE;
  }

  /** One that is to go before a unit and can; null where it need not wait. */
  @Nullable Integer awaits(int unit, Set<Integer> able) {
    for (int each : earlier.getOrDefault(unit, new TreeMap<>()).keySet()) {
      if (able.contains(each)) {
        return each;
      }
    }
    return null;
  }

  /** Units that a unit is to go before, with the line that says so. */
  SortedMap<Integer, Said> before(int unit) {
    SortedMap<Integer, Said> later = new TreeMap<>();
    earlier.forEach(
        (other, before) -> {
          Said said = before.get(unit);
          if (said != null) {
            later.put(other, said);
          }
        });
    return later;
  }
}
