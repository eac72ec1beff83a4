package dev.msvc.analyzers.draft;

import dev.msvc.model.Column;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.TableFact;
import dev.msvc.model.service.FieldName;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.IdKind;
import dev.msvc.model.service.Rules;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a table tells where no class is mapped to it. */
final class TableDrafts {
  private final Tables tables;

  TableDrafts(Tables tables) {
    this.tables = tables;
  }

  /**
   * Its columns, but those that identify a row.
   *
   * @param whole the table of what it is a part of; empty for none
   */
  List<FieldSpec> fields(String table, String whole) {
    TableFact fact = tables.table(table);
    if (fact == null) {
      return List.of();
    }
    Columns columns = tables.ofTable(table);
    Set<String> left = new HashSet<>();
    if (fact.primaryKey().size() == 1) {
      left.add(ContextMap.key(fact.primaryKey().get(0)));
    }
    String key = whole.isEmpty() ? "" : tables.ofTable(whole).key();
    for (ForeignKey each : fact.foreignKeys()) {
      if (!whole.isEmpty() && ContextMap.key(each.references()).equals(ContextMap.key(whole))) {
        each.columns().forEach(column -> left.add(ContextMap.key(column)));
      }
    }
    Map<String, FieldSpec> all = new LinkedHashMap<>();
    for (Column each : fact.columns()) {
      boolean toWhole = !key.isEmpty() && key.equals(Columns.key(each.name()));
      boolean id = left.contains(ContextMap.key(each.name())) || each.name().equalsIgnoreCase("id");
      if (!id && !toWhole) {
        FieldSpec field = field(each, columns, whole.isEmpty());
        all.putIfAbsent(field.name().snake(), field);
      }
    }
    return List.copyOf(all.values());
  }

  private static FieldSpec field(Column column, Columns columns, boolean root) {
    FieldName name = DraftNames.field(column.name().toLowerCase(Locale.ROOT));
    String key = Columns.key(column.name());
    FieldType type = ColumnTypes.of(column.type());
    int length = Columns.length(column.type());
    boolean text = type == FieldType.Scalar.STRING || type == FieldType.Scalar.TEXT;
    Rules rules =
        text
            ? new Rules(
                columns.isBlank(key) ? DraftRules.NONE_NEEDED : Optional.empty(),
                length > 0 && type == FieldType.Scalar.STRING
                    ? Optional.of(BigDecimal.valueOf(length))
                    : Optional.empty(),
                Optional.empty(),
                Optional.empty())
            : Rules.NONE;
    boolean unique =
        root
            && columns.isUnique(key)
            && type != FieldType.Scalar.TEXT
            && type != FieldType.Scalar.BYTES
            && type != FieldType.Scalar.BOOLEAN;
    return new FieldSpec(name, type, !columns.isDemanded(key), unique, rules, "");
  }

  /** What identifies a row. */
  IdKind id(String table) {
    return tables.ofTable(table).id();
  }

  /** A table's name for one row. */
  static String singular(String table) {
    String bare = table.substring(table.lastIndexOf('.') + 1).replaceAll("[\"`\\[\\]]", "");
    return bare.replaceFirst("(?i)ies$", "y").replaceFirst("(?i)([^su])s$", "$1");
  }
}
