package dev.msvc.model.yaml;

import dev.msvc.model.Advice;
import dev.msvc.model.Aggregate;
import dev.msvc.model.AuthorWork;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ClassChange;
import dev.msvc.model.CoChange;
import dev.msvc.model.Conclusions;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ContextTeam;
import dev.msvc.model.Coverage;
import dev.msvc.model.Cut;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.Dependency;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryTraffic;
import dev.msvc.model.Finding;
import dev.msvc.model.Grant;
import dev.msvc.model.Load;
import dev.msvc.model.Metric;
import dev.msvc.model.Question;
import dev.msvc.model.Share;
import dev.msvc.model.SourceSummary;
import dev.msvc.model.TableFact;
import dev.msvc.model.TransactionFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.Unmatched;
import dev.msvc.model.Unplaced;
import dev.msvc.model.Unread;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;

/**
 * An analysis, or one list of it, in the form that {@code docs/model.md} promises to programs:
 * {@code msvc/analysis/v1}. Fields are added, never renamed.
 */
public final class AnalysisDocument {
  private final ContextMap map;
  private final Format format;
  private final Writer to;
  private final DataLists data;

  /**
   * @param to is written and flushed, not closed
   */
  public AnalysisDocument(ContextMap map, Format format, Writer to) {
    this.map = map;
    this.format = format;
    this.to = to;
    this.data = new DataLists(map);
  }

  /** Writes everything, with what follows from it. */
  public void all(Conclusions conclusions) {
    try (Document document = new Document(format, to, "msvc/analysis/v1")) {
      summary(document);
      coverage(document);
      advice(document, map.analysis().advice());
      contexts(document, map.decomposition().contexts());
      CutLists.cuts(document, conclusions.cuts());
      CutLists.metrics(document, conclusions.metrics());
      AggregateLists.aggregates(document, conclusions.aggregates());
      QuestionLists.questions(document, conclusions.questions());
      CodeLists.unplaced(document, "shared", map.decomposition().shared());
      CodeLists.unplaced(document, "mustSplit", map.decomposition().mustSplit());
      CodeLists.unplaced(document, "technical", map.decomposition().technical());
      data.tables(document, map.facts().tables());
      DataLists.mappings(document, map.facts().mappings());
      DataLists.relations(document, map.facts().relations());
      entryPoints(document, map.facts().entryPoints());
      transactions(document, map.facts().transactions());
      data.joins(document);
      data.routineCalls(document);
      DataLists.databaseObjects(document, map.facts().database().objects());
      DataLists.grants(document, map.facts().database().grants());
      CodeLists.dependencies(
          document, "dependencies", CodeLists.ofKinds(map.decomposition().dependencies(), true));
      CodeLists.dependencies(
          document,
          "sourceDependencies",
          CodeLists.ofKinds(map.decomposition().dependencies(), false));
      RiskLists.traits(document, map.facts().traits());
      RiskLists.findings(document, conclusions.findings());
      new HistoryLists(map).history(document, conclusions.teams(), conclusions.patterns());
      TrafficLists.traffic(document, map.analysis().traffic(), conclusions.load());
      new CodeLists(map).types(document, map.facts().types());
      unread(document, map.facts().unread());
    }
  }

  public void contexts(List<BoundedContext> contexts) {
    document("contexts", document -> contexts(document, contexts));
  }

  public void teams(List<ContextTeam> teams) {
    document("teams", document -> HistoryLists.teams(document, teams));
  }

  public void authors(List<AuthorWork> authors) {
    document("authors", document -> HistoryLists.authors(document, authors));
  }

  public void change(List<ClassChange> changes) {
    document("change", document -> new HistoryLists(map).classes(document, changes));
  }

  public void cochange(List<CoChange> pairs) {
    document("cochange", document -> new HistoryLists(map).pairs(document, pairs));
  }

  public void questions(List<Question> questions) {
    document("questions", document -> QuestionLists.questions(document, questions));
  }

  /** Entry points that were reached, with what is behind them. */
  public void traffic(List<EntryTraffic> entries, Load load) {
    document(
        "traffic", document -> TrafficLists.all(document, map.analysis().traffic(), entries, load));
  }

  public void unmatched(List<Unmatched> unmatched) {
    document("unmatched", document -> TrafficLists.unmatched(document, unmatched));
  }

  public void classes(List<TypeFact> types) {
    document("classes", document -> new CodeLists(map).types(document, types));
  }

  public void tables(List<TableFact> tables) {
    document("tables", document -> data.tables(document, tables));
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
          CodeLists.dependencies(document, "dependencies", CodeLists.ofKinds(dependencies, true));
          CodeLists.dependencies(
              document, "sourceDependencies", CodeLists.ofKinds(dependencies, false));
        });
  }

  public void shared(List<Unplaced> shared, List<Unplaced> mustSplit, List<Unplaced> technical) {
    document(
        "shared",
        document -> {
          CodeLists.unplaced(document, "shared", shared);
          CodeLists.unplaced(document, "mustSplit", mustSplit);
          CodeLists.unplaced(document, "technical", technical);
        });
  }

  public void database(List<DatabaseObject> objects) {
    document("database", document -> DataLists.databaseObjects(document, objects));
  }

  public void grants(List<Grant> grants) {
    document("grants", document -> DataLists.grants(document, grants));
  }

  public void findings(List<Finding> findings) {
    document("findings", document -> RiskLists.findings(document, findings));
  }

  public void metrics(List<Metric> metrics) {
    document("metrics", document -> CutLists.metrics(document, metrics));
  }

  public void aggregates(List<Aggregate> aggregates) {
    document("aggregates", document -> AggregateLists.aggregates(document, aggregates));
  }

  public void cuts(List<Cut> cuts) {
    document("cuts", document -> CutLists.cuts(document, cuts));
  }

  public void unread(List<Unread> unread) {
    document(
        "unread",
        document -> {
          coverage(document);
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

  private void coverage(Document document) {
    Coverage coverage = map.facts().coverage();
    document.object(
        "coverage",
        () -> {
          share(document, "files", coverage.files());
          share(document, "statements", coverage.statements());
          share(document, "mappings", coverage.mappings());
          share(document, "migrations", coverage.migrations());
          share(document, "calls", coverage.calls());
          share(document, "entryPoints", coverage.entryPoints());
          document.object(
              "otherLanguages",
              () ->
                  coverage
                      .otherLanguages()
                      .forEach((language, share) -> share(document, language, share)));
          document.tree("otherFiles", coverage.otherFiles());
          document.names("failed", coverage.failed());
          document.names("unseen", map.notSeen());
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
          document.optional("id", context.id());
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
          document.place(entry.place());
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
          document.object("steps", () -> transaction.steps().forEach(document::field));
          document.names("uncertain", transaction.uncertain());
          document.place(transaction.place());
          document.field("certainty", transaction.certainty());
        });
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
}
