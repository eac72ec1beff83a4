package dev.msvc.analyzers.cut;

import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Cut;
import dev.msvc.model.CutKind;
import dev.msvc.model.TableFact;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Classes of one context that write or read a table of another: one cut a class and table. */
final class AccessCuts {
  private AccessCuts() {}

  static List<Cut> of(Boundary boundary) {
    List<Cut> cuts = new ArrayList<>();
    for (TableFact table : boundary.facts().tables()) {
      String owner = boundary.owner(table.name());
      boundary
          .accesses(table.name())
          .forEach(
              (className, accesses) -> {
                String user = boundary.context(className);
                if (Boundary.crosses(user, owner)) {
                  List<Access> writes =
                      accesses.stream().filter(each -> each.op().writes()).toList();
                  List<Access> reads =
                      accesses.stream().filter(each -> !each.op().writes()).toList();
                  if (!writes.isEmpty()) {
                    cuts.add(
                        cut(CutKind.FOREIGN_WRITE, table.name(), className, user, owner, writes));
                  }
                  if (!reads.isEmpty()) {
                    cuts.add(
                        cut(CutKind.FOREIGN_READ, table.name(), className, user, owner, reads));
                  }
                }
              });
    }
    return cuts;
  }

  private static Cut cut(
      CutKind kind,
      String table,
      String className,
      String user,
      String owner,
      List<Access> accesses) {
    boolean writes = kind == CutKind.FOREIGN_WRITE;
    TreeSet<String> methods = new TreeSet<>();
    TreeSet<String> short_ = new TreeSet<>();
    Certainty certainty = Certainty.GUESSED;
    for (Access each : accesses) {
      methods.add(Cuts.method(className, each.method()));
      short_.add(each.method().isEmpty() ? "mapping" : each.method());
      certainty = Cuts.surest(certainty, each.certainty());
    }
    String ops =
        accesses.stream()
            .map(each -> each.op().name().toLowerCase(java.util.Locale.ROOT))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    String what =
        writes
            ? "%s of %s writes %s of %s (%s) in %s"
                .formatted(Cuts.simple(className), user, table, owner, ops, Cuts.few(short_))
            : "%s of %s reads %s of %s in %s"
                .formatted(Cuts.simple(className), user, table, owner, Cuts.few(short_));
    String advice =
        writes
            ? "make it a command of %s: move the statement behind its interface and call that"
                .formatted(owner)
            : "ask %s through its interface, or keep a copy that its events refresh"
                .formatted(owner);
    return new Cut(
        "%s/%s/%s"
            .formatted(writes ? "foreign-write" : "foreign-read", className, ContextMap.key(table)),
        kind,
        user,
        owner,
        KeyCuts.sorted(user, owner),
        Cuts.simple(className) + (writes ? " writes " : " reads ") + table,
        what + through(accesses),
        advice,
        null,
        "",
        List.of(table),
        List.of(),
        List.copyOf(methods),
        "",
        Cuts.hurts(writes ? 70 : 20, accesses.size(), certainty),
        Cuts.places(accesses.stream().map(Access::place).toList()),
        certainty);
  }

  /** What stands between where all of them do not name the table themselves. */
  private static String through(List<Access> accesses) {
    TreeSet<String> ways = new TreeSet<>();
    for (Access each : accesses) {
      String way = way(each.via());
      if (way.isEmpty()) {
        return "";
      }
      ways.add(way);
    }
    return ", through " + String.join(" and ", ways);
  }

  private static String way(AccessVia via) {
    return switch (via) {
      case VIEW -> "a view";
      case TRIGGER -> "a trigger";
      case ROUTINE -> "a routine";
      case CASCADE -> "a cascade";
      case FETCH -> "a relation that is fetched";
      default -> "";
    };
  }
}
