package dev.msvc.analyzers.sql;

import dev.msvc.model.Column;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.Key;
import dev.msvc.model.Place;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
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

  /** What was created so far, whatever became of it. */
  private final Set<String> created = new TreeSet<>();

  /** What was changed without being there. */
  private final Set<String> missing = new TreeSet<>();

  /** Names that were dropped or given up, and not given anew. */
  private final Set<String> former = new HashSet<>();

  /** Those of them that migrations took away, so that no script beside these brings them back. */
  private Set<String> gone = Set.of();

  private final BiConsumer<String, String> sequences;
  private final Consumer<String> dropped;
  private String set = "";
  private String path = "";
  private Predicate<String> continues = earlier -> false;

  /**
   * Starts with no table.
   *
   * @param sequences takes each sequence that a column takes its numbers from, and the table
   * @param dropped takes each table that goes
   */
  Schema(BiConsumer<String, String> sequences, Consumer<String> dropped) {
    this.sequences = sequences;
    this.dropped = dropped;
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
    if (!set.equals(setName)) {
      variants.clear();
    }
    set = setName;
    continues = earlier;
  }

  /**
   * Names without a schema are of this one from here on.
   *
   * @param first of those in which the session looks; empty for none that is known
   */
  void lookIn(String first) {
    path = first;
  }

  /** A name with the schema in which it is looked for. */
  private String named(String name) {
    return path.isEmpty() || name.indexOf('.') >= 0 ? name : path + "." + name;
  }

  /** Whether the table is new; a variant or a second definition is only noted. */
  boolean create(String name, TableKind kind, Place place) {
    return create(name, kind, place, false);
  }

  /** The same; where the name is quoted, its letters' case counts. */
  boolean create(String written, TableKind kind, Place place, boolean quoted) {
    String name = named(written);
    if (gone.contains(key(name))) {
      return false;
    }
    created.add(key(name));
    former.remove(key(name));
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
          query.tables().stream()
              .filter(read -> !key(read).equals(key(name)))
              .map(this::known)
              .toList();
    }
  }

  /** A name as its table has it, where names without a schema are looked for in one. */
  private String known(String name) {
    SchemaTable table = path.isEmpty() ? null : find(name);
    return table == null ? name : table.name;
  }

  void drop(String name) {
    drop(name, false);
  }

  /**
   * A table or view goes.
   *
   * @param cascade whether the views that read it go with it, and those that read them
   */
  void drop(String name, boolean cascade) {
    SchemaTable table = knows(name) ? own(name) : null;
    if (table != null && (table.set.equals(set) || continues.test(table.set))) {
      tables.values().remove(table);
      former.add(key(table.name));
      dropped.accept(table.name);
      for (SchemaTable other : tables.values()) {
        other.foreignKeys.removeIf(key -> key(key.references()).equals(key(table.name)));
      }
      if (cascade) {
        viewsOf(table.name).forEach(each -> drop(each, true));
      }
    }
  }

  private List<String> viewsOf(String table) {
    return tables.values().stream()
        .filter(SchemaTable::isView)
        .filter(each -> each.dependsOn.stream().anyMatch(read -> key(read).equals(key(table))))
        .map(each -> each.name)
        .toList();
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
    former.add(old);
    tables.values().remove(table);
    int dot = table.name.lastIndexOf('.');
    table.name = dot > 0 && to.indexOf('.') < 0 ? table.name.substring(0, dot + 1) + to : to;
    tables.put(key(table.name), table);
    former.remove(key(table.name));
    for (SchemaTable referring : tables.values()) {
      referring.foreignKeys.replaceAll(
          key -> key(key.references()).equals(old) ? key.to(table.name) : key);
      referring.dependsOn =
          referring.dependsOn.stream()
              .map(read -> key(read).equals(old) ? table.name : read)
              .toList();
    }
  }

  void addColumn(String tableName, String column, String type) {
    addColumn(tableName, new Column(column, type));
  }

  void addColumn(String tableName, Column column) {
    SchemaTable table = own(tableName);
    if (table != null) {
      table.columns.putIfAbsent(key(column.name()), column);
    }
  }

  void modifyColumn(String tableName, String column, String type) {
    SchemaTable table = own(tableName);
    Column known = table == null ? null : table.columns.get(key(column));
    if (table != null && known != null) {
      table.columns.put(key(column), new Column(known.name(), type, known.computed()));
    }
  }

  void dropColumn(String tableName, String column) {
    SchemaTable table = own(tableName);
    if (table != null) {
      table.dropColumn(column);
    }
  }

  void renameColumn(String tableName, String from, String to) {
    SchemaTable table = own(tableName);
    if (table == null || !table.renameColumn(from, to)) {
      return;
    }
    for (SchemaTable other : tables.values()) {
      other.foreignKeys.replaceAll(
          key ->
              key(key.references()).equals(key(table.name))
                  ? key.withReferencedColumns(
                      SchemaTable.renamed(key.referencedColumns(), from, to))
                  : key);
    }
  }

  void addKey(String tableName, String constraint, Key.Kind kind, List<String> columns) {
    SchemaTable table = own(tableName);
    if (table != null) {
      table.addKey(constraint, new Key(kind, columns));
    }
  }

  /** Adds a key of a table, unless the same columns lead to the same table already. */
  void addForeignKey(String tableName, ForeignKey key) {
    SchemaTable table = own(tableName);
    if (table != null) {
      table.addForeignKey(
          resolved(knows(key.references()) ? key : key.to(named(key.references()))));
    }
  }

  void dropConstraint(String tableName, String constraint) {
    SchemaTable table = own(tableName);
    if (table != null && !constraint.isEmpty()) {
      table.dropConstraint(constraint);
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

  /** Keys of all that was created so far, whatever became of it. */
  Set<String> created() {
    return Set.copyOf(created);
  }

  /** Keys of what was changed without being there: something else must have created it. */
  Set<String> missing() {
    return Set.copyOf(missing);
  }

  /** Whether anything was there that is gone by now. */
  boolean hasFormer() {
    return !former.isEmpty();
  }

  /** Whether a table of this key was there and is gone by now. */
  boolean isFormer(String key) {
    return former.contains(key);
  }

  /** What follows may not bring back what is gone by now. */
  void endHistory() {
    gone = Set.copyOf(former);
  }

  /** Leaves the tables of these keys out, since others create them, too. */
  void forget(Set<String> keys) {
    tables.keySet().removeAll(keys);
  }

  boolean isEmpty() {
    return tables.isEmpty();
  }

  /** The views, as things that read. */
  List<DatabaseObject> views() {
    return tables.values().stream().filter(SchemaTable::isView).map(SchemaTable::view).toList();
  }

  /** All tables and views, sorted by name. */
  List<TableFact> facts() {
    return tables.values().stream().map(each -> each.fact(this::resolved)).toList();
  }

  /** A key may name a table before it is created, in other letters. */
  private ForeignKey resolved(ForeignKey key) {
    SchemaTable target = find(key.references());
    return target == null || target.name.equals(key.references()) ? key : key.to(target.name);
  }

  /** The table to change; none where another set of migrations speaks of its own variant. */
  private @Nullable SchemaTable own(String name) {
    SchemaTable table = find(name);
    if (table == null && name.indexOf(Tokens.HOLE) < 0) {
      missing.add(key(name));
    }
    return table == null || variants.contains(key(table.name)) ? null : table;
  }

  private @Nullable SchemaTable find(String name) {
    SchemaTable here = path.isEmpty() ? null : tables.get(key(named(name)));
    if (here != null) {
      return here;
    }
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
