package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.mapping.EntityModel;
import dev.msvc.analyzers.mapping.TableName;
import dev.msvc.model.Certainty;
import dev.msvc.model.Column;
import dev.msvc.model.MappingFact;
import dev.msvc.model.MappingRole;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Classes that an annotation of the system's own maps to a table: its only value is the name of a
 * table that the schema defines, and fields of the class are called as columns of the table.
 */
public final class OwnMappings implements Analyzer {
  /** Of so many fields one may be called as a column by chance, but hardly more. */
  private static final int ENOUGH = 2;

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    Map<String, TableFact> defined = new HashMap<>();
    for (TableFact each : facts.tables()) {
      if (each.kind() == TableKind.TABLE && TableNames.isDefinition(each)) {
        defined.merge(TableName.key(each.name()), each, OwnMappings::larger);
      }
    }
    if (defined.isEmpty()) {
      return;
    }
    EntityModel model = EntityModel.of(sources, facts.tables());
    for (JavaType each : sources.code().types()) {
      TableFact table = model.of(each.name()) == null ? table(each, sources, defined) : null;
      if (table != null) {
        facts.add(fact(each, table.name()));
        facts.add(
            new MappingFact(
                each.name(), table.name(), MappingRole.OWN, each.place(), Certainty.INFERRED));
        facts.mapping(true);
      }
    }
  }

  private static TableFact larger(TableFact one, TableFact other) {
    return one.columns().size() >= other.columns().size() ? one : other;
  }

  /** What the schema defines of the columns is more than such a class tells. */
  private static TableFact fact(JavaType type, String table) {
    return new TableFact(
        table,
        TableKind.TABLE,
        List.of(),
        List.of(),
        List.of(),
        List.of(type.name()),
        List.of(),
        List.of(type.place()));
  }

  private static @Nullable TableFact table(
      JavaType type, Sources sources, Map<String, TableFact> defined) {
    for (Annotation each : type.annotations()) {
      String name = sources.code().project(each.name()) == null ? null : each.onlyText();
      TableFact table = name == null ? null : defined.get(TableName.key(name));
      if (table != null && holdsRows(type, table, sources.code())) {
        return table;
      }
    }
    return null;
  }

  private static boolean holdsRows(JavaType type, TableFact table, CodeBase code) {
    Set<String> columns = new HashSet<>();
    for (Column each : table.columns()) {
      columns.add(plain(each.name()));
    }
    long alike =
        code.allFields(type).stream()
            .filter(each -> !each.isStatic())
            .map(JavaField::name)
            .map(OwnMappings::plain)
            .distinct()
            .filter(columns::contains)
            .count();
    return alike >= Math.min(ENOUGH, Math.max(1, columns.size()));
  }

  /** A name without what tells columns from fields. */
  private static String plain(String name) {
    return TableName.key(name).replace("_", "").toLowerCase(Locale.ROOT);
  }
}
