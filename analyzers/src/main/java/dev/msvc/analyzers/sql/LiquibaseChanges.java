package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.model.Certainty;
import dev.msvc.model.DatabaseObjectKind;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.Key;
import dev.msvc.model.OnDelete;
import dev.msvc.model.Place;
import dev.msvc.model.TableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Applies the changes of Liquibase's change sets, whatever the changelog is written in. */
final class LiquibaseChanges {
  /** Changes that leave tables, columns and keys as they are. */
  private static final Set<String> OTHER =
      Set.of(
          "preConditions",
          "rollback",
          "comment",
          "validCheckSum",
          "createIndex",
          "dropIndex",
          "addNotNullConstraint",
          "dropNotNullConstraint",
          "dropDefaultValue",
          "addAutoIncrement",
          "alterSequence",
          "setTableRemarks",
          "setColumnRemarks",
          "tagDatabase",
          "empty",
          "output",
          "stop",
          "modifySql",
          "addCheckConstraint",
          "markUnused",
          "enableCheckConstraint",
          "disableCheckConstraint",
          "createTrigger");

  private final SchemaFold fold;
  private final LiquibaseProperties properties = new LiquibaseProperties();

  LiquibaseChanges(SchemaFold fold) {
    this.fold = fold;
  }

  /** What texts are put together of. */
  LiquibaseProperties properties() {
    return properties;
  }

  /** Applies a change of a change set. */
  void apply(String path, XmlElement change) {
    Place place = new Place(path, change.line());
    switch (change.name()) {
      case "insert",
          "insertWithUuid",
          "update",
          "delete",
          "loadData",
          "loadUpdateData",
          "loadDataSource" -> {
        fold.dataChanged();
        return;
      }
      case "sql" -> {
        String text = change.text().isBlank() ? change.attribute("sql") : change.text();
        fold.statements(path, properties.in(text), Math.max(0, change.line() - 1));
        return;
      }
      case "createProcedure",
          "createFunction",
          "createTrigger",
          "createPackage",
          "createPackageBody" -> {
        String body = change.text().isBlank() ? firstOf(change) : change.text();
        fold.statements(path, properties.in(body), Math.max(0, change.line() - 1));
        return;
      }
      case "createSequence",
          "dropSequence",
          "renameSequence",
          "dropProcedure",
          "dropFunction",
          "dropTrigger",
          "createSynonym",
          "dropSynonym" -> {
        object(change, place);
        return;
      }
      case "addDefaultValue" -> {
        numbered(change, table(change));
        return;
      }
      case "customChange", "executeCommand" -> {
        fold.unread(path, change.line(), "runs a program: " + change.name());
        return;
      }
      default -> {
        if (OTHER.contains(change.name())) {
          if (change.name().equals("createIndex")) {
            uniqueIndex(change);
          }
          return;
        }
      }
    }
    String table = table(change);
    String dynamic = properties.unresolved(change);
    if (dynamic.isEmpty()) {
      fold.applied(
          apply(change, table, place), place, "a change that is not known: " + change.name());
    } else {
      fold.applied(false, place, "'%s' is only known when the migration runs".formatted(dynamic));
    }
  }

  /** Where YAML and older changelogs have a routine's text. */
  private static String firstOf(XmlElement change) {
    for (String name : List.of("procedureText", "procedureBody", "functionBody", "triggerBody")) {
      if (!change.attribute(name).isBlank()) {
        return change.attribute(name);
      }
    }
    return "";
  }

