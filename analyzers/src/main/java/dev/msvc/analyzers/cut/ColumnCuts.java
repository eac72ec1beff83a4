package dev.msvc.analyzers.cut;

import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Cut;
import dev.msvc.model.CutKind;
import dev.msvc.model.Operation;
import dev.msvc.model.Place;
import dev.msvc.model.TableFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tables that several contexts write, by column where the statements name them. */
final class ColumnCuts {
  private ColumnCuts() {}

  static List<Cut> of(Boundary boundary) {
    List<Cut> cuts = new ArrayList<>();
    for (TableFact table : boundary.facts().tables()) {
      String owner = boundary.owner(table.name());
      Written written = written(boundary, table.name());
      // statements name the key to find the row, and do not change it
      Set<String> key = new TreeSet<>();
      table.primaryKey().forEach(each -> key.add(each.toLowerCase(Locale.ROOT)));
      written.contexts.values().forEach(columns -> columns.removeAll(key));
      boolean others = written.contexts.keySet().stream().anyMatch(each -> !each.equals(owner));
      if (!owner.isEmpty() && others && written.contexts.size() > 1) {
        cuts.add(cut(table.name(), owner, written));
      }
    }
    return cuts;
  }

  /** Which columns each context changes; none where it stores whole rows. */
  private static final class Written {
    final SortedMap<String, SortedSet<String>> contexts = new TreeMap<>();
    final SortedSet<String> wholeRows = new TreeSet<>();
    final SortedSet<String> stored = new TreeSet<>();
    final SortedSet<String> methods = new TreeSet<>();
    final SortedSet<Place> places = new TreeSet<>();
    Certainty certainty = Certainty.GUESSED;
  }

  private static Written written(Boundary boundary, String table) {
    Written written = new Written();
    boundary
        .accesses(table)
        .forEach(
            (className, accesses) -> {
              String context = boundary.context(className);
              for (Access each : accesses) {
                boolean direct = each.via() != AccessVia.TRIGGER && each.via() != AccessVia.CASCADE;
                if (!context.isEmpty() && each.op().writes() && direct) {
                  add(written, context, each);
                }
              }
            });
    return written;
  }

  private static void add(Written written, String context, Access access) {
    SortedSet<String> columns = written.contexts.computeIfAbsent(context, name -> new TreeSet<>());
    boolean rows = access.op() == Operation.DELETE || access.op() == Operation.TRUNCATE;
    if (access.columns().isEmpty() || rows) {
      written.wholeRows.add(context);
    }
    if (!rows) {
      written.stored.add(context);
    }
    if (!rows && access.op() != Operation.INSERT) {
      access.columns().forEach(each -> columns.add(each.toLowerCase(Locale.ROOT)));
    }
    written.methods.add(Cuts.method(access.className(), access.method()));
    written.places.add(access.place());
    written.certainty = Cuts.surest(written.certainty, access.certainty());
  }

  private static Cut cut(String table, String owner, Written written) {
    List<String> parts = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    List<String> deleting = new ArrayList<>();
    SortedSet<String> seen = new TreeSet<>();
    SortedSet<String> both = new TreeSet<>();
    written.contexts.forEach(
        (context, columns) -> {
          if (columns.isEmpty() && !written.stored.contains(context)) {
            deleting.add(context);
          } else if (columns.isEmpty()) {
            unknown.add(context);
          } else {
            parts.add("%s changes %s".formatted(context, Cuts.few(columns)));
            columns.forEach(
                column -> {
                  if (!seen.add(column)) {
                    both.add(column);
                  }
                });
          }
        });
    if (!unknown.isEmpty()) {
      parts.add(
          "%s %s whole rows, so its columns are not known"
              .formatted(Cuts.few(unknown), unknown.size() == 1 ? "stores" : "store"));
    }
    if (!deleting.isEmpty()) {
      parts.add(
          "%s only %s rows"
              .formatted(Cuts.few(deleting), deleting.size() == 1 ? "deletes" : "delete"));
    }
    boolean splits = unknown.isEmpty() && both.isEmpty() && written.wholeRows.isEmpty();
    String advice =
        splits
            ? "split the table by these columns; each part has the same key and one writer"
            : both.isEmpty()
                ? "let %s write alone and the others send it commands, or split off the columns that"
                        .formatted(owner)
                    + " only they change"
                : "%s %s changed by several: let %s write alone, the others send it commands"
                    .formatted(Cuts.few(both), both.size() == 1 ? "is" : "are", owner);
    String to =
        written.contexts.keySet().stream()
            .filter(each -> !each.equals(owner))
            .findFirst()
            .orElse("");
    TreeSet<String> contexts = new TreeSet<>(written.contexts.keySet());
    contexts.add(owner);
    return new Cut(
        "column-split/" + ContextMap.key(table),
        CutKind.COLUMN_SPLIT,
        owner,
        to,
        List.copyOf(contexts),
        table,
        "%s of %s is written by %s: %s"
            .formatted(table, owner, Cuts.few(written.contexts.keySet()), String.join("; ", parts)),
        advice,
        null,
        "",
        List.of(table),
        List.of(),
        List.copyOf(written.methods),
        "",
        Cuts.hurts(both.isEmpty() ? 64 : 68, written.contexts.size(), written.certainty),
        Cuts.places(written.places),
        written.certainty);
  }
}
