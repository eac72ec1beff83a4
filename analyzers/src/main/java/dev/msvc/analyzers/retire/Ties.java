package dev.msvc.analyzers.retire;

import dev.msvc.model.ContextMap;
import dev.msvc.model.MethodFact;
import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.TypeFact;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What ties a method to others: who calls it, and types above and below that have it, too. */
final class Ties {
  /** Types of libraries that ask nothing of what is below them. */
  private static final Set<String> UNDEMANDING =
      Set.of(
          "java.lang.Object",
          "java.io.Serializable",
          "javax.servlet.http.HttpServlet",
          "jakarta.servlet.http.HttpServlet",
          "com.opensymphony.xwork2.ActionSupport",
          "org.apache.struts2.ActionSupport",
          "org.apache.struts.action.Action",
          "org.apache.struts.actions.DispatchAction",
          "org.apache.struts.actions.MappingDispatchAction");

  /** A call of a method by a member of a type, at a line of its file. */
  record Call(String from, String member, int line) {}

  private final ContextMap map;
  private final Map<String, List<Call>> calls = new HashMap<>();
  private final Map<String, SortedSet<String>> next = new HashMap<>();

  Ties(ContextMap map) {
    this.map = map;
    for (Reference each : map.facts().references()) {
      if (each.kind() == ReferenceKind.CALL && !each.toMember().isEmpty()) {
        add(each.to(), each.toMember(), new Call(each.from(), each.fromMember(), each.line()));
      } else if (each.kind() == ReferenceKind.INHERIT || each.kind() == ReferenceKind.IMPLEMENT) {
        next.computeIfAbsent(each.from(), none -> new TreeSet<>()).add(each.to());
        next.computeIfAbsent(each.to(), none -> new TreeSet<>()).add(each.from());
      }
    }
    for (TypeFact type : map.facts().types()) {
      for (MethodFact method : type.methods()) {
        for (String own : method.ownCalls()) {
          add(type.name(), own, new Call(type.name(), method.name(), method.line()));
        }
      }
    }
  }

  private void add(String type, String method, Call call) {
    calls.computeIfAbsent(type + "#" + method, none -> new ArrayList<>()).add(call);
  }

  /** Names of methods that are called in some places. */
  Set<String> named(Predicate<Call> by) {
    Set<String> names = new TreeSet<>();
    calls.forEach(
        (method, all) -> {
          if (all.stream().anyMatch(by)) {
            names.add(method.substring(method.indexOf('#') + 1));
          }
        });
    return names;
  }

  /** Calls of a method, by whatever type above or below it. */
  List<Call> calls(String type, String method) {
    List<Call> found = new ArrayList<>();
    for (String each : family(type)) {
      found.addAll(calls.getOrDefault(each + "#" + method, List.of()));
    }
    return found;
  }

  /** Whether another type of the tree, above or below, has a method of that name. */
  boolean isShared(String type, String method) {
    return family(type).stream()
        .filter(each -> !each.equals(type))
        .map(map::type)
        .anyMatch(
            each -> each != null && each.methods().stream().anyMatch(m -> m.name().equals(method)));
  }

  /** Whether a type is below one of a library, which may ask for its methods. */
  boolean isBelowUnknown(String type) {
    for (String each : family(type)) {
      TypeFact fact = map.type(each);
      if (fact == null) {
        continue;
      }
      List<String> above = new ArrayList<>(fact.interfaces());
      if (fact.superclass() != null) {
        above.add(fact.superclass());
      }
      if (above.stream().anyMatch(one -> map.type(one) == null && !UNDEMANDING.contains(one))) {
        return true;
      }
    }
    return false;
  }

  private Set<String> family(String type) {
    Set<String> family = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      String each = open.remove();
      if (family.add(each)) {
        open.addAll(next.getOrDefault(each, new TreeSet<>()));
      }
    }
    return family;
  }
}
