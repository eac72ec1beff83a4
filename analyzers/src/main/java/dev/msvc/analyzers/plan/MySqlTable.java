package dev.msvc.analyzers.plan;

import dev.msvc.model.Column;
import dev.msvc.model.ContextMap;
import dev.msvc.model.TableFact;
import java.util.List;

/**
 * A table that moves, as MySQL names it.
 *
 * @param home the database it is in; empty where the client says that
 * @param target the database it goes to
 */
record MySqlTable(String home, String target, String name, TableFact fact) {
  static MySqlTable of(TableFact fact, String usual, String target) {
    int dot = fact.name().lastIndexOf('.');
    String home = dot < 0 ? usual : MySqlName.bare(fact.name().substring(0, dot));
    return new MySqlTable(home, target, MySqlName.bare(fact.name().substring(dot + 1)), fact);
  }

  /** Whether all is known that triggers must name. */
  static boolean isTold(TableFact fact) {
    return !fact.columns().isEmpty();
  }

  /** What stands before names of its old place. */
  String before() {
    return home.isEmpty() ? "" : MySqlName.quoted(home) + ".";
  }

  String old() {
    return before() + MySqlName.quoted(name);
  }

  String copy() {
    return MySqlName.quoted(target) + "." + MySqlName.quoted(name);
  }

  /** The database as a value. */
  String homeText() {
    return home.isEmpty() ? "DATABASE()" : MySqlName.text(home);
  }

  boolean hasKey() {
    return !fact.primaryKey().isEmpty();
  }

  /** Place of a column in the primary key, from 1; 0 for none. */
  int inKey(Column column) {
    List<String> key = fact.primaryKey().stream().map(ContextMap::key).toList();
    return key.indexOf(ContextMap.key(column.name())) + 1;
  }

  /** Its columns that can be written. */
  List<String> written() {
    return fact.columns().stream()
        .filter(each -> !each.computed())
        .map(each -> MySqlName.quoted(each.name()))
        .toList();
  }

  /** The columns of its key. */
  List<String> key() {
    return fact.primaryKey().stream().map(MySqlName::quoted).toList();
  }
}
