package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Objects that a class hands to another that calls them back, where a call of the interface alone
 * is not followed since too many implement it: who hands one over, and later calls whom it handed
 * it to, reaches it.
 */
final class HandedOver {
  private static final int DEPTH = 200;

  private final CodeBase code;
  private final Dispatches dispatches;
  private final OtherThreads threads;

  /** Methods that are among too many for calls to be followed into them. */
  private final Set<JavaMethod> open = ConcurrentHashMap.newKeySet();

  private final Map<To, Set<JavaType>> given = new ConcurrentHashMap<>();
  private final Map<JavaMethod, Set<JavaMethod>> opened = new ConcurrentHashMap<>();

  /** The type that hands over, and that which is made with it and keeps it. */
  private record To(JavaType giver, String taker) {}

  HandedOver(CodeBase code, Dispatches dispatches, OtherThreads threads) {
    this.code = code;
    this.threads = threads;
    this.dispatches = dispatches;
  }

  /** Notes what a call does; before anything is asked, all calls are noted. */
  void note(Call call, JavaMethod target, List<JavaMethod> reached) {
    if (Dispatches.isTooMany(reached)) {
      open.addAll(reached);
    }
    if (target.isConstructor()) {
      for (JavaType each : objects(call, target)) {
        given
            .computeIfAbsent(
                new To(call.caller().owner(), taker(call, target)),
                any -> ConcurrentHashMap.newKeySet())
            .add(each);
      }
    }
  }

  /** The methods of handed over objects that a call can come back to. */
  List<JavaMethod> calledBack(Call call, JavaMethod target, boolean followed) {
    if (open.isEmpty() || target.isConstructor()) {
      return List.of();
    }
    Set<JavaMethod> all = new LinkedHashSet<>();
    for (JavaType each : objects(call, target)) {
      if (!followed) {
        publicMethods(each, all);
      } else if (opened(target).isEmpty()) {
        each.methods().stream().filter(open::contains).forEach(all::add);
      } else {
        opened(each, target, all);
      }
    }
    JavaType giver = call.caller().owner();
    for (int depth = 0; giver != null && depth < Dispatches.MOST; depth++) {
      for (JavaType each : given.getOrDefault(new To(giver, taker(call, target)), Set.of())) {
        opened(each, target, all);
      }
      TypeRef parent = giver.superclass();
      giver = parent == null ? null : code.project(parent.name());
    }
    return List.copyOf(all);
  }

  private void opened(JavaType type, JavaMethod taker, Set<JavaMethod> to) {
    for (JavaMethod each : opened(taker)) {
      JavaMethod found =
          code.isA(type, each.owner().name()) ? dispatches.implementation(type, each) : null;
      if (found != null) {
        to.add(found);
      }
    }
  }

  /**
   * The methods that a method, or what it calls on its own object, calls without being followed.
   */
  private Set<JavaMethod> opened(JavaMethod method) {
    Set<JavaMethod> known = opened.get(method);
    if (known == null) {
      known = new LinkedHashSet<>();
      find(method, new HashSet<>(), known);
      opened.put(method, known);
    }
    return known;
  }

  private void find(JavaMethod method, Set<JavaMethod> seen, Set<JavaMethod> to) {
    if (seen.size() >= DEPTH || !seen.add(method)) {
      return;
    }
    for (Call each : method.calls()) {
      JavaMethod target = each.target();
      if (target != null && target.owner().isProject() && threads.of(each) == null) {
        if (Dispatches.isTooMany(dispatches.reached(each, target))) {
          to.add(target);
        } else if (Dispatches.isWithin(each)) {
          find(target, seen, to);
        }
      }
    }
  }

  private static String taker(Call call, JavaMethod target) {
    return call.receiver().known() ? call.receiver().name() : target.owner().name();
  }

  private static void publicMethods(JavaType type, Set<JavaMethod> to) {
    for (JavaMethod each : type.methods()) {
      if (each.hasBody() && each.isPublic() && !each.isConstructor()) {
        to.add(each);
      }
    }
  }

  /** Objects of the system's classes that a call gives where it asks for an abstract type. */
  private List<JavaType> objects(Call call, JavaMethod target) {
    List<JavaType> all = List.of();
    int count = Math.min(call.argumentTypes().size(), target.parameters().size());
    for (int i = 0; i < count; i++) {
      JavaType found = object(call.argumentTypes().get(i), target.parameters().get(i).type());
      if (found != null && found != call.caller().owner()) {
        all = all.isEmpty() ? new ArrayList<>(1) : all;
        all.add(found);
      }
    }
    return all;
  }

  private @Nullable JavaType object(TypeRef given, TypeRef taken) {
    if (given.name().equals(taken.name()) || given.isArray()) {
      return null;
    }
    JavaType type = code.project(given.name());
    JavaType asked = type == null || type.isAbstract() ? null : code.project(taken.name());
    return asked != null && asked.isAbstract() && code.isA(given, taken.name()) ? type : null;
  }
}
