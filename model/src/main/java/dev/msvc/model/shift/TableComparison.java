package dev.msvc.model.shift;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of comparing a table of the monolith with that of the service.
 *
 * @param pair which they are
 * @param rows that each has
 * @param digests of all that was read of each, in the order of their keys; the same where all is
 *     the same at the first look
 * @param missing how many rows the service lacks
 * @param extra how many it has and the monolith not
 * @param differing how many have other values
 * @param settled how many were not the same at first and were a little later, since they were on
 *     their way
 * @param first of the rows that are not the same, in the order of their keys
 * @param why nothing can be said of them; empty where something can
 */
public record TableComparison(
    SyncWord.TablePair pair,
    SortedMap<Arm, Long> rows,
    SortedMap<Arm, String> digests,
    long missing,
    long extra,
    long differing,
    long settled,
    List<RowMismatch> first,
    String why) {
  public TableComparison {
    rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    first = List.copyOf(first);
  }

  /** One that could not be made. */
  public static TableComparison none(SyncWord.TablePair pair, String why) {
    return new TableComparison(pair, new TreeMap<>(), new TreeMap<>(), 0, 0, 0, 0, List.of(), why);
  }

  /** Whether they were compared. */
  public boolean isThere() {
    return why.isEmpty();
  }

  /** How many rows are not the same. */
  public long mismatches() {
    return missing + extra + differing;
  }

  /** Whether writes may move: they were compared, and no more rows differ than the plan allows. */
  public boolean passes() {
    return isThere() && mismatches() <= pair.mismatches();
  }

  /** One line: {@code 1,000 rows and 999: 1 missing}. */
  public String words() {
    if (!isThere()) {
      return why;
    }
    String counts =
        "%,d rows in %s, %,d in %s"
            .formatted(
                rows.getOrDefault(Arm.MONOLITH, 0L),
                pair.table(Arm.MONOLITH),
                rows.getOrDefault(Arm.SERVICE, 0L),
                pair.table(Arm.SERVICE));
    String settling = settled == 0 ? "" : ", %,d came a little later".formatted(settled);
    return mismatches() == 0
        ? "%s, all the same%s".formatted(counts, settling)
        : "%s: %,d missing in the service, %,d only there, %,d with other values%s"
            .formatted(counts, missing, extra, differing, settling);
  }
}
