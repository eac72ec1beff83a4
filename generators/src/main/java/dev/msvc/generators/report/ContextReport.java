package dev.msvc.generators.report;

import dev.msvc.generators.template.Templates;
import dev.msvc.model.Access;
import dev.msvc.model.Advice;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.BoundedContext.Coupling;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Counted;
import dev.msvc.model.Coverage;
import dev.msvc.model.Ownership;
import dev.msvc.model.Place;
import dev.msvc.model.Share;
import dev.msvc.model.SourceSummary;
import dev.msvc.model.TableFact;
import dev.msvc.model.Unplaced;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An analysis as a document to read and as a picture; long lists end with how many more. */
public final class ContextReport {
  private static final int ROWS = 200;
  private static final int CLASSES = 60;
  private static final int NODES = 40;
  private static final int EDGES = 80;
  private static final int TABLES = 20;
  private static final int LABEL = 60;

  private final ContextMap map;
  private final Map<String, String> ids = new HashMap<>();
  private final List<BoundedContext> drawn;

  public ContextReport(ContextMap map) {
    this.map = map;
    drawn = first(bySize(map.decomposition().contexts()), NODES);
    for (BoundedContext context : drawn) {
      ids.put(context.name(), "c" + (ids.size() + 1));
    }
  }

  /** Most classes first. */
  static List<BoundedContext> bySize(List<BoundedContext> contexts) {
    List<BoundedContext> sorted = new ArrayList<>(contexts);
    sorted.sort(
        (a, b) -> {
          int bySize = Integer.compare(b.classes().size(), a.classes().size());
          return bySize != 0 ? bySize : a.name().compareTo(b.name());
        });
    return sorted;
  }

  /** Everything, for people. */
  public void markdown(RoadmapReport roadmap, Writer to) {
    Map<String, Object> data = new HashMap<>(picture());
    data.putAll(roadmap.data());
    data.put("summary", map.facts().summary());
    data.put("size", size(map.facts().summary()));
    data.put("coverage", coverage());
    data.put("unread", unread());
    data.put("advice", advice());
    data.put("contested", contested());
    data.put("contexts", contexts());
    data.put("unplaced", unplaced());
    data.put("foreignWrites", foreignWrites());
    data.put("omitted", omitted());
    Templates.BUNDLED.render("report/markdown", data, to);
  }

  /** Contexts, what they use of each other, and the tables that several write. */
  public void mermaid(Writer to) {
    Templates.BUNDLED.render("report/mermaid", picture(), to);
  }

  /** The same as components of PlantUML. */
  public void plantuml(Writer to) {
    Templates.BUNDLED.render("report/plantuml", picture(), to);
  }

  /** The same as containers of the C4 model, in PlantUML with its standard library. */
  public void c4(Writer to) {
    Templates.BUNDLED.render("report/c4", picture(), to);
  }

  /** A row of the table of coverage. */
  public record Covered(String what, Share share) {}

  /** A table that more than one context writes. */
  public record Contested(String name, String owner, String writers, int foreignWrites) {}

  /** A name and what is said of it. */
  public record Reasoned(String name, String reason) {}

  /** A class that belongs to no context. */
  public record Outside(String name, String list, String nearest, String reason) {}

  /** A write of a table of another context. */
  public record ForeignWrite(String table, String by, String place) {}

  /** A context with its members. */
  public record Section(
      String name,
      List<String> evidence,
      Coupling coupling,
      List<Reasoned> tables,
      List<Reasoned> entryPoints,
      List<String> classes) {}

  /**
   * A box of the picture.
   *
   * @param size in words; empty for a table
   */
  public record Node(String id, String name, String size) {}

  /** An arrow of the picture. */
  public record Edge(String from, String to, String label) {}

