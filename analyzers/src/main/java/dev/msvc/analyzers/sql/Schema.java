package dev.msvc.analyzers.sql;

import dev.msvc.model.Certainty;
import dev.msvc.model.Column;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.DatabaseObjectKind;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.Key;
import dev.msvc.model.Operation;
import dev.msvc.model.Place;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The tables as they are after every migration so far.
 *
 * <p>Migrations come in sets: one Flyway location, one changelog, one schema file. What a second
 * set says of a table that it creates, too, is a variant: its place is noted and nothing else. A
 * set that goes on from another one defines the views of that one anew.
 */
final class Schema {
  private final Map<String, SchemaTable> tables = new TreeMap<>();
  private final Set<String> variants = new HashSet<>();
  private final BiConsumer<String, String> sequences;
  private String set = "";
  private Predicate<String> continues = earlier -> false;

  /**
   * Starts with no table.
   *
   * @param sequences takes each sequence that a column takes its numbers from, and the table
   */
  Schema(BiConsumer<String, String> sequences) {
    this.sequences = sequences;
  }

  void sequenceUsed(String sequence, String table) {
    sequences.accept(sequence, table);
  }

  /**
   * What follows is of this set of migrations.
   *
   * @param earlier sets that this one goes on from, so that it may drop their tables
   */
  void begin(String setName, Predicate<String> earlier) {
    set = setName;
    continues = earlier;
    variants.clear();
  }

  /** Whether the table is new; a variant or a second definition is only noted. */
  boolean create(String name, TableKind kind, Place place) {
    return create(name, kind, place, false);
  }

  /** The same; where the name is quoted, its letters' case counts. */
  boolean create(String name, TableKind kind, Place place, boolean quoted) {
    SchemaTable known = find(name);
    boolean twin = known != null && known.set.equals(set) && known.isOther(name, quoted);
    if (known == null || twin) {
      SchemaTable table = new SchemaTable(set, name, kind);
      table.quoted = quoted;
      table.places.add(place);
      tables.put(twin ? twinKey(name) : key(name), table);
      return true;
    }
    if (!known.places.contains(place)) {
      known.places.add(place);
    }
    if (!known.set.equals(set)) {
      variants.add(key(known.name));
    }
    return false;
  }

  void createView(String name, boolean materialized, SqlStatement query, Place place) {
    TableKind kind = materialized ? TableKind.MATERIALIZED_VIEW : TableKind.VIEW;
    SchemaTable known = find(name);
    if (known != null && known.kind != TableKind.TABLE && continues.test(known.set)) {
      known.set = set;
    }
    create(name, kind, place);
    SchemaTable view = own(name);
    if (view != null && view.kind != TableKind.TABLE) {
      view.certainty = query.certainty();
      view.calls = query.functions();
      view.dependsOn =
          query.tables().stream().filter(read -> !key(read).equals(key(name))).toList();
    }
  }

  void drop(String name) {
    SchemaTable table = own(name);
    if (table != null && (table.set.equals(set) || continues.test(table.set))) {
      tables.values().remove(table);
      for (SchemaTable other : tables.values()) {
        other.foreignKeys.removeIf(key -> key(key.key().references()).equals(key(table.name)));
      }
    }
  }

  void rename(String from, String to) {
    SchemaTable table = own(from);
    if (table == null) {
      return;
    }
    SchemaTable other = find(to);
    if (other != null && other != table) {
      // the other set has it under its new name already
      tables.values().remove(table);
      return;
    }
    String old = key(table.name);
    tables.values().remove(table);
    int dot = table.name.lastIndexOf('.');
    table.name = dot > 0 && to.indexOf('.') < 0 ? table.name.substring(0, dot + 1) + to : to;
    tables.put(key(table.name), table);
    for (SchemaTable referring : tables.values()) {
      referring.foreignKeys.replaceAll(
          named -> {
            ForeignKey key = named.key();
            return key(key.references()).equals(old)
                ? new SchemaTable.NamedForeignKey(
                    named.name(),
                    new ForeignKey(
                        key.columns(),
                        table.name,
                        key.referencedColumns(),
                        key.place(),
                        key.certainty(),
                        key.name()))
                : named;
          });
      referring.dependsOn =
          referring.dependsOn.stream()
              .map(read -> key(read).equals(old) ? table.name : read)
              .toList();
    }
  }

