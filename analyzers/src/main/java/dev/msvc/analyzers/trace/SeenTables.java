package dev.msvc.analyzers.trace;

import dev.msvc.analyzers.sql.SqlReader;
import dev.msvc.analyzers.sql.SqlStatement;
import dev.msvc.analyzers.sql.TableUse;
import dev.msvc.model.ContextMap;
import dev.msvc.model.TableFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds the tables that a span of a database touches. */
final class SeenTables {
  private static final int REMEMBERED = 20_000;
  private static final int LONGEST_WORD = 20;
  private static final Set<String> READING = Set.of("select", "find", "get", "query", "aggregate");

  private final Map<String, String> known = new HashMap<>();
  private final Map<String, List<Use>> remembered = new HashMap<>();

  SeenTables(List<TableFact> tables) {
    for (TableFact each : tables) {
      String key = ContextMap.key(each.name());
      known.put(key, each.name());
      known.putIfAbsent(key.substring(key.lastIndexOf('.') + 1), each.name());
    }
  }

  /**
   * What a statement does to a table.
   *
   * @param table as facts name it; empty where they don't know it
   * @param told as the span names it; empty where it names none
   */
  record Use(String table, String told, boolean write) {}

  /** None where the span is of no database. */
  List<Use> of(Span span) {
    String text = span.attribute("db.query.text", "db.statement");
    String named = span.attribute("db.collection.name", "db.sql.table", "db.mongodb.collection");
    if (text.isEmpty() && named.isEmpty()) {
      return List.of();
    }
    if (!text.isEmpty()) {
      List<Use> uses = remembered.get(text);
      if (uses == null) {
        uses = read(text);
        if (remembered.size() >= REMEMBERED) {
          remembered.clear();
        }
        remembered.put(text, uses);
      }
      if (!uses.isEmpty() && !(uses.get(0).told().isEmpty() && !named.isEmpty())) {
        return uses;
      }
    }
    String operation = span.attribute("db.operation.name", "db.operation").toLowerCase(Locale.ROOT);
    boolean write = !operation.isEmpty() && !READING.contains(operation);
    return List.of(new Use(table(named), named, write));
  }

  private List<Use> read(String text) {
    SqlStatement statement = SqlReader.shared().read(text);
    Map<String, Use> uses = new HashMap<>();
    for (TableUse each : statement.uses()) {
      boolean write = each.op().writes();
      uses.putIfAbsent(each.table() + write, new Use(table(each.table()), each.table(), write));
    }
    if (uses.isEmpty() && statement.kind() == SqlStatement.Kind.SESSION) {
      return List.of();
    }
    if (uses.isEmpty()) {
      return List.of(new Use("", "", false));
    }
    List<Use> sorted = new ArrayList<>(uses.values());
    sorted.sort((a, b) -> (a.told() + a.write()).compareTo(b.told() + b.write()));
    return sorted;
  }

  private String table(String told) {
    String key = ContextMap.key(told);
    String whole = known.get(key);
    String found = whole == null ? known.get(key.substring(key.lastIndexOf('.') + 1)) : whole;
    return found == null ? "" : found;
  }

  /** The first word of a statement, which holds nothing of anybody. */
  static String verb(Span span) {
    String text = span.attribute("db.query.text", "db.statement").strip();
    int end = 0;
    while (end < text.length() && end < LONGEST_WORD && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end == 0 ? "other" : text.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
