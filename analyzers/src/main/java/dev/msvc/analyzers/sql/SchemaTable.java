package dev.msvc.analyzers.sql;

import dev.msvc.model.Certainty;
import dev.msvc.model.Column;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.Key;
import dev.msvc.model.Place;
import dev.msvc.model.TableKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A table or view, while migrations change it. */
final class SchemaTable {
  String set;
  String name;
  TableKind kind;
  boolean quoted;
  final Map<String, Column> columns = new LinkedHashMap<>();
  final List<NamedKey> keys = new ArrayList<>();
  final List<NamedForeignKey> foreignKeys = new ArrayList<>();
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

  record NamedForeignKey(String name, ForeignKey key) {}

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
