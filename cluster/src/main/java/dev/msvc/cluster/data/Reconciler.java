package dev.msvc.cluster.data;

import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Reconciliation;
import dev.msvc.model.shift.SyncWord;
import dev.msvc.model.shift.TableComparison;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Asks databases of both what a plan's {@code sync} says; nothing in them is changed. */
public final class Reconciler {
  private static final int PART = 5_000;

  private final Databases databases;
  private final Clock clock;
  private final Pause pause;
  private final int part;

  /** Of databases that are opened anew each time. */
  public Reconciler(Databases databases, Clock clock, Pause pause) {
    this(databases, clock, pause, PART);
  }

  Reconciler(Databases databases, Clock clock, Pause pause, int part) {
    this.databases = databases;
    this.clock = clock;
    this.pause = pause;
    this.part = part;
  }

  /**
   * Compares all tables that are named, one after the other.
   *
   * @param said what is told on the way
   * @throws dev.msvc.model.UserError where variables or drivers are not there
   */
  public Reconciliation compare(SyncWord sync, Consumer<String> said) {
    Instant began = clock.instant();
    List<TableComparison> tables = new ArrayList<>();
    for (SyncWord.TablePair each : sync.reconcile()) {
      tables.add(compare(sync, each, said));
    }
    return new Reconciliation(began, clock.instant(), tables);
  }

  private TableComparison compare(SyncWord sync, SyncWord.TablePair pair, Consumer<String> said) {
    return with(sync, pair, sides -> sides.compare(sync.settle(), pause, said));
  }

  /** Something that is done with both tables, while their databases are open. */
  @FunctionalInterface
  private interface Work {
    TableComparison on(PairComparison sides) throws SQLException, Incomparable;
  }

  private TableComparison with(SyncWord sync, SyncWord.TablePair pair, Work work) {
    Arm asked = Arm.MONOLITH;
    List<Connection> open = new ArrayList<>();
    try {
      open.add(databases.open(sync.database(Arm.MONOLITH).orElseThrow()));
      asked = Arm.SERVICE;
      open.add(databases.open(sync.database(Arm.SERVICE).orElseThrow()));
      return work.on(sides(pair, open.get(0), open.get(1)));
    } catch (SQLException failed) {
      String whose =
          open.size() < 2
              ? "the database of the %s: ".formatted(asked.name().toLowerCase(Locale.ROOT))
              : "";
      return TableComparison.none(pair, whose + databases.words(failed));
    } catch (Incomparable why) {
      return TableComparison.none(pair, Words.shown(String.valueOf(why.getMessage())));
    } finally {
      open.forEach(Databases::close);
    }
  }

  /**
   * What would be in the way of asking all that a plan says; empty where nothing is. No row is read
   * but the lag's.
   *
   * @throws dev.msvc.model.UserError where variables or drivers are not there
   */
  public Optional<String> probe(SyncWord sync) {
    if (sync.lag() instanceof SyncWord.Lag.Sql sql) {
      Figure figure = lag(sync, sql);
      if (!figure.why().isEmpty()) {
        return Optional.of("its lag cannot be asked: " + figure.why());
      }
    }
    for (SyncWord.TablePair each : sync.reconcile()) {
      TableComparison shapes = with(sync, each, sides -> TableComparison.none(each, ""));
      if (!shapes.isThere()) {
        return Optional.of(
            "%s cannot be compared: %s".formatted(each.table(Arm.MONOLITH), shapes.why()));
      }
    }
    return Optional.empty();
  }

  /** What each column of either is compared as; none where they hold different things. */
  private PairComparison sides(SyncWord.TablePair pair, Connection monolith, Connection service)
      throws SQLException, Incomparable {
    Shape theirs = Shape.of(monolith, Arm.MONOLITH, pair.table(Arm.MONOLITH));
    Shape ours = Shape.of(service, Arm.SERVICE, pair.table(Arm.SERVICE));
    List<Side.Compared> theirKey = new ArrayList<>();
    List<Side.Compared> ourKey = new ArrayList<>();
    for (SyncWord.Column each : pair.key()) {
      add(each, theirs, ours, theirKey, ourKey);
      requireKey(theirKey.get(theirKey.size() - 1), ourKey.get(ourKey.size() - 1));
    }
    List<Side.Compared> theirValues = new ArrayList<>();
    List<Side.Compared> ourValues = new ArrayList<>();
    for (SyncWord.Column each : columns(pair, theirs, ours)) {
      add(each, theirs, ours, theirValues, ourValues);
    }
    return new PairComparison(
        pair,
        new Side(monolith, theirs, theirKey, theirValues, where(pair, Arm.MONOLITH)),
        new Side(service, ours, ourKey, ourValues, where(pair, Arm.SERVICE)),
        part);
  }

