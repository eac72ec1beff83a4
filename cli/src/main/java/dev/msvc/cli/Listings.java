package dev.msvc.cli;

import static dev.msvc.cli.Listing.Column.shown;
import static dev.msvc.cli.Listing.Column.wide;

import dev.msvc.cli.Listing.Column;
import dev.msvc.model.Access;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ContextMap.Placement;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Dependency;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.Grant;
import dev.msvc.model.Standing;
import dev.msvc.model.TableFact;
import dev.msvc.model.TransactionFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.Unplaced;
import dev.msvc.model.Unread;
import dev.msvc.model.yaml.AnalysisDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The lists that {@code msvc get} knows. */
final class Listings {
  /** As the user types them, in the order of help. */
  static final List<String> NOUNS =
      List.of(
          "contexts",
          "classes",
          "tables",
          "cuts",
          "aggregates",
          "metrics",
          "database",
          "grants",
          "entrypoints",
          "transactions",
          "dependencies",
          "findings",
          "questions",
          "teams",
          "authors",
          "change",
          "cochange",
          "traffic",
          "unmatched",
          "shared",
          "unread");

  private final Analyzed analyzed;
  private final ContextMap map;
  private final Supplier<AnalysisDocument> document;

  Listings(Analyzed analyzed, Supplier<AnalysisDocument> document) {
    this.analyzed = analyzed;
    this.map = analyzed.map();
    this.document = document;
  }

  Listing<?> list(String noun) {
    return switch (noun) {
      case "contexts" -> contexts();
      case "classes" -> classes();
      case "tables" -> tables();
      case "cuts" -> new CutListings(map, document).cuts();
      case "aggregates" -> AggregateListing.of(map, document);
      case "metrics" -> new CutListings(map, document).metrics();
      case "database" -> database();
      case "grants" -> grants();
      case "entrypoints" -> entryPoints();
      case "transactions" -> transactions();
      case "dependencies" -> dependencies();
      case "findings" -> RiskListings.findings(analyzed.findings(), document);
      case "teams" -> new HistoryListings(map, document).teams();
      case "authors" -> new HistoryListings(map, document).authors();
      case "change" -> new HistoryListings(map, document).change();
      case "cochange" -> new HistoryListings(map, document).cochange();
      case "questions" -> QuestionListing.of(map, document);
      case "traffic" -> new TrafficListings(map, document).traffic();
      case "unmatched" -> new TrafficListings(map, document).unmatched();
      case "shared" -> shared();
      case "unread" -> unread();
      default -> throw new IllegalArgumentException(noun);
    };
  }

  private Listing<BoundedContext> contexts() {
    boolean hides = map.hidesTransactions();
    List<Column<BoundedContext>> columns = new ArrayList<>();
    columns.add(shown("NAME", BoundedContext::name));
    columns.addAll(new TrafficListings(map, document).load());
    columns.addAll(
        List.of(
            shown("CLASSES", context -> context.classes().size()),
            shown("TABLES", context -> map.tablesWithRows(context).size()),
            wide("VIEWS", context -> map.views(context).size()),
            shown("ENTRY POINTS", context -> map.entryPoints(context.name()).size()),
            shown("CROSSING", context -> new Percent(context.coupling().share())),
            shown("OUT", context -> context.coupling().outgoing()),
            shown("IN", context -> context.coupling().incoming()),
            shown("FOREIGN READS", context -> context.coupling().foreignReads()),
            shown("FOREIGN WRITES", context -> context.coupling().foreignWrites()),
            wide("WRITTEN BY OTHERS", context -> context.coupling().writtenByOthers()),
            wide(
                "CROSSING TRANSACTIONS",
                context -> {
                  int crossing = context.coupling().transactions();
                  return crossing == 0 && hides ? "not known" : crossing;
                }),
            wide("EVIDENCE", context -> String.join("; ", context.evidence()))));
    return new Listing<>(
        "contexts",
        FirstScreen.biggest(map.decomposition().contexts()),
        BoundedContext::name,
        context -> context.name()::equals,
        columns,
        items -> document.get().contexts(items));
  }

