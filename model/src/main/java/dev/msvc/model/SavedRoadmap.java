package dev.msvc.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * A roadmap as it was decided, with what was done since: what {@code msvc-roadmap.yaml} holds.
 *
 * @param order contexts that are taken out, first one first
 * @param leave contexts that are not
 * @param gone contexts that the code no longer has: finished, renamed or merged
 */
public record SavedRoadmap(List<Part> order, List<Part> leave, List<Part> gone) {
  /** The file, as messages name it. */
  public static final String FILE = "msvc-roadmap.yaml";

  /** Nothing was decided. */
  public static final SavedRoadmap NONE = new SavedRoadmap(List.of(), List.of(), List.of());

  public SavedRoadmap {
    order = List.copyOf(order);
    leave = List.copyOf(leave);
    gone = List.copyOf(gone);
  }

  public boolean isEmpty() {
    return order.isEmpty() && leave.isEmpty() && gone.isEmpty();
  }

  /** All parts: those of the order first, then what is left, then what is gone. */
  public List<Part> parts() {
    List<Part> all = new ArrayList<>(order);
    all.addAll(leave);
    all.addAll(gone);
    return all;
  }

  /** The same without the order of what has not begun: what was done and is skipped stays. */
  public SavedRoadmap reordered() {
    return new SavedRoadmap(
        order.stream().filter(each -> each.hasBegun() || each.skip()).toList(),
        leave.stream().filter(Part::skip).toList(),
        gone);
  }

  /**
   * What its contexts are called today, by what they were called: by their ids, by their names,
   * else by half of their classes or more. Those that are no more are left out.
   */
  public SortedMap<String, String> names(List<BoundedContext> contexts) {
    SortedMap<String, String> names = new TreeMap<>();
    match(names, contexts, (part, each) -> !part.id().isEmpty() && part.id().equals(each.id()));
    match(
        names,
        contexts,
        (part, each) ->
            part.name().equals(each.name()) && (part.id().isEmpty() || each.id().isEmpty()));
    match(
        names,
        contexts,
        (part, each) -> {
          Set<String> same = new HashSet<>(part.classes());
          same.retainAll(each.classes());
          return !same.isEmpty() && 2 * same.size() >= part.classes().size();
        });
    return names;
  }

  private void match(
      SortedMap<String, String> names,
      List<BoundedContext> contexts,
      BiPredicate<Part, BoundedContext> isSame) {
    for (Part part : parts()) {
      for (BoundedContext each : contexts) {
        if (!names.containsKey(part.name())
            && !names.containsValue(each.name())
            && isSame.test(part, each)) {
          names.put(part.name(), each.name());
        }
      }
    }
  }

  /** The same, with contexts called as they are today. */
  public SavedRoadmap today(List<BoundedContext> contexts) {
    SortedMap<String, String> names = names(contexts);
    return new SavedRoadmap(renamed(order, names), renamed(leave, names), renamed(gone, names));
  }

  private static List<Part> renamed(List<Part> parts, SortedMap<String, String> names) {
    return parts.stream()
        .map(each -> each.named(names.getOrDefault(each.name(), each.name())))
        .toList();
  }

  /**
   * One context, or several that go together.
   *
   * @param name of the context, or of the largest one
   * @param id of that context; empty where nothing was accepted
   * @param contexts all that go together
   * @param skip whether the user leaves it in the monolith
   * @param reason why; empty for none
   * @param steps what was done of each
   * @param sql where its SQL was written: folder and begin of the files' names; empty for none
   * @param tables that move
   * @param entryPoints that it serves
   * @param cuts between it and what is still in the monolith when its turn comes
   * @param classes that move
   */
  public record Part(
      String name,
      String id,
      List<String> contexts,
      boolean skip,
      String reason,
      List<Step> steps,
      String sql,
      List<String> tables,
      List<Entry> entryPoints,
      List<Severed> cuts,
      List<String> classes) {
    public Part {
      contexts = List.copyOf(contexts);
      steps = List.copyOf(steps);
      tables = List.copyOf(tables);
      entryPoints = List.copyOf(entryPoints);
      cuts = List.copyOf(cuts);
      classes = List.copyOf(classes);
    }

    private Part named(String today) {
      return new Part(
          today, id, contexts, skip, reason, steps, sql, tables, entryPoints, cuts, classes);
    }

    /** Whether any step has begun. */
    public boolean hasBegun() {
      return steps.stream().anyMatch(each -> each.state() != StepState.TODO);
    }

    /** How far a step is. */
    public StepState state(String step) {
      return steps.stream()
          .filter(each -> each.id().equals(step))
          .map(Step::state)
          .findFirst()
          .orElse(StepState.TODO);
    }
  }

  /**
   * A step and how far it is.
   *
   * @param id of the step: {@code split-code}
   * @param note the user's; empty for none
   */
  public record Step(String id, StepState state, String note) {}

  /**
   * A way in from outside.
   *
   * @param method of HTTP; empty where it is none
   * @param path or topic, queue, schedule; empty for none
   * @param by the method of a class that serves it: {@code a.b.Type.method}
   */
  public record Entry(String id, String method, String path, String by) {}

  /**
   * A cut, and the step that deals with it.
   *
   * @param with the other contexts that it concerns
   */
  public record Severed(String id, List<String> with, String step) {
    public Severed {
      with = List.copyOf(with);
    }
  }
}
