package dev.msvc.model.yaml;

import dev.msvc.model.Access;
import dev.msvc.model.Advice;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ContextMap.Placement;
import dev.msvc.model.Coverage;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.Dependency;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.Grant;
import dev.msvc.model.Join;
import dev.msvc.model.MappingFact;
import dev.msvc.model.Ownership;
import dev.msvc.model.Place;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.RoutineCall;
import dev.msvc.model.Share;
import dev.msvc.model.SourceSummary;
import dev.msvc.model.TableFact;
import dev.msvc.model.TransactionFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.Unplaced;
import dev.msvc.model.Unread;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * An analysis, or one list of it, in the form that {@code docs/model.md} promises to programs:
 * {@code msvc/analysis/v1}. Fields are added, never renamed.
 */
public final class AnalysisDocument {
  private final ContextMap map;
  private final Format format;
  private final Writer to;

  /**
   * @param to is written and flushed, not closed
   */
  public AnalysisDocument(ContextMap map, Format format, Writer to) {
    this.map = map;
    this.format = format;
    this.to = to;
  }

  /** Writes everything. */
  public void all() {
    try (Document document = new Document(format, to, "msvc/analysis/v1")) {
      summary(document);
      coverage(document, map.facts().coverage());
      advice(document, map.analysis().advice());
      contexts(document, map.decomposition().contexts());
      unplaced(document, "shared", map.decomposition().shared());
      unplaced(document, "mustSplit", map.decomposition().mustSplit());
      unplaced(document, "technical", map.decomposition().technical());
      tables(document, map.facts().tables());
      mappings(document, map.facts().mappings());
      entryPoints(document, map.facts().entryPoints());
      transactions(document, map.facts().transactions());
      joins(document);
      routineCalls(document);
      databaseObjects(document, map.facts().database().objects());
      grants(document, map.facts().database().grants());
      dependencies(document, "dependencies", ofKinds(map.decomposition().dependencies(), true));
      dependencies(
          document, "sourceDependencies", ofKinds(map.decomposition().dependencies(), false));
      types(document, map.facts().types());
      unread(document, map.facts().unread());
    }
  }

  public void contexts(List<BoundedContext> contexts) {
    document("contexts", document -> contexts(document, contexts));
  }

  public void classes(List<TypeFact> types) {
    document("classes", document -> types(document, types));
  }

  public void tables(List<TableFact> tables) {
    document("tables", document -> tables(document, tables));
  }

  public void entryPoints(List<EntryPoint> entryPoints) {
    document("entrypoints", document -> entryPoints(document, entryPoints));
  }

  public void transactions(List<TransactionFact> transactions) {
    document("transactions", document -> transactions(document, transactions));
  }

  public void dependencies(List<Dependency> dependencies) {
    document(
        "dependencies",
        document -> {
          dependencies(document, "dependencies", ofKinds(dependencies, true));
          dependencies(document, "sourceDependencies", ofKinds(dependencies, false));
        });
  }

  public void shared(List<Unplaced> shared, List<Unplaced> mustSplit, List<Unplaced> technical) {
    document(
        "shared",
        document -> {
          unplaced(document, "shared", shared);
          unplaced(document, "mustSplit", mustSplit);
          unplaced(document, "technical", technical);
        });
  }

  public void database(List<DatabaseObject> objects) {
    document("database", document -> databaseObjects(document, objects));
  }

  public void grants(List<Grant> grants) {
    document("grants", document -> grants(document, grants));
  }

  public void unread(List<Unread> unread) {
    document(
        "unread",
        document -> {
          coverage(document, map.facts().coverage());
          unread(document, unread);
        });
  }

  private void document(String noun, Consumer<Document> body) {
    try (Document document = new Document(format, to, "msvc/" + noun + "/v1")) {
      body.accept(document);
    }
  }

