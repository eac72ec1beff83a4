package dev.msvc.analyzers.code;

import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.model.TypeKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All types of the analysed system with their names resolved: the index that every analyzer asks.
 *
 * <p>Names are resolved as the language does, from imports, packages, nesting and inheritance,
 * without a class path; types of libraries are known where an outline of them is carried along.
 */
public final class CodeBase {
  private static final Comparator<JavaMethod> BY_PLACE =
      Comparator.comparing((JavaMethod each) -> each.owner().name())
          .thenComparingInt(JavaMethod::line);

  final TypeIndex index;
  final Names names;
  final Fields fields;
  final Constants constants;
  final Declarations declarations;
  private final Supertypes supertypes;
  private final Texts texts;
  private final List<JavaType> circular;
  private final Map<String, List<JavaType>> directSubtypes;
  private final Map<String, List<JavaType>> subtypes = new ConcurrentHashMap<>();
  private final Map<JavaMethod, List<JavaMethod>> implementations = new ConcurrentHashMap<>();

  /** Resolves the names in all declarations. */
  private CodeBase(TypeIndex index) {
    this.index = index;
    names = new Names(index);
    supertypes = new Supertypes(index);
    fields = new Fields(index, names, supertypes);
    constants = new Constants(fields);
    texts = new Texts(fields, this::implementations, this::line);
    declarations = new Declarations(names, constants);
    index.outlines().forEach(names::header);
    index.outlines().forEach(declarations::members);
    index.types().forEach(names::header);
    index.hidden().forEach(names::header);
    circular = List.copyOf(Circles.open(index));
    Workers.each(index.types(), declarations::members);
    Workers.each(index.hidden(), declarations::members);
    directSubtypes = directSubtypes(index.types());
  }

  /**
   * Indexes declarations and resolves the names in them.
   *
   * @param units the system's files, in any order
   * @param outlineUnits declarations of libraries' types
   */
  static CodeBase of(Collection<SourceUnit> units, Collection<SourceUnit> outlineUnits) {
    return new CodeBase(new TypeIndex(units, outlineUnits));
  }

  private static Map<String, List<JavaType>> directSubtypes(List<JavaType> types) {
    Map<String, List<JavaType>> direct = new HashMap<>();
    for (JavaType type : types) {
      if (type.superclass != null) {
        direct.computeIfAbsent(type.superclass.name(), each -> new ArrayList<>()).add(type);
      }
      for (TypeRef each : type.interfaces) {
        direct.computeIfAbsent(each.name(), ignored -> new ArrayList<>()).add(type);
      }
    }
    return direct;
  }

  /** The system's types, top-level and nested, sorted by name. */
  public List<JavaType> types() {
    return index.types();
  }

  /** Types that would inherit from themselves, which is not followed. */
  List<JavaType> circular() {
    return circular;
  }

  /** The type of this name: the system's, a library's or the JDK's; null where there is none. */
  public @Nullable JavaType find(String name) {
    return index.find(name);
  }

  /** The type that is written so in a type of the system. */
  public TypeRef resolve(TypeSyntax syntax, JavaType context) {
    return declarations.resolve(syntax, context);
  }

  /** The system's type of this name; null where there is none. */
  public @Nullable JavaType project(String name) {
    return index.project(name);
  }

  /** The system's types that extend or implement this one, directly or not, sorted by name. */
  public List<JavaType> subtypes(String name) {
    if (!directSubtypes.containsKey(name)) {
      return List.of();
    }
    // asked again and again for the same few, and those at the top have thousands
    List<JavaType> known = subtypes.get(name);
    if (known == null) {
      Map<String, JavaType> all = new TreeMap<>();
      collectSubtypes(name, all);
      known = List.copyOf(all.values());
      subtypes.put(name, known);
    }
    return known;
  }

  private void collectSubtypes(String name, Map<String, JavaType> all) {
    for (JavaType each : directSubtypes.getOrDefault(name, List.of())) {
      if (all.put(each.name(), each) == null) {
        collectSubtypes(each.name(), all);
      }
    }
  }

  /** Whether a type is, extends or implements another, as far as its supertypes are known. */
  public boolean isA(TypeRef type, String wanted) {
    return asSuper(type, wanted) != null;
  }

  /** Whether a type is, extends or implements another, as far as its supertypes are known. */
  public boolean isA(JavaType type, String wanted) {
    return asSuper(type.self(), wanted) != null;
  }