  private static String where(SyncWord.TablePair pair, Arm arm) {
    return pair.where().getOrDefault(arm, "");
  }

  private static void add(
      SyncWord.Column column,
      Shape theirs,
      Shape ours,
      List<Side.Compared> their,
      List<Side.Compared> our)
      throws Incomparable {
    Shape.Field one = theirs.field(column.monolith());
    Shape.Field other = ours.field(column.service());
    Kind.Family as =
        Kind.together(one.kind(), other.kind())
            .orElseThrow(
                () ->
                    new Incomparable(
                        "%s is %s in %s, and %s is %s in %s: they are never the same"
                            .formatted(
                                one.name(),
                                one.type(),
                                theirs.from(),
                                other.name(),
                                other.type(),
                                ours.from())));
    their.add(new Side.Compared(one, as));
    our.add(new Side.Compared(other, as));
  }

  /** Numbers that are exact, uuids, texts, bytes: what has one order in all databases. */
  private static void requireKey(Side.Compared one, Side.Compared other) throws Incomparable {
    for (Side.Compared each : List.of(one, other)) {
      boolean exact =
          each.as() == Kind.Family.NUMBER
              ? each.field().kind() == Kind.NUMBER
              : each.as() == Kind.Family.TEXT
                  || each.as() == Kind.Family.UUID
                  || each.as() == Kind.Family.BYTES;
      if (!exact) {
        throw new Incomparable(
            "%s is %s: a key is made of whole numbers, uuids, texts or bytes"
                .formatted(each.field().name(), each.field().type()));
      }
    }
  }

  /** Those that are named; else all that both have, but for the key. */
  private static List<SyncWord.Column> columns(SyncWord.TablePair pair, Shape theirs, Shape ours) {
    if (!pair.columns().isEmpty()) {
      return pair.columns();
    }
    Set<String> key = new HashSet<>();
    for (SyncWord.Column each : pair.key()) {
      key.add(each.monolith().toLowerCase(Locale.ROOT));
      key.add(each.service().toLowerCase(Locale.ROOT));
    }
    return theirs.columns().keySet().stream()
        .filter(each -> ours.columns().containsKey(each) && !key.contains(each))
        .map(SyncWord.Column::of)
        .toList();
  }

  /**
   * The one number that a query gives.
   *
   * @param why there is none; empty where there is one
   */
  public record Figure(double value, String why) {}

  /**
   * How far one is behind the other.
   *
   * @throws dev.msvc.model.UserError where variables or drivers are not there
   */
  public Figure lag(SyncWord sync, SyncWord.Lag.Sql lag) {
    try {
      Connection connection = databases.open(sync.database(lag.at()).orElseThrow());
      try (Statement statement = connection.createStatement()) {
        statement.setQueryTimeout(KeyedRows.STATEMENT_SECONDS);
        try (ResultSet rows = statement.executeQuery(lag.sql())) {
          return figure(rows);
        }
      } finally {
        Databases.close(connection);
      }
    } catch (SQLException failed) {
      return new Figure(0, databases.words(failed));
    }
  }

  private static Figure figure(ResultSet rows) throws SQLException {
    if (!rows.next() || rows.getMetaData().getColumnCount() != 1) {
      return new Figure(0, "the query gives no row of one number");
    }
    double value = rows.getDouble(1);
    if (rows.wasNull() || !Double.isFinite(value)) {
      return new Figure(0, "the query gives no number");
    }
    return rows.next() ? new Figure(0, "the query gives more than one row") : new Figure(value, "");
  }
}
