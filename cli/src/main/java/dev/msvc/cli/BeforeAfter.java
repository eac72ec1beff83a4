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
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Every figure before a change and after it. */
record BeforeAfter(ContextMap before, ContextMap after) {
  private static final int SHOWN = 10;

  /** Classes that change their place, and tables that change their owner. */
  List<String> moves() {
    List<String> moves = new ArrayList<>();
    for (TypeFact type : after.facts().types()) {
      if (type.isTopLevel()) {
        add(moves, type.name(), place(before, type.name()), place(after, type.name()));
      }
    }
    for (TableFact table : after.facts().tables()) {
      String old = before.ownership(table.name()).owner();
      String now = after.ownership(table.name()).owner();
      add(moves, "table " + table.name(), nobody(old), nobody(now));
    }
    return moves;
  }

  private static void add(List<String> moves, String name, String old, String now) {
    if (!old.equals(now)) {
      moves.add("%s: %s -> %s".formatted(name, old, now));
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
    List<String> moves = moves();
    if (moves.isEmpty()) {
      console.line("no class and no table changes its place");
    } else {
      console.heading(
          moves.size() == 1 ? "1 changes its place" : moves.size() + " change their place");
      int shown = everything ? moves.size() : Math.min(SHOWN, moves.size());
      moves.subList(0, shown).forEach(each -> console.line("  " + each));
      if (shown < moves.size()) {
        console.line("  %d more: the same with --diff".formatted(moves.size() - shown));
      }
    }
    console.line();
    totals(console, everything);
    if (everything) {
      console.line();
      metrics(console);
      console.line();
      contexts(console);
    }
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

  private static int writes(ContextMap map) {
    return map.decomposition().contexts().stream()
        .mapToInt(each -> each.coupling().foreignWrites())
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

  private void contexts(Console console) {
    Grid grid =
        new Grid("CONTEXT", "CLASSES", "TABLES", "CROSSING", "OUT", "IN", "FOREIGN TABLES", "TX");
    Set<String> names = new TreeSet<>();
    before.decomposition().contexts().forEach(each -> names.add(each.name()));
    after.decomposition().contexts().forEach(each -> names.add(each.name()));
    for (String name : names) {
      Object[] old = figures(before.context(name));
      Object[] now = figures(after.context(name));
      Object[] cells = new Object[now.length + 1];
      cells[0] = name;
      for (int i = 0; i < now.length; i++) {
        cells[i + 1] = old[i].equals(now[i]) ? now[i] : old[i] + " -> " + now[i];
      }
      grid.row(cells);
    }
    grid.lines(Text.WIDTH).forEach(console::line);
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