  private Listing<TypeFact> classes() {
    Map<String, Integer> uses = new HashMap<>();
    Map<String, Integer> usedBy = new HashMap<>();
    for (Dependency dependency : map.decomposition().dependencies()) {
      uses.merge(dependency.from(), 1, Integer::sum);
      usedBy.merge(dependency.to(), 1, Integer::sum);
    }
    return new Listing<>(
        "classes",
        map.facts().types().stream().filter(TypeFact::isTopLevel).toList(),
        TypeFact::name,
        type -> map.contextOf(type.name())::equals,
        List.of(
            shown("NAME", TypeFact::name),
            shown("CONTEXT", type -> place(type.name())),
            shown("CONFIDENCE", type -> confidence(type.name())),
            shown("LINES", TypeFact::lines),
            shown("USES", type -> uses.getOrDefault(type.name(), 0)),
            shown("USED BY", type -> usedBy.getOrDefault(type.name(), 0)),
            wide("ALTERNATIVES", type -> alternatives(type.name())),
            wide("KIND", type -> word(type.kind())),
            wide("WHERE", type -> type.place().toString())),
        items -> document.get().classes(items));
  }

  private Percent confidence(String className) {
    Standing standing = map.decomposition().standings().get(className);
    return standing == null ? Percent.NONE : new Percent(standing.confidence());
  }

  private String alternatives(String className) {
    Standing standing = map.decomposition().standings().get(className);
    return standing == null ? "" : ExplainedLines.alternatives(standing);
  }

  /** A class's context, or the list it is in, in brackets. */
  private String place(String className) {
    String context = map.contextOf(className);
    Placement placement = map.placementOf(className);
    if (!context.isEmpty() || placement == null) {
      return dash(context);
    }
    return "(" + word(placement) + ")";
  }

  private Listing<TableFact> tables() {
    return new Listing<>(
        "tables",
        map.facts().tables(),
        TableFact::name,
        table -> map.ownership(table.name()).owner()::equals,
        List.of(
            shown("NAME", TableFact::name),
            shown("KIND", table -> word(table.kind())),
            shown("OWNER", table -> dash(map.ownership(table.name()).owner())),
            shown("WRITERS", table -> Writers.of(map, table.name())),
            shown("FOREIGN WRITES", table -> map.foreignWrites(table.name())),
            shown("ACCESSES", table -> map.accesses(table.name()).size()),
            shown("TOUCHED", table -> map.isTouched(table) ? "yes" : "no"),
            wide("DEFINED", table -> String.join(", ", texts(table.places()))),
            wide("WRITTEN", table -> String.join(", ", accesses(table, true))),
            wide("READ", table -> String.join(", ", accesses(table, false)))),
        items -> document.get().tables(items));
  }

  private Listing<DatabaseObject> database() {
    return new Listing<>(
        "database",
        map.facts().database().objects(),
        DatabaseObject::name,
        object ->
            context ->
                object.uses().stream()
                    .anyMatch(use -> map.ownership(use.table()).owner().equals(context)),
        List.of(
            shown("NAME", DatabaseObject::name),
            shown("KIND", object -> word(object.kind())),
            shown("TABLES", object -> new Many(object.tables())),
            shown("READS", object -> object.reads().size()),
            shown("WRITES", object -> object.writes().size()),
            shown("CALLS", object -> object.calls().size()),
            wide("EVENTS", object -> String.join(", ", words(object.events()))),
            wide("TABLES READ", object -> String.join(", ", object.reads())),
            wide("TABLES WRITTEN", object -> String.join(", ", object.writes())),
            wide("ROUTINES CALLED", object -> String.join(", ", object.calls())),
            wide("CERTAINTY", object -> word(object.certainty())),
            wide("WHERE", object -> String.join(", ", texts(object.places())))),
        items -> document.get().database(items));
  }

  private static List<String> words(List<? extends Enum<?>> values) {
    return values.stream().map(Listings::word).toList();
  }

  private Listing<Grant> grants() {
    return new Listing<>(
        "grants",
        map.facts().database().grants(),
        Grant::grantee,
        grant -> map.ownership(grant.object()).owner()::equals,
        List.of(
            shown("GRANTEE", Grant::grantee),
            shown("PRIVILEGES", grant -> String.join(", ", grant.privileges())),
            shown("OBJECT", Grant::object),
            shown("OWNER", grant -> dash(map.ownership(grant.object()).owner())),
            wide("WHERE", grant -> grant.place().toString())),
        items -> document.get().grants(items));
  }

  private List<String> accesses(TableFact table, boolean writes) {
    List<String> places = new ArrayList<>();
    for (Access access : map.accesses(table.name())) {
      if (access.op().writes() == writes) {
        places.add(access.place().toString());
      }
    }
    return new ArrayList<>(new TreeSet<>(places));
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(Object::toString).toList();
  }

