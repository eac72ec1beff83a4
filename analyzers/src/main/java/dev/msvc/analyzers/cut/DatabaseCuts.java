package dev.msvc.analyzers.cut;

import dev.msvc.model.Certainty;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Cut;
import dev.msvc.model.CutKind;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.DatabaseObjectKind;
import dev.msvc.model.MappingFact;
import dev.msvc.model.MappingRole;
import dev.msvc.model.Place;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Views, triggers, routines and sources of ids that touch tables of several owners. */
final class DatabaseCuts {
  private final Boundary boundary;
  private final List<Cut> cuts = new ArrayList<>();

  private DatabaseCuts(Boundary boundary) {
    this.boundary = boundary;
  }

  static List<Cut> of(Boundary boundary) {
    DatabaseCuts all = new DatabaseCuts(boundary);
    Set<String> views = new HashSet<>();
    for (DatabaseObject each : boundary.facts().database().objects()) {
      all.object(each);
      if (kind(each.kind()) == CutKind.VIEW) {
        views.add(ContextMap.key(each.name()));
      }
    }
    for (TableFact each : boundary.facts().tables()) {
      boolean view = each.kind() == TableKind.VIEW || each.kind() == TableKind.MATERIALIZED_VIEW;
      if (view && !views.contains(ContextMap.key(each.name()))) {
        all.add(
            CutKind.VIEW,
            each.name(),
            each.dependsOn(),
            List.of(),
            each.places(),
            Certainty.PARSED);
      }
    }
    all.idTables();
    return all.cuts;
  }

  private static @Nullable CutKind kind(DatabaseObjectKind kind) {
    return switch (kind) {
      case VIEW, MATERIALIZED_VIEW -> CutKind.VIEW;
      case TRIGGER -> CutKind.TRIGGER;
      case PROCEDURE, FUNCTION, JOB -> CutKind.ROUTINE;
      case SEQUENCE -> CutKind.SEQUENCE;
      default -> null;
    };
  }

  private void object(DatabaseObject object) {
    CutKind kind = kind(object.kind());
    if (kind == null) {
      return;
    }
    TreeSet<String> tables = new TreeSet<>(object.tables());
    tables.addAll(object.reads());
    tables.addAll(object.writes());
    add(kind, object.name(), tables, object.writes(), object.places(), object.certainty());
  }

  /** Tables that hand out ids for classes of several contexts. */
  private void idTables() {
    SortedMap<String, SortedSet<String>> users = new TreeMap<>();
    SortedMap<String, SortedSet<Place>> places = new TreeMap<>();
    for (MappingFact each : boundary.facts().mappings()) {
      String context = boundary.context(each.className());
      if (each.role() == MappingRole.IDS && !context.isEmpty()) {
        users.computeIfAbsent(each.table(), table -> new TreeSet<>()).add(context);
        places.computeIfAbsent(each.table(), table -> new TreeSet<>()).add(each.place());
      }
    }
    users.forEach(
        (table, contexts) -> {
          if (contexts.size() > 1) {
            String owner = boundary.owner(table);
            String from = contexts.contains(owner) ? owner : contexts.first();
            String to = contexts.stream().filter(each -> !each.equals(from)).findFirst().orElse("");
            cuts.add(
                cut(
                    CutKind.SEQUENCE,
                    table,
                    from,
                    to,
                    contexts,
                    List.of(table),
                    "table %s hands out ids to classes of %s".formatted(table, Cuts.few(contexts)),
                    45,
                    places.getOrDefault(table, new TreeSet<>()),
                    Certainty.INFERRED));
          }
        });
  }

  private void add(
      CutKind kind,
      String name,
      Collection<String> tables,
      Collection<String> written,
      Collection<Place> places,
      Certainty certainty) {
    SortedMap<String, SortedSet<String>> owners = boundary.byOwner(tables);
    if (owners.size() < 2) {
      return;
    }
    String from = Boundary.home(boundary.owner(name), owners);
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, SortedSet<String>> each : owners.entrySet()) {
      parts.add("%s of %s".formatted(Cuts.few(each.getValue()), each.getKey()));
    }
    String does =
        switch (kind) {
          case VIEW -> "shows ";
          case SEQUENCE -> "hands out ids to ";
          case TRIGGER -> "stands between ";
          default -> "touches ";
        };
    String writes = written.isEmpty() ? "" : "; it writes " + Cuts.few(written);
    int base =
        switch (kind) {
          case TRIGGER -> written.isEmpty() ? 55 : 68;
          case ROUTINE -> written.isEmpty() ? 50 : 66;
          case SEQUENCE -> 45;
          default -> 50;
        };
    cuts.add(
        cut(
            kind,
            name,
            from,
            Boundary.most(owners, from),
            owners.keySet(),
            new TreeSet<>(tables),
            "%s %s %s%s%s".formatted(word(kind), name, does, String.join(", ", parts), writes),
            base,
            places,
            certainty));
  }

  private static String word(CutKind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static Cut cut(
      CutKind kind,
      String name,
      String from,
      String to,
      Collection<String> contexts,
      Collection<String> tables,
      String what,
      int base,
      Collection<Place> places,
      Certainty certainty) {
    String advice =
        switch (kind) {
          case VIEW -> "give it an owner as a read model that events of the others fill";
          case TRIGGER -> "make it code of %s that tells %s by an event".formatted(from, to);
          case SEQUENCE -> "give each side its own, far enough apart, or ids that need none";
          default -> "take it apart: what belongs to %s goes there as code".formatted(to);
        };
    return new Cut(
        word(kind) + "/" + ContextMap.key(name),
        kind,
        from,
        to,
        List.copyOf(contexts),
        name,
        what,
        advice,
        null,
        "",
        List.copyOf(tables),
        List.of(),
        List.of(),
        "",
        Cuts.hurts(base, tables.size(), certainty),
        Cuts.places(places),
        certainty);
  }
}
