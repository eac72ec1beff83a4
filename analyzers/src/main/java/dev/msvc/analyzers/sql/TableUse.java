package dev.msvc.analyzers.sql;

import dev.msvc.model.Operation;
import java.util.Comparator;
import java.util.List;

/**
 * What one statement does to one table.
 *
 * @param table as written, with schema where there is one, without quotes
 * @param columns named for this table, sorted; of one that is changed those that are set; empty for
 *     all or unknown
 * @param unqualified columns that belong to this table or to another that is read beside it,
 *     sorted: only who knows the schema can tell
 */
public record TableUse(String table, Operation op, List<String> columns, List<String> unqualified)
    implements Comparable<TableUse> {
  private static final Comparator<TableUse> ORDER =
      Comparator.comparing(TableUse::table).thenComparing(TableUse::op);

  public TableUse {
    columns = List.copyOf(columns);
    unqualified = List.copyOf(unqualified);
  }

  @Override
  public int compareTo(TableUse other) {
    return ORDER.compare(this, other);
  }
}
