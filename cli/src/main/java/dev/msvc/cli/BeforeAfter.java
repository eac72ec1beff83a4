package dev.msvc.cli;

import dev.msvc.analyzers.cut.Cuts;
import dev.msvc.analyzers.cut.Metrics;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ContextMap.Placement;
import dev.msvc.model.Cut;
import dev.msvc.model.CutKind;
import dev.msvc.model.Metric;
import dev.msvc.model.TableFact;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Every figure before a change and after it. */
record BeforeAfter(ContextMap before, ContextMap after) {
  private static final int SHOWN = 10;
  private static final int NAMED = 3;
  private static final int CONTEXTS = 16;

  /** A class that changes its place, or a table that changes its owner. */
  private record Move(String name, boolean table, String from, String to) {
    String way() {
      return from + " -> " + to;
    }

    String line() {
      return "%s%s: %s".formatted(table ? "table " : "", name, way());
    }
  }

  private List<Move> moves(Map<String, String> renamed) {
    List<Move> moves = new ArrayList<>();
    for (TypeFact type : after.facts().types()) {
      if (type.isTopLevel()) {
        String old = place(before, type.name());
        String now = place(after, type.name());
        add(moves, type.name(), false, renamed.getOrDefault(old, old), now);
      }
    }
    for (TableFact table : after.facts().tables()) {
      String old = before.ownership(table.name()).owner();
      String now = after.ownership(table.name()).owner();
      add(moves, table.name(), true, nobody(renamed.getOrDefault(old, old)), nobody(now));
    }
    return moves;
  }

  /** Contexts that hold what they held and get another name: old names with new ones. */
  private Map<String, String> renamed() {
    Map<String, String> renamed = new TreeMap<>();
    for (BoundedContext old : before.decomposition().contexts()) {
      if (after.context(old.name()) != null) {
        continue;
      }
      for (BoundedContext now : after.decomposition().contexts()) {
        if (before.context(now.name()) == null
            && old.classes().equals(now.classes())
            && old.tables().equals(now.tables())) {
          renamed.put(old.name(), now.name());
        }
      }
    }
    return renamed;
  }

  private static void add(List<Move> moves, String name, boolean table, String old, String now) {
    if (!old.equals(now)) {
      moves.add(new Move(name, table, old, now));
    }
  }

  private static String nobody(String owner) {
    return owner.isEmpty() ? "(nobody)" : owner;
  }

  private static String place(ContextMap map, String name) {
    Placement placement = map.placementOf(name);
    String context = map.contextOf(name);
    return !context.isEmpty() || placement == null
        ? nobody(context)
        : "(" + Listings.word(placement) + ")";
  }

  /** Prints what moves and what it does to the figures; all of it, or the first of each. */
  void print(Console console, boolean everything) {
    Map<String, String> renamed = renamed();
    List<Move> moves = moves(renamed);
    renamed.forEach((old, now) -> console.heading("%s gets the name %s".formatted(old, now)));
    if (moves.isEmpty()) {
      console.line("no class and no table changes its place");
    } else {
      console.heading(
          moves.size() == 1 ? "one changes its place" : moves.size() + " change their place");
      lines(moves, everything).forEach(each -> console.line("  " + each));
    }
    console.line();
    totals(console, everything);
    if (everything) {
      console.line();
      metrics(console);
      console.line();
      contexts(console, renamed);
    }
  }

  /** One for each move; of many, one for each way, the broadest first, all or ten. */
  private List<String> lines(List<Move> moves, boolean everything) {
    if (moves.size() <= SHOWN) {
      Followed followed = new Followed(before, after);
      return moves.stream()
          .map(each -> each.line() + (each.table() ? "" : followed.why(each.name())))
          .toList();
    }
    Map<String, List<Move>> ways = new TreeMap<>();
    moves.forEach(each -> ways.computeIfAbsent(each.way(), way -> new ArrayList<>()).add(each));
    List<String> lines = new ArrayList<>();
    ways.values().stream()
        .sorted(Comparator.comparing((List<Move> each) -> -each.size()))
        .limit(everything ? ways.size() : SHOWN)
        .forEach(each -> lines.add(way(each)));
    if (ways.size() > SHOWN && !everything) {
      int rest = ways.size() - SHOWN;
      lines.add((rest == 1 ? "1 way more" : rest + " ways more") + ": the same with --diff");
    }
    return lines;
  }

  private static String way(List<Move> moves) {
    List<String> some =
        moves.stream()
            .limit(NAMED)
            .map(each -> each.table() ? each.name() : ExplainedLines.simple(each.name()))
            .toList();
    long tables = moves.stream().filter(Move::table).count();
    long classes = moves.size() - tables;
    String counts =
        (classes == 0 ? "" : classes == 1 ? "1 class" : classes + " classes")
            + (classes > 0 && tables > 0 ? " and " : "")
            + (tables == 0 ? "" : tables == 1 ? "1 table" : tables + " tables");
    return "%s: %s, %s%s"
        .formatted(
            moves.get(0).way(), counts, moves.size() > NAMED ? "as " : "", String.join(", ", some));
  }

