package dev.msvc.bench.truth;

import java.util.Comparator;

/** A type whose rows are in a table. */
public record Placed(String entity, String table) implements Comparable<Placed> {
  private static final Comparator<Placed> ORDER =
      Comparator.comparing(Placed::entity).thenComparing(Placed::table);

  /** Names the table without schema, quotes and case. */
  public Placed {
    table = Names.table(table);
  }

  @Override
  public int compareTo(Placed other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return entity + " in " + table;
  }
}
