package dev.msvc.analyzers.draft;

import dev.msvc.analyzers.draft.DraftNote.Kind;
import dev.msvc.model.Aggregate;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Place;
import dev.msvc.model.TableFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.service.EntitySpec;
import dev.msvc.model.service.FieldName;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.Rules;
import dev.msvc.model.service.TypeName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What tables hold beside the fields of the classes that are drafted, and what they do not. */
record StoredColumns(
    ContextMap map,
    Declarations declared,
    Tables tables,
    TableDrafts rows,
    RowMaps rowMaps,
    DraftNames names,
    Notes notes) {
  /**
   * Says where 255 characters are a guess: JPA means them where it says nothing, MyBatis does not.
   */
  void sayLengths(TypeFact root, TypeName name, List<FieldSpec> own) {
    boolean jpa =
        root.annotations().stream().map(Declarations::simple).anyMatch("Entity"::equals)
            || map.facts().mappings().stream()
                .filter(each -> each.className().equals(root.name()))
                .anyMatch(each -> each.place().file().endsWith(".xml"));
    Columns columns = tables.of(root.name());
    Set<String> known = new HashSet<>();
    for (Declared each : declared.of(root)) {
      if (!columns.type(columns.of(each)).isEmpty()) {
        known.add(DraftNames.field(each.name()).value());
        known.add(DraftNames.field(each.name() + "Id").value());
      }
    }
    List<String> unknown =
        own.stream()
            .filter(each -> each.type() == FieldType.Scalar.STRING)
            .filter(each -> each.rules().max().isEmpty())
            .filter(each -> !known.contains(each.name().value()))
            .map(each -> each.name().value())
            .toList();
    if (!jpa && !unknown.isEmpty()) {
      notes.say(
          Kind.ASSUMED,
          "%s: no column says how long texts are, so at most 255 characters (give --schema, or say max or text): %s"
              .formatted(name, DraftNames.some(unknown)),
          root.place());
    }
  }

  /** What a class that is mapped to nothing has no field for is stored nevertheless. */
  void add(TypeFact root, String table, List<FieldSpec> own) {
    if (map.facts().mappings().stream().anyMatch(each -> each.className().equals(root.name()))) {
      return;
    }
    Set<String> held = new HashSet<>();
    declared.of(root).forEach(each -> held.addAll(tables.ofTable(table).all(each)));
    for (FieldSpec each : rows.fields(table, "")) {
      String name = each.name().snake();
      if (!held.contains(Columns.key(name))
          && own.stream().noneMatch(other -> other.name().snake().equals(name))) {
        own.add(each);
        notes.say(
            Kind.CHANGED,
            "%s.%s: a column of %s; no field of the class is seen to hold it"
                .formatted(root.simpleName(), each.name(), table),
            root.place());
      }
    }
  }

  /**
   * Drops fields that only tables of others hold, which queries join: they would be kept twice.
   *
   * @param own tables of the aggregate
   */
  void dropOthers(TypeFact root, List<String> own, List<FieldSpec> fields) {
    Set<String> within = new HashSet<>();
    own.forEach(each -> within.add(SqlPairs.table(each)));
    for (Declared each : declared.of(root)) {
      String table = rowMaps.keptIn(root.name(), each.name());
      boolean elsewhere =
          !table.isEmpty() && !within.contains(table) && tables.of(root.name()).all(each).isEmpty();
      FieldName name = DraftNames.field(each.name());
      if (elsewhere && fields.removeIf(field -> field.name().equals(name))) {
        notes.say(
            Kind.LEFT_OUT,
            "%s.%s: is kept in %s, not in its own table"
                .formatted(root.simpleName(), each.name(), table),
            each.place());
      }
    }
  }

  /**
   * A table that belongs to another, and that no class is mapped to.
   *
   * @param whole what it belongs to, which may hold columns of it itself
   */
  void addPart(String table, Aggregate.Part whole, List<FieldSpec> own, List<EntitySpec> entities) {
    List<FieldSpec> all = rows.fields(table, whole.table());
    if (all.isEmpty()) {
      TableFact fact = tables.table(table);
      Place nowhere = new Place("", 0);
      Place place = fact == null ? nowhere : fact.places().stream().findFirst().orElse(nowhere);
      notes.say(Kind.LEFT_OUT, "table %s: none of its columns is known".formatted(table), place);
      return;
    }
    Set<String> held =
        whole.className().isEmpty() ? Set.of() : rowMaps.pairs(table, whole.className()).keySet();
    List<FieldSpec> of =
        all.stream().filter(each -> !held.contains(Columns.key(each.name().value()))).toList();
    TypeName name = names.type(table, TableDrafts.singular(table));
    FieldName list = DraftNames.field(name.plural());
    if (!of.isEmpty() && own.stream().noneMatch(each -> each.name().snake().equals(list.snake()))) {
      FieldType type = new FieldType.ListOf(new FieldType.Named(name));
      own.add(new FieldSpec(list, type, false, false, Rules.NONE, ""));
      entities.add(new EntitySpec(name, of));
    }
  }
}