  private List<Covered> coverage() {
    Coverage coverage = map.facts().coverage();
    List<Covered> rows = new ArrayList<>();
    rows.add(new Covered("Java files", coverage.files()));
    rows.add(new Covered("SQL and JPQL statements", coverage.statements()));
    rows.add(new Covered("mappings", coverage.mappings()));
    rows.add(new Covered("migrations", coverage.migrations()));
    rows.add(new Covered("calls", coverage.calls()));
    if (coverage.hidesEntryPoints()) {
      rows.add(new Covered("entry points, or methods that may be some", coverage.entryPoints()));
    }
    if (map.hidesTransactions()) {
      rows.add(new Covered("written tables in transactions", map.writtenInTransactions()));
    }
    return rows;
  }

  private List<String> unread() {
    return first(map.facts().unread(), ROWS).stream()
        .map(each -> "%s %s".formatted(new Place(each.file(), each.line()), each.reason()))
        .toList();
  }

  private List<String> advice() {
    Advice advice = map.analysis().advice();
    List<String> sentences = new ArrayList<>();
    if (!advice.why().isEmpty()) {
      String start =
          advice.startWith().isEmpty()
              ? "No context is easy to start with"
              : "Start with " + advice.startWith();
      sentences.add(start + ": " + advice.why());
    }
    if (!advice.leaveAlone().isEmpty()) {
      sentences.add("Leave " + advice.leaveAlone() + " alone for now: " + advice.whyNot());
    }
    return sentences;
  }

  private List<Contested> contested() {
    List<Contested> rows = new ArrayList<>();
    for (TableFact table : first(map.contestedTables(), ROWS)) {
      Ownership ownership = map.ownership(table.name());
      rows.add(
          new Contested(
              table.name(),
              ownership.owner(),
              String.join(", ", ownership.writers()),
              map.foreignWrites(table.name())));
    }
    return rows;
  }

  private List<Section> contexts() {
    List<Section> sections = new ArrayList<>();
    for (BoundedContext context : map.decomposition().contexts()) {
      List<Reasoned> tables =
          context.tables().stream()
              .map(table -> new Reasoned(table, map.ownership(table).reason()))
              .toList();
      List<Reasoned> entryPoints =
          map.entryPoints(context.name()).stream()
              .map(entry -> new Reasoned(entry.id(), entry.place().toString()))
              .toList();
      sections.add(
          new Section(
              context.name(),
              context.evidence(),
              context.coupling(),
              first(tables, ROWS),
              first(entryPoints, ROWS),
              cut(context.classes(), CLASSES)));
    }
    return sections;
  }

  private List<Outside> unplaced() {
    List<Outside> rows = new ArrayList<>();
    map.decomposition().mustSplit().forEach(each -> rows.add(outside(each, "must split")));
    map.decomposition().shared().forEach(each -> rows.add(outside(each, "shared")));
    map.decomposition().technical().forEach(each -> rows.add(outside(each, "technical")));
    return first(rows, ROWS);
  }

  private static Outside outside(Unplaced each, String list) {
    return new Outside(each.className(), list, each.nearest(), each.reason());
  }

  private List<ForeignWrite> foreignWrites() {
    List<ForeignWrite> rows = new ArrayList<>();
    for (Access access : map.facts().accesses()) {
      String owner = map.ownership(access.table()).owner();
      String context = map.contextOf(access.className());
      if (access.op().writes() && !context.isEmpty() && !context.equals(owner)) {
        String by = access.className() + (access.method().isEmpty() ? "" : "." + access.method());
        rows.add(new ForeignWrite(access.table(), by, access.place().toString()));
      }
    }
    return first(rows, ROWS);
  }

  /** What the document leaves out, and where it is. */
  private List<String> omitted() {
    List<String> sentences = new ArrayList<>();
    omit(sentences, map.facts().unread().size() - ROWS, "not understood", "get unread -o wide");
    omit(sentences, map.contestedTables().size() - ROWS, "contested tables", "get tables -o wide");
    int outside =
        map.decomposition().mustSplit().size()
            + map.decomposition().shared().size()
            + map.decomposition().technical().size();
    omit(sentences, outside - ROWS, "classes of no context", "get shared -o wide");
    return sentences;
  }

