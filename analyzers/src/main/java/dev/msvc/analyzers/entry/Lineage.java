package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A type of the project and those of its supertypes that are the project's, nearest first. */
record Lineage(List<JavaType> types) {
  private static final int DEPTH = 40;

  Lineage {
    types = List.copyOf(types);
  }

  static Lineage of(CodeBase code, JavaType type) {
    Map<String, JavaType> all = new LinkedHashMap<>();
    JavaType each = type;
    for (int depth = 0; each != null && depth < DEPTH; depth++) {
      all.putIfAbsent(each.name(), each);
      TypeRef superclass = each.superclass();
      each = superclass == null ? null : code.project(superclass.name());
    }
    for (JavaType one : List.copyOf(all.values())) {
      interfaces(code, one, all, 0);
    }
    return new Lineage(List.copyOf(all.values()));
  }

  private static void interfaces(
      CodeBase code, JavaType type, Map<String, JavaType> all, int depth) {
    for (TypeRef each : type.interfaces()) {
      JavaType found = code.project(each.name());
      if (found != null && depth < DEPTH && all.putIfAbsent(found.name(), found) == null) {
        interfaces(code, found, all, depth + 1);
      }
    }
  }

  /**
   * Names of a type's supertypes, libraries' too, as far as they are known; of one that could come
   * from several packages all that it may be.
   */
  static Set<String> supertypes(CodeBase code, JavaType type) {
    TypeRef superclass = type.superclass();
    if (type.interfaces().isEmpty()
        && (superclass == null || superclass.name().equals("java.lang.Object"))) {
      return Set.of();
    }
    Set<String> all = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(type.name());
    while (!open.isEmpty()) {
      String name = open.remove();
      JavaType declared = code.project(name);
      for (TypeRef each : code.supertypes(TypeRef.of(name))) {
        if (all.add(each.name())) {
          open.add(each.name());
          if (declared != null) {
            all.addAll(declared.mayMean(each.name()));
          }
        }
      }
    }
    return all;
  }

  /** Its methods without constructors, each with those that it overrides, nearest first. */
  List<List<JavaMethod>> methods() {
    Map<String, List<List<JavaMethod>>> byName = new LinkedHashMap<>();
    for (JavaType type : types) {
      for (JavaMethod method : type.methods()) {
        if (!method.isConstructor()) {
          add(byName.computeIfAbsent(method.name(), ignored -> new ArrayList<>(1)), method);
        }
      }
    }
    List<List<JavaMethod>> all = new ArrayList<>();
    byName.values().forEach(all::addAll);
    return all;
  }

  /** What others may call of an object: its public methods with a body, as the nearest has them. */
  List<JavaMethod> offered() {
    return methods().stream()
        .map(each -> each.get(0))
        .filter(each -> each.isPublic() && !each.isStatic() && each.hasBody())
        .toList();
  }

  private static void add(List<List<JavaMethod>> sameName, JavaMethod method) {
    for (List<JavaMethod> group : sameName) {
      JavaMethod nearest = group.get(0);
      if (nearest.owner() != method.owner() && overrides(nearest, method)) {
        group.add(method);
        return;
      }
    }
    List<JavaMethod> group = new ArrayList<>(1);
    group.add(method);
    sameName.add(group);
  }

  /** Whether the first can override the second, as far as names of types tell. */
  static boolean overrides(JavaMethod method, JavaMethod parent) {
    if (!method.name().equals(parent.name())
        || method.parameters().size() != parent.parameters().size()) {
      return false;
    }
    for (int i = 0; i < method.parameters().size(); i++) {
      TypeRef mine = method.parameters().get(i).type();
      TypeRef theirs = parent.parameters().get(i).type();
      if (!theirs.variable()
          && !mine.variable()
          && (!mine.name().equals(theirs.name()) || mine.dimensions() != theirs.dimensions())) {
        return false;
      }
    }
    return true;
  }

  /** The method of this type or the nearest supertype that another type's method stands for. */
  @Nullable JavaMethod implementation(JavaMethod declared) {
    for (JavaType type : types) {
      for (JavaMethod each : type.methods(declared.name())) {
        if (each.hasBody() && (each == declared || overrides(each, declared))) {
          return each;
        }
      }
    }
    return null;
  }
}
