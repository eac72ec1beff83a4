package dev.msvc.analyzers.sql;

import dev.msvc.model.Place;
import java.util.Set;

/** What ALTER TABLE does to a table, one comma after another. */
final class AlterTable extends TableItems {
  private static final Set<String> ACTIONS =
      Set.of(
          ("add drop alter modify change rename set enable disable force owner engine"
                  + " auto_increment comment convert order attach detach validate no inherit default"
                  + " character collate row_format replica cluster check nocheck algorithm lock move"
                  + " partition reset append volatile activate pctfree data compress nologging "
                  + "logging")
              .split(" "));

  AlterTable(TokenWalk walk, Schema schema, Place place) {
    super(walk, schema, place);
  }

  boolean alter(String table) {
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
      all(table);
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
    sequences(table, at, behind);
    if (word(at).equals("rename") && at + 2 < behind) {
      schema.renameColumn(table, column, tokens.get(at + 2).text());
      return;
    }
    if (word(at).equals("set") && word(at + 1).equals("data")) {
      at += 2;
    }
    if (word(at).equals("type")) {
      schema.modifyColumn(table, column, type(at + 1, behind));
    } else if (isType(word(at))) {
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
}
