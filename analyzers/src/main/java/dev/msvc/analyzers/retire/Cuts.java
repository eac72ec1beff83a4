package dev.msvc.analyzers.retire;

import dev.msvc.analyzers.code.MethodLines;
import dev.msvc.analyzers.code.Unused;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Place;
import dev.msvc.model.TypeFact;
import dev.msvc.model.shift.Deletion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lines that go from files which stay: gone handlers, what these alone used, and imports. */
final class Cuts {
  private final ContextMap map;
  private final Texts texts;
  private final SortedMap<String, List<Deletion.Lines>> lines = new TreeMap<>();
  private final Map<String, List<Unused.Left>> left = new HashMap<>();

  /** Those of some handlers, as if all their types stayed. */
  Cuts(ContextMap map, Texts texts, Handlers handlers) {
    this.map = map;
    this.texts = texts;
    for (TypeFact type : map.facts().types()) {
      for (String each : handlers.methods().getOrDefault(type.name(), new TreeSet<>())) {
        String file = type.place().file();
        texts
            .methods(file)
            .of(type.simpleName(), each)
            .ifPresent(at -> lines.computeIfAbsent(file, none -> new ArrayList<>()).add(at));
      }
    }
    for (Map.Entry<String, List<Deletion.Lines>> each : lines.entrySet()) {
      Unused unused = new Unused(texts.read(each.getKey()), each.getValue());
      each.setValue(unused.lines());
      left.put(each.getKey(), unused.left());
    }
  }

  /** Whether a line of a file goes. */
  boolean hold(String file, int line) {
    return lines.getOrDefault(file, List.of()).stream().anyMatch(each -> each.holds(line));
  }

  /** Whether a method of a type can be cut out. */
  boolean has(TypeFact type, String method) {
    MethodLines methods = texts.methods(type.place().file());
    return methods.of(type.simpleName(), method).isPresent();
  }

  List<Deletion.Lines> of(String file) {
    return lines.getOrDefault(file, List.of());
  }

  /** All of them where some types go, with the imports of these. */
  SortedMap<String, List<Deletion.Lines>> besides(Set<String> dead) {
    Set<String> staying = new TreeSet<>();
    List<TypeFact> going = new ArrayList<>();
    for (TypeFact each : map.facts().types()) {
      if (dead.contains(each.topLevel())) {
        going.add(each);
      } else {
        staying.add(each.place().file());
      }
    }
    SortedMap<String, List<Deletion.Lines>> all = new TreeMap<>();
    lines.forEach(
        (file, at) -> {
          if (staying.contains(file)) {
            all.put(file, new ArrayList<>(at));
          }
        });
    texts
        .imports(staying, going)
        .forEach(
            (file, at) -> {
              List<Deletion.Lines> there = all.computeIfAbsent(file, none -> new ArrayList<>());
              at.stream().filter(each -> !hold(file, each.first())).forEach(there::add);
            });
    all.values().forEach(each -> each.sort(Comparator.comparingInt(Deletion.Lines::first)));
    return all;
  }

  /** Private members of types that stay which nothing uses any more. */
  List<Deletion.Kept> left(Set<String> dead) {
    List<Deletion.Kept> kept = new ArrayList<>();
    for (TypeFact type : map.facts().types()) {
      String file = type.place().file();
      for (Unused.Left each : left.getOrDefault(file, List.of())) {
        if (!dead.contains(type.topLevel()) && each.type().equals(type.simpleName())) {
          kept.add(
              new Deletion.Kept(
                  type.name() + "." + each.member(), new Place(file, each.line()), each.why()));
        }
      }
    }
    return kept;
  }
}
