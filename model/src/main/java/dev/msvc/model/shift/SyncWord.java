package dev.msvc.model.shift;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What keeps the rows of monolith and service in step while writes move, and how one sees that it
 * does.
 *
 * @param lag how far one is behind the other
 * @param settle how long a row may be on its way from one to the other
 * @param databases of the arms; empty where nothing is asked of them
 * @param reconcile tables that are compared
 * @param line where the plan says it, from 1
 */
public record SyncWord(
    Lag lag,
    Duration settle,
    SortedMap<Arm, Database> databases,
    List<TablePair> reconcile,
    int line) {
  /** As long as a row may be on its way where the plan does not say. */
  public static final Duration SETTLE = Duration.ofSeconds(10);

  public SyncWord {
    databases = Collections.unmodifiableSortedMap(new TreeMap<>(databases));
    reconcile = List.copyOf(reconcile);
  }

  /** How far one is behind the other: a number that must lie below a bound. */
  public sealed interface Lag {
    /** How it is called among gates. */
    String NAME = "sync lag";

    /** What the number must lie below. */
    double below();

    /**
     * A query of the metrics.
     *
     * @param query of one value; {@code $window} in it is the window
     */
    record Query(String query, double below) implements Lag {
      /** As a gate asks it. */
      public GateSpec.Saturation gate(Duration window) {
        return new GateSpec.Saturation(
            new GateSpec.Basis(NAME, window, GateSpec.Basis.MIN_REQUESTS), query, below);
      }
    }

    /**
     * A query of a database.
     *
     * @param sql of one row with one number
     * @param at whose database
     */
    record Sql(String sql, Arm at, double below) implements Lag {}
  }

  /**
   * A database. Who asks it is said by variables of the environment, which are named here.
   *
   * @param url of JDBC, without user and password
   */
  public record Database(
      String url, Optional<String> userVariable, Optional<String> passwordVariable) {}

  /**
   * A table of the monolith, and the one of the service that has the same rows.
   *
   * @param tables what it is called in either; with its schema before a dot where that is said
   * @param key columns that tell rows apart; in neither table two rows have the same
   * @param columns that are compared; empty for all that both have
   * @param where of which rows, as SQL; nothing for all of them
   * @param mismatches with how many rows that differ writes may move all the same
   */
  public record TablePair(
      String aggregate,
      SortedMap<Arm, String> tables,
      List<Column> key,
      List<Column> columns,
      SortedMap<Arm, String> where,
      long mismatches,
      int line) {
    public TablePair {
      tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
      key = List.copyOf(key);
      columns = List.copyOf(columns);
      where = Collections.unmodifiableSortedMap(new TreeMap<>(where));
    }

    /** What it is called in one of them. */
    public String table(Arm arm) {
      return String.valueOf(tables.get(arm));
    }
  }

  /** A column, as it is called in either table. */
  public record Column(String monolith, String service) {
    /** One that is called the same in both. */
    public static Column of(String name) {
      return new Column(name, name);
    }

    /** What it is called in one of them. */
    public String name(Arm arm) {
      return arm == Arm.MONOLITH ? monolith : service;
    }
  }

  /** Of an arm; empty where nothing says where it is. */
  public Optional<Database> database(Arm arm) {
    return Optional.ofNullable(databases.get(arm));
  }
}
