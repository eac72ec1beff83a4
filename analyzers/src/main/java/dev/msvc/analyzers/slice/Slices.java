package dev.msvc.analyzers.slice;

import dev.msvc.analyzers.cut.Cuts;
import dev.msvc.analyzers.plan.Calls;
import dev.msvc.model.Analysis;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ContextMap.Placement;
import dev.msvc.model.Cut;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Dependency;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.Ownership;
import dev.msvc.model.Slice;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What must come along with one thing, what blocks that and what it costs. */
public final class Slices {
  private Slices() {}

  /** The smallest part of a system that is worth moving with a start. */
  public static Slice of(ContextMap map, Start start) {
    return of(map, start, Closure.of(new Uses(map, Set.copyOf(start.classes())), start));
  }

  private static Slice of(ContextMap map, Start start, List<Slice.Member> members) {
    Set<String> classes = new TreeSet<>();
    Set<String> tables = new TreeSet<>();
    members.forEach(
        each ->
            (each.table() ? tables : classes)
                .add(each.table() ? ContextMap.key(each.name()) : each.name()));
    Set<String> libraries = new TreeSet<>();
    Set<String> mustSplit = new TreeSet<>();
    List<Dependency> incoming = new ArrayList<>();
    List<Dependency> outgoing = new ArrayList<>();
    for (Dependency each : map.decomposition().dependencies()) {
      boolean from = classes.contains(each.from());
      boolean to = classes.contains(each.to());
      if (from != to) {
        String other = from ? each.to() : each.from();
        Placement placement = map.placementOf(other);
        if (placement == Placement.MUST_SPLIT) {
          mustSplit.add(other);
        }
        if (from && (placement == Placement.SHARED || placement == Placement.TECHNICAL)) {
          libraries.add(other);
        } else if (placement == Placement.CONTEXT || placement == Placement.MUST_SPLIT) {
          (from ? outgoing : incoming).add(each);
        }
      }
    }
    Comparator<Dependency> heaviest =
        Comparator.comparingInt((Dependency each) -> -each.count())
            .thenComparing(Dependency::from)
            .thenComparing(Dependency::to);
    incoming.sort(heaviest);
    outgoing.sort(heaviest);
    List<EntryPoint> entryPoints =
        map.facts().entryPoints().stream()
            .filter(each -> classes.contains(map.topLevel(each.className())))
            .toList();
    int lines = 0;
    for (String each : classes) {
      TypeFact type = map.type(each);
      lines += type == null ? 0 : type.lines();
    }
    ContextMap two = apart(map, start.name(), classes, tables);
    return new Slice(
        start.kind(),
        start.name(),
        members,
        entryPoints,
        List.copyOf(libraries),
        List.copyOf(mustSplit),
        incoming,
        outgoing,
        cuts(two, start.name()),
        new Calls(two).across(start.name()),
        lines);
  }

  /** What the boundary cuts, with the transactions that begin here and write what stays. */
  private static List<Cut> cuts(ContextMap two, String name) {
    List<Cut> all = new ArrayList<>(Cuts.of(two));
    all.addAll(Cuts.begunIn(two, name));
    all.sort(null);
    return all;
  }

  /** The same system with two contexts: the slice, and all else. */
  private static ContextMap apart(
      ContextMap map, String name, Set<String> classes, Set<String> tables) {
    Decomposition old = map.decomposition();
    List<String> restClasses = new ArrayList<>();
    for (BoundedContext each : old.contexts()) {
      each.classes().stream().filter(type -> !classes.contains(type)).forEach(restClasses::add);
    }
    SortedMap<String, Ownership> owners = new TreeMap<>();
    old.owners()
        .forEach(
            (table, ownership) ->
                owners.put(
                    table,
                    new Ownership(
                        tables.contains(ContextMap.key(table)) ? name : Slice.REST,
                        List.of(),
                        "")));
    BoundedContext.Coupling none = new BoundedContext.Coupling(0, 0, 0, 0, 0, 0, 0);
    List<BoundedContext> two =
        List.of(
            new BoundedContext(name, List.copyOf(classes), List.copyOf(tables), List.of(), none),
            new BoundedContext(Slice.REST, restClasses, List.of(), List.of(), none));
    return new ContextMap(
        new Analysis(
            map.facts(),
            new Decomposition(
                two,
                old.shared().stream().filter(each -> !classes.contains(each.className())).toList(),
                old.mustSplit().stream()
                    .filter(each -> !classes.contains(each.className()))
                    .toList(),
                old.technical().stream()
                    .filter(each -> !classes.contains(each.className()))
                    .toList(),
                owners,
                old.dependencies()),
            map.analysis().advice()));
  }
}
