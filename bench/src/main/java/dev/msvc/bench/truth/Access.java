package dev.msvc.bench.truth;

import java.util.Comparator;

/** A top-level class reads or writes a table. */
public record Access(String table, boolean writes, String in) implements Comparable<Access> {
  private static final Comparator<Access> ORDER =
      Comparator.comparing(Access::in).thenComparing(Access::table).thenComparing(Access::writes);

  /** Names the table without schema, quotes and case. */
  public Access {
    table = Names.table(table);
  }

  @Override
  public int compareTo(Access other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return in + (writes ? " writes " : " reads ") + table;
  }
}
