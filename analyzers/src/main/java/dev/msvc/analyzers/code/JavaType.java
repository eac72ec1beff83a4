package dev.msvc.analyzers.code;

import dev.msvc.model.Place;
import dev.msvc.model.TypeKind;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A type of the analysed system, of the JDK, or of a library that we carry an outline of. */
public final class JavaType {
  /** Where what we know of a type comes from. */
  public enum Origin {
    PROJECT,
    LIBRARY
  }

  private final String name;
  private final String simpleName;
  private final TypeKind kind;
  private final Origin origin;
  private final int modifiers;
  private final @Nullable JavaType outer;
  final @Nullable SourceUnit unit;
  final @Nullable TypeDeclaration declaration;

  /** Type variables with their bounds, in order. */
  Map<String, TypeRef> variables = Map.of();

  @Nullable TypeRef superclass;
  List<TypeRef> interfaces = List.of();
  List<Annotation> annotations = List.of();
  List<JavaField> fields = List.of();
  List<JavaMethod> methods = List.of();
  List<JavaMethod> initializers = List.of();
  Map<String, JavaType> nested = new LinkedHashMap<>();
  Map<String, JavaField> fieldsByName = Map.of();
  Map<String, List<JavaMethod>> methodsByName = Map.of();
  final Map<String, TypeRef> resolvedNames = new ConcurrentHashMap<>();
  volatile int headerState;

  /** Names of all its supertypes, once somebody has asked. */
  volatile @Nullable Set<String> above;

  JavaType(
      String name,
      String simpleName,
      TypeKind kind,
      Origin origin,
      int modifiers,
      @Nullable JavaType outer,
      @Nullable SourceUnit unit,
      @Nullable TypeDeclaration declaration) {
    this.name = name;
    this.simpleName = simpleName;
    this.kind = kind;
    this.origin = origin;
    this.modifiers = modifiers;
    this.outer = outer;
    this.unit = unit;
    this.declaration = declaration;
  }

  /** Fully qualified, as in source; followed by {@code @module} where two modules have it. */
  public String name() {
    return name;
  }

  public String simpleName() {
    return simpleName;
  }

  public TypeKind kind() {
    return kind;
  }

  /** Whether it is the analysed system's own. */
  public boolean isProject() {
    return origin == Origin.PROJECT;
  }

  boolean isPublic() {
    return Modifier.isPublic(modifiers);
  }

  public boolean isAbstract() {
    return kind == TypeKind.INTERFACE || Modifier.isAbstract(modifiers);
  }

  /** Whether its file imports anything of Lombok. */
  boolean isLombok() {
    return unit != null
        && unit.imports().stream().anyMatch(each -> each.name().startsWith("lombok"));
  }

  /** Whether it is in no file: as a builder that Lombok writes. */
  boolean isHidden() {
    return (modifiers & Lombok.HIDDEN) != 0;
  }

  public boolean isStatic() {
    return Modifier.isStatic(modifiers);
  }

  /** The type around it; null for a top-level one. */
  public @Nullable JavaType outer() {
    return outer;
  }

  public JavaType topLevel() {
    JavaType top = this;
    while (top.outer != null) {
      top = top.outer;
    }
    return top;
  }

  /** Empty where it is not the project's own. */
  public String module() {
    return unit == null ? "" : unit.module();
  }

  public String packageName() {
    return unit == null ? "" : unit.packageName();
  }

  /**
   * What a name that could not be resolved may mean here: it in each package imported as a whole.
   */
  public List<String> mayMean(String simple) {
    List<String> all = new ArrayList<>();
    if (unit != null && simple.indexOf('.') < 0) {
      for (SourceUnit.Import each : unit.imports()) {
        if (each.all() && !each.isStatic()) {
          all.add(each.name() + "." + simple);
        }
      }
    }
    return all;
  }

  /** Whether its file imports a type, by its name or with its package. */
  public boolean imports(String type) {
    String around = type.substring(0, Math.max(0, type.lastIndexOf('.')));
    return unit != null
        && unit.imports().stream()
            .anyMatch(each -> !each.isStatic() && each.name().equals(each.all() ? around : type));
  }

