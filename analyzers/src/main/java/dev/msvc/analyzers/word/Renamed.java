package dev.msvc.analyzers.word;

import dev.msvc.model.ContextMap.Placement;
import dev.msvc.model.Facts;
import dev.msvc.model.History;
import dev.msvc.model.Lock;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Follows accepted classes that have another name or package today. */
public final class Renamed {
  private Renamed() {}

  /** The same places, with classes called as they are today. */
  public static Lock in(Lock lock, Facts facts, History history) {
    SortedMap<String, String> now = names(lock, facts, history);
    if (now.isEmpty()) {
      return lock;
    }
    SortedMap<String, String> classes = new TreeMap<>();
    lock.classes().forEach((name, id) -> classes.put(now.getOrDefault(name, name), id));
    SortedMap<String, Placement> unplaced = new TreeMap<>();
    lock.unplaced().forEach((name, role) -> unplaced.put(now.getOrDefault(name, name), role));
    return new Lock(lock.madeBy(), lock.names(), classes, unplaced, lock.tables());
  }

  /**
   * Accepted classes that are gone, and what they are called today: as git tells of their files, or
   * else where one is gone and one new class has its simple name.
   */
  public static SortedMap<String, String> names(Lock lock, Facts facts, History history) {
    Set<String> accepted = new HashSet<>(lock.classes().keySet());
    accepted.addAll(lock.unplaced().keySet());
    return names(accepted, facts, history);
  }

  /** The same of any classes that were there once. */
  public static SortedMap<String, String> names(
      Set<String> accepted, Facts facts, History history) {
    SortedMap<String, String> gone = new TreeMap<>();
    accepted.forEach(each -> gone.put(each, simple(each)));
    SortedMap<String, TypeFact> fresh = new TreeMap<>();
    for (TypeFact type : facts.types()) {
      if (type.isTopLevel()) {
        gone.remove(type.name());
        if (!accepted.contains(type.name())) {
          fresh.put(type.name(), type);
        }
      }
    }
    SortedMap<String, String> now = new TreeMap<>();
    if (gone.isEmpty() || fresh.isEmpty()) {
      return now;
    }
    inGit(gone, fresh, history, now);
    bySimpleName(gone, fresh, now);
    return now;
  }

  private static void inGit(
      Map<String, String> gone,
      Map<String, TypeFact> fresh,
      History history,
      Map<String, String> now) {
    Map<String, List<String>> former = new TreeMap<>();
    history
        .moves()
        .keySet()
        .forEach(
            path ->
                former
                    .computeIfAbsent(simple(stem(path).replace('/', '.')), k -> new ArrayList<>())
                    .add(path));
    Map<String, List<TypeFact>> files = new TreeMap<>();
    fresh
        .values()
        .forEach(
            type -> files.computeIfAbsent(type.place().file(), k -> new ArrayList<>()).add(type));
    List<String> found = new ArrayList<>();
    gone.forEach(
        (name, simple) -> {
          String path = bare(name).replace('.', '/');
          Set<String> heirs = new HashSet<>();
          for (String each : former.getOrDefault(simple, List.of())) {
            String file = history.moves().getOrDefault(each, "");
            if (("/" + stem(each)).endsWith("/" + path)) {
              heirs.addAll(heir(files.getOrDefault(file, List.of()), stem(file)));
            }
          }
          heirs.removeAll(now.values());
          if (heirs.size() == 1) {
            now.put(name, heirs.iterator().next());
            found.add(name);
          }
        });
    found.forEach(gone::remove);
    now.values().forEach(fresh::remove);
  }

  /** The class that a file is named after, or the only one in it. */
  private static List<String> heir(List<TypeFact> types, String stem) {
    List<String> named =
        types.stream()
            .filter(each -> each.simpleName().equals(simple(stem.replace('/', '.'))))
            .map(TypeFact::name)
            .toList();
    return named.isEmpty() && types.size() == 1 ? List.of(types.get(0).name()) : named;
  }

  private static void bySimpleName(
      Map<String, String> gone, Map<String, TypeFact> fresh, Map<String, String> now) {
    Map<String, List<String>> lost = new TreeMap<>();
    gone.forEach((name, simple) -> lost.computeIfAbsent(simple, k -> new ArrayList<>()).add(name));
    Map<String, List<String>> come = new TreeMap<>();
    fresh
        .values()
        .forEach(
            type ->
                come.computeIfAbsent(type.simpleName(), k -> new ArrayList<>()).add(type.name()));
    lost.forEach(
        (simple, names) -> {
          List<String> to = come.getOrDefault(simple, List.of());
          if (names.size() == 1 && to.size() == 1) {
            now.put(names.get(0), to.get(0));
          }
        });
  }

  private static String stem(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
  }

  private static String bare(String name) {
    int module = name.indexOf('@');
    return module < 0 ? name : name.substring(0, module);
  }

  private static String simple(String name) {
    String bare = bare(name);
    return bare.substring(bare.lastIndexOf('.') + 1);
  }
}
