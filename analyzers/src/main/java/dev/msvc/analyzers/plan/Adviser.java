package dev.msvc.analyzers.plan;

import dev.msvc.analyzers.cut.Cuts;
import dev.msvc.model.Advice;
import dev.msvc.model.Analysis;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Extraction;
import dev.msvc.model.Extraction.Verdict;
import dev.msvc.model.Facts;
import dev.msvc.model.RoadmapWord;
import dev.msvc.model.Unseen.Part;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says which context to start with, and which one not to touch yet: as the roadmap has it. */
public final class Adviser {
  private static final Advice NONE = new Advice("", "", "", "");

  private Adviser() {}

  /** What is advised where the user says nothing. */
  public static Advice advise(Facts facts, Decomposition decomposition) {
    return advise(facts, decomposition, RoadmapWord.NONE);
  }

  /**
   * What is advised after what the user says.
   *
   * @throws dev.msvc.model.UserError where the user's word names what is not there, or contradicts
   *     itself
   */
  public static Advice advise(Facts facts, Decomposition decomposition, RoadmapWord word) {
    List<BoundedContext> contexts = decomposition.contexts();
    ContextMap map = new ContextMap(new Analysis(facts, decomposition, NONE));
    Order order = new Order(map, Cuts.of(map), word);
    if (contexts.size() < 2) {
      return new Advice(
          "",
          contexts.isEmpty()
              ? "there is no context to take out"
              : "there is one context only: nothing to take out of it",
          "",
          "no context stands out");
    }
    Order.Turn first = turn(order, Verdict.EXTRACT);
    List<String> against = first == null || order.isSaid(first) ? List.of() : order.unclear(first);
    BoundedContext start = first != null && against.isEmpty() ? largest(order, first) : null;
    Order.Turn left = turn(order, Verdict.HELD);
    left = left == null ? turn(order, Verdict.STAY) : left;
    left = left == null ? turn(order, Verdict.REST) : left;
    BoundedContext leave = left == null ? null : largest(order, left);
    if (leave != null && !crosses(leave.coupling())) {
      leave = null;
    }
    return new Advice(
        start == null ? "" : start.name(),
        first == null
            ? none(order)
            : start != null
                ? why(start, first.boundary(), map)
                : "the first of the roadmap would be %s, but %s"
                    .formatted(order.units().name(first.unit()), listed(against)),
        leave == null ? "" : leave.name(),
        left != null && leave != null
            ? new Reasons(order).left(left) + "; " + whyNot(leave)
            : "of the others none is written or used by another");
  }

  /** Why nothing is to be taken out: what its contexts are instead. */
  private static String none(Order order) {
    Set<Verdict> all = EnumSet.noneOf(Verdict.class);
    order.turns().forEach(each -> all.add(each.verdict()));
    List<String> words = all.stream().map(Adviser::word).toList();
    int last = words.size() - 1;
    return "each context is "
        + (last < 1
            ? String.join("", words)
            : String.join(", ", words.subList(0, last)) + " or " + words.get(last));
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case EXTRACT -> "to be taken out";
      case STAY -> "to stay by your word";
      case HELD -> "held to what stays";
      case LIBRARY -> "a library without tables and entry points";
      case UNKNOWN -> "not seen to store and answer anything";
      case SMALL -> "too small to be a service";
      case LAYER -> "a layer over others";
      case REST -> "what is left of the monolith";
    };
  }

  /** The first unit with a verdict; null for none. */
  private static Order.@Nullable Turn turn(Order order, Verdict verdict) {
    return order.turns().stream()
        .filter(each -> each.verdict() == verdict)
        .findFirst()
        .orElse(null);
  }

  /** The context that a unit is named after; null for none. */
  private static @Nullable BoundedContext largest(Order order, Order.Turn turn) {
    String name = order.units().name(turn.unit());
    return order.contexts(turn.unit()).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static boolean crosses(BoundedContext.Coupling coupling) {
    return coupling.incoming()
            + coupling.writtenByOthers()
            + coupling.foreignWrites()
            + coupling.transactions()
        > 0;
  }

  private static String why(BoundedContext context, Extraction.Boundary boundary, ContextMap map) {
    BoundedContext.Coupling coupling = context.coupling();
    int owned = map.tablesWithRows(context).size();
    String tables = Reasons.counted(owned, "table");
    String data =
        owned == 0
            ? "it owns no table"
            : coupling.writtenByOthers() == 0
                ? unwritten(context, tables, map)
                : "others write %d of its %s".formatted(coupling.writtenByOthers(), tables);
    String stores =
        map.isUnseen(Part.STORES)
            ? "what it and others store is not seen"
            : data
                + ", "
                + (coupling.transactions() == 0 && map.hidesTransactions()
                    ? "which transactions cross its boundary is not known"
                    : crossing(coupling.transactions()));
    String answers =
        map.isUnseen(Part.ANSWERS)
            ? "what it answers is not seen"
            : "it has %s of its own"
                .formatted(Reasons.counted(map.entryPoints(context.name()).size(), "entry point"));
    String unplaced = Reasons.unplaced(boundary);
    return String.format(
        Locale.ROOT,
        "%d %% of its references stay inside (%,d come in, %,d go out), %s%s, and %s",
        Math.round(100 * (1 - coupling.share())),
        coupling.incoming(),
        coupling.outgoing(),
        unplaced.isEmpty() ? "" : unplaced + ", ",
        stores,
        answers);
  }

  /** That no other context writes its tables; classes of no context may. */
  private static String unwritten(BoundedContext context, String tables, ContextMap map) {
    long written =
        context.tables().stream()
            .filter(
                table ->
                    map.accesses(table).stream()
                        .anyMatch(
                            each ->
                                each.op().writes()
                                    && !each.isMigration()
                                    && map.unplaced(each.className()) != null))
            .count();
    return written == 0
        ? "nobody else writes its %s".formatted(tables)
        : "no other context writes its %s, but classes of no context write %d"
            .formatted(tables, written);
  }

  /** Only what speaks against it: of the rest there is none. */
  private static String whyNot(BoundedContext context) {
    BoundedContext.Coupling coupling = context.coupling();
    List<String> reasons = new ArrayList<>();
    if (coupling.writtenByOthers() > 0) {
      reasons.add(
          "others write %d of its %s"
              .formatted(
                  coupling.writtenByOthers(), Reasons.counted(context.tables().size(), "table")));
    }
    if (coupling.foreignWrites() > 0) {
      reasons.add(
          "it writes %s of others".formatted(Reasons.counted(coupling.foreignWrites(), "table")));
    }
    if (coupling.transactions() > 0) {
      reasons.add(crossing(coupling.transactions()));
    }
    if (coupling.incoming() > 0) {
      reasons.add(
          Reasons.counted(coupling.incoming(), "reference")
              + (coupling.incoming() == 1 ? " comes" : " come")
              + " in from others");
    }
    return listed(reasons);
  }

  private static String listed(List<String> reasons) {
    int last = reasons.size() - 1;
    return last < 1
        ? String.join("", reasons)
        : String.join(", ", reasons.subList(0, last)) + " and " + reasons.get(last);
  }

  private static String crossing(int transactions) {
    return Reasons.counted(transactions, "transaction")
        + (transactions == 1 ? " crosses" : " cross")
        + " its boundary";
  }
}