  void addColumn(String tableName, String column, String type) {
    SchemaTable table = own(tableName);
    if (table != null) {
      table.columns.putIfAbsent(key(column), new Column(column, type));
    }
  }

  void modifyColumn(String tableName, String column, String type) {
    SchemaTable table = own(tableName);
    Column known = table == null ? null : table.columns.get(key(column));
    if (table != null && known != null) {
      table.columns.put(key(column), new Column(known.name(), type));
    }
  }

  void dropColumn(String tableName, String column) {
    SchemaTable table = own(tableName);
    if (table != null) {
      table.columns.remove(key(column));
      table.keys.removeIf(named -> contains(named.key().columns(), column));
      table.foreignKeys.removeIf(named -> contains(named.key().columns(), column));
    }
  }

  void renameColumn(String tableName, String from, String to) {
    SchemaTable table = own(tableName);
    if (table == null || !table.columns.containsKey(key(from))) {
      return;
    }
    Map<String, Column> columns = new LinkedHashMap<>();
    table.columns.forEach(
        (key, column) ->
            columns.put(
                key.equals(key(from)) ? key(to) : key,
                key.equals(key(from)) ? new Column(to, column.type()) : column));
    table.columns.clear();
    table.columns.putAll(columns);
    UnaryOperator<List<String>> renamed =
        names -> names.stream().map(name -> key(name).equals(key(from)) ? to : name).toList();
    table.keys.replaceAll(
        named ->
            new SchemaTable.NamedKey(
                named.name(), new Key(named.key().kind(), renamed.apply(named.key().columns()))));
    for (SchemaTable other : tables.values()) {
      other.foreignKeys.replaceAll(
          named -> {
            ForeignKey key = named.key();
            boolean target = key(key.references()).equals(key(table.name));
            return new SchemaTable.NamedForeignKey(
                named.name(),
                new ForeignKey(
                    other == table ? renamed.apply(key.columns()) : key.columns(),
                    key.references(),
                    target ? renamed.apply(key.referencedColumns()) : key.referencedColumns(),
                    key.place(),
                    key.certainty(),
                    key.name()));
          });
    }
  }

  void addKey(String tableName, String constraint, Key.Kind kind, List<String> columns) {
    SchemaTable table = own(tableName);
    if (table == null || columns.isEmpty()) {
      return;
    }
    Key key = new Key(kind, columns);
    boolean known =
        table.keys.stream()
            .anyMatch(
                named ->
                    named.key().equals(key)
                        || (kind == Key.Kind.PRIMARY && named.key().kind() == kind));
    if (!known) {
      table.keys.add(new SchemaTable.NamedKey(key(constraint), key));
    }
  }

  void addForeignKey(
      String tableName,
      String constraint,
      List<String> columns,
      String references,
      List<String> referencedColumns,
      Place place) {
    SchemaTable table = own(tableName);
    if (table == null) {
      return;
    }
    SchemaTable target = find(references);
    String name = target == null ? references : target.name;
    boolean known =
        table.foreignKeys.stream()
            .anyMatch(
                named ->
                    keys(named.key().columns()).equals(keys(columns))
                        && key(named.key().references()).equals(key(name)));
    if (!known) {
      table.foreignKeys.add(
          new SchemaTable.NamedForeignKey(
              key(constraint),
              new ForeignKey(
                  columns, name, referencedColumns, place, Certainty.PARSED, key(constraint))));
    }
  }