  private void summary(Document document) {
    SourceSummary summary = map.facts().summary();
    document.object(
        "summary",
        () -> {
          document.field("files", summary.files());
          document.field("lines", summary.lines());
          document.field("types", summary.types());
          document.field("modules", summary.modules());
          document.field("testFiles", summary.testFiles());
          document.field("generatedFiles", summary.generatedFiles());
          document.field("contexts", map.decomposition().contexts().size());
          document.field("tables", map.facts().tables().size());
          document.field("accesses", map.facts().accesses().size());
          document.field("entryPoints", map.facts().entryPoints().size());
          document.field("transactions", map.facts().transactions().size());
        });
  }

  private static void coverage(Document document, Coverage coverage) {
    document.object(
        "coverage",
        () -> {
          share(document, "files", coverage.files());
          share(document, "statements", coverage.statements());
          share(document, "mappings", coverage.mappings());
          share(document, "migrations", coverage.migrations());
          share(document, "calls", coverage.calls());
          document.object(
              "otherLanguages",
              () ->
                  coverage
                      .otherLanguages()
                      .forEach((language, share) -> share(document, language, share)));
          document.tree("otherFiles", coverage.otherFiles());
          document.names("failed", coverage.failed());
        });
  }

  private static void share(Document document, String name, Share share) {
    document.pair(name, share.read(), share.all());
  }

  private static void advice(Document document, Advice advice) {
    document.object(
        "advice",
        () -> {
          document.optional("startWith", advice.startWith());
          document.optional("why", advice.why());
          document.optional("leaveAlone", advice.leaveAlone());
          document.optional("whyNot", advice.whyNot());
        });
  }

  private void contexts(Document document, List<BoundedContext> contexts) {
    document.list(
        "contexts",
        contexts,
        context -> {
          document.field("name", context.name());
          document.names("classes", context.classes());
          document.names("tables", context.tables());
          document.names(
              "entryPoints", map.entryPoints(context.name()).stream().map(EntryPoint::id).toList());
          document.names("evidence", context.evidence());
          coupling(document, context.coupling());
        });
  }

  private static void coupling(Document document, BoundedContext.Coupling coupling) {
    document.object(
        "coupling",
        () -> {
          document.field("outgoing", coupling.outgoing());
          document.field("incoming", coupling.incoming());
          document.field("internal", coupling.internal());
          document.field("foreignReads", coupling.foreignReads());
          document.field("foreignWrites", coupling.foreignWrites());
          document.field("writtenByOthers", coupling.writtenByOthers());
          document.field("transactions", coupling.transactions());
          document.ratio("share", coupling.share());
        });
  }

  private static void unplaced(Document document, String name, List<Unplaced> classes) {
    document.list(
        name,
        classes,
        each -> {
          document.className("class", "module", each.className());
          document.optional("nearest", each.nearest());
          document.field("reason", each.reason());
        });
  }

