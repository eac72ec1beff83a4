package dev.msvc.model.shift;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of comparing all tables that a plan names.
 *
 * @param began when the first row was read
 * @param ended when the last one was
 * @param tables in the order of the plan
 */
public record Reconciliation(Instant began, Instant ended, List<TableComparison> tables) {
  public Reconciliation {
    tables = List.copyOf(tables);
  }

  /** Of one pair; empty where it was not looked at. */
  public Optional<TableComparison> of(SyncWord.TablePair pair) {
    return tables.stream().filter(each -> each.pair().equals(pair)).findFirst();
  }

  /** How many rows are not the same. */
  public long mismatches() {
    return tables.stream().mapToLong(TableComparison::mismatches).sum();
  }

  /** Whether all tables could be compared. */
  public boolean isWhole() {
    return tables.stream().allMatch(TableComparison::isThere);
  }

  /** Whether writes may move. */
  public boolean passes() {
    return tables.stream().allMatch(TableComparison::passes);
  }
}