  void dropConstraint(String tableName, String constraint) {
    SchemaTable table = own(tableName);
    if (table != null && !constraint.isEmpty()) {
      String wanted = key(constraint);
      table.keys.removeIf(named -> table.isCalled(named, wanted));
      table.foreignKeys.removeIf(
          named ->
              named.name().isEmpty()
                  ? (table.bare() + "_" + SchemaTable.joined(named.key().columns()) + "_fkey")
                      .equals(wanted)
                  : named.name().equals(wanted));
    }
  }

  void dropForeignKeys(String tableName) {
    SchemaTable table = own(tableName);
    if (table != null) {
      table.foreignKeys.clear();
    }
  }

  void dropPrimaryKey(String tableName) {
    SchemaTable table = own(tableName);
    if (table != null) {
      table.keys.removeIf(named -> named.key().kind() == Key.Kind.PRIMARY);
    }
  }

  boolean knows(String name) {
    return find(name) != null;
  }

  boolean isEmpty() {
    return tables.isEmpty();
  }

  /** The views, as things that read. */
  List<DatabaseObject> views() {
    List<DatabaseObject> views = new ArrayList<>();
    for (SchemaTable table : tables.values()) {
      if (table.kind == TableKind.VIEW || table.kind == TableKind.MATERIALIZED_VIEW) {
        views.add(
            new DatabaseObject(
                table.name,
                table.kind == TableKind.VIEW
                    ? DatabaseObjectKind.VIEW
                    : DatabaseObjectKind.MATERIALIZED_VIEW,
                List.of(),
                List.of(),
                table.dependsOn.stream()
                    .map(read -> new DatabaseObject.Use(read, Operation.SELECT))
                    .toList(),
                table.calls,
                table.places,
                table.certainty));
      }
    }
    return views;
  }

  /** All tables and views, sorted by name. */
  List<TableFact> facts() {
    List<TableFact> facts = new ArrayList<>();
    for (SchemaTable table : tables.values()) {
      facts.add(
          new TableFact(
              table.name,
              table.kind,
              List.copyOf(table.columns.values()),
              table.keys.stream()
                  .map(SchemaTable.NamedKey::key)
                  .sorted(Comparator.comparing(Key::kind))
                  .toList(),
              table.foreignKeys.stream()
                  .map(SchemaTable.NamedForeignKey::key)
                  .map(this::resolved)
                  .toList(),
              List.of(),
              table.dependsOn,
              table.places));
    }
    return facts;
  }

  /** A key may name a table before it is created, in other letters. */
  private ForeignKey resolved(ForeignKey key) {
    SchemaTable target = find(key.references());
    return target == null || target.name.equals(key.references())
        ? key
        : new ForeignKey(
            key.columns(),
            target.name,
            key.referencedColumns(),
            key.place(),
            key.certainty(),
            key.name());
  }

  /** The table to change; none where another set of migrations speaks of its own variant. */
  private @Nullable SchemaTable own(String name) {
    SchemaTable table = find(name);
    return table == null || variants.contains(key(table.name)) ? null : table;
  }

  private @Nullable SchemaTable find(String name) {
    SchemaTable twin = tables.get(twinKey(name));
    if (twin != null) {
      return twin;
    }
    String key = key(name);
    SchemaTable exact = tables.get(key);
    if (exact != null) {
      return exact;
    }
    String last = key.substring(key.lastIndexOf('.') + 1);
    if (!last.equals(key)) {
      return tables.get(last);
    }
    SchemaTable found = null;
    for (Map.Entry<String, SchemaTable> entry : tables.entrySet()) {
      if (entry.getKey().endsWith("." + key)) {
        if (found != null) {
          return null;
        }
        found = entry.getValue();
      }
    }
    return found;
  }

  private static boolean contains(List<String> names, String name) {
    return names.stream().anyMatch(one -> key(one).equals(key(name)));
  }

  static List<String> keys(List<String> names) {
    return names.stream().map(Schema::key).toList();
  }

  /** The key of a table beside one whose name differs in the case of letters only. */
  private static String twinKey(String name) {
    return '"' + name + '"';
  }

  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
