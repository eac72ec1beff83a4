package dev.msvc.model;

import dev.msvc.model.Word.Said;
import java.util.List;

/**
 * The user's word on the roadmap. Contexts are named by their names, or by a class in them.
 *
 * @param first what is taken out before all others, in this order
 * @param before chains of contexts, each of which is taken out before the next of its chain
 * @param stay what is left in the monolith
 * @param rates what kinds of work take, in place of ours
 * @param schema of the database, where tables are whose schema nothing tells; empty for the usual
 *     one
 * @param saved what was decided before: it holds where the rest says nothing else
 */
public record RoadmapWord(
    List<Said> first,
    List<List<Said>> before,
    List<Said> stay,
    List<OwnRate> rates,
    String schema,
    SavedRoadmap saved) {
  /** Nothing was said. */
  public static final RoadmapWord NONE =
      new RoadmapWord(List.of(), List.of(), List.of(), List.of(), "", SavedRoadmap.NONE);

  public RoadmapWord {
    first = List.copyOf(first);
    before = before.stream().map(List::copyOf).toList();
    stay = List.copyOf(stay);
    rates = List.copyOf(rates);
  }

  /** The same, after what was decided before. */
  public RoadmapWord following(SavedRoadmap decided) {
    return new RoadmapWord(first, before, stay, rates, schema, decided);
  }

  /** Whether it leaves the order to msvc. */
  public boolean isSilentOnOrder() {
    return first.isEmpty() && before.isEmpty() && stay.isEmpty();
  }

  /**
   * What one piece of a kind of work takes.
   *
   * @param name of the kind
   * @param each in person-days
   */
  public record OwnRate(Said name, Effort each) {}
}
