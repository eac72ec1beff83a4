package dev.msvc.analyzers.plan;

import dev.msvc.model.ContextMap;
import dev.msvc.model.Cut;
import dev.msvc.model.CutKind;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.DatabaseObjectKind;
import dev.msvc.model.Extraction;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which tables of a context get a schema of their own, and what hangs on them. */
final class Moves {
  /** So far apart are the ids of both sides when the writer changes. */
  static final int GAP = 1000;

  private final ContextMap map;
  private final Extraction extraction;
  private final List<TableFact> tables = new ArrayList<>();
  private final Set<String> keys = new TreeSet<>();

  /** Tables that no schema shows: those that move all the same, and those that do not. */
  private final Set<String> unseen = new TreeSet<>();

  private final Set<String> unknown = new TreeSet<>();

  Moves(ContextMap map, Extraction extraction) {
    this.map = map;
    this.extraction = extraction;
    for (TableFact each : map.facts().tables()) {
      boolean named = each.kind() == TableKind.UNDEFINED;
      if (extraction.tables().contains(each.name()) && each.kind() != TableKind.COLLECTION) {
        tables.add(each);
        keys.add(ContextMap.key(each.name()));
        if (named) {
          unseen.add(each.name());
        }
      } else if (named && extraction.views().contains(each.name())) {
        unknown.add(each.name());
      }
    }
  }

  List<TableFact> tables() {
    return tables;
  }

  /** Those that move although no schema shows them. */
  Set<String> unseen() {
    return unseen;
  }

  /** Those that only statements name. */
  Set<String> unknown() {
    return unknown;
  }

  String context() {
    return extraction.name();
  }

  boolean has(String table) {
    return keys.contains(ContextMap.key(table));
  }

  /** The schema that is made, whose name may not be that of one that is there already. */
  String schema(String usual) {
    String wanted = SqlText.schema(extraction.name());
    return wanted.equals(usual) ? wanted + "_service" : free(wanted);
  }

  private String free(String name) {
    for (TableFact each : map.facts().tables()) {
      if (ContextMap.key(each.name()).startsWith(name + ".")) {
        return name + "_service";
      }
    }
    return name;
  }

  /** Foreign keys of which one end alone moves. */
  List<Crossing> crossing() {
    List<Crossing> crossing = new ArrayList<>();
    for (TableFact table : map.facts().tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        if (has(table.name()) != has(key.references())) {
          crossing.add(new Crossing(table.name(), key));
        }
      }
    }
    return crossing;
  }

  /** Sequences that code asks for the ids of tables that move. */
  List<String> sequences() {
    return map.facts().database().objects().stream()
        .filter(each -> each.kind() == DatabaseObjectKind.SEQUENCE)
        .filter(each -> each.tables().stream().anyMatch(this::has))
        .map(DatabaseObject::name)
        .toList();
  }

  /** What no script can do alone. */
  List<String> byHand() {
    List<String> all = new ArrayList<>();
    for (Cut cut : extraction.cuts()) {
      if (cut.kind() == CutKind.COLUMN_SPLIT
          || cut.kind() == CutKind.TRIGGER
          || cut.kind() == CutKind.ROUTINE
          || cut.kind() == CutKind.VIEW
          || cut.kind() == CutKind.SEQUENCE) {
        all.add("By hand: %s; %s".formatted(cut.what(), cut.advice()));
      }
    }
    return all;
  }

  /** A foreign key across the boundary. */
  record Crossing(String table, ForeignKey key) {
    String told() {
      return "%s (%s) -> %s".formatted(table, String.join(", ", key.columns()), key.references());
    }
  }
}
