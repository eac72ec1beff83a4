package dev.msvc.model.shift;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The shifts of one folder, and which of them comes after which.
 *
 * @param plans by name
 */
public record Shifts(SortedMap<String, ShiftPlan> plans) {
  public Shifts {
    plans = Collections.unmodifiableSortedMap(new TreeMap<>(plans));
  }

  /** One of them. */
  public ShiftPlan plan(String name) {
    ShiftPlan plan = plans.get(name);
    if (plan == null) {
      throw new IllegalArgumentException("there is no shift '%s'".formatted(name));
    }
    return plan;
  }

  /**
   * All of them, each behind those that it is after, by name where that leaves it open. Those in a
   * circle come last.
   */
  public List<String> order() {
    Set<String> placed = new LinkedHashSet<>();
    TreeSet<String> open = new TreeSet<>(plans.keySet());
    while (!open.isEmpty()) {
      String next =
          open.stream()
              .filter(each -> placed.containsAll(known(each)))
              .findFirst()
              .orElse(open.first());
      placed.add(next);
      open.remove(next);
    }
    return List.copyOf(placed);
  }

  /** Those that are after one, through others, too: those first that no other of them is after. */
  public List<String> dependants(String name) {
    Set<String> found = new TreeSet<>();
    List<String> open = new ArrayList<>(List.of(name));
    while (!open.isEmpty()) {
      String at = open.remove(open.size() - 1);
      for (String each : plans.keySet()) {
        if (!each.equals(name) && known(each).contains(at) && found.add(each)) {
          open.add(each);
        }
      }
    }
    List<String> sorted = new ArrayList<>(order());
    sorted.retainAll(found);
    Collections.reverse(sorted);
    return List.copyOf(sorted);
  }

  /** Those that one is after, through others, too, and that itself; by name. */
  public Set<String> predecessors(String name) {
    Set<String> found = new TreeSet<>(Set.of(name));
    List<String> open = new ArrayList<>(List.of(name));
    while (!open.isEmpty()) {
      for (String each : known(open.remove(open.size() - 1))) {
        if (found.add(each)) {
          open.add(each);
        }
      }
    }
    return found;
  }

  /**
   * A circle that one is in: from one of its predecessors round to itself; none where it is not.
   */
  public List<Predecessor> circle(String name) {
    return path(name, name, new TreeSet<>()).orElse(List.of());
  }

  private Optional<List<Predecessor>> path(String from, String to, Set<String> seen) {
    ShiftPlan plan = plans.get(from);
    if (plan == null || !seen.add(from)) {
      return Optional.empty();
    }
    for (Predecessor each : plan.after()) {
      Optional<List<Predecessor>> rest =
          each.shift().equals(to) ? Optional.of(List.of()) : path(each.shift(), to, seen);
      if (rest.isPresent()) {
        List<Predecessor> all = new ArrayList<>(List.of(each));
        all.addAll(rest.get());
        return Optional.of(List.copyOf(all));
      }
    }
    return Optional.empty();
  }

  private Set<String> known(String name) {
    Set<String> known = new TreeSet<>();
    ShiftPlan plan = plans.get(name);
    if (plan != null) {
      plan.after().forEach(each -> known.add(each.shift()));
      known.retainAll(plans.keySet());
    }
    return known;
  }
}
