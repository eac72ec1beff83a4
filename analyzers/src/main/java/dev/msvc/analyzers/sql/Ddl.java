package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.sql.Token.Kind;
import dev.msvc.model.Key;
import dev.msvc.model.Place;
import dev.msvc.model.TableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Applies one CREATE, ALTER, DROP or RENAME statement to a schema.
 *
 * <p>Read from tokens: what matters of DDL has one shape in all dialects, and what differs between
 * them (engines, tablespaces, partitions, storage) is what a grammar trips over.
 */
final class Ddl {
  private static final Set<String> TABLE_WORDS =
      Set.of(
          "or",
          "replace",
          "global",
          "local",
          "temp",
          "temporary",
          "unlogged",
          "cached",
          "memory",
          "column",
          "row",
          "external",
          "foreign",
          "if",
          "not",
          "exists",
          "only",
          "force",
          "noforce",
          "materialized",
          "recursive",
          "algorithm",
          "undefined",
          "merge",
          "temptable",
          "definer",
          "sql",
          "security",
          "invoker",
          "editionable");
  private static final Set<String> BEHIND_TYPE =
      Set.of(
          "not",
          "null",
          "default",
          "primary",
          "unique",
          "references",
          "constraint",
          "check",
          "auto_increment",
          "autoincrement",
          "identity",
          "generated",
          "collate",
          "comment",
          "on",
          "as",
          "key",
          "first",
          "after",
          "using",
          "invisible",
          "visible",
          "enable",
          "disable",
          "storage",
          "compression",
          "sparse",
          "persisted",
          "virtual",
          "stored",
          "foreign",
          "validate",
          "exclude",
          "charset",
          "encode",
          "masked");
  private static final Set<String> TYPES =
      Set.of(
          "varchar",
          "char",
          "int",
          "integer",
          "bigint",
          "smallint",
          "tinyint",
          "text",
          "varchar2",
          "number",
          "numeric",
          "decimal",
          "boolean",
          "bool",
          "date",
          "timestamp",
          "datetime",
          "uuid",
          "json",
          "jsonb",
          "blob",
          "clob",
          "character",
          "nvarchar",
          "bytea",
          "float",
          "double",
          "real",
          "longtext",
          "mediumtext",
          "bit",
          "serial",
          "bigserial");
  private static final Set<String> ACTIONS =
      Set.of(
          "add",
          "drop",
          "alter",
          "modify",
          "change",
          "rename",
          "set",
          "enable",
          "disable",
          "force",
          "owner",
          "engine",
          "auto_increment",
          "comment",
          "convert",
          "order",
          "attach",
          "detach",
          "validate",
          "no",
          "inherit",
          "default",
          "character",
          "collate",
          "row_format",
          "replica",
          "cluster",
          "check",
          "nocheck",
          "algorithm",
          "lock",
          "move",
          "partition",
          "reset",
          "append",
          "volatile",
          "activate",
          "pctfree",
          "data",
          "compress",
          "nologging",
          "logging");

  private final String text;
  private final List<Token> tokens;
  private final Schema schema;
  private final Place place;
  private int at;

  private Ddl(String text, List<Token> tokens, Schema schema, Place place) {
    this.text = text;
    this.tokens = tokens;
    this.schema = schema;
    this.place = place;
  }

  /**
   * Applies the statement.
   *
   * @param view reads the tables of a view's query from its text
   * @return whether it was understood, be it of no matter for tables
   */
  static boolean apply(String text, Schema schema, Place place, SqlReader view) {
    return new Ddl(text, Tokens.of(text), schema, place).statement(view);
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
      return kind.equals("table") && renames();
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
      return view || alter(name);
    }
    if (view) {
      List<String> reads = reader.read(text).tables();
      schema.createView(name, materialized, reads, place);
      return true;
    }
    return temporary || create(name);
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

  static boolean isDynamic(String name) {
    return name.indexOf(Tokens.HOLE) >= 0 || name.contains("${");
  }

  private boolean create(String name) {
    boolean isNew = schema.create(name, TableKind.TABLE, place);
    if (!isNew) {
      return true;
    }
    if (signAt(at, "(") && !word(at + 1).equals("select")) {
      for (int[] item : items(at)) {
        item(name, item[0], item[1]);
      }
    }
    return true;
  }

  /** The comma-separated parts of the brackets that open here, as [from, behind). */
  private List<int[]> items(int open) {
    List<int[]> items = new ArrayList<>();
    int depth = 0;
    int from = open + 1;
    for (int i = open; i < tokens.size(); i++) {
      if (signAt(i, "(")) {
        depth++;
      } else if (signAt(i, ")") && --depth == 0) {
        items.add(new int[] {from, i});
        return items;
      } else if (depth == 1 && signAt(i, ",")) {
        items.add(new int[] {from, i});
        from = i + 1;
      }
    }
    items.add(new int[] {from, tokens.size()});
    return items;
  }

