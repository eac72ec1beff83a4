package dev.msvc.cluster.data;

import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.RowMismatch;
import dev.msvc.model.shift.SyncWord;
import dev.msvc.model.shift.TableComparison;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Compares two tables: both are read once, side by side in the order of their keys, so that nothing
 * but the rows that differ is kept. Those are looked at again later, since rows may have been on
 * their way.
 */
final class PairComparison {
  /** More than that are not looked at again: so many are not on their way. */
  static final int SUSPECTS = 10_000;

  private static final int SHOWN = 10;

  /** A row that others write without a pause looks different each time. */
  private static final int LOOKS = 3;

  private static final int TOLD = 50_000;

  private final SyncWord.TablePair pair;
  private final Side monolith;
  private final Side service;
  private final int part;
  private final List<Suspect> suspects = new ArrayList<>();
  private final List<Suspect> certain = new ArrayList<>();
  private final Map<RowMismatch.Kind, Long> counts = new EnumMap<>(RowMismatch.Kind.class);
  private long settled;

  PairComparison(SyncWord.TablePair pair, Side monolith, Side service, int part) {
    this.pair = pair;
    this.monolith = monolith;
    this.service = service;
    this.part = part;
  }

  /**
   * Does it.
   *
   * @param settle how long a row may be on its way
   * @param said what is told on the way
   */
  TableComparison compare(Duration settle, Pause pause, Consumer<String> said)
      throws SQLException, Incomparable {
    try (KeyedRows theirs = new KeyedRows(monolith, part);
        KeyedRows ours = new KeyedRows(service, part)) {
      read(theirs, ours, said);
      List<Suspect> left = suspects;
      for (int i = 0; i < LOOKS && !left.isEmpty(); i++) {
        said.accept(
            "%s: %,d rows are not the same yet".formatted(pair.table(Arm.MONOLITH), left.size()));
        pause.during(settle, said);
        left = again(left, i == LOOKS - 1);
      }
      return result(theirs, ours);
    }
  }

  private void read(KeyedRows theirs, KeyedRows ours, Consumer<String> said)
      throws SQLException, Incomparable {
    KeyedRow one = theirs.next();
    KeyedRow other = ours.next();
    long told = 0;
    while (one != null || other != null) {
      int order = one == null ? 1 : other == null ? -1 : one.key().compareTo(other.key());
      if (order < 0 && one != null) {
        suspect(Suspect.of(one.key(), one, null));
        one = theirs.next();
      } else if (order > 0 && other != null) {
        suspect(Suspect.of(other.key(), null, other));
        other = ours.next();
      } else if (one != null && other != null) {
        if (!one.digest().equals(other.digest())) {
          suspect(Suspect.of(one.key(), one, other));
        }
        one = theirs.next();
        other = ours.next();
      }
      if (theirs.count() + ours.count() >= told + TOLD) {
        told = theirs.count() + ours.count();
        said.accept("comparing %s: %,d rows".formatted(pair.table(Arm.MONOLITH), theirs.count()));
      }
    }
  }

  private void suspect(Suspect suspect) {
    if (suspects.size() < SUSPECTS) {
      suspects.add(suspect);
    } else {
      counts.merge(suspect.kind(), 1L, Long::sum);
    }
  }

  /**
   * Those that changed since and are not the same, which are to be looked at again. What stayed as
   * it was for so long is on no way.
   */
  private List<Suspect> again(List<Suspect> left, boolean last) throws SQLException, Incomparable {
    List<Suspect> moving = new ArrayList<>();
    for (Suspect each : left) {
      Suspect now = Suspect.of(each.key(), monolith.find(each.key()), service.find(each.key()));
      if (now.isSame()) {
        settled++;
      } else if (now.equals(each) || last) {
        certain.add(now);
      } else {
        moving.add(now);
      }
    }
    return moving;
  }

  private TableComparison result(KeyedRows theirs, KeyedRows ours) {
    for (Suspect each : certain) {
      counts.merge(each.kind(), 1L, Long::sum);
    }
    List<RowMismatch> first =
        certain.stream()
            .sorted((one, other) -> one.key().compareTo(other.key()))
            .limit(SHOWN)
            .map(each -> new RowMismatch(Words.shown(each.key().toString()), each.kind()))
            .toList();
    return new TableComparison(
        pair,
        new TreeMap<>(Map.of(Arm.MONOLITH, theirs.count(), Arm.SERVICE, ours.count())),
        new TreeMap<>(Map.of(Arm.MONOLITH, theirs.digest(), Arm.SERVICE, ours.digest())),
        count(RowMismatch.Kind.MISSING),
        count(RowMismatch.Kind.EXTRA),
        count(RowMismatch.Kind.DIFFERS),
        settled,
        first,
        "");
  }

  private long count(RowMismatch.Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }
}
