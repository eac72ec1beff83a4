package dev.msvc.analyzers.retire;

import dev.msvc.analyzers.code.MethodLines;
import dev.msvc.model.ContextMap;
import dev.msvc.model.MethodFact;
import dev.msvc.model.Place;
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
import java.util.TreeSet;

/** Methods of types that stay: handlers that cannot be cut out, and those that nobody calls now. */
final class Staying {
  private static final String IDLE = "may be called by reflection, a framework or from outside";

  private static final List<MethodFact> NONE = List.of();

  private final ContextMap map;
  private final Texts texts;
  private final Ties ties;
  private final Handlers handlers;
  private final Cuts cuts;
  private final Set<String> dead;
  private final Set<String> started = new TreeSet<>();

  Staying(ContextMap map, Texts texts, Ties ties, Handlers handlers, Cuts cuts, Set<String> dead) {
    this.map = map;
    this.texts = texts;
    this.ties = ties;
    this.handlers = handlers;
    this.cuts = cuts;
    this.dead = dead;
    map.facts().entryPoints().forEach(each -> started.add(each.className() + "#" + each.method()));
  }

  /** Handlers of types that stay which cannot be cut out, by type and method, with the reason. */
  SortedMap<String, SortedMap<String, String>> uncut() {
    SortedMap<String, SortedMap<String, String>> uncut = new TreeMap<>();
    for (TypeFact type : map.facts().types()) {
      if (!dead.contains(type.topLevel())) {
        for (String each : handlers.methods().getOrDefault(type.name(), new TreeSet<>())) {
          obstacle(type, each)
              .ifPresent(
                  why ->
                      uncut.computeIfAbsent(type.name(), none -> new TreeMap<>()).put(each, why));
        }
      }
    }
    return uncut;
  }

  private Optional<String> obstacle(TypeFact type, String method) {
    MethodLines methods = texts.methods(type.place().file());
    if (!cuts.has(type, method)) {
      return Optional.of("could not be cut out: do it by hand");
    }
    boolean asked =
        !methods.isAnnotated(type.simpleName(), method) && ties.isBelowUnknown(type.name());
    if (asked
        || methods.isOverride(type.simpleName(), method)
        || ties.isShared(type.name(), method)) {
      return Optional.of("a type above or below it may ask for it: do it by hand");
    }
    Optional<String> caller =
        ties.calls(type.name(), method).stream()
            .filter(each -> !isGone(each))
            .map(each -> Retirement.simple(each.from()))
            .sorted()
            .findFirst();
    if (caller.isEmpty() && methods.isCalledBesides(method, cuts.of(type.place().file()))) {
      caller = Optional.of(Retirement.simple(type.name()));
    }
    return caller.map(each -> "is called by %s: do it by hand".formatted(each));
  }

  /** Whether what calls goes. */
  private boolean isGone(Ties.Call call) {
    TypeFact from = map.type(call.from());
    return from != null
        && (dead.contains(from.topLevel()) || cuts.hold(from.place().file(), call.line()));
  }

  /** Members of types that stay which only what goes used. */
  List<Deletion.Kept> idle() {
    SortedMap<String, SortedSet<String>> idle = new TreeMap<>();
    boolean changed = true;
    while (changed) {
      changed = false;
      Set<String> asked = ties.named(each -> isGone(each) || isIdle(each, idle));
      for (TypeFact type : map.facts().types()) {
        for (MethodFact each : dead.contains(type.topLevel()) ? NONE : type.methods()) {
          changed |=
              asked.contains(each.name())
                  && isIdle(type, each, idle)
                  && idle.computeIfAbsent(type.name(), none -> new TreeSet<>()).add(each.name());
        }
      }
    }
    List<Deletion.Kept> kept = new ArrayList<>(cuts.left(dead));
    for (TypeFact type : map.facts().types()) {
      Set<String> mine = new TreeSet<>(idle.getOrDefault(type.name(), new TreeSet<>()));
      MethodLines methods = texts.methods(mine.isEmpty() ? "" : type.place().file());
      for (MethodFact each : type.methods()) {
        if (mine.remove(each.name()) && !methods.isPrivate(type.simpleName(), each.name())) {
          Place place = new Place(type.place().file(), each.line());
          kept.add(new Deletion.Kept(type.name() + "." + each.name(), place, IDLE));
        }
      }
    }
    kept.sort(Comparator.comparing(Deletion.Kept::type));
    return kept;
  }

  private static boolean isIdle(Ties.Call call, SortedMap<String, SortedSet<String>> idle) {
    return idle.getOrDefault(call.from(), new TreeSet<>()).contains(call.member());
  }

  private boolean isIdle(
      TypeFact type, MethodFact method, SortedMap<String, SortedSet<String>> idle) {
    if (method.name().startsWith("<")
        || cuts.hold(type.place().file(), method.line())
        || started.contains(type.name() + "#" + method.name())) {
      return false;
    }
    List<Ties.Call> others =
        ties.calls(type.name(), method.name()).stream()
            .filter(each -> !isItself(each, type, method))
            .toList();
    return !others.isEmpty()
        && others.stream().allMatch(each -> isGone(each) || isIdle(each, idle));
  }

  private static boolean isItself(Ties.Call call, TypeFact type, MethodFact method) {
    return call.from().equals(type.name()) && call.member().equals(method.name());
  }
}
