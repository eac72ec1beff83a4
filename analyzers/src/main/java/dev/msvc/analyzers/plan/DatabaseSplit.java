package dev.msvc.analyzers.plan;

import dev.msvc.model.ContextMap;
import dev.msvc.model.Extraction;
import dev.msvc.model.SqlChange;
import java.util.List;

/**
 * The SQL that gives the tables of a context a schema of their own: expand and contract, in steps
 * that each can be undone while both copies are kept alike.
 *
 * <p>Source of the way: Ambler, Sadalage, "Refactoring Databases", 2006, chapter 2 (transition
 * period with scaffolding triggers).
 */
public final class DatabaseSplit {
  private DatabaseSplit() {}

  /** The changes in their order; none where a context owns no table. */
  public static List<SqlChange> of(ContextMap map, Extraction extraction) {
    return of(map, extraction, "");
  }

  /**
   * The same, where tables whose schema nothing tells are in this one.
   *
   * @param usual empty for that of PostgreSQL, or for the database that MySQL's client is given
   */
  public static List<SqlChange> of(ContextMap map, Extraction extraction, String usual) {
    Moves moves = new Moves(map, extraction);
    return moves.tables().isEmpty() ? List.of() : steps(map, moves, usual).changes();
  }

  /**
   * What to know of all scripts before one is run: that they are for another maker's database, or
   * that configuration and schema say different ones.
   */
  public static List<String> warnings(ContextMap map) {
    return Maker.of(map.facts()).warnings();
  }

  private static SplitSteps steps(ContextMap map, Moves moves, String usual) {
    Maker maker = Maker.of(map.facts());
    return maker.dialect() == Dialect.MYSQL
        ? new MySqlSplit(moves, usual, maker)
        : new PostgresSplit(moves, usual, maker);
  }
}