  /** A column or constraint of CREATE TABLE or ALTER TABLE ADD. */
  private void item(String table, int from, int behind) {
    if (from >= behind) {
      return;
    }
    at = from;
    String constraint = "";
    if (word(at).equals("constraint")) {
      at++;
      if (!isConstraint(at)) {
        constraint = tokens.get(at++).text();
      }
    }
    String first = word(at);
    switch (first) {
      case "primary" -> {
        if (word(at + 1).equals("key")) {
          schema.addKey(table, constraint, Key.Kind.PRIMARY, nextColumns(behind));
          return;
        }
      }
      case "unique" -> {
        if (at + 1 < behind && isName(at + 1) && !isIndexWord(at + 1) && signAt(at + 2, "(")) {
          constraint = constraint.isEmpty() ? tokens.get(at + 1).text() : constraint;
        } else if (isIndexWord(at + 1) && isName(at + 2)) {
          constraint = constraint.isEmpty() ? tokens.get(at + 2).text() : constraint;
        }
        schema.addKey(table, constraint, Key.Kind.UNIQUE, nextColumns(behind));
        return;
      }
      case "foreign" -> {
        if (word(at + 1).equals("key")) {
          foreignKey(table, constraint, behind);
          return;
        }
      }
      case "check", "exclude", "period", "like", "fulltext", "spatial" -> {
        if (!TYPES.contains(word(at + 1))) {
          return;
        }
      }
      case "key", "index" -> {
        if (!TYPES.contains(word(at + 1))) {
          return;
        }
      }
      default -> {}
    }
    if (isName(at)) {
      column(table, behind);
    }
  }

  private boolean isConstraint(int i) {
    return Set.of("primary", "unique", "foreign", "check").contains(word(i));
  }

  private boolean isIndexWord(int i) {
    return word(i).equals("key") || word(i).equals("index");
  }

  private void column(String table, int behind) {
    String name = tokens.get(at++).text();
    int typeFrom = at;
    int depth = 0;
    while (at < behind && (depth > 0 || !BEHIND_TYPE.contains(word(at)))) {
      depth += signAt(at, "(") ? 1 : signAt(at, ")") ? -1 : 0;
      at++;
    }
    schema.addColumn(table, name, source(typeFrom, at));
    constraintsOfColumn(table, name, behind);
  }

  private void constraintsOfColumn(String table, String column, int behind) {
    String constraint = "";
    int depth = 0;
    while (at < behind) {
      String word = word(at);
      depth += signAt(at, "(") ? 1 : signAt(at, ")") ? -1 : 0;
      if (depth == 0) {
        switch (word) {
          case "constraint" -> constraint = at + 1 < behind ? tokens.get(at + 1).text() : "";
          case "primary" -> schema.addKey(table, constraint, Key.Kind.PRIMARY, List.of(column));
          case "unique" -> schema.addKey(table, constraint, Key.Kind.UNIQUE, List.of(column));
          case "references" -> {
            at++;
            references(table, constraint, List.of(column), behind);
            continue;
          }
          default -> {}
        }
      }
      at++;
    }
  }

  private void foreignKey(String table, String constraint, int behind) {
    at += 2;
    String name = constraint;
    if (isName(at) && !signAt(at, "(")) {
      name = name.isEmpty() ? tokens.get(at).text() : name;
      at++;
    }
    List<String> columns = nextColumns(behind);
    while (at < behind && !word(at).equals("references")) {
      at++;
    }
    at++;
    references(table, name, columns, behind);
  }

  private void references(String table, String constraint, List<String> columns, int behind) {
    String other = name();
    List<String> referenced = signAt(at, "(") && at < behind ? nextColumns(behind) : List.of();
    if (!other.isEmpty() && !isDynamic(other)) {
      schema.addForeignKey(table, constraint, columns, other, referenced, place);
    }
  }

  /** The plain names in the next brackets; ends behind them. */
  private List<String> nextColumns(int behind) {
    while (at < behind && !signAt(at, "(")) {
      at++;
    }
    List<String> names = new ArrayList<>();
    int open = at;
    if (open < behind) {
      for (int[] item : items(open)) {
        if (item[0] < item[1] && isName(item[0])) {
          names.add(tokens.get(item[0]).text());
        }
        at = item[1] + 1;
      }
    }
    return names;
  }

  private boolean alter(String table) {
    boolean understood = true;
    String verb = "";
    while (at < tokens.size()) {
      int behind = at;
      int depth = 0;
      while (behind < tokens.size() && (depth > 0 || !signAt(behind, ","))) {
        depth += signAt(behind, "(") ? 1 : signAt(behind, ")") ? -1 : 0;
        behind++;
      }
      int next = behind + 1;
      if (word(at).equals("with") && word(at + 1).endsWith("check")) {
        at += 2;
      }
      if (ACTIONS.contains(word(at))) {
        verb = word(at++);
      }
      understood &= action(table, verb, behind);
      at = next;
    }
    return understood;
  }