  private void totals(Console console, boolean everything) {
    Grid grid = new Grid("FIGURE", "#BEFORE", "#AFTER", "#CHANGE");
    row(grid, "contexts", size(before), size(after), true);
    row(grid, "classes in contexts", classes(before), classes(after), true);
    row(grid, "crossing references", references(before), references(after), true);
    row(grid, "tables read by others", reads(before), reads(after), true);
    row(grid, "tables written by others", writes(before), writes(after), true);
    row(grid, "crossing transactions", transactions(before), transactions(after), true);
    Map<CutKind, Integer> old = cuts(before);
    Map<CutKind, Integer> now = cuts(after);
    for (CutKind kind : CutKind.values()) {
      int one = old.getOrDefault(kind, 0);
      int other = now.getOrDefault(kind, 0);
      row(grid, "cuts: " + Listings.word(kind), one, other, everything && one + other > 0);
    }
    grid.lines(Text.WIDTH).forEach(console::line);
  }

  /** Published figures of the whole, each with its variant. */
  private void metrics(Console console) {
    Map<String, Metric> known = new LinkedHashMap<>();
    Metrics.of(before).forEach(each -> known.put(each.id(), each));
    Grid grid = new Grid("METRIC", "#BEFORE", "#AFTER", "#CHANGE");
    for (Metric now : Metrics.of(after)) {
      Metric then = known.get(now.id());
      if (now.context().isEmpty() && then != null) {
        String old = CutListings.value(then);
        String value = CutListings.value(now);
        String format = now.isCount() ? "%+.0f" : "%+.3f";
        double change = now.value() - then.value();
        String by = old.equals(value) ? "" : String.format(Locale.ROOT, format, change);
        grid.row(now.id(), old, value, by);
      }
    }
    grid.lines(Text.WIDTH).forEach(console::line);
  }

  private static void row(Grid grid, String what, int old, int now, boolean always) {
    if (always || old != now) {
      String change = old == now ? "" : String.format(Locale.ROOT, "%+,d", now - old);
      grid.row(what, number(old), number(now), change);
    }
  }

  private static String number(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static int size(ContextMap map) {
    return map.decomposition().contexts().size();
  }

  private static int classes(ContextMap map) {
    return map.decomposition().contexts().stream().mapToInt(each -> each.classes().size()).sum();
  }

  private static int references(ContextMap map) {
    return map.decomposition().contexts().stream()
        .mapToInt(each -> each.coupling().outgoing())
        .sum();
  }

  private static int reads(ContextMap map) {
    return map.decomposition().contexts().stream()
        .mapToInt(each -> each.coupling().foreignReads())
        .sum();
  }

  /** Each once, however many write it: its owner counts it. */
  private static int writes(ContextMap map) {
    return map.decomposition().contexts().stream()
        .mapToInt(each -> each.coupling().writtenByOthers())
        .sum();
  }

  private static int transactions(ContextMap map) {
    return (int)
        map.facts().transactions().stream()
            .filter(each -> !each.writes().isEmpty() && map.contextsOf(each).size() > 1)
            .count();
  }

  private static Map<CutKind, Integer> cuts(ContextMap map) {
    Map<CutKind, Integer> counts = new EnumMap<>(CutKind.class);
    for (Cut cut : Cuts.of(map)) {
      counts.merge(cut.kind(), 1, Integer::sum);
    }
    return counts;
  }

  private void contexts(Console console, Map<String, String> renamed) {
    Grid grid =
        new Grid("CONTEXT", "CLASSES", "TABLES", "CROSSING", "OUT", "IN", "FOREIGN TABLES", "TX");
    Set<String> names = new TreeSet<>();
    before.decomposition().contexts().forEach(each -> names.add(each.name()));
    after.decomposition().contexts().forEach(each -> names.add(each.name()));
    names.removeAll(renamed.values());
    int same = 0;
    for (String name : names) {
      Object[] old = figures(before.context(name));
      Object[] now = figures(after.context(renamed.getOrDefault(name, name)));
      if (names.size() > CONTEXTS && Arrays.equals(old, now)) {
        same++;
        continue;
      }
      Object[] cells = new Object[now.length + 1];
      cells[0] = renamed.containsKey(name) ? name + " -> " + renamed.get(name) : name;
      for (int i = 0; i < now.length; i++) {
        cells[i + 1] = old[i].equals(now[i]) ? now[i] : old[i] + " -> " + now[i];
      }
      grid.row(cells);
    }
    grid.lines(Text.WIDTH).forEach(console::line);
    if (same > 0) {
      console.line("%s as before".formatted(same == 1 ? "1 more is" : same + " more are"));
    }
  }

  private static Object[] figures(@Nullable BoundedContext context) {
    if (context == null) {
      return new Object[] {"-", "-", "-", "-", "-", "-", "-"};
    }
    BoundedContext.Coupling coupling = context.coupling();
    return new Object[] {
      number(context.classes().size()),
      number(context.tables().size()),
      Math.round(100 * coupling.share()) + "%",
      number(coupling.outgoing()),
      number(coupling.incoming()),
      number(coupling.foreignReads() + coupling.foreignWrites()),
      number(coupling.transactions())
    };
  }
}
