package dev.msvc.analyzers.plan;

import dev.msvc.analyzers.cut.Cuts;
import dev.msvc.model.Cut;
import dev.msvc.model.Extraction;
import dev.msvc.model.SavedRoadmap;
import dev.msvc.model.Unseen.Part;
import dev.msvc.model.Word.Said;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says why a unit comes where it does, with the figures that decided. */
final class Reasons {
  private static final int KINDS = 3;
  private static final int NAMED = 2;

  private final Order order;

  Reasons(Order order) {
    this.order = order;
  }

  /** Why several contexts go together; empty for one. */
  String together(Order.Turn turn) {
    List<String> contexts = order.units().contexts(turn.unit());
    return contexts.size() < 2
        ? ""
        : "%s hold each other in a circle of transactions that should stay whole"
            .formatted(listed(contexts));
  }

  String why(Order.Turn turn, List<Cut> cuts) {
    String figures = figures(turn, cuts);
    return switch (turn.verdict()) {
      case EXTRACT -> said(turn.unit()) + passed(turn) + figures + running(turn.unit());
      case STAY -> stays(turn.unit());
      case HELD ->
          turn.awaited() != null
              ? left(turn)
              : "%s; move a table to one side, or merge the contexts, and it can be planned: %s"
                  .formatted(left(turn), figures);
      case LIBRARY ->
          "it has no table, no entry point and no thread of its own: share it as a library";
      case UNKNOWN -> "%s: whether it is a service or a library is not known".formatted(unseen());
      case SMALL -> "too small for a service of its own: merge it with what it serves";
      case LAYER -> layer(turn.unit()) + running(turn.unit());
      case REST -> "what is left when all others are out: it is the monolith";
    };
  }

  private String layer(int unit) {
    return order.isReadModel(unit)
        ? "it keeps no rows, and has only %s: a read model of what others keep"
            .formatted(order.readThere(unit))
        : "it owns no table and most of its references cross: a layer over the others";
  }

  /** Of what nobody asks from outside: that it works all the same. */
  private String running(int unit) {
    List<String> running = order.answers(unit) ? List.of() : order.running(unit);
    return running.isEmpty()
        ? ""
        : "; nobody asks it from outside, but it works in threads or by timers of its own (%s)"
            .formatted(some(running));
  }

  private static String some(List<String> classes) {
    String names =
        classes.stream().limit(NAMED).map(Cuts::simple).collect(Collectors.joining(", "));
    return names + (classes.size() > NAMED ? ", ..." : "");
  }

  private String unseen() {
    return !order.isUnseen(Part.ANSWERS)
        ? "what it stores is not seen"
        : order.isUnseen(Part.STORES)
            ? "what it stores and answers is not seen"
            : "what it answers is not seen";
  }

  /** Why one that is not taken out is left, without what it shares with the rest. */
  String left(Order.Turn turn) {
    if (turn.verdict() != Extraction.Verdict.HELD) {
      return why(turn, List.of());
    }
    return turn.awaited() != null ? awaits(turn.unit(), turn.awaited()) : held(turn);
  }

  /** What the user says of its turn. */
  private String said(int unit) {
    List<String> parts = new ArrayList<>();
    Said first = order.wishes().first(unit);
    if (first != null) {
      parts.add("first, as %s says".formatted(first.place()));
    }
    order
        .wishes()
        .before(unit)
        .forEach(
            (later, said) ->
                parts.add(
                    "before %s, as %s says".formatted(order.units().name(later), said.place())));
    return parts.isEmpty() ? "" : String.join(", ", parts) + "; ";
  }

  private String passed(Order.Turn turn) {
    if (turn.passed() == null) {
      return "";
    }
    String why = turn.passedFor().isEmpty() ? "it owns tables" : turn.passedFor().get(0);
    return "before %s, as %s; ".formatted(order.units().name(turn.passed()), why);
  }

  private String stays(int unit) {
    Said said = order.wishes().stays(unit);
    if (said != null) {
      return "%s says that it stays".formatted(said.place());
    }
    SavedRoadmap.Part part = order.wishes().decided().skipped(unit);
    String reason = part == null || part.reason().isEmpty() ? "" : ": " + part.reason();
    return "%s skips it%s".formatted(SavedRoadmap.FILE, reason);
  }

  private String awaits(int unit, int awaited) {
    Said said = order.wishes().before(awaited).get(unit);
    return "%s lets it wait for %s, which is left itself"
        .formatted(said == null ? "" : said.place(), order.units().name(awaited));
  }

  private String held(Order.Turn turn) {
    List<Cut> held = order.shared().heldCuts(turn.unit(), turn.remaining());
    String first = held.isEmpty() ? "" : ", as " + held.get(0).subject();
    return "%,d transactions should stay whole and cross to what stays%s"
        .formatted(held.size(), first);
  }

  private String figures(Order.Turn turn, List<Cut> cuts) {
    List<String> parts = new ArrayList<>();
    String uncut =
        order.isUnseen(Part.STORES)
            ? "what of its data is cut is not seen"
            : "nothing of its data is cut";
    parts.add(cuts.isEmpty() ? uncut : kinds(turn) + partners(turn, cuts));
    Extraction.Boundary boundary = turn.boundary();
    if (boundary.callsIn() + boundary.callsOut() == 0) {
      parts.add(uncalled(order.references(turn)));
    } else {
      parts.add(
          "others call %s of it, it calls %s of others"
              .formatted(classes(boundary.offered()), classes(boundary.needed())));
    }
    String unplaced = unplaced(boundary);
    if (!unplaced.isEmpty()) {
      parts.add(unplaced);
    }
    return String.join("; ", parts);
  }

  /** Which classes of no context call it, in a sentence; empty where none does. */
  static String unplaced(Extraction.Boundary boundary) {
    List<String> callers = boundary.unplaced();
    return callers.isEmpty()
        ? ""
        : "%s of no context (%s) %s it"
            .formatted(
                counted(callers.size(), "class"),
                some(callers),
                callers.size() == 1 ? "calls" : "call");
  }

  /** What crosses all the same where nothing is called but data, which is copied. */
  private static String uncalled(int references) {
    return references == 0
        ? "no call crosses"
        : "no call crosses, %s to types and data %s"
            .formatted(counted(references, "reference"), references == 1 ? "does" : "do");
  }

  private static String classes(int count) {
    return count == 0 ? "no class" : counted(count, "class");
  }

  private String kinds(Order.Turn turn) {
    Map<Rate, Integer> counts = new EnumMap<>(Rate.class);
    order
        .shared()
        .work(turn.unit(), turn.remaining())
        .forEach((rate, sum) -> counts.put(rate, sum.count()));
    List<String> kinds = new ArrayList<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<Rate, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(KINDS)
        .forEach(each -> kinds.add("%,d %s".formatted(each.getValue(), each.getKey().word())));
    return "cuts " + String.join(", ", kinds) + (counts.size() > KINDS ? ", ..." : "");
  }

  /** Those that most of the cuts are with, of more than one. */
  private String partners(Order.Turn turn, List<Cut> cuts) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (Cut cut : cuts) {
      for (int unit : order.units().of(cut)) {
        if (unit != turn.unit() && turn.remaining().contains(unit)) {
          counts.merge(order.units().name(unit), 1, Integer::sum);
        }
      }
    }
    List<String> most =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(2)
            .map(Map.Entry::getKey)
            .toList();
    return (counts.size() > 2 ? ", most with " : ", with ") + String.join(" and ", most);
  }

  private static String listed(List<String> names) {
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  static String counted(int count, String noun) {
    String ending = noun.endsWith("s") ? "es" : "s";
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : ending);
  }
}
