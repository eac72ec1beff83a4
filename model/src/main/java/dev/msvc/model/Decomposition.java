package dev.msvc.model;

import java.util.List;
import java.util.SortedMap;

/** Where each top-level type and each table belongs, and why. */
public record Decomposition(
    List<BoundedContext> contexts,
    List<Unplaced> shared,
    List<Unplaced> mustSplit,
    List<Unplaced> technical,
    SortedMap<String, Ownership> owners,
    List<Dependency> dependencies) {
  public Decomposition {
    contexts = List.copyOf(contexts);
    shared = List.copyOf(shared);
    mustSplit = List.copyOf(mustSplit);
    technical = List.copyOf(technical);
    dependencies = List.copyOf(dependencies);
  }
}
