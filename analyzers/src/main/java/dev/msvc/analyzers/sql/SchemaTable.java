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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A table or view, while migrations change it. */
final class SchemaTable {
  String set;
  String name;
  TableKind kind;
  boolean quoted;
  final Map<String, Column> columns = new LinkedHashMap<>();
  final List<NamedKey> keys = new ArrayList<>();
  final List<ForeignKey> foreignKeys = new ArrayList<>();
  List<String> dependsOn = List.of();
  List<String> calls = List.of();
  Certainty certainty = Certainty.PARSED;
  final List<Place> places = new ArrayList<>();

  SchemaTable(String set, String name, TableKind kind) {
    this.set = set;
    this.name = name;
    this.kind = kind;
  }

  /**
   * Whether a name with the same letters in another case is that of another table: both are quoted,
   * or one is, and not as any database writes the other.
   */
  boolean isOther(String otherName, boolean otherQuoted) {
    if (name.equals(otherName) || !(quoted || otherQuoted)) {
      return false;
    }
    String exact = quoted ? name : otherName;
    return (quoted && otherQuoted)
        || !(exact.equals(exact.toLowerCase(Locale.ROOT))
            || exact.equals(exact.toUpperCase(Locale.ROOT)));
  }

  record NamedKey(String name, Key key) {}

  boolean isView() {
    return kind == TableKind.VIEW || kind == TableKind.MATERIALIZED_VIEW;
  }

  void dropColumn(String column) {
    columns.remove(Schema.key(column));
    keys.removeIf(named -> contains(named.key().columns(), column));
    foreignKeys.removeIf(key -> contains(key.columns(), column));
  }

  /** Whether there was such a column; its keys follow it. */
  boolean renameColumn(String from, String to) {
    if (!columns.containsKey(Schema.key(from))) {
      return false;
    }
    Map<String, Column> renamed = new LinkedHashMap<>();
    columns.forEach(
        (key, column) -> {
          boolean meant = key.equals(Schema.key(from));
          renamed.put(
              meant ? Schema.key(to) : key,
              meant ? new Column(to, column.type(), column.computed()) : column);
        });
    columns.clear();
    columns.putAll(renamed);
    keys.replaceAll(
        named ->
            new NamedKey(
                named.name(),
                new Key(named.key().kind(), renamed(named.key().columns(), from, to))));
    foreignKeys.replaceAll(key -> key.withColumns(renamed(key.columns(), from, to)));
    return true;
  }

  /** Adds a key, unless it is there; a table has one primary key. */
  void addKey(String constraint, Key key) {
    boolean known =
        keys.stream()
            .anyMatch(
                named ->
                    named.key().equals(key)
                        || (key.kind() == Key.Kind.PRIMARY && named.key().kind() == key.kind()));
    if (!known && !key.columns().isEmpty()) {
      keys.add(new NamedKey(Schema.key(constraint), key));
    }
  }

  void addForeignKey(ForeignKey key) {
    boolean known =
        foreignKeys.stream()
            .anyMatch(
                other ->
                    Schema.keys(other.columns()).equals(Schema.keys(key.columns()))
                        && Schema.key(other.references()).equals(Schema.key(key.references())));
    if (!known) {
      foreignKeys.add(key);
    }
  }

  void dropConstraint(String constraint) {
    String wanted = Schema.key(constraint);
    keys.removeIf(named -> isCalled(named, wanted));
    foreignKeys.removeIf(
        key ->
            key.name().isEmpty()
                ? (bare() + "_" + joined(key.columns()) + "_fkey").equals(wanted)
                : key.name().equals(wanted));
  }

  /** A view, as something that reads. */
  DatabaseObject view() {
    return new DatabaseObject(
        name,
        kind == TableKind.VIEW ? DatabaseObjectKind.VIEW : DatabaseObjectKind.MATERIALIZED_VIEW,
        List.of(),
        List.of(),
        dependsOn.stream().map(read -> new DatabaseObject.Use(read, Operation.SELECT)).toList(),
        calls,
        places,
        certainty);
  }

  /**
   * What the migrations so far made of it.
   *
   * @param resolved gives the table that a key leads to its name in the schema
   */
  TableFact fact(UnaryOperator<ForeignKey> resolved) {
    return new TableFact(
        name,
        kind,
        List.copyOf(columns.values()),
        keys.stream().map(NamedKey::key).sorted(Comparator.comparing(Key::kind)).toList(),
        foreignKeys.stream().map(resolved).toList(),
        List.of(),
        dependsOn,
        places);
  }

  static List<String> renamed(List<String> names, String from, String to) {
    return names.stream()
        .map(name -> Schema.key(name).equals(Schema.key(from)) ? to : name)
        .toList();
  }

  private static boolean contains(List<String> names, String name) {
    return names.stream().anyMatch(one -> Schema.key(one).equals(Schema.key(name)));
  }

  /** Whether a key has this name: PostgreSQL names what nobody named. */
  boolean isCalled(NamedKey named, String wanted) {
    if (!named.name().isEmpty()) {
      return named.name().equals(wanted);
    }
    String given =
        named.key().kind() == Key.Kind.PRIMARY
            ? bare() + "_pkey"
            : bare() + "_" + joined(named.key().columns()) + "_key";
    return given.equals(wanted);
  }

  String bare() {
    return Schema.key(name.substring(name.lastIndexOf('.') + 1));
  }

  static String joined(List<String> columns) {
    return String.join("_", Schema.keys(columns));
  }
}