  private void object(XmlElement change, Place place) {
    DatabaseObjects objects = fold.objects();
    switch (change.name()) {
      case "createSequence" ->
          objects.define(
              DatabaseObjects.object(
                  qualified(change, value(change, "sequenceName")),
                  DatabaseObjectKind.SEQUENCE,
                  List.of(),
                  place),
              "");
      case "dropSequence" ->
          objects.drop(
              DatabaseObjectKind.SEQUENCE, qualified(change, value(change, "sequenceName")), "");
      case "renameSequence" ->
          objects.rename(
              DatabaseObjectKind.SEQUENCE,
              qualified(change, value(change, "oldSequenceName")),
              value(change, "newSequenceName"));
      case "createSynonym" ->
          objects.define(
              DatabaseObjects.object(
                  qualified(change, value(change, "synonymName")),
                  DatabaseObjectKind.SYNONYM,
                  List.of(value(change, "objectName")),
                  place),
              "");
      case "dropSynonym" ->
          objects.drop(
              DatabaseObjectKind.SYNONYM, qualified(change, value(change, "synonymName")), "");
      case "dropTrigger" ->
          objects.drop(
              DatabaseObjectKind.TRIGGER,
              qualified(change, value(change, "triggerName")),
              value(change, "tableName"));
      default -> {
        String name = value(change, "procedureName") + value(change, "functionName");
        objects.drop(DatabaseObjectKind.PROCEDURE, qualified(change, name), "");
      }
    }
  }

  /** Whether a column takes its numbers from a sequence. */
  private void numbered(XmlElement column, String table) {
    fold.objects().sequenceUsed(value(column, "defaultValueSequenceNext"), table);
  }

  private void uniqueIndex(XmlElement change) {
    if (isTrue(change, "unique") && properties.unresolved(change).isEmpty()) {
      fold.schema()
          .addKey(
              table(change),
              value(change, "indexName"),
              Key.Kind.UNIQUE,
              change.elements("column").stream().map(column -> value(column, "name")).toList());
    }
  }

