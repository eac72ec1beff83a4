package dev.msvc.analyzers.sql;

import dev.msvc.model.Certainty;
import dev.msvc.model.Key;
import dev.msvc.model.Place;
import dev.msvc.model.TableKind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Applies one CREATE, ALTER, DROP or RENAME statement to a schema.
 *
 * <p>Read from tokens: what matters of DDL has one shape in all dialects, and what differs between
 * them (engines, tablespaces, partitions, storage) is what a grammar trips over.
 */
final class Ddl extends TokenWalk {
  private static final Set<String> TABLE_WORDS =
      Set.of(
          ("or replace global local temp temporary unlogged cached memory column row "
                  + "external foreign if not exists only force noforce materialized recursive "
                  + "algorithm undefined merge temptable definer sql security invoker editionable")
              .split(" "));

  /** What may follow the query of a materialized view. */
  private static final Pattern NO_QUERY =
      Pattern.compile("\\s+with\\s+(?:no\\s+)?data\\s*;?\\s*$", Pattern.CASE_INSENSITIVE);

  private final Schema schema;
  private final Place place;
  private boolean guessed;

  private Ddl(String text, Schema schema, Place place) {
    super(text, Tokens.of(text), 0);
    this.schema = schema;
    this.place = place;
  }

  /**
   * Applies the statement.
   *
   * @param view reads the tables of a view's query from its text
   */
  static Outcome apply(String text, Schema schema, Place place, SqlReader view) {
    Ddl ddl = new Ddl(text, schema, place);
    boolean understood = ddl.statement(view);
    return new Outcome(understood, ddl.guessed);
  }

  /**
   * What became of a statement.
   *
   * @param understood be it of no matter for tables
   * @param guessed whether a view's tables are only taken to be names
   */
  record Outcome(boolean understood, boolean guessed) {}

  /** Lets the reader know a view's query, so that applying the view costs little. */
  static void readAhead(String text, SqlReader reader) {
    reader.read(
        new Ddl(text, new Schema((sequence, table) -> {}, table -> {}), new Place("", 0)).query());
  }

  private boolean statement(SqlReader reader) {
    String verb = word(at++);
    boolean temporary = false;
    boolean materialized = false;
    int start = at;
    if (!verb.equals("rename")) {
      while (TABLE_WORDS.contains(word(at))
          || (verb.equals("create") && at < start + 12 && !isKind(at) && isBeforeView())) {
        temporary |= word(at).startsWith("temp") && !word(at).equals("temptable");
        materialized |= word(at).equals("materialized");
        at++;
      }
    }
    String kind = word(at++);
    if (verb.equals("rename")) {
      return kind.equals("table") ? renames() : renamesWithoutItsKind(kind);
    }
    boolean table = kind.equals("table");
    boolean view = kind.equals("view");
    if (verb.equals("create") && kind.equals("unique")) {
      return uniqueIndex();
    }
    if (!table && !view) {
      return true;
    }
    skipConditions();
    if (verb.equals("drop")) {
      return drops();
    }
    String name = name();
    if (name.isEmpty()) {
      return false;
    }
    if (isDynamic(name)) {
      return false;
    }
    if (verb.equals("alter")) {
      return view || new AlterTable(this, schema, place).alter(name);
    }
    if (view && temporary) {
      return true;
    }
    if (view) {
      SqlStatement read = reader.read(query());
      guessed = read.certainty() == Certainty.GUESSED;
      schema.createView(name, materialized, read, place);
      return true;
    }
    boolean quoted = tokens.get(at - 1).kind() == Token.Kind.QUOTED;
    return temporary || create(name, quoted);
  }

  /** A view's query, without the head that each dialect writes its own way. */
  private String query() {
    for (int i = at; i + 1 < tokens.size(); i++) {
      boolean query =
          word(i + 1).equals("select") || word(i + 1).equals("with") || signAt(i + 1, "(");
      if (word(i).equals("as") && query) {
        return NO_QUERY.matcher(text.substring(tokens.get(i + 1).start())).replaceFirst("");
      }
    }
    return text;
  }

  private boolean isKind(int i) {
    return Set.of(
            "table",
            "view",
            "index",
            "unique",
            "sequence",
            "function",
            "procedure",
            "trigger",
            "type",
            "schema",
            "database",
            "extension",
            "user",
            "role",
            "domain",
            "policy",
            "rule",
            "event",
            "package",
            "synonym",
            "server",
            "aggregate",
            "cast")
        .contains(word(i));
  }

  /** MySQL puts {@code DEFINER=`a`@`b`} between CREATE and VIEW. */
  private boolean isBeforeView() {
    for (int i = at; i < Math.min(tokens.size(), at + 16); i++) {
      if (word(i).equals("view")) {
        return true;
      }
    }
    return false;
  }

  private boolean create(String name, boolean quoted) {
    boolean isNew = schema.create(name, TableKind.TABLE, place, quoted);
    if (!isNew) {
      return true;
    }
    if (signAt(at, "(") && !word(at + 1).equals("select")) {
      new TableItems(this, schema, place).all(name);
    }
    return true;
  }

  private boolean drops() {
    boolean cascade = tokens.subList(at, tokens.size()).stream().anyMatch(Ddl::isCascade);
    while (at < tokens.size()) {
      String name = name();
      if (name.isEmpty() || isDynamic(name)) {
        return false;
      }
      schema.drop(name, cascade);
      if (!signAt(at, ",")) {
        return true;
      }
      at++;
    }
    return true;
  }

  private static boolean isCascade(Token token) {
    return token.is("cascade");
  }

  /** DB2 and Oracle rename a table without saying that it is one. */
  private boolean renamesWithoutItsKind(String first) {
    int start = at - 1;
    at = start;
    name();
    boolean table = word(at).equals("to");
    at = start;
    return table ? renames() : Set.of("user", "index", "column").contains(first);
  }

  private boolean renames() {
    while (at < tokens.size()) {
      String from = name();
      at++;
      String to = name();
      if (from.isEmpty() || to.isEmpty() || isDynamic(from + to)) {
        return false;
      }
      schema.rename(from, to);
      at++;
    }
    return true;
  }

  private boolean uniqueIndex() {
    while (at < tokens.size() && !word(at).equals("on")) {
      at++;
    }
    String index = at > 0 && isName(at - 1) ? tokens.get(at - 1).text() : "";
    at++;
    skip("only");
    String table = name();
    List<String> columns = nextColumns(tokens.size());
    boolean partial = tokens.stream().anyMatch(token -> token.is("where"));
    boolean plain = tokens.stream().filter(token -> token.sign("(")).count() == 1;
    if (!partial && plain && !table.isEmpty() && !isDynamic(table)) {
      schema.addKey(table, index, Key.Kind.UNIQUE, columns);
    }
    return true;
  }
}