  private Listing<EntryPoint> entryPoints() {
    return new Listing<>(
        "entrypoints",
        map.facts().entryPoints(),
        EntryPoint::id,
        entry -> map.contextOf(entry.className())::equals,
        List.of(
            shown("ID", EntryPoint::id),
            shown("KIND", entry -> word(entry.kind())),
            shown("CONTEXT", entry -> place(entry.className())),
            shown("METHOD", entry -> method(entry.className(), entry.method())),
            wide("CERTAINTY", entry -> word(entry.certainty())),
            wide("WHERE", entry -> entry.place().toString())),
        items -> document.get().entryPoints(items));
  }

  private Listing<TransactionFact> transactions() {
    List<TransactionFact> crossing = new ArrayList<>(map.facts().transactions());
    crossing.sort(Comparator.comparingInt(each -> -map.contextsOf(each).size()));
    return new Listing<>(
        "transactions",
        crossing,
        transaction -> method(transaction.className(), transaction.method()),
        transaction ->
            context ->
                map.contextsOf(transaction).contains(context)
                    || map.contextOf(transaction.className()).equals(context),
        List.of(
            shown("METHOD", each -> Overloads.method(map, each)),
            shown("CONTEXTS", each -> new Many(map.contextsOf(each))),
            shown("READS", each -> each.reads().size()),
            shown("WRITES", each -> each.writes().size()),
            wide("TABLES READ", each -> String.join(", ", each.reads())),
            wide("TABLES WRITTEN", each -> String.join(", ", each.writes())),
            wide("READ ONLY", each -> each.readOnly() ? "yes" : "no"),
            wide("WHERE", each -> each.place().toString())),
        items -> document.get().transactions(items));
  }

  private Listing<Dependency> dependencies() {
    List<Dependency> crossing = new ArrayList<>(map.decomposition().dependencies());
    crossing.sort(
        Comparator.comparing((Dependency each) -> !crosses(each))
            .thenComparingInt(each -> -each.count()));
    Function<Dependency, Predicate<String>> within =
        each ->
            context ->
                map.contextOf(each.from()).equals(context)
                    || map.contextOf(each.to()).equals(context);
    return new Listing<>(
        "dependencies",
        crossing,
        each -> each.from() + " -> " + each.to(),
        within,
        List.of(
            shown("FROM", Dependency::from),
            shown("TO", Dependency::to),
            shown("REFERENCES", Dependency::count),
            shown(
                "CROSSES",
                each -> crosses(each) ? place(each.from()) + " -> " + place(each.to()) : "-"),
            wide("KINDS", Listings::kinds),
            wide("WHERE", each -> each.place().toString())),
        items -> document.get().dependencies(items));
  }

  private boolean crosses(Dependency dependency) {
    String from = map.contextOf(dependency.from());
    String to = map.contextOf(dependency.to());
    return !from.isEmpty() && !to.isEmpty() && !from.equals(to);
  }

  static String kinds(Dependency dependency) {
    List<String> kinds = new ArrayList<>();
    dependency.kinds().forEach((kind, count) -> kinds.add(word(kind) + " " + count));
    return String.join(", ", kinds);
  }

  private Listing<Unplaced> shared() {
    Decomposition decomposition = map.decomposition();
    List<Unplaced> all = new ArrayList<>(decomposition.mustSplit());
    all.addAll(decomposition.shared());
    all.addAll(decomposition.technical());
    return new Listing<>(
        "shared",
        all,
        Unplaced::className,
        each -> each.nearest()::equals,
        List.of(
            shown("NAME", Unplaced::className),
            shown("LIST", each -> place(each.className())),
            shown("NEAREST", each -> dash(each.nearest())),
            shown("REASON", Unplaced::reason),
            wide("WHERE", each -> where(each.className()))),
        items ->
            document
                .get()
                .shared(
                    in(items, Placement.SHARED),
                    in(items, Placement.MUST_SPLIT),
                    in(items, Placement.TECHNICAL)));
  }

  private String where(String className) {
    TypeFact type = map.type(className);
    return type == null ? "-" : type.place().toString();
  }

  private List<Unplaced> in(List<Unplaced> items, Placement placement) {
    return items.stream().filter(each -> map.placementOf(each.className()) == placement).toList();
  }

  private Listing<Unread> unread() {
    return new Listing<>(
        "unread",
        map.facts().unread(),
        Unread::file,
        each -> context -> false,
        List.of(
            shown(
                "WHERE", each -> each.line() == 0 ? each.file() : each.file() + ":" + each.line()),
            shown("REASON", Unread::reason)),
        items -> document.get().unread(items));
  }

  private static String method(String className, String method) {
    return method.isEmpty() ? className : className + "." + method;
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String dash(String text) {
    return text.isEmpty() ? "-" : text;
  }
}