  /**
   * Whether an object of a type can be what a declaration with arguments says: no {@code
   * Dao<Order>} is of a class that extends {@code Dao<Item>}, or is for items only. A {@code
   * Dao<?>} is of any.
   */
  public boolean fits(JavaType type, TypeRef declared) {
    TypeRef seen = declared.arguments().isEmpty() ? null : asSuper(type.self(), declared.name());
    for (int i = 0; seen != null && i < declared.arguments().size(); i++) {
      TypeRef mine = seen.argument(i);
      TypeRef bound = mine.variable() ? type.bound(mine.name()) : mine;
      TypeRef theirs = declared.argument(i);
      if (bound != null
          && isSure(bound)
          && isSure(theirs)
          && !theirs.equals(TypeRef.OBJECT)
          && !isA(bound, theirs.name())
          && !isA(theirs, bound.name())) {
        return false;
      }
    }
    return true;
  }

  /** Whether both a type and all of its supertypes are known. */
  private boolean isSure(TypeRef type) {
    return type.known() && !type.variable() && project(type.name()) != null;
  }

  /** This type seen as one of its supertypes, with its arguments; null where it is none. */
  public @Nullable TypeRef asSuper(TypeRef type, String wanted) {
    return supertypes.asSuper(type, wanted);
  }

  /** Direct supertypes with this type's arguments put in; a class comes before interfaces. */
  public List<TypeRef> supertypes(TypeRef ref) {
    return supertypes.of(ref);
  }

  /** A string constant's value as the compiler would fold it; null where it is none. */
  public @Nullable String constantText(Expr expression, JavaType context) {
    return constants.text(expression, context);
  }

  /**
   * The texts that an expression in a method can have: literals, constants, local variables,
   * builders and simple methods put together; {@link Texts#HOLE} stands for what is not known.
   * Empty where nothing of it is known.
   */
  public List<String> texts(Expr expression, JavaMethod context) {
    JavaType owner = context.owner();
    boolean alone =
        owner.kind() == TypeKind.CLASS && !owner.isAbstract() && subtypes(owner.name()).isEmpty();
    return texts.of(expression, context, alone);
  }

  /**
   * What subclasses make of an expression in a method that they inherit, where its text depends on
   * what they override or hand up; null where it does not.
   */
  public @Nullable Completed completed(Expr expression, JavaMethod context) {
    JavaType owner = context.owner();
    List<JavaType> below = subtypes(owner.name());
    if (below.isEmpty() || context.isStatic() || context.isConstructor()) {
      return null;
    }
    List<JavaType> all = new ArrayList<>(below);
    all.add(0, owner);
    return texts.completed(expression, context, all);
  }

  /** The nearest class that all are or extend; the first where none is known. */
  TypeRef commonSuperclass(List<TypeRef> types) {
    TypeRef first = types.isEmpty() ? TypeRef.UNKNOWN : types.get(0);
    JavaType known = index.find(first.name());
    if (types.size() > 1 && known != null) {
      for (JavaType each : line(known)) {
        if (types.stream().allMatch(type -> isA(type, each.name()))) {
          return TypeRef.of(each.name());
        }
      }
    }
    return types.stream().filter(TypeRef::known).findFirst().orElse(first);
  }

  /** A class and its superclasses, as far as they are known. */
  private List<JavaType> line(JavaType type) {
    List<JavaType> line = new ArrayList<>();
    JavaType each = type;
    while (each != null && !line.contains(each) && line.size() < 40) {
      line.add(each);
      each = each.superclass == null ? null : index.find(each.superclass.name());
    }
    return line;
  }

  /** The texts that a list, an array or another collection of texts can hold. */
  public List<String> elementTexts(Expr expression, JavaMethod context) {
    return texts.elements(expression, context);
  }

  /** The field of this name in a type or its supertypes; null where there is none. */
  public @Nullable JavaField findField(JavaType type, String name) {
    return fields.find(type, name);
  }

  /** All fields of a class and its superclasses, the topmost superclass's first. */
  public List<JavaField> allFields(JavaType type) {
    return fields.all(type);
  }

  /**
   * The system's methods that a call of this one can reach: itself if it has a body, and those that
   * override it in subtypes; sorted.
   */
  public List<JavaMethod> implementations(JavaMethod method) {
    List<JavaMethod> known = implementations.get(method);
    if (known == null) {
      known = findImplementations(method);
      implementations.put(method, known);
    }
    return known;
  }

  private List<JavaMethod> findImplementations(JavaMethod method) {
    List<JavaMethod> all = new ArrayList<>();
    if (method.hasBody()) {
      all.add(method);
    }
    if (!method.isStatic() && !method.isConstructor()) {
      for (JavaType each : subtypes(method.owner().name())) {
        for (JavaMethod candidate : each.methods(method.name())) {
          if (candidate.hasBody() && candidate.parameters().size() == method.parameters().size()) {
            all.add(candidate);
          }
        }
      }
    }
    all.sort(BY_PLACE);
    return List.copyOf(all);
  }
}