  private boolean apply(XmlElement change, String table, Place place) {
    Schema schema = fold.schema();
    switch (change.name()) {
      case "createTable" -> {
        if (schema.create(table, TableKind.TABLE, place)) {
          columns(change, table, place);
        }
      }
      case "addColumn" -> columns(change, table, place);
      case "dropTable" -> schema.drop(table);
      case "renameTable" ->
          schema.rename(
              qualified(change, value(change, "oldTableName")), value(change, "newTableName"));
      case "dropColumn" -> {
        names(value(change, "columnName")).forEach(name -> schema.dropColumn(table, name));
        change.elements("column").forEach(c -> schema.dropColumn(table, value(c, "name")));
      }
      case "renameColumn" ->
          schema.renameColumn(
              table, value(change, "oldColumnName"), value(change, "newColumnName"));
      case "modifyDataType" ->
          schema.modifyColumn(table, value(change, "columnName"), value(change, "newDataType"));
      case "modifyColumn" ->
          change.elements("column").stream()
              .filter(column -> !value(column, "type").isEmpty())
              .forEach(
                  column ->
                      schema.modifyColumn(table, value(column, "name"), value(column, "type")));
      case "mergeColumns" -> {
        schema.dropColumn(table, value(change, "column1Name"));
        schema.dropColumn(table, value(change, "column2Name"));
        schema.addColumn(table, value(change, "finalColumnName"), value(change, "finalColumnType"));
      }
      case "addLookupTable" -> lookUp(change, place);
      case "addPrimaryKey" ->
          schema.addKey(
              table,
              value(change, "constraintName"),
              Key.Kind.PRIMARY,
              names(value(change, "columnNames")));
      case "dropPrimaryKey" -> schema.dropPrimaryKey(table);
      case "addUniqueConstraint" ->
          schema.addKey(
              table,
              value(change, "constraintName"),
              Key.Kind.UNIQUE,
              names(value(change, "columnNames")));
      case "dropUniqueConstraint" -> schema.dropConstraint(table, value(change, "constraintName"));
      case "addForeignKeyConstraint" ->
          schema.addForeignKey(
              value(change, "baseTableName"),
              new ForeignKey(
                  names(value(change, "baseColumnNames")),
                  value(change, "referencedTableName"),
                  names(value(change, "referencedColumnNames")),
                  place,
                  Certainty.PARSED,
                  Schema.key(value(change, "constraintName")),
                  onDelete(change)));
      case "dropForeignKeyConstraint" ->
          schema.dropConstraint(value(change, "baseTableName"), value(change, "constraintName"));
      case "dropAllForeignKeyConstraints" -> schema.dropForeignKeys(value(change, "baseTableName"));
      case "createView" -> {
        String query = change.text().isBlank() ? value(change, "selectQuery") : change.text();
        SqlStatement read = fold.sql().read(properties.in(query));
        schema.createView(qualified(change, value(change, "viewName")), false, read, place);
      }
      case "dropView" -> schema.drop(qualified(change, value(change, "viewName")));
      case "renameView" ->
          schema.rename(
              qualified(change, value(change, "oldViewName")), value(change, "newViewName"));
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The values of a column become rows of a table of their own. */
  private void lookUp(XmlElement change, Place place) {
    Schema schema = fold.schema();
    String existing = value(change, "existingTableName");
    String added = value(change, "newTableName");
    List<String> column = List.of(value(change, "newColumnName"));
    if (schema.create(added, TableKind.TABLE, place)) {
      schema.addColumn(added, column.get(0), value(change, "newColumnDataType"));
      schema.addKey(added, "", Key.Kind.PRIMARY, column);
    }
    schema.addForeignKey(
        existing,
        new ForeignKey(
            List.of(value(change, "existingColumnName")),
            added,
            column,
            place,
            Certainty.PARSED,
            Schema.key(value(change, "constraintName")),
            OnDelete.REFUSE));
  }

  private void columns(XmlElement change, String table, Place place) {
    Schema schema = fold.schema();
    List<String> primary = new ArrayList<>();
    String primaryName = "";
    for (XmlElement column : change.elements("column")) {
      String name = value(column, "name");
      schema.addColumn(table, name, value(column, "type"));
      numbered(column, table);
      for (XmlElement constraints : column.elements("constraints")) {
        if (isTrue(constraints, "primaryKey")) {
          primary.add(name);
          primaryName = value(constraints, "primaryKeyName");
        }
        if (isTrue(constraints, "unique")) {
          schema.addKey(
              table, value(constraints, "uniqueConstraintName"), Key.Kind.UNIQUE, List.of(name));
        }
        inlineForeignKey(table, name, constraints, place);
      }
    }
    schema.addKey(table, primaryName, Key.Kind.PRIMARY, primary);
  }

  private void inlineForeignKey(String table, String column, XmlElement constraints, Place place) {
    String target = value(constraints, "referencedTableName");
    List<String> columns = names(value(constraints, "referencedColumnNames"));
    String references = value(constraints, "references");
    int open = references.indexOf('(');
    if (target.isEmpty() && !references.isEmpty()) {
      target = open < 0 ? references.strip() : references.substring(0, open).strip();
      columns =
          open < 0 ? List.of() : names(references.substring(open + 1).replaceFirst("\\).*$", ""));
    }
    if (!target.isEmpty()) {
      fold.schema()
          .addForeignKey(
              table,
              new ForeignKey(
                  List.of(column),
                  Uses.withoutQuotes(target),
                  columns,
                  place,
                  Certainty.PARSED,
                  Schema.key(value(constraints, "foreignKeyName")),
                  onDelete(constraints)));
    }
  }

  private OnDelete onDelete(XmlElement key) {
    if (isTrue(key, "deleteCascade")) {
      return OnDelete.CASCADE;
    }
    return OnDelete.of(value(key, "onDelete"));
  }

  private String table(XmlElement change) {
    return qualified(change, value(change, "tableName"));
  }

  private String qualified(XmlElement change, String name) {
    String schemaName = value(change, "schemaName");
    return schemaName.isEmpty() || schemaName.contains("${") ? name : schemaName + "." + name;
  }

  private boolean isTrue(XmlElement element, String attribute) {
    return value(element, attribute).equalsIgnoreCase("true");
  }

  private String value(XmlElement element, String attribute) {
    return properties.in(element.attribute(attribute));
  }

  private static List<String> names(String list) {
    List<String> names = new ArrayList<>();
    for (String name : list.split(",")) {
      String plain = Uses.withoutQuotes(name.strip());
      if (!plain.isEmpty()) {
        names.add(plain);
      }
    }
    return names;
  }
}
