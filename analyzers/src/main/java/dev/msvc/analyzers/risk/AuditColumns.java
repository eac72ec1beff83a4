package dev.msvc.analyzers.risk;

import dev.msvc.model.Column;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.RelationFact;
import dev.msvc.model.TableFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Columns that say who did something to a row: they tell people apart, and not customers. */
final class AuditColumns {
  private static final Pattern VERBS =
      Pattern.compile(
          ".*(?:creat|updat|modif|chang|delet|last|version|uuid|insert|retir|remov|void|edit|approv"
              + "|cancel|audit).*|(?:.*_)?by(?:_.*)?|ids?_?.*");

  /** Tables of those who log in, by their names. */
  private static final Pattern PEOPLE =
      Pattern.compile("(?:.*_)?(?:.{0,12}users?|persons?|people|staff|employees?|logins?)");

  private static final Pattern SECRET = Pattern.compile(".*(?:passw|pwd).*");
  private static final String WHEN = "(?:(?:\\w*_|e?d)?(?:at|on|date|time|(?:time)?stamp)|e?d)";
  private static final int SHORTEST = 4;

  private final List<TableFact> tables;
  private final Map<String, Set<String>> targets = new HashMap<>();

  AuditColumns(Ground ground, List<TableFact> tables) {
    this.tables = tables;
    Map<String, String> byEntity = new HashMap<>();
    for (TableFact table : tables) {
      table.entities().forEach(each -> byEntity.putIfAbsent(each, Ground.bare(table.name())));
      for (ForeignKey each : table.foreignKeys()) {
        if (each.columns().size() == 1) {
          leads(each.columns().get(0), Ground.bare(each.references()));
        }
      }
    }
    for (RelationFact each : ground.facts().relations()) {
      String target = byEntity.get(each.target());
      if (target != null && each.columns().size() == 1) {
        leads(each.columns().get(0), target);
      }
    }
  }

  private void leads(String column, String table) {
    targets.computeIfAbsent(bare(column), any -> new TreeSet<>()).add(table);
  }

  /** Whether a column, in lower case, is named after such a deed or leads to those who log in. */
  boolean holds(String column) {
    return VERBS.matcher(column).matches() || leadsToPeople(column) || hasTime(column);
  }

  private boolean leadsToPeople(String column) {
    Set<String> to = targets.getOrDefault(column, Set.of());
    return !to.isEmpty()
        && tables.stream()
            .filter(each -> to.contains(Ground.bare(each.name())))
            .anyMatch(AuditColumns::isOfPeople);
  }

  private static boolean isOfPeople(TableFact table) {
    return PEOPLE.matcher(Ground.bare(table.name())).matches()
        || table.columns().stream().anyMatch(each -> SECRET.matcher(bare(each.name())).matches());
  }

  /** Whether most of its tables say beside it when that was done: retirer_id and retired_at. */
  private boolean hasTime(String column) {
    String verb = column.replaceFirst("_?id$", "").replaceFirst("(?:er|or|ed|r|e)$", "");
    if (verb.length() < SHORTEST) {
      return false;
    }
    Pattern sister = Pattern.compile(Pattern.quote(verb) + WHEN);
    List<TableFact> having = new ArrayList<>();
    for (TableFact each : tables) {
      if (each.columns().stream().map(Column::name).anyMatch(name -> bare(name).equals(column))) {
        having.add(each);
      }
    }
    long dated =
        having.stream()
            .filter(
                each ->
                    each.columns().stream()
                        .map(Column::name)
                        .anyMatch(name -> sister.matcher(bare(name)).matches()))
            .count();
    return dated * 2 > having.size();
  }

  /** A column's name in lower case and without quotes. */
  static String bare(String column) {
    return column.replaceAll("[\"`\\[\\]]", "").toLowerCase(Locale.ROOT);
  }
}
