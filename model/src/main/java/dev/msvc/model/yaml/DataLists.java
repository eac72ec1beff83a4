package dev.msvc.model.yaml;

import dev.msvc.model.Access;
import dev.msvc.model.ContextMap;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.Grant;
import dev.msvc.model.Join;
import dev.msvc.model.MappingFact;
import dev.msvc.model.Ownership;
import dev.msvc.model.RelationFact;
import dev.msvc.model.RoutineCall;
import dev.msvc.model.TableFact;
import java.util.List;

/** The lists of an analysis about data: tables and what maps, joins, calls and is granted them. */
final class DataLists {
  private final ContextMap map;

  DataLists(ContextMap map) {
    this.map = map;
  }

  void tables(Document document, List<TableFact> tables) {
    document.list(
        "tables",
        tables,
        table -> {
          Ownership ownership = map.ownership(table.name());
          document.field("name", table.name());
          document.field("kind", table.kind());
          document.optional("owner", ownership.owner());
          document.optional("ownerReason", ownership.reason());
          document.names("writersContexts", ownership.writers());
          document.list(
              "columns",
              table.columns(),
              column -> {
                document.field("name", column.name());
                document.optional("type", column.type());
              });
          document.list(
              "keys",
              table.keys(),
              key -> {
                document.field("kind", key.kind());
                document.names("columns", key.columns());
              });
          document.list("foreignKeys", table.foreignKeys(), each -> foreignKey(document, each));
          document.names("entities", table.entities());
          document.names("dependsOn", table.dependsOn());
          document.list("places", table.places(), document::place);
          document.field("touched", map.isTouched(table));
          document.names("readers", map.readers(table.name()));
          document.names("writers", map.writers(table.name()));
          document.list("accesses", map.accesses(table.name()), each -> access(document, each));
        });
  }

  private static void foreignKey(Document document, ForeignKey key) {
    document.optional("name", key.name());
    document.names("columns", key.columns());
    document.field("references", key.references());
    document.names("referencedColumns", key.referencedColumns());
    document.field("onDelete", key.onDelete());
    document.place(key.place());
    document.field("certainty", key.certainty());
  }

  private static void access(Document document, Access access) {
    document.className("class", "module", access.className());
    document.optional("method", access.method());
    document.field("op", access.op());
    document.names("columns", access.columns());
    document.place(access.place());
    document.field("via", access.via());
    document.field("certainty", access.certainty());
  }

  static void mappings(Document document, List<MappingFact> mappings) {
    document.list(
        "mappings",
        mappings,
        mapping -> {
          document.className("class", "module", mapping.className());
          document.field("table", mapping.table());
          document.field("role", mapping.role());
          document.place(mapping.place());
          document.field("certainty", mapping.certainty());
        });
  }

  static void relations(Document document, List<RelationFact> relations) {
    document.list(
        "relations",
        relations,
        relation -> {
          document.className("class", "module", relation.className());
          document.field("property", relation.property());
          document.optional("target", relation.target());
          document.field("kind", relation.kind());
          document.field("many", relation.many());
          document.field("owning", relation.owning());
          document.field("saves", relation.saves());
          document.field("removes", relation.removes());
          document.field("orphans", relation.orphans());
          document.field("eager", relation.eager());
          document.names("columns", relation.columns());
          document.optional("table", relation.table());
          document.place(relation.place());
        });
  }

  void joins(Document document) {
    document.list(
        "joins",
        map.facts().joins(),
        (Join join) -> {
          document.names("tables", join.tables());
          document.className("class", "module", join.className());
          document.optional("method", join.method());
          document.optional("text", join.text());
          document.place(join.place());
        });
  }

  static void databaseObjects(Document document, List<DatabaseObject> objects) {
    document.list(
        "databaseObjects",
        objects,
        (DatabaseObject object) -> {
          document.field("name", object.name());
          document.field("kind", object.kind());
          document.names("tables", object.tables());
          document.names("events", object.events().stream().map(Document::word).toList());
          document.names("reads", object.reads());
          document.names("writes", object.writes());
          document.names("calls", object.calls());
          document.list("places", object.places(), document::place);
          document.field("certainty", object.certainty());
        });
  }

  static void grants(Document document, List<Grant> grants) {
    document.list(
        "grants",
        grants,
        (Grant grant) -> {
          document.field("grantee", grant.grantee());
          document.names("privileges", grant.privileges());
          document.field("object", grant.object());
          document.place(grant.place());
        });
  }

  void routineCalls(Document document) {
    document.list(
        "routineCalls",
        map.facts().routineCalls(),
        (RoutineCall call) -> {
          document.field("routine", call.routine());
          document.className("class", "module", call.className());
          document.optional("method", call.method());
          document.place(call.place());
          document.field("certainty", call.certainty());
        });
  }
}