  private static void omit(List<String> sentences, int more, String what, String command) {
    if (more > 0) {
      sentences.add("%d more %s: msvc %s".formatted(more, what, command));
    }
  }

  private Map<String, Object> picture() {
    List<Node> nodes = new ArrayList<>();
    for (BoundedContext context : drawn) {
      String size =
          counted(context.classes().size(), "class")
              + ", "
              + counted(map.tablesWithRows(context).size(), "table");
      nodes.add(new Node(id(context.name()), label(context.name()), size));
    }
    List<Edge> edges = new ArrayList<>();
    for (ContextMap.Coupling coupling : map.couplings()) {
      if (isDrawn(coupling.from()) && isDrawn(coupling.to())) {
        edges.add(new Edge(id(coupling.from()), id(coupling.to()), label(coupling)));
      }
    }
    List<Node> tables = new ArrayList<>();
    List<Edge> owners = new ArrayList<>();
    List<Edge> writers = new ArrayList<>();
    for (TableFact table : first(map.contestedTables(), TABLES)) {
      String id = "t" + (tables.size() + 1);
      tables.add(new Node(id, label(table.name()), ""));
      Ownership ownership = map.ownership(table.name());
      if (isDrawn(ownership.owner())) {
        owners.add(new Edge(id(ownership.owner()), id, ""));
      }
      for (String writer : ownership.writers()) {
        if (isDrawn(writer) && !writer.equals(ownership.owner())) {
          writers.add(new Edge(id(writer), id, "writes"));
        }
      }
    }
    List<String> leftOut = new ArrayList<>();
    omit(leftOut, map.decomposition().contexts().size() - NODES, "contexts", "get contexts");
    omit(leftOut, edges.size() - EDGES, "couplings", "get dependencies");
    omit(leftOut, map.contestedTables().size() - TABLES, "contested tables", "get tables");
    return Map.of(
        "nodes", nodes,
        "tables", tables,
        "edges", first(edges, EDGES),
        "owners", owners,
        "writers", first(writers, EDGES),
        "leftOut", leftOut);
  }

  private boolean isDrawn(String context) {
    return ids.containsKey(context);
  }

  private String id(String context) {
    return ids.getOrDefault(context, "");
  }

  /** What one context uses of another, in words. */
  static String label(ContextMap.Coupling coupling) {
    List<String> parts = new ArrayList<>();
    count(parts, coupling.references(), "reference");
    count(parts, coupling.reads(), "read");
    count(parts, coupling.writes(), "write");
    return String.join(", ", parts);
  }

  private static String size(SourceSummary summary) {
    return "%s in %s, %s, %s"
        .formatted(
            Counted.of(summary.types(), "type", "types"),
            Counted.of(summary.files(), "Java file", "Java files"),
            Counted.of(summary.lines(), "line", "lines"),
            Counted.of(summary.modules(), "module", "modules"));
  }

  private static void count(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(counted(count, what));
    }
  }

  /** How many, in words: {@code 1 class}, {@code 2 classes}. */
  static String counted(int count, String what) {
    String many = what.endsWith("s") ? what + "es" : what + "s";
    return count + " " + (count == 1 ? what : many);
  }

  private static String label(String name) {
    return name.length() <= LABEL ? name : name.substring(0, LABEL - 2) + "..";
  }

  private static <T> List<T> first(List<T> all, int count) {
    return all.size() <= count ? all : all.subList(0, count);
  }

  private static List<String> cut(List<String> all, int count) {
    if (all.size() <= count) {
      return all;
    }
    List<String> cut = new ArrayList<>(all.subList(0, count));
    cut.add("and %d more".formatted(all.size() - count));
    return cut;
  }
}
