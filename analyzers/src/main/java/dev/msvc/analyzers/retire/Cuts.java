package dev.msvc.analyzers.retire;

import dev.msvc.analyzers.code.MethodLines;
import dev.msvc.model.ContextMap;
import dev.msvc.model.TypeFact;
import dev.msvc.model.shift.Deletion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Lines that go from files which stay: gone handlers, and imports of what goes. */
final class Cuts {
  private final ContextMap map;
  private final Texts texts;
  private final Handlers handlers;
  private final Set<String> dead;
  private final List<Deletion.Kept> kept = new ArrayList<>();

  Cuts(ContextMap map, Texts texts, Handlers handlers, Set<String> dead) {
    this.map = map;
    this.texts = texts;
    this.handlers = handlers;
    this.dead = dead;
  }

  SortedMap<String, List<Deletion.Lines>> lines() {
    SortedMap<String, List<Deletion.Lines>> cut = new TreeMap<>();
    for (TypeFact type : map.facts().types()) {
      SortedSet<String> gone = handlers.methods().get(type.name());
      if (gone != null && !dead.contains(type.topLevel())) {
        handlers(type, gone, cut);
      }
    }
    List<TypeFact> going =
        map.facts().types().stream().filter(each -> dead.contains(each.topLevel())).toList();
    texts
        .imports(staying(), going)
        .forEach((file, at) -> cut.computeIfAbsent(file, none -> new ArrayList<>()).addAll(at));
    cut.values().forEach(each -> each.sort(Comparator.comparingInt(Deletion.Lines::first)));
    return cut;
  }

  /** What could not be cut. */
  List<Deletion.Kept> kept() {
    return kept;
  }

  private void handlers(
      TypeFact type, SortedSet<String> gone, SortedMap<String, List<Deletion.Lines>> cut) {
    String file = type.place().file();
    MethodLines methods = new MethodLines(texts.read(file));
    for (String each : gone) {
      Optional<Deletion.Lines> at = methods.of(type.simpleName(), each);
      at.ifPresentOrElse(
          lines -> cut.computeIfAbsent(file, none -> new ArrayList<>()).add(lines),
          () ->
              kept.add(
                  new Deletion.Kept(
                      type.name() + (each.isEmpty() ? "" : "." + each),
                      type.place(),
                      "is not asked any more, and could not be cut out: do it by hand")));
    }
  }

  private Set<String> staying() {
    Set<String> files = new java.util.TreeSet<>();
    for (TypeFact each : map.facts().types()) {
      if (!dead.contains(each.topLevel())) {
        files.add(each.place().file());
      }
    }
    return files;
  }
}
