package dev.msvc.analyzers.sql;

import dev.msvc.model.Certainty;
import java.util.List;

/**
 * A statement of SQL and the tables it touches.
 *
 * @param line of its first word in the text it was read from, from 1
 * @param uses one a table and operation, sorted
 * @param procedure name of the stored procedure that is called; empty for none
 * @param functions names that are followed by a bracket, perhaps with their schema or package, and
 *     that not every database knows: what they are, the schema tells
 * @param dynamic whether the name of a table is only known when the statement runs
 * @param certainty {@code PARSED}, or {@code GUESSED} where the dialect's grammar is not ours
 */
public record SqlStatement(
    int line,
    Kind kind,
    List<TableUse> uses,
    String procedure,
    List<String> functions,
    boolean dynamic,
    Certainty certainty) {
  public SqlStatement {
    uses = List.copyOf(uses);
    functions = List.copyOf(functions);
  }

  /** What a statement is for. */
  public enum Kind {
    /** Reads or changes rows. */
    ROWS,
    /** Calls a stored procedure. */
    CALL,
    /** Creates, alters or drops something. */
    DEFINITION,
    /** Sets, grants, commits: nothing of the schema or its rows. */
    SESSION,
    /** No statement. */
    NONE
  }

  public boolean isStatement() {
    return kind != Kind.NONE;
  }

  /** The tables it touches, each once, sorted. */
  public List<String> tables() {
    return uses.stream().map(TableUse::table).distinct().toList();
  }

  /** The tables it reads or writes together: two or more, or none. */
  public List<String> joined() {
    List<String> tables = tables();
    return tables.size() < 2 ? List.of() : tables;
  }

  SqlStatement at(int newLine) {
    return new SqlStatement(newLine, kind, uses, procedure, functions, dynamic, certainty);
  }

  /** The same statement with other tables. */
  public SqlStatement with(List<TableUse> others, Certainty sure) {
    boolean unknown = sure == Certainty.GUESSED && dynamic;
    return new SqlStatement(line, kind, others, procedure, functions, unknown, sure);
  }
}
