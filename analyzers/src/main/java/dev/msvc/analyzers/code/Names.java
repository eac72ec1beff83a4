package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.TypeDeclaration.TypeVariable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Resolves names of types as the language does: from nesting, inheritance, imports and packages.
 */
final class Names {
  private static final int MAX_PARTS = 100;
  private static final int MOST_STEPS = 10_000;

  private final TypeIndex index;
  private final ForeignNeighbours foreign;

  Names(TypeIndex index) {
    this.index = index;
    this.foreign = new ForeignNeighbours(index);
  }

  /** Resolves type variables and supertypes; a cycle in them is left unresolved. */
  void header(JavaType type) {
    TypeDeclaration declaration = type.declaration;
    if (declaration == null || type.headerState != 0) {
      return;
    }
    type.headerState = 1;
    if (type.outer() != null) {
      header(type.outer());
    }
    type.variables = variables(declaration.variables(), type, Map.of());
    if (!declaration.variables().isEmpty()) {
      type.variables = variables(declaration.variables(), type, type.variables);
    }
    type.superclass =
        declaration.superclass() == null
            ? implicitSuperclass(type)
            : resolve(declaration.superclass(), outerOrSelf(type), type.variables);
    List<TypeRef> interfaces = new ArrayList<>();
    for (TypeSyntax each : declaration.interfaces()) {
      interfaces.add(resolve(each, outerOrSelf(type), type.variables));
    }
    type.interfaces = List.copyOf(interfaces);
    type.resolvedNames.clear();
    type.headerState = 2;
  }

  private static JavaType outerOrSelf(JavaType type) {
    JavaType outer = type.outer();
    return outer == null ? type : outer;
  }

  private static @Nullable TypeRef implicitSuperclass(JavaType type) {
    return switch (type.kind()) {
      case ENUM -> new TypeRef("java.lang.Enum", List.of(TypeRef.of(type.name())), 0, false);
      case RECORD -> TypeRef.of("java.lang.Record");
      case CLASS -> TypeRef.OBJECT;
      case INTERFACE, ANNOTATION -> null;
    };
  }

  /** Type variables with their bounds resolved, in order. */
  Map<String, TypeRef> variables(
      List<TypeVariable> declared, JavaType context, Map<String, TypeRef> inScope) {
    if (declared.isEmpty()) {
      return Map.of();
    }
    Map<String, TypeRef> all = new LinkedHashMap<>();
    Map<String, TypeRef> visible = new HashMap<>(inScope);
    declared.forEach(each -> visible.put(each.name(), TypeRef.OBJECT));
    for (TypeVariable each : declared) {
      all.put(
          each.name(),
          each.bound() == null ? TypeRef.OBJECT : resolve(each.bound(), context, visible));
    }
    return all;
  }

  /** Resolves a type's name where it is written in a type, perhaps inside a generic method. */
  TypeRef resolve(TypeSyntax syntax, JavaType context, Map<String, TypeRef> variables) {
    String name = syntax.name();
    if (name.equals("?")) {
      return TypeRef.OBJECT;
    }
    TypeRef bare;
    if (variables.containsKey(name)) {
      bare = TypeRef.variable(name);
    } else if (name.indexOf('.') < 0) {
      bare = simple(name, context);
    } else {
      bare = dotted(name, context);
    }
    if (bare == null) {
      bare = TypeRef.of(name);
    }
    if (syntax.arguments().isEmpty()) {
      return bare.withDimensions(syntax.dimensions());
    }
    List<TypeRef> arguments = new ArrayList<>(syntax.arguments().size());
    for (TypeSyntax each : syntax.arguments()) {
      arguments.add(resolve(each, context, variables));
    }
    return new TypeRef(bare.name(), List.copyOf(arguments), syntax.dimensions(), bare.variable());
  }

  private TypeRef dotted(String name, JavaType context) {
    int dot = name.indexOf('.');
    TypeRef first = simple(name.substring(0, dot), context);
    if (first != null && !first.variable()) {
      TypeRef nested = nested(first.name(), name.substring(dot + 1));
      if (nested != null) {
        return nested;
      }
    }
    JavaType qualified = index.findFrom(name, context);
    return TypeRef.of(qualified == null ? name : qualified.name());
  }

  /** A type nested in another, by its path from there; null where there is none. */
  @Nullable TypeRef nested(String outer, String path) {
    JavaType type = index.find(outer);
    for (String part : path.split("\\.", -1)) {
      type = type == null ? null : memberType(type, part);
    }
    return type == null ? null : TypeRef.of(type.name());
  }

  /** A type by its simple name; null where no declaration or import gives it. */
  @Nullable TypeRef simple(String id, JavaType context) {
    TypeRef known = context.resolvedNames.get(id);
    if (known == null) {
      known = lookUp(id, context);
      context.resolvedNames.put(id, known);
    }
    return known.known() ? known : null;
  }

