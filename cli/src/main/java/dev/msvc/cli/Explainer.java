package dev.msvc.cli;

import dev.msvc.cli.Explanation.Line;
import dev.msvc.cli.Explanation.Section;
import dev.msvc.model.Access;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.Column;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ContextMap.Placement;
import dev.msvc.model.Dependency;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.Join;
import dev.msvc.model.MappingFact;
import dev.msvc.model.Ownership;
import dev.msvc.model.Place;
import dev.msvc.model.TableFact;
import dev.msvc.model.TransactionFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.Unplaced;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Puts together what the facts say of one thing. */
final class Explainer {
  private final ContextMap map;

  Explainer(ContextMap map) {
    this.map = map;
  }

  Explanation context(BoundedContext context) {
    BoundedContext.Coupling coupling = context.coupling();
    String verdict =
        "%d classes, %d tables, %d entry points; %d of %d references cross its boundary (%d%%)"
            .formatted(
                context.classes().size(),
                context.tables().size(),
                map.entryPoints(context.name()).size(),
                coupling.outgoing() + coupling.incoming(),
                coupling.outgoing() + coupling.incoming() + coupling.internal(),
                Math.round(coupling.share() * 100));
    List<Line> evidence = context.evidence().stream().map(each -> new Line(each, "")).toList();
    return new Explanation(
        "context",
        context.name(),
        verdict,
        List.of(
            new Section("Why these belong together", evidence),
            new Section("Advice", advice(context.name())),
            new Section("Its tables that others write", foreign(context.name(), true)),
            new Section("Tables of others that it writes", foreign(context.name(), false)),
            new Section("What it uses of other contexts", crossing(context.name(), true)),
            new Section("What other contexts use of it", crossing(context.name(), false)),
            new Section("Transactions that leave it", transactionsOf(context.name())),
            new Section("Tables", tablesOf(context)),
            new Section("Entry points", entryPoints(map.entryPoints(context.name()))),
            new Section("Classes", classesOf(context))));
  }

  private List<Line> advice(String context) {
    List<Line> lines = new ArrayList<>();
    if (map.analysis().advice().startWith().equals(context)) {
      lines.add(new Line("start with it: " + map.analysis().advice().why(), ""));
    }
    if (map.analysis().advice().leaveAlone().equals(context)) {
      lines.add(new Line("leave it alone for now: " + map.analysis().advice().whyNot(), ""));
    }
    return lines;
  }

  private List<Line> foreign(String context, boolean owned) {
    List<Line> lines = new ArrayList<>();
    for (Access access : map.facts().accesses()) {
      String owner = map.ownership(access.table()).owner();
      String user = map.contextOf(access.className());
      boolean crosses = !owner.isEmpty() && !user.isEmpty() && !owner.equals(user);
      if (crosses && access.op().writes() && (owned ? owner : user).equals(context)) {
        String other = owned ? user : owner;
        lines.add(
            new Line(
                "%s (%s): %s in %s"
                    .formatted(
                        access.table(),
                        other,
                        Listings.word(access.op()),
                        method(access.className(), access.method())),
                access.place().toString()));
      }
    }
    return lines;
  }

  private List<Line> crossing(String context, boolean outgoing) {
    List<Dependency> crossing = new ArrayList<>();
    for (Dependency each : map.decomposition().dependencies()) {
      String from = map.contextOf(each.from());
      String to = map.contextOf(each.to());
      boolean crosses = !from.isEmpty() && !to.isEmpty() && !from.equals(to);
      if (crosses && (outgoing ? from : to).equals(context)) {
        crossing.add(each);
      }
    }
    crossing.sort(Comparator.comparingInt(each -> -each.count()));
    List<Line> lines = new ArrayList<>();
    for (Dependency each : crossing) {
      String other = map.contextOf(outgoing ? each.to() : each.from());
      lines.add(
          new Line(
              "%s: %s -> %s (%s)"
                  .formatted(other, simple(each.from()), simple(each.to()), Listings.kinds(each)),
              each.place().toString()));
    }
    return lines;
  }

