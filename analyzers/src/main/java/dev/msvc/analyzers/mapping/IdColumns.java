package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.mapping.Entity.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which columns identify a row of a mapped class. */
final class IdColumns {
  private final MappedTypes types;
  private final TableNames tables;
  private final Naming naming;
  private final Set<String> open = new LinkedHashSet<>();

  IdColumns(MappedTypes types, TableNames tables, Naming naming) {
    this.types = types;
    this.tables = tables;
    this.naming = naming;
  }

  /** Those of an entity, in its table. */
  List<String> of(Mapped entity, String table) {
    Set<String> columns = new LinkedHashSet<>();
    // a key that is a relation to its own class would ask for itself
    if (open.add(entity.name())) {
      for (Mapped each : types.hierarchy(entity)) {
        for (Member member : each.members()) {
          if (member.has("EmbeddedId")) {
            columns.addAll(embedded(member, each, entity, table));
          } else if (member.isId()) {
            columns.addAll(of(member, table));
          }
        }
      }
      open.remove(entity.name());
    }
    return List.copyOf(columns);
  }

  private List<String> embedded(Member member, Mapped owner, Mapped entity, String table) {
    Mapped key = types.find(types.bound(member.type(), owner, entity).name());
    Map<String, Property> parts = new LinkedHashMap<>();
    if (key != null) {
      new PropertyReader(types, tables, this, naming, entity, table, Overrides.of(member.marks()))
          .read(key, "", parts);
    }
    return parts.values().stream().flatMap(each -> each.columns().stream()).toList();
  }

  private List<String> of(Member member, String table) {
    Mark join = Jpa.first(member.marks(), "JoinColumn");
    Mark column = join == null ? Jpa.first(member.marks(), "Column") : join;
    String name = column == null ? "" : column.given("name");
    boolean relation = member.has("ManyToOne") || member.has("OneToOne");
    String byDefault = relation ? member.name() + "_id" : member.name();
    return List.of(naming.column(table, name.isEmpty() ? byDefault : name));
  }

  /** Those of a relation's target, whatever the order entities are read in. */
  List<String> ofTarget(@Nullable Mapped target) {
    if (target == null || types.entity(target.name()) == null) {
      return List.of("id");
    }
    List<String> columns = new ArrayList<>(of(target, tables.first(target)));
    return columns.isEmpty() ? List.of("id") : columns;
  }
}