  private TypeRef lookUp(String id, JavaType context) {
    for (JavaType each = context; each != null; each = each.outer()) {
      if (each.variables.containsKey(id)) {
        return TypeRef.variable(id);
      }
      if (each.simpleName().equals(id)) {
        return TypeRef.of(each.name());
      }
      JavaType member = memberType(each, id);
      if (member != null) {
        return TypeRef.of(member.name());
      }
    }
    SourceUnit unit = context.unit;
    if (unit == null) {
      return primitiveOrUnknown(id);
    }
    return imported(id, unit, context);
  }

  private TypeRef imported(String id, SourceUnit unit, JavaType context) {
    for (SourceUnit.Import each : unit.imports()) {
      if (!each.all() && each.names(id)) {
        JavaType type = index.findFrom(each.name(), context);
        if (type != null) {
          return TypeRef.of(type.name());
        }
        if (!each.isStatic()) {
          return TypeRef.of(each.name());
        }
        int dot = each.name().length() - id.length() - 1;
        JavaType owner = index.findFrom(each.name().substring(0, Math.max(dot, 0)), context);
        JavaType member = owner == null ? null : memberType(owner, id);
        if (member != null) {
          return TypeRef.of(member.name());
        }
      }
    }
    String samePackage = unit.packageName().isEmpty() ? id : unit.packageName() + "." + id;
    JavaType neighbour = index.findFrom(samePackage, context);
    if (neighbour != null && (neighbour.isProject() || !context.isProject())) {
      return TypeRef.of(neighbour.name());
    }
    if (!context.isProject()) {
      return onDemand(id, unit, context);
    }
    if (index.isImported(samePackage)) {
      return TypeRef.of(samePackage);
    }
    TypeRef found = onDemand(id, unit, context);
    return found.known() || !foreign.isNeighbour(id, unit, context)
        ? found
        : TypeRef.of(samePackage);
  }

  private TypeRef onDemand(String id, SourceUnit unit, JavaType context) {
    String foreign = null;
    int foreigners = 0;
    for (SourceUnit.Import each : unit.imports()) {
      if (each.all()) {
        JavaType type = index.findFrom(each.name() + "." + id, context);
        if (type == null) {
          JavaType owner = index.findFrom(each.name(), context);
          type = owner == null ? null : memberType(owner, id);
        }
        if (type != null) {
          return TypeRef.of(type.name());
        }
        if (!each.isStatic() && !index.hasPackage(each.name()) && !isJdk(each.name())) {
          foreign = each.name();
          foreigners++;
        }
      }
    }
    JavaType lang = index.jdk("java.lang." + id);
    if (lang != null) {
      return TypeRef.of(lang.name());
    }
    if (foreigners == 1 && Character.isUpperCase(id.charAt(0)) && id.length() > 1) {
      return TypeRef.of(foreign + "." + id);
    }
    return primitiveOrUnknown(id);
  }

  private static boolean isJdk(String packageName) {
    return packageName.startsWith("java.");
  }

  private static TypeRef primitiveOrUnknown(String id) {
    TypeRef ref = TypeRef.of(id);
    return ref.isPrimitive() ? ref : TypeRef.UNKNOWN;
  }

  /** A nested type, declared or inherited. */
  private @Nullable JavaType memberType(JavaType type, String id) {
    return memberType(type, id, 0, new int[1]);
  }

  private @Nullable JavaType memberType(JavaType type, String id, int depth, int[] steps) {
    JavaType own = type.nested.get(id);
    if (own != null) {
      return own;
    }
    if (!type.isProject() && type.declaration == null) {
      JavaType nested = index.jdk(type.name() + "." + id);
      if (nested != null) {
        return nested;
      }
    }
    if (depth > 20 || ++steps[0] > MOST_STEPS) {
      return null;
    }
    if (type.headerState == 0) {
      header(type);
    }
    for (TypeRef each : directSupertypes(type)) {
      JavaType parent = index.find(each.name());
      JavaType found =
          parent == null || parent.name().equals("java.lang.Object")
              ? null
              : memberType(parent, id, depth + 1, steps);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static List<TypeRef> directSupertypes(JavaType type) {
    if (type.superclass == null) {
      return type.interfaces;
    }
    List<TypeRef> all = new ArrayList<>(type.interfaces.size() + 1);
    all.add(type.superclass);
    all.addAll(type.interfaces);
    return all;
  }

  /**
   * A name written with dots, as in {@code a.b.C}; null where an expression is something else, or
   * of more parts than a name has: each part of a long chain asks for what is before it.
   */
  static @Nullable String written(Expr expression) {
    Deque<String> parts = new ArrayDeque<>();
    Expr rest = expression;
    while (rest instanceof Expr.Select select && parts.size() < MAX_PARTS) {
      parts.push(select.id());
      rest = select.scope();
    }
    if (!(rest instanceof Expr.Name name)) {
      return null;
    }
    parts.push(name.id());
    return String.join(".", parts);
  }
}