  private List<Line> transactionsOf(String context) {
    List<Line> lines = new ArrayList<>();
    for (TransactionFact each : map.facts().transactions()) {
      if (map.contextOf(each.className()).equals(context) && map.contextsOf(each).size() > 1) {
        lines.add(
            new Line(
                simple(each.className())
                    + "."
                    + each.method()
                    + " touches "
                    + String.join(", ", map.contextsOf(each)),
                each.place().toString()));
      }
    }
    return lines;
  }

  private List<Line> tablesOf(BoundedContext context) {
    List<Line> lines = new ArrayList<>();
    for (String table : context.tables()) {
      lines.add(new Line(table + ": " + map.ownership(table).reason(), ""));
    }
    return lines;
  }

  private static List<Line> entryPoints(List<EntryPoint> entryPoints) {
    return entryPoints.stream().map(each -> new Line(each.id(), each.place().toString())).toList();
  }

  private List<Line> classesOf(BoundedContext context) {
    List<Line> lines = new ArrayList<>();
    for (String name : context.classes()) {
      TypeFact type = map.type(name);
      lines.add(new Line(name, type == null ? "" : type.place().toString()));
    }
    return lines;
  }

  Explanation table(TableFact table) {
    Ownership ownership = map.ownership(table.name());
    String verdict =
        ownership.owner().isEmpty()
            ? "no context owns it" + because(ownership.reason())
            : "owned by " + ownership.owner() + because(ownership.reason());
    return new Explanation(
        "table",
        table.name(),
        verdict,
        List.of(
            new Section("Contexts that write it", names(ownership.writers())),
            new Section("Writes", accesses(table, true)),
            new Section("Reads", accesses(table, false)),
            new Section("Joined with", joins(table)),
            new Section("Foreign keys to other tables", foreignKeys(table)),
            new Section("Foreign keys to it", referring(table)),
            new Section("Views that read it", views(table)),
            new Section("Triggers, routines and others of the database", database(table)),
            new Section("Who else may use it", new DatabaseExplainer(map).grants(table.name())),
            new Section("Mapped by", mappings(table)),
            new Section("Defined or mapped at", places(table.places())),
            new Section(
                "Columns", names(table.columns().stream().map(Explainer::column).toList()))));
  }

  private List<Line> mappings(TableFact table) {
    List<Line> lines = new ArrayList<>(types(table.entities()));
    for (MappingFact each : map.facts().mappings()) {
      if (each.table().equals(table.name()) && !table.entities().contains(each.className())) {
        lines.add(
            new Line(
                "%s%s, as its %s table"
                    .formatted(
                        each.className(),
                        in(each.className()),
                        each.role().name().toLowerCase(Locale.ROOT)),
                each.place().toString()));
      }
    }
    return lines;
  }

  private static String column(Column column) {
    return column.type().isEmpty() ? column.name() : column.name() + " " + column.type();
  }

  private List<Line> accesses(TableFact table, boolean writes) {
    List<Line> lines = new ArrayList<>();
    for (Access each : map.accesses(table.name())) {
      if (each.op().writes() == writes) {
        lines.add(access(each, ""));
      }
    }
    return lines;
  }

  private Line access(Access access, String table) {
    String text =
        "%s%s by %s%s (%s, %s)"
            .formatted(
                Listings.word(access.op()),
                table.isEmpty() ? "" : " " + table,
                access.className().isEmpty()
                    ? "a migration"
                    : method(simple(access.className()), access.method()),
                in(access.className()),
                Listings.word(access.via()),
                Listings.word(access.certainty()));
    return new Line(text, access.place().toString());
  }

  private String in(String className) {
    String context = map.contextOf(className);
    Placement placement = map.placementOf(className);
    if (!context.isEmpty()) {
      return " of " + context;
    }
    return placement == null ? "" : " (" + Listings.word(placement) + ")";
  }

  private List<Line> joins(TableFact table) {
    List<Line> lines = new ArrayList<>();
    String key = ContextMap.key(table.name());
    for (Join join : map.facts().joins()) {
      List<String> others = new ArrayList<>();
      boolean here = false;
      for (String each : join.tables()) {
        if (ContextMap.key(each).equals(key)) {
          here = true;
        } else {
          others.add(owned(each));
        }
      }
      if (here) {
        lines.add(new Line(String.join(", ", others), join.place().toString()));
      }
    }
    return lines;
  }