  private void tables(Document document, List<TableFact> tables) {
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
          document.list("places", table.places(), each -> place(document, each));
          document.field("touched", map.isTouched(table));
          document.names("readers", map.readers(table.name()));
          document.names("writers", map.writers(table.name()));
          document.list("accesses", map.accesses(table.name()), each -> access(document, each));
        });
  }

  private static void foreignKey(Document document, ForeignKey key) {
    document.names("columns", key.columns());
    document.field("references", key.references());
    document.names("referencedColumns", key.referencedColumns());
    place(document, key.place());
    document.field("certainty", key.certainty());
  }

  private static void access(Document document, Access access) {
    document.className("class", "module", access.className());
    document.optional("method", access.method());
    document.field("op", access.op());
    document.names("columns", access.columns());
    place(document, access.place());
    document.field("via", access.via());
    document.field("certainty", access.certainty());
  }

  private void entryPoints(Document document, List<EntryPoint> entryPoints) {
    document.list(
        "entryPoints",
        entryPoints,
        entry -> {
          document.field("id", entry.id());
          document.field("kind", entry.kind());
          document.optional("httpMethod", entry.httpMethod());
          document.optional("path", entry.path());
          document.className("class", "module", entry.className());
          document.optional("method", entry.method());
          document.optional("context", map.contextOf(entry.className()));
          place(document, entry.place());
          document.field("certainty", entry.certainty());
        });
  }

  private void transactions(Document document, List<TransactionFact> transactions) {
    document.list(
        "transactions",
        transactions,
        transaction -> {
          document.className("class", "module", transaction.className());
          document.field("method", transaction.method());
          document.names("reads", transaction.reads());
          document.names("writes", transaction.writes());
          document.names("contexts", map.contextsOf(transaction));
          document.field("readOnly", transaction.readOnly());
          document.optional("propagation", transaction.propagation());
          document.names("writers", transaction.writers());
          place(document, transaction.place());
          document.field("certainty", transaction.certainty());
        });
  }

  private static void mappings(Document document, List<MappingFact> mappings) {
    document.list(
        "mappings",
        mappings,
        mapping -> {
          document.className("class", "module", mapping.className());
          document.field("table", mapping.table());
          document.field("role", mapping.role());
          place(document, mapping.place());
          document.field("certainty", mapping.certainty());
        });
  }

  private void joins(Document document) {
    document.list(
        "joins",
        map.facts().joins(),
        (Join join) -> {
          document.names("tables", join.tables());
          document.className("class", "module", join.className());
          document.optional("method", join.method());
          place(document, join.place());
        });
  }

  private static void databaseObjects(Document document, List<DatabaseObject> objects) {
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
          document.list("places", object.places(), each -> place(document, each));
          document.field("certainty", object.certainty());
        });
  }

  private static void grants(Document document, List<Grant> grants) {
    document.list(
        "grants",
        grants,
        (Grant grant) -> {
          document.field("grantee", grant.grantee());
          document.names("privileges", grant.privileges());
          document.field("object", grant.object());
          place(document, grant.place());
        });
  }

  private void routineCalls(Document document) {
    document.list(
        "routineCalls",
        map.facts().routineCalls(),
        (RoutineCall call) -> {
          document.field("routine", call.routine());
          document.className("class", "module", call.className());
          document.optional("method", call.method());
          place(document, call.place());
          document.field("certainty", call.certainty());
        });
  }

  /** Those kinds that bytecode shows, too, or those that only the source shows. */
  private static List<Dependency> ofKinds(List<Dependency> all, boolean compiled) {
    List<Dependency> some = new ArrayList<>(all.size());
    for (Dependency each : all) {
      Map<ReferenceKind, Integer> kinds = new EnumMap<>(each.kinds());
      kinds.keySet().removeIf(kind -> kind.isCompiled() != compiled);
      if (!kinds.isEmpty()) {
        some.add(new Dependency(each.from(), each.to(), kinds, each.place()));
      }
    }
    return some;
  }

  private static void dependencies(Document document, String name, List<Dependency> dependencies) {
    document.list(
        name,
        dependencies,
        dependency -> {
          document.className("from", "fromModule", dependency.from());
          document.className("to", "toModule", dependency.to());
          document.object(
              "kinds",
              () ->
                  dependency
                      .kinds()
                      .forEach((kind, count) -> document.field(Document.word(kind), count)));
          place(document, dependency.place());
        });
  }

  private void types(Document document, List<TypeFact> types) {
    document.list(
        "types",
        types,
        type -> {
          document.field("name", bare(type.name()));
          document.field("module", type.module());
          document.field("language", type.language());
          document.field("kind", type.kind());
          document.field("topLevel", type.isTopLevel());
          Placement placement = map.placementOf(type.name());
          document.optional("placement", placement == null ? "" : Document.word(placement));
          document.optional("context", map.contextOf(type.name()));
          place(document, type.place());
          document.field("lines", type.lines());
          document.field("generated", type.generated());
        });
  }

  private static String bare(String name) {
    int module = name.indexOf('@');
    return module < 0 ? name : name.substring(0, module);
  }

  private static void unread(Document document, List<Unread> unread) {
    document.list(
        "unread",
        unread,
        each -> {
          document.field("file", each.file());
          document.field("line", each.line());
          document.field("reason", each.reason());
        });
  }

  private static void place(Document document, Place place) {
    document.field("file", place.file());
    document.field("line", place.line());
  }
}
