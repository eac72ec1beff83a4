package dev.msvc.analyzers.plan;

import dev.msvc.model.ContextMap;
import dev.msvc.model.SavedRoadmap;
import dev.msvc.model.SavedRoadmap.Part;
import dev.msvc.model.StepState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was decided before, as units; what the code no longer has is passed over. */
final class Decided {
  private final Units units;
  private final List<Integer> order = new ArrayList<>();
  private final Set<Integer> taken = new HashSet<>();
  private final SortedMap<Integer, Part> parts = new TreeMap<>();

  Decided(ContextMap map, Units units, SavedRoadmap decided) {
    this.units = units;
    SavedRoadmap saved = decided.today(map.decomposition().contexts());
    saved.order().forEach(this::add);
    taken.addAll(order);
    saved.leave().forEach(this::add);
    saved.gone().forEach(this::add);
  }

  private void add(Part part) {
    int unit = units.of(part.name());
    if (unit >= 0 && parts.putIfAbsent(unit, part) == null) {
      order.add(unit);
    }
  }

  /** The place of a unit in what was decided; -1 where nothing was. */
  int place(int unit) {
    return order.indexOf(unit);
  }

  /** Whether it was decided to take a unit out, in its turn. */
  boolean isTaken(int unit) {
    return taken.contains(unit);
  }

  boolean hasBegun(int unit) {
    Part part = parts.get(unit);
    return part != null && part.hasBegun() && !part.skip();
  }

  /** What leaves a unit in the monolith; null where nothing does. */
  @Nullable Part skipped(int unit) {
    Part part = parts.get(unit);
    return part != null && part.skip() ? part : null;
  }

  StepState state(int unit, String step) {
    Part part = parts.get(unit);
    return part == null ? StepState.TODO : part.state(step);
  }
}
