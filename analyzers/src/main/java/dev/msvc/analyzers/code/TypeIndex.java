package dev.msvc.analyzers.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The types that there are, by name: the system's, those of outlined libraries and the JDK's. */
final class TypeIndex {
  private final Map<String, List<JavaType>> byName = new HashMap<>();
  private final Map<String, JavaType> outlines = new HashMap<>();
  private final Set<String> packages = new HashSet<>();
  private final Set<String> imported = new HashSet<>();
  private final Library library = new Library();
  private final Map<String, JavaType> locals = new ConcurrentHashMap<>();
  private final List<JavaType> hidden = new ArrayList<>();
  private final List<JavaType> types;

  /**
   * Indexes declarations; what they refer to is not looked at.
   *
   * @param units the system's files, in any order
   * @param outlineUnits declarations of libraries' types
   */
  TypeIndex(Collection<SourceUnit> units, Collection<SourceUnit> outlineUnits) {
    for (SourceUnit unit : outlineUnits) {
      for (TypeDeclaration type : unit.types()) {
        outline(unit, type, null);
      }
    }
    types = index(units);
  }

  /** The system's types, top-level and nested, sorted by name. */
  List<JavaType> types() {
    return types;
  }

  /** Types that a compiler adds to the system's: found by name, but in no list. */
  List<JavaType> hidden() {
    return hidden;
  }

  /** Types of libraries that we carry an outline of. */
  Collection<JavaType> outlines() {
    return outlines.values();
  }

  /** The type of this name: the system's, a library's or the JDK's; null where there is none. */
  @Nullable JavaType find(String name) {
    List<JavaType> own = byName.get(name);
    if (own != null) {
      return own.get(0);
    }
    JavaType outline = outlines.get(name);
    if (outline != null) {
      return outline;
    }
    return name.indexOf('@') < 0 ? library.find(name) : locals.get(name);
  }

  /** The system's type of this name; null where there is none. */
  @Nullable JavaType project(String name) {
    List<JavaType> own = byName.get(name);
    return own == null ? null : own.get(0);
  }

  /** The type of this name that a type of some module means: its own module's comes first. */
  @Nullable JavaType findFrom(String name, JavaType context) {
    List<JavaType> own = byName.get(name);
    if (own == null) {
      return find(name);
    }
    if (own.size() > 1) {
      for (JavaType each : own) {
        if (each.module().equals(context.module())) {
          return each;
        }
      }
    }
    return own.get(0);
  }

  /** The JDK's type of this name; null where there is none. */
  @Nullable JavaType jdk(String name) {
    return library.find(name);
  }

  /** Whether the system has a file in this package. */
  boolean hasPackage(String name) {
    return packages.contains(name);
  }

  /** Whether a file of the system imports a type by this name. */
  boolean isImported(String name) {
    return imported.contains(name);
  }

  /** Makes a class known that is declared in a body. */
  void addLocal(JavaType type) {
    locals.put(type.name(), type);
  }

  private void outline(SourceUnit unit, TypeDeclaration declaration, @Nullable JavaType outer) {
    String name = qualified(unit, declaration, outer);
    JavaType type = made(name, unit, declaration, outer, JavaType.Origin.LIBRARY);
    outlines.put(name, type);
    for (TypeDeclaration each : declaration.types()) {
      outline(unit, each, type);
    }
  }

  private List<JavaType> index(Collection<SourceUnit> units) {
    Map<String, Set<String>> modules = new HashMap<>();
    for (SourceUnit unit : units) {
      packages.add(unit.packageName());
      unit.imports().stream()
          .filter(each -> !each.all() && !each.isStatic())
          .forEach(each -> imported.add(each.name()));
      for (TypeDeclaration each : unit.types()) {
        modules
            .computeIfAbsent(qualified(unit, each, null), ignored -> new TreeSet<>())
            .add(unit.module());
      }
    }
    List<JavaType> all = new ArrayList<>();
    for (SourceUnit unit : units) {
      for (TypeDeclaration each : unit.types()) {
        String name = qualified(unit, each, null);
        boolean twice = modules.getOrDefault(name, Set.of()).size() > 1;
        index(unit, each, null, twice ? "@" + unit.module() : "", all);
      }
    }
    all.sort(Comparator.comparing(JavaType::name).thenComparing(JavaType::file));
    Map<String, JavaType> unique = new LinkedHashMap<>();
    all.forEach(each -> unique.putIfAbsent(each.name(), each));
    byName.values().forEach(same -> same.sort(Comparator.comparing(JavaType::name)));
    return List.copyOf(unique.values());
  }

  private void index(
      SourceUnit unit,
      TypeDeclaration declaration,
      @Nullable JavaType outer,
      String suffix,
      List<JavaType> all) {
    String bare =
        outer == null
            ? qualified(unit, declaration, null)
            : outer.name().substring(0, outer.name().length() - suffix.length())
                + "."
                + declaration.name();
    JavaType type = made(bare + suffix, unit, declaration, outer, JavaType.Origin.PROJECT);
    ((declaration.modifiers() & Lombok.HIDDEN) == 0 ? all : hidden).add(type);
    byName.computeIfAbsent(bare, ignored -> new ArrayList<>(1)).add(type);
    if (!suffix.isEmpty()) {
      byName.computeIfAbsent(bare + suffix, ignored -> new ArrayList<>(1)).add(type);
    }
    for (TypeDeclaration each : declaration.types()) {
      index(unit, each, type, suffix, all);
    }
  }

  private static JavaType made(
      String name,
      SourceUnit unit,
      TypeDeclaration declaration,
      @Nullable JavaType outer,
      JavaType.Origin origin) {
    JavaType type =
        new JavaType(
            name,
            declaration.name(),
            declaration.kind(),
            origin,
            declaration.modifiers(),
            outer,
            unit,
            declaration);
    if (outer != null) {
      outer.nested.put(declaration.name(), type);
    }
    return type;
  }

  private static String qualified(
      SourceUnit unit, TypeDeclaration declaration, @Nullable JavaType outer) {
    if (outer != null) {
      return outer.name() + "." + declaration.name();
    }
    return unit.packageName().isEmpty()
        ? declaration.name()
        : unit.packageName() + "." + declaration.name();
  }
}