  private String owned(String table) {
    String owner = map.ownership(table).owner();
    return owner.isEmpty() ? table : table + " of " + owner;
  }

  private List<Line> foreignKeys(TableFact table) {
    List<Line> lines = new ArrayList<>();
    for (ForeignKey key : table.foreignKeys()) {
      lines.add(
          new Line(
              String.join(", ", key.columns()) + " -> " + owned(key.references()),
              key.place().toString()));
    }
    return lines;
  }

  private List<Line> referring(TableFact table) {
    String wanted = ContextMap.key(table.name());
    List<Line> lines = new ArrayList<>();
    for (TableFact other : map.facts().tables()) {
      for (ForeignKey key : other.foreignKeys()) {
        if (ContextMap.key(key.references()).equals(wanted)) {
          lines.add(
              new Line(
                  owned(other.name()) + ": " + String.join(", ", key.columns()),
                  key.place().toString()));
        }
      }
    }
    return lines;
  }

  private List<Line> views(TableFact table) {
    String wanted = ContextMap.key(table.name());
    List<Line> lines = new ArrayList<>();
    for (TableFact other : map.facts().tables()) {
      if (other.dependsOn().stream().anyMatch(each -> ContextMap.key(each).equals(wanted))) {
        lines.add(
            new Line(
                other.name(), other.places().isEmpty() ? "" : other.places().get(0).toString()));
      }
    }
    return lines;
  }

  private List<Line> database(TableFact table) {
    return new DatabaseExplainer(map).usersOfTable(table.name());
  }

  private List<Line> types(List<String> names) {
    List<Line> lines = new ArrayList<>();
    for (String name : names) {
      TypeFact type = map.type(name);
      lines.add(new Line(name + in(name), type == null ? "" : type.place().toString()));
    }
    return lines;
  }

  private static List<Line> places(List<Place> places) {
    return places.stream().map(each -> new Line(each.toString(), "")).toList();
  }

  private static List<Line> names(List<String> names) {
    return names.stream().map(each -> new Line(each, "")).toList();
  }

  Explanation type(TypeFact type) {
    return new Explanation(
        "class",
        type.name(),
        place(type),
        List.of(
            new Section("Defined at", places(List.of(type.place()))),
            new Section("What it uses, by context", byContext(type, true)),
            new Section("What uses it, by context", byContext(type, false)),
            new Section("Uses", references(type, true)),
            new Section("Used by", references(type, false)),
            new Section("Tables", tables(type)),
            new Section("Entry points", entryPoints(entriesOf(type))),
            new Section("Transactions", transactions(type))));
  }

  private String place(TypeFact type) {
    String context = map.contextOf(type.name());
    String nested = type.isTopLevel() ? "" : "with " + type.topLevel() + ", ";
    if (!context.isEmpty()) {
      return nested + "in context " + context;
    }
    Unplaced unplaced = map.unplaced(type.name());
    Placement placement = map.placementOf(type.name());
    if (unplaced == null || placement == null) {
      return nested + "in no context";
    }
    String nearest = unplaced.nearest().isEmpty() ? "" : ", nearest to " + unplaced.nearest();
    return nested + Listings.word(placement) + nearest + because(unplaced.reason());
  }

  private List<Line> byContext(TypeFact type, boolean outgoing) {
    Map<String, Integer> sums = new TreeMap<>();
    for (Dependency each : map.decomposition().dependencies()) {
      if ((outgoing ? each.from() : each.to()).equals(type.topLevel())) {
        String other = outgoing ? each.to() : each.from();
        String context = map.contextOf(other);
        Placement placement = map.placementOf(other);
        String list = placement == null ? "(no context)" : "(" + Listings.word(placement) + ")";
        sums.merge(context.isEmpty() ? list : context, each.count(), Integer::sum);
      }
    }
    List<Map.Entry<String, Integer>> sorted = new ArrayList<>(sums.entrySet());
    sorted.sort(Comparator.comparingInt(each -> -each.getValue()));
    return sorted.stream()
        .map(each -> new Line(each.getKey() + ": " + each.getValue() + " references", ""))
        .toList();
  }

