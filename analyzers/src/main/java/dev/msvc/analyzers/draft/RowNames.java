package dev.msvc.analyzers.draft;

import dev.msvc.model.Aggregate;
import dev.msvc.model.Certainty;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the class of tables that none is mapped to, by what mappers write to and read from them.
 */
final class RowNames {
  private final RowMaps rows;
  private final Set<String> taken;

  private RowNames(RowMaps rows, Set<String> taken) {
    this.rows = rows;
    this.taken = new HashSet<>(taken);
  }

  /**
   * The same aggregates, with classes where they were tables.
   *
   * @param taken classes that hold the rows of a table already
   */
  static List<Aggregate> named(List<Aggregate> all, RowMaps rows, Set<String> taken) {
    RowNames names = new RowNames(rows, taken);
    return all.stream().map(names::named).toList();
  }

  private Aggregate named(Aggregate found) {
    Aggregate.Part root = named(found.root());
    List<Aggregate.Part> members = found.members().stream().map(this::named).toList();
    return new Aggregate(
        root.name(),
        found.context(),
        root,
        members,
        found.values(),
        found.repositories(),
        found.events(),
        found.tables(),
        found.contexts(),
        found.certainty());
  }

  private Aggregate.Part named(Aggregate.Part part) {
    if (!part.className().isEmpty()) {
      return part;
    }
    Optional<String> className =
        rows.className(part.table())
            .filter(each -> RowMaps.isCalledAfter(part.table(), each))
            .filter(taken::add);
    return className
        .map(
            each ->
                new Aggregate.Part(each, part.table(), part.why(), part.place(), Certainty.GUESSED))
        .orElse(part);
  }
}