  /** What its file imports: names of types, packages and static members. */
  public List<String> imported() {
    return unit == null ? List.of() : unit.imports().stream().map(SourceUnit.Import::name).toList();
  }

  /** Whether its file imports anything whose name begins so. */
  public boolean importsBelow(String start) {
    return unit != null && unit.imports().stream().anyMatch(each -> each.name().startsWith(start));
  }

  /**
   * Whether its file imports a static member of a type, by its name or with all others; Kotlin says
   * of none that it is static.
   */
  public boolean importsFrom(String type, String member) {
    return unit != null
        && unit.imports().stream().anyMatch(each -> type.equals(each.ownerOf(member)));
  }

  /** Whether a generator wrote its file. */
  public boolean isGenerated() {
    return unit != null && unit.generated();
  }

  /** Relative to the analysed folder; empty where it is not the project's own. */
  public String file() {
    return unit == null ? "" : unit.file();
  }

  public int line() {
    return declaration == null ? 0 : declaration.line();
  }

  public int endLine() {
    return declaration == null ? 0 : declaration.endLine();
  }

  public Place place() {
    return new Place(file(), line());
  }

  /** Names of its type variables, in order. */
  public List<String> variableNames() {
    return List.copyOf(variables.keySet());
  }

  /** The bound of one of its type variables; null where it has none of this name. */
  public @Nullable TypeRef bound(String variable) {
    return variables.get(variable);
  }

  /** The type with its own variables as arguments. */
  public TypeRef self() {
    List<TypeRef> arguments = new ArrayList<>(variables.size());
    variables.keySet().forEach(each -> arguments.add(TypeRef.variable(each)));
    return new TypeRef(name, List.copyOf(arguments), 0, false);
  }

  /** What its variables stand for where it is given arguments. */
  Map<String, TypeRef> bindings(TypeRef ref) {
    if (variables.isEmpty() || ref.arguments().isEmpty()) {
      return Map.of();
    }
    Map<String, TypeRef> bindings = new HashMap<>();
    int i = 0;
    for (String variable : variables.keySet()) {
      bindings.put(variable, ref.argument(i++));
    }
    return bindings;
  }

  public @Nullable TypeRef superclass() {
    return superclass;
  }

  /** Those implemented by a class or extended by an interface. */
  public List<TypeRef> interfaces() {
    return interfaces;
  }

  public List<Annotation> annotations() {
    return annotations;
  }

  /** Its first annotation with one of these fully qualified names; null for none. */
  public @Nullable Annotation annotation(String... names) {
    return Annotation.first(annotations, names);
  }

  /** Declared fields, enum constants and record components. */
  public List<JavaField> fields() {
    return fields;
  }

  /** Declared methods and constructors ({@code <init>}). */
  public List<JavaMethod> methods() {
    return methods;
  }

  /** Static and instance initializers and the values of fields, as methods without a name. */
  public List<JavaMethod> initializers() {
    return initializers;
  }

  /** All that has a body or may have one: methods, and initializers after them. */
  public List<JavaMethod> bodies() {
    List<JavaMethod> all = new ArrayList<>(methods());
    all.addAll(initializers());
    return all;
  }

  /** Declared nested types. */
  public List<JavaType> types() {
    return List.copyOf(nested.values());
  }

  /** The declared field of this name; null for none. */
  public @Nullable JavaField field(String field) {
    return fieldsByName.get(field);
  }

  /** The field of this name that it declares, or else a type around it; null for none. */
  public @Nullable JavaField fieldAround(String field) {
    JavaField own = field(field);
    JavaType around = outer();
    return own != null || around == null ? own : around.fieldAround(field);
  }

  /** Declared methods of this name. */
  public List<JavaMethod> methods(String method) {
    return methodsByName.getOrDefault(method, List.of());
  }

  @Override
  public String toString() {
    return name;
  }
}