  private List<Line> references(TypeFact type, boolean outgoing) {
    List<Dependency> found = new ArrayList<>();
    for (Dependency each : map.decomposition().dependencies()) {
      if ((outgoing ? each.from() : each.to()).equals(type.topLevel())) {
        found.add(each);
      }
    }
    found.sort(Comparator.comparingInt(each -> -each.count()));
    List<Line> lines = new ArrayList<>();
    for (Dependency each : found) {
      String other = outgoing ? each.to() : each.from();
      lines.add(
          new Line(
              simple(other) + in(other) + ": " + Listings.kinds(each), each.place().toString()));
    }
    return lines;
  }

  private List<Line> tables(TypeFact type) {
    List<Line> lines = new ArrayList<>();
    for (Access each : map.facts().accesses()) {
      if (belongs(each.className(), type)) {
        lines.add(access(each, owned(each.table())));
      }
    }
    return lines;
  }

  /** Whether it is this type, or nested in it where it is a top-level type. */
  private boolean belongs(String className, TypeFact type) {
    return className.equals(type.name())
        || (type.isTopLevel() && map.topLevel(className).equals(type.name()));
  }

  private List<EntryPoint> entriesOf(TypeFact type) {
    return map.facts().entryPoints().stream()
        .filter(each -> belongs(each.className(), type))
        .toList();
  }

  private List<Line> transactions(TypeFact type) {
    List<Line> lines = new ArrayList<>();
    for (TransactionFact each : map.facts().transactions()) {
      if (belongs(each.className(), type)) {
        String contexts = String.join(", ", map.contextsOf(each));
        lines.add(
            new Line(
                each.method() + (contexts.isEmpty() ? "" : " touches " + contexts),
                each.place().toString()));
      }
    }
    return lines;
  }

  Explanation entryPoint(EntryPoint entry) {
    TypeFact type = map.type(entry.className());
    String served =
        "served by " + method(entry.className(), entry.method()) + in(entry.className());
    return new Explanation(
        "entrypoint",
        entry.id(),
        served + (type == null ? "" : "; the class is " + place(type)),
        List.of(
            new Section("Declared at", places(List.of(entry.place()))),
            new Section(
                "Its method's own accesses", ownAccesses(entry.className(), entry.method())),
            new Section("Its method's transaction", own(entry.className(), entry.method())),
            new Section(
                "Others of the same context",
                entryPoints(
                    map.entryPoints(map.contextOf(entry.className())).stream()
                        .filter(each -> !each.equals(entry))
                        .toList()))));
  }

  private List<Line> own(String className, String method) {
    List<Line> lines = new ArrayList<>();
    for (TransactionFact each : map.facts().transactions()) {
      if (each.className().equals(className) && each.method().equals(method)) {
        each.writes().forEach(table -> lines.add(new Line("writes " + owned(table), "")));
        each.reads().forEach(table -> lines.add(new Line("reads " + owned(table), "")));
      }
    }
    return lines;
  }

  private List<Line> ownAccesses(String className, String method) {
    List<Line> lines = new ArrayList<>();
    for (Access each : map.facts().accesses()) {
      if (each.className().equals(className) && each.method().equals(method)) {
        lines.add(access(each, owned(each.table())));
      }
    }
    return lines;
  }

  Explanation transaction(TransactionFact transaction) {
    List<String> contexts = List.copyOf(map.contextsOf(transaction));
    String verdict =
        contexts.size() > 1
            ? "crosses " + contexts.size() + " contexts: " + String.join(", ", contexts)
            : contexts.isEmpty() ? "touches no owned table" : "stays within " + contexts.get(0);
    return new Explanation(
        "transaction",
        method(transaction.className(), transaction.method()),
        verdict,
        List.of(
            new Section("Declared at", places(List.of(transaction.place()))),
            new Section("Writes", names(transaction.writes().stream().map(this::owned).toList())),
            new Section("Reads", names(transaction.reads().stream().map(this::owned).toList())),
            new Section("Classes on the way that write", types(transaction.writers()))));
  }

  private static String because(String reason) {
    return reason.isEmpty() ? "" : ": " + reason;
  }

  private static String method(String className, String method) {
    return method.isEmpty() ? className : className + "." + method;
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