  private boolean action(String table, String verb, int behind) {
    switch (verb) {
      case "add" -> add(table, behind);
      case "drop" -> drop(table, behind);
      case "rename" -> rename(table);
      case "alter" -> alterColumn(table, behind);
      case "modify" -> modify(table, behind);
      case "change" -> {
        skip("column");
        if (at + 1 < behind) {
          String old = tokens.get(at).text();
          String name = tokens.get(at + 1).text();
          if (!old.equalsIgnoreCase(name)) {
            schema.renameColumn(table, old, name);
          }
          schema.modifyColumn(table, name, type(at + 2, behind));
        }
      }
      default -> {
        return !verb.isEmpty();
      }
    }
    return true;
  }

  private void add(String table, int behind) {
    skip("column");
    skipConditions();
    if (signAt(at, "(")) {
      for (int[] item : items(at)) {
        item(table, item[0], item[1]);
      }
    } else {
      item(table, at, behind);
    }
  }

  private void drop(String table, int behind) {
    String what = word(at);
    switch (what) {
      case "constraint", "index", "key" -> {
        at++;
        skipConditions();
        if (at < behind) {
          schema.dropConstraint(table, tokens.get(at).text());
        }
        return;
      }
      case "foreign" -> {
        at += 2;
        skipConditions();
        if (at < behind) {
          schema.dropConstraint(table, tokens.get(at).text());
        }
        return;
      }
      case "primary" -> {
        schema.dropPrimaryKey(table);
        return;
      }
      case "unique", "check", "partition", "default" -> {
        return;
      }
      default -> {}
    }
    skip("column");
    skipConditions();
    if (signAt(at, "(")) {
      nextColumns(behind).forEach(column -> schema.dropColumn(table, column));
    } else if (at < behind) {
      schema.dropColumn(table, tokens.get(at).text());
    }
  }

  private void rename(String table) {
    String what = word(at);
    if (what.equals("to") || what.equals("as")) {
      at++;
      schema.rename(table, name());
    } else if (what.equals("column") || word(at + 1).equals("to")) {
      skip("column");
      if (at + 2 < tokens.size()) {
        schema.renameColumn(table, tokens.get(at).text(), tokens.get(at + 2).text());
      }
    }
  }

  private void alterColumn(String table, int behind) {
    skip("column");
    skipConditions();
    if (at >= behind) {
      return;
    }
    String column = tokens.get(at++).text();
    if (word(at).equals("rename") && at + 2 < behind) {
      schema.renameColumn(table, column, tokens.get(at + 2).text());
      return;
    }
    if (word(at).equals("set") && word(at + 1).equals("data")) {
      at += 2;
    }
    if (word(at).equals("type")) {
      schema.modifyColumn(table, column, type(at + 1, behind));
    } else if (TYPES.contains(word(at))) {
      schema.modifyColumn(table, column, type(at, behind));
    }
  }

  private void modify(String table, int behind) {
    skip("column");
    if (signAt(at, "(")) {
      for (int[] item : items(at)) {
        schema.modifyColumn(table, tokens.get(item[0]).text(), type(item[0] + 1, item[1]));
      }
    } else if (at + 1 < behind) {
      schema.modifyColumn(table, tokens.get(at).text(), type(at + 1, behind));
    }
  }

  private String type(int from, int behind) {
    int to = from;
    while (to < behind && !BEHIND_TYPE.contains(word(to))) {
      to++;
    }
    return source(from, to);
  }

  private boolean drops() {
    while (at < tokens.size()) {
      String name = name();
      if (name.isEmpty() || isDynamic(name)) {
        return false;
      }
      schema.drop(name);
      if (!signAt(at, ",")) {
        return true;
      }
      at++;
    }
    return true;
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

  private void skip(String word) {
    if (word(at).equals(word)) {
      at++;
    }
  }

  private void skipConditions() {
    while (Set.of("if", "not", "exists", "only").contains(word(at))) {
      at++;
    }
  }

  private String name() {
    StringBuilder name = new StringBuilder();
    while (isName(at) || (at < tokens.size() && tokens.get(at).kind() == Kind.HOLE)) {
      name.append(tokens.get(at++).text());
      if (!signAt(at, ".")) {
        break;
      }
      name.append('.');
      at++;
    }
    return name.toString();
  }

  private String source(int from, int behind) {
    return from >= behind
        ? ""
        : text.substring(tokens.get(from).start(), tokens.get(behind - 1).end())
            .replaceAll("\\s+", " ");
  }

  private boolean isName(int i) {
    return i < tokens.size() && tokens.get(i).isName();
  }

  private boolean signAt(int i, String sign) {
    return i < tokens.size() && tokens.get(i).sign(sign);
  }

  private String word(int i) {
    return i < 0 || i >= tokens.size() || tokens.get(i).kind() != Kind.WORD
        ? ""
        : tokens.get(i).lower();
  }
}
