package dev.msvc.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where each top-level type and each table belongs, and why.
 *
 * @param told who told where a top-level type belongs, as {@code pinned by msvc.yaml:12}
 * @param standings how sure the place of each top-level type is that is a member of a context
 */
public record Decomposition(
    List<BoundedContext> contexts,
    List<Unplaced> shared,
    List<Unplaced> mustSplit,
    List<Unplaced> technical,
    SortedMap<String, Ownership> owners,
    List<Dependency> dependencies,
    SortedMap<String, String> told,
    SortedMap<String, Standing> standings) {
  public Decomposition {
    contexts = List.copyOf(contexts);
    shared = List.copyOf(shared);
    mustSplit = List.copyOf(mustSplit);
    technical = List.copyOf(technical);
    dependencies = List.copyOf(dependencies);
    standings = Collections.unmodifiableSortedMap(new TreeMap<>(standings));
    told = Collections.unmodifiableSortedMap(new TreeMap<>(told));
  }

  /** One of which nothing was told. */
  public Decomposition(
      List<BoundedContext> contexts,
      List<Unplaced> shared,
      List<Unplaced> mustSplit,
      List<Unplaced> technical,
      SortedMap<String, Ownership> owners,
      List<Dependency> dependencies) {
    this(
        contexts,
        shared,
        mustSplit,
        technical,
        owners,
        dependencies,
        new TreeMap<>(),
        new TreeMap<>());
  }
}
