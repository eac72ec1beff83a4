package dev.msvc.analyzers.data;

import dev.msvc.analyzers.mapping.TableName;
import dev.msvc.model.Access;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.Join;
import dev.msvc.model.MappingFact;
import dev.msvc.model.RelationFact;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import dev.msvc.model.TransactionFact;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tables under one name each, and all that names them: an owner is looked up by that name.
 *
 * @param tables sorted by name
 * @param mappings sorted, each once
 * @param accesses sorted, each once
 * @param joins sorted, each once
 * @param transactions in the order in which they were given
 * @param relations sorted, each once
 * @param objects of the database, in the order in which they were given, each once
 * @param unread sorted: names without a schema that can mean tables of several
 */
public record Tables(
    List<TableFact> tables,
    List<MappingFact> mappings,
    List<Access> accesses,
    List<Join> joins,
    List<TransactionFact> transactions,
    List<RelationFact> relations,
    List<DatabaseObject> objects,
    List<Unread> unread) {
  public Tables {
    tables = List.copyOf(tables);
    mappings = List.copyOf(mappings);
    accesses = List.copyOf(accesses);
    joins = List.copyOf(joins);
    transactions = List.copyOf(transactions);
    relations = List.copyOf(relations);
    objects = List.copyOf(objects);
    unread = List.copyOf(unread);
  }

  /**
   * Puts the definitions and mappings of one table together and gives everything the name that the
   * schema has for it, or its mapping where there is no schema. Names are compared without case and
   * quotes, and without the schema's name where that is not ambiguous. What is accessed and never
   * defined becomes a table of kind {@link TableKind#UNDEFINED}; the database's own catalogue is
   * left out.
   */
  public static Tables merge(
      Collection<TableFact> definitions,
      Collection<MappingFact> mappings,
      Collection<Access> accesses,
      Collection<Join> joins,
      Collection<TransactionFact> transactions,
      Collection<RelationFact> relations,
      Collection<DatabaseObject> objects) {
    TableNames names = new TableNames(definitions);
    Map<String, List<TableFact>> groups = new TreeMap<>();
    for (TableFact each : definitions) {
      if (!names.isSystem(each.name())) {
        groups.computeIfAbsent(names.of(each.name()), ignored -> new ArrayList<>()).add(each);
      }
    }
    Set<Access> renamed = new LinkedHashSet<>();
    Set<Unread> unread = new TreeSet<>();
    for (Access each : accesses) {
      if (!names.isSystem(each.table())) {
        List<String> several = names.several(each.table());
        if (!several.isEmpty()) {
          unread.add(ambiguous(each, several));
        }
        renamed.add(renamed(each, names.of(each.table())));
      }
    }
    Set<Join> renamedJoins = new LinkedHashSet<>();
    for (Join each : joins) {
      Set<String> together = new TreeSet<>();
      each.tables().stream()
          .filter(name -> !names.isSystem(name))
          .forEach(n -> together.add(names.of(n)));
      if (together.size() > 1) {
        renamedJoins.add(
            new Join(
                List.copyOf(together), each.className(), each.method(), each.place(), each.text()));
      }
    }
    Map<String, TableFact> tables = new TreeMap<>();
    groups.forEach((name, same) -> tables.put(name, MergedTable.of(name, same, names)));
    for (Access each : renamed) {
      tables.computeIfAbsent(each.table(), Tables::undefined);
    }
    Set<MappingFact> renamedMappings = new TreeSet<>();
    for (MappingFact each : mappings) {
      renamedMappings.add(
          new MappingFact(
              each.className(),
              names.of(each.table()),
              each.role(),
              each.place(),
              each.certainty()));
    }
    return new Tables(
        List.copyOf(tables.values()),
        List.copyOf(renamedMappings),
        sorted(renamed),
        sortedJoins(renamedJoins),
        transactions.stream().map(each -> renamed(each, names)).toList(),
        relations.stream().map(each -> renamed(each, names)).distinct().sorted().toList(),
        objects.stream().map(each -> renamed(each, names)).distinct().toList(),
        List.copyOf(unread));
  }

  private static TransactionFact renamed(TransactionFact each, TableNames names) {
    SortedMap<String, Integer> steps = new TreeMap<>();
    each.steps().forEach((table, count) -> steps.merge(names.of(table), count, Math::min));
    Set<String> certain = new TreeSet<>();
    for (String table : each.steps().keySet()) {
      if (!each.uncertain().contains(table)) {
        certain.add(names.of(table));
      }
    }
    List<String> uncertain = names.all(each.uncertain());
    steps.keySet().removeIf(names::isSystem);
    return new TransactionFact(
        each.className(),
        each.method(),
        each.place(),
        each.readOnly(),
        each.propagation(),
        names.all(each.reads()),
        names.all(each.writes()),
        each.writers(),
        each.certainty(),
        steps,
        uncertain.stream().filter(table -> !certain.contains(table)).toList());
  }

  private static RelationFact renamed(RelationFact each, TableNames names) {
    return each.table().isEmpty() ? each : each.in(names.of(each.table()));
  }

  private static DatabaseObject renamed(DatabaseObject each, TableNames names) {
    return new DatabaseObject(
        each.name(),
        each.kind(),
        each.tables().stream().map(names::of).toList(),
        each.events(),
        each.uses().stream()
            .map(use -> new DatabaseObject.Use(names.of(use.table()), use.op()))
            .toList(),
        each.calls(),
        each.places(),
        each.certainty());
  }

  private static Unread ambiguous(Access access, List<String> tables) {
    return new Unread(
        access.place().file(),
        access.place().line(),
        "'%s' can be %s: nothing here says which"
            .formatted(TableName.unquoted(access.table()), String.join(" or ", tables)));
  }

  /** The same where it does not matter which classes are mapped to them. */
  static Tables merge(
      Collection<TableFact> definitions, Collection<Access> accesses, Collection<Join> joins) {
    return merge(definitions, List.of(), accesses, joins, List.of(), List.of(), List.of());
  }

  private static TableFact undefined(String name) {
    return new TableFact(
        name,
        TableKind.UNDEFINED,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<Access> sorted(Collection<Access> accesses) {
    List<Access> all = new ArrayList<>(accesses);
    all.sort(
        Comparator.comparing(Access::table)
            .thenComparing(Access::className)
            .thenComparing(Access::method)
            .thenComparing(Access::place)
            .thenComparing(Access::op)
            .thenComparing(Access::via)
            .thenComparing(Access::certainty)
            .thenComparing(each -> each.columns().toString()));
    return all;
  }

  private static List<Join> sortedJoins(Collection<Join> joins) {
    List<Join> all = new ArrayList<>(joins);
    all.sort(
        Comparator.comparing(Join::className)
            .thenComparing(Join::method)
            .thenComparing(Join::place)
            .thenComparing(each -> each.tables().toString())
            .thenComparing(Join::text));
    return all;
  }

  private static Access renamed(Access access, String table) {
    return table.equals(access.table())
        ? access
        : new Access(
            table,
            access.className(),
            access.method(),
            access.op(),
            access.columns(),
            access.place(),
            access.via(),
            access.certainty());
  }
}
