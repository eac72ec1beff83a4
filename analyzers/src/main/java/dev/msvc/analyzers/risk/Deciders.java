package dev.msvc.analyzers.risk;

import dev.msvc.model.Access;
import dev.msvc.model.Facts;
import dev.msvc.model.MethodFact;
import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.TypeFact;
import dev.msvc.model.TypeKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Who decides that a table is written: of a DAO, a repository or a mapper, which has one method to
 * save, whoever calls that.
 */
final class Deciders {
  private static final Pattern STORE =
      Pattern.compile(".*(?:Repository|Repo|D[Aa][Oo]|Mapper|Store)(?:Impl)?");

  private final Map<String, Set<Method>> callers = new HashMap<>();
  private final Map<String, Set<String>> ownCallers = new HashMap<>();
  private final Map<String, Set<String>> above = new HashMap<>();

  Deciders(Facts facts) {
    for (Reference each : facts.references()) {
      if (each.kind() == ReferenceKind.CALL && !each.from().equals(each.to())) {
        callers
            .computeIfAbsent(each.to() + "." + each.toMember(), name -> new HashSet<>())
            .add(new Method(each.from(), each.fromMember()));
      }
    }
    Map<String, Set<String>> below = new HashMap<>();
    for (TypeFact each : facts.types()) {
      Set<String> direct = new HashSet<>(each.interfaces());
      if (each.superclass() != null) {
        direct.add(each.superclass());
      }
      above.put(each.name(), direct);
      for (MethodFact method : each.methods()) {
        for (String own : method.ownCalls()) {
          ownCallers
              .computeIfAbsent(each.name() + "." + own, name -> new HashSet<>())
              .add(method.name());
        }
      }
      if (each.kind() != TypeKind.INTERFACE) {
        direct.forEach(
            name -> below.computeIfAbsent(name, any -> new HashSet<>()).add(each.name()));
      }
    }
    // what several implement says nothing of the one
    above
        .values()
        .forEach(names -> names.removeIf(each -> below.getOrDefault(each, Set.of()).size() > 1));
  }

  private record Method(String type, String name) {}

  /** Methods that decide on a write; the one that does it where nobody is seen to call it. */
  Set<String> of(Access write) {
    Set<String> all = new TreeSet<>();
    for (Method each : asking(write)) {
      all.add(Ground.method(each.type(), each.name()));
    }
    return all.isEmpty() ? Set.of(Ground.method(write.className(), write.method())) : all;
  }

  /** Classes that call those who ask a store for a write: behind a service, these decide. */
  Set<String> behind(Access write) {
    Set<String> classes = new TreeSet<>();
    for (Method each : asking(write)) {
      for (String method : upwards(each)) {
        callersOf(new Method(each.type(), method)).stream()
            .map(Method::type)
            .filter(type -> !type.equals(each.type()))
            .forEach(classes::add);
      }
    }
    return classes;
  }

  private Set<Method> asking(Access write) {
    boolean store =
        STORE.matcher(Ground.simple(write.className())).matches() && !write.method().isEmpty();
    return store ? callersOf(new Method(write.className(), write.method())) : Set.of();
  }

  /** Who calls a method of a class, also by what it alone implements. */
  private Set<Method> callersOf(Method method) {
    Set<Method> all = new HashSet<>();
    all.addAll(callers.getOrDefault(method.type() + "." + method.name(), Set.of()));
    for (String each : above.getOrDefault(method.type(), Set.of())) {
      all.addAll(callers.getOrDefault(each + "." + method.name(), Set.of()));
    }
    return all;
  }

  /** A method and those of its class that lead to it. */
  private Set<String> upwards(Method method) {
    Set<String> all = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(method.name()));
    while (!next.isEmpty()) {
      String each = next.remove();
      if (all.add(each)) {
        next.addAll(ownCallers.getOrDefault(method.type() + "." + each, Set.of()));
      }
    }
    return all;
  }
}
