package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.TypeDeclaration.FieldDeclaration;
import dev.msvc.analyzers.code.TypeDeclaration.MethodDeclaration;
import dev.msvc.analyzers.code.TypeDeclaration.ParameterDeclaration;
import dev.msvc.analyzers.code.TypeDeclaration.TypeVariable;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.model.TypeKind;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All types of the analysed system with their names resolved: the index that every analyzer asks.
 *
 * <p>Names are resolved as the language does, from imports, packages, nesting and inheritance,
 * without a class path; types of libraries are known where an outline of them is carried along.
 */
public final class CodeBase {
  private static final String LOMBOK = "lombok.";

  private final Map<String, List<JavaType>> byName = new HashMap<>();
  private final Map<String, JavaType> outlines = new HashMap<>();
  private final Set<String> packages = new HashSet<>();
  private final Library library = new Library();
  private final Texts texts = new Texts(this);
  private final Map<String, JavaType> locals = new ConcurrentHashMap<>();
  private List<JavaType> types = List.of();
  private Map<String, List<JavaType>> directSubtypes = Map.of();

  /**
   * Indexes declarations and resolves the names in them.
   *
   * @param units the system's files, in any order
   * @param outlineUnits declarations of libraries' types
   */
  static CodeBase of(Collection<SourceUnit> units, Collection<SourceUnit> outlineUnits) {
    CodeBase code = new CodeBase();
    for (SourceUnit unit : outlineUnits) {
      for (TypeDeclaration type : unit.types()) {
        code.outline(unit, type, null);
      }
    }
    code.index(units);
    code.outlines.values().forEach(code::header);
    code.outlines.values().forEach(code::members);
    code.types.forEach(code::header);
    Workers.each(code.types, code::members);
    code.indexSubtypes();
    return code;
  }

  /** The system's types, top-level and nested, sorted by name. */
  public List<JavaType> types() {
    return types;
  }

  /** The type of this name: the system's, a library's or the JDK's; null where there is none. */
  public @Nullable JavaType find(String name) {
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

  /** Makes a class known that is declared in a body. */
  void addLocal(JavaType type) {
    locals.put(type.name(), type);
  }

  /** The system's type of this name; null where there is none. */
  public @Nullable JavaType project(String name) {
    List<JavaType> own = byName.get(name);
    return own == null ? null : own.get(0);
  }

  /** The system's types that extend or implement this one, directly or not, sorted by name. */
  public List<JavaType> subtypes(String name) {
    Map<String, JavaType> all = new TreeMap<>();
    collectSubtypes(name, all);
    return List.copyOf(all.values());
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
    return asSuper(self(type), wanted) != null;
  }

  /** This type seen as one of its supertypes, with its arguments; null where it is none. */
  public @Nullable TypeRef asSuper(TypeRef type, String wanted) {
    return asSuper(type, wanted, 0);
  }

  private @Nullable TypeRef asSuper(TypeRef type, String wanted, int depth) {
    if (type.name().equals(wanted)) {
      return type;
    }
    if (depth > 40) {
      return null;
    }
    for (TypeRef each : supertypes(type)) {
      TypeRef found = asSuper(each, wanted, depth + 1);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Direct supertypes with this type's arguments put in; a class comes before interfaces. */
  public List<TypeRef> supertypes(TypeRef ref) {
    JavaType type = ref.isArray() || ref.variable() ? null : find(ref.name());
    if (type == null) {
      return List.of();
    }
    if (type.superclass == null && type.interfaces.isEmpty()) {
      return List.of();
    }
    Map<String, TypeRef> bindings = bindings(type, ref);
    List<TypeRef> all = new ArrayList<>(type.interfaces.size() + 1);
    if (type.superclass != null) {
      all.add(type.superclass.substitute(bindings));
    }
    for (TypeRef each : type.interfaces) {
      all.add(each.substitute(bindings));
    }
    return all;
  }

  /** The type with its own variables as arguments. */
  static TypeRef self(JavaType type) {
    List<TypeRef> arguments = new ArrayList<>(type.variables.size());
    type.variables.keySet().forEach(each -> arguments.add(TypeRef.variable(each)));
    return new TypeRef(type.name(), List.copyOf(arguments), 0, false);
  }

  static Map<String, TypeRef> bindings(JavaType type, TypeRef ref) {
    if (type.variables.isEmpty() || ref.arguments().isEmpty()) {
      return Map.of();
    }
    Map<String, TypeRef> bindings = new HashMap<>();
    int i = 0;
    for (String variable : type.variables.keySet()) {
      bindings.put(variable, ref.argument(i++));
    }
    return bindings;
  }

  /** A string constant's value as the compiler would fold it; null where it is none. */
  public @Nullable String constantText(Expr expression, JavaType context) {
    return texts.constant(expression, context);
  }

  /**
   * The texts that an expression in a method can have: literals, constants, local variables,
   * builders and simple methods put together; {@link Texts#HOLE} stands for what is not known.
   * Empty where nothing of it is known.
   */
  public List<String> texts(Expr expression, JavaMethod context) {
    return texts.of(expression, context);
  }

  /** Whether the compiler copies a field's value to where it is used. */
  boolean isConstant(JavaField field) {
    return field.isStatic()
        && field.isFinal()
        && field.value() != null
        && !field.type().isArray()
        && (field.type().isPrimitive() || field.type().name().equals("java.lang.String"))
        && texts.isConstant(field.value(), field.owner(), 0);
  }

  /** The field of this name in a type or its supertypes; null where there is none. */
  public @Nullable JavaField findField(JavaType type, String name) {
    return findField(type, name, 0);
  }

  private @Nullable JavaField findField(JavaType type, String name, int depth) {
    JavaField own = type.field(name);
    if (own != null || depth > 40) {
      return own;
    }
    for (TypeRef each : supertypes(TypeRef.of(type.name()))) {
      JavaType parent = find(each.name());
      JavaField found = parent == null ? null : findField(parent, name, depth + 1);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The field that a static import of a type's file gives this name to; null for none. */
  @Nullable JavaField importedField(String id, JavaType context) {
    if (context.unit == null) {
      return null;
    }
    for (SourceUnit.Import each : context.unit.imports()) {
      String owner = each.isStatic() ? importOwner(each, id) : null;
      JavaType type = owner == null ? null : findFrom(owner, context);
      JavaField field = type == null ? null : findField(type, id);
      if (field != null) {
        return field;
      }
    }
    return null;
  }

  /** The type that a static import takes a member of this name from; null if it takes none. */
  static @Nullable String importOwner(SourceUnit.Import each, String id) {
    if (each.all()) {
      return each.name();
    }
    return endsWith(each.name(), id) && each.name().length() > id.length()
        ? each.name().substring(0, each.name().length() - id.length() - 1)
        : null;
  }

  /** All fields of a class and its superclasses, the topmost superclass's first. */
  public List<JavaField> allFields(JavaType type) {
    List<JavaField> all = new ArrayList<>();
    JavaType each = type;
    for (int depth = 0; each != null && depth < 40; depth++) {
      all.addAll(0, each.fields());
      each = each.superclass == null ? null : find(each.superclass.name());
    }
    return all;
  }

  /**
   * The system's methods that a call of this one can reach: itself if it has a body, and those that
   * override it in subtypes; sorted.
   */
  public List<JavaMethod> implementations(JavaMethod method) {
    Map<String, JavaMethod> all = new TreeMap<>();
    if (method.hasBody()) {
      all.put(method.owner().name(), method);
    }
    if (!method.isStatic() && !method.isConstructor()) {
      for (JavaType each : subtypes(method.owner().name())) {
        for (JavaMethod candidate : each.methods(method.name())) {
          if (candidate.hasBody() && candidate.parameters().size() == method.parameters().size()) {
            all.put(each.name() + candidate.line(), candidate);
          }
        }
      }
    }
    return List.copyOf(all.values());
  }

  // ---- indexing

  private void outline(SourceUnit unit, TypeDeclaration declaration, @Nullable JavaType outer) {
    String name = qualified(unit, declaration, outer);
    JavaType type = made(name, unit, declaration, outer, JavaType.Origin.LIBRARY);
    outlines.put(name, type);
    for (TypeDeclaration each : declaration.types()) {
      outline(unit, each, type);
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

  private void index(Collection<SourceUnit> units) {
    Map<String, Set<String>> modules = new HashMap<>();
    for (SourceUnit unit : units) {
      packages.add(unit.packageName());
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
    types = List.copyOf(unique.values());
    byName.values().forEach(same -> same.sort(Comparator.comparing(JavaType::name)));
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
    all.add(type);
    byName.computeIfAbsent(bare, ignored -> new ArrayList<>(1)).add(type);
    if (!suffix.isEmpty()) {
      byName.computeIfAbsent(bare + suffix, ignored -> new ArrayList<>(1)).add(type);
    }
    for (TypeDeclaration each : declaration.types()) {
      index(unit, each, type, suffix, all);
    }
  }

  private void indexSubtypes() {
    Map<String, List<JavaType>> direct = new HashMap<>();
    for (JavaType type : types) {
      if (type.superclass != null) {
        direct.computeIfAbsent(type.superclass.name(), each -> new ArrayList<>()).add(type);
      }
      for (TypeRef each : type.interfaces) {
        direct.computeIfAbsent(each.name(), ignored -> new ArrayList<>()).add(type);
      }
    }
    directSubtypes = direct;
  }

  // ---- resolving declarations

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

  private Map<String, TypeRef> variables(
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

  /** Resolves fields, methods and annotations. */
  void members(JavaType type) {
    TypeDeclaration declaration = type.declaration;
    if (declaration == null) {
      return;
    }
    type.annotations = annotations(declaration.annotations(), type);
    Map<String, JavaField> fields = new LinkedHashMap<>();
    for (FieldDeclaration each : declaration.fields()) {
      TypeRef fieldType =
          each.type() == null ? TypeRef.UNKNOWN : resolve(each.type(), type, Map.of());
      fields.put(
          each.name(),
          new JavaField(
              type,
              each.name(),
              fieldType,
              each.modifiers(),
              annotations(each.annotations(), type),
              each.value(),
              each.line()));
    }
    type.fieldsByName = fields;
    type.fields = List.copyOf(fields.values());
    Map<String, List<JavaMethod>> methods = new LinkedHashMap<>();
    for (MethodDeclaration each : declaration.methods()) {
      methods.computeIfAbsent(each.name(), ignored -> new ArrayList<>(1)).add(method(each, type));
    }
    addEnumMethods(type, methods);
    addLombokMethods(type, methods);
    type.methodsByName = methods;
    List<JavaMethod> flat = new ArrayList<>();
    methods.values().forEach(flat::addAll);
    flat.sort(Comparator.comparingInt(JavaMethod::line));
    type.methods = List.copyOf(flat);
    type.initializers = initializers(type, declaration);
  }

  private static List<JavaMethod> initializers(JavaType type, TypeDeclaration declaration) {
    List<JavaMethod> all = new ArrayList<>();
    for (FieldDeclaration each : declaration.fields()) {
      if (each.value() != null) {
        all.add(initializer(type, new Stmt.Eval(each.value()), each.line()));
      }
    }
    for (Stmt each : declaration.initializers()) {
      all.add(initializer(type, each, declaration.line()));
    }
    return List.copyOf(all);
  }

  private static JavaMethod initializer(JavaType owner, Stmt body, int line) {
    return new JavaMethod(
        owner,
        "<clinit>",
        0,
        Map.of(),
        TypeRef.of("void"),
        List.of(),
        false,
        List.of(),
        List.of(),
        body,
        line,
        line);
  }

  private JavaMethod method(MethodDeclaration declared, JavaType owner) {
    Map<String, TypeRef> variables = variables(declared.variables(), owner, Map.of());
    List<JavaMethod.Parameter> parameters = new ArrayList<>(declared.parameters().size());
    for (ParameterDeclaration each : declared.parameters()) {
      parameters.add(
          new JavaMethod.Parameter(
              each.name(),
              resolve(each.type(), owner, variables),
              annotations(each.annotations(), owner)));
    }
    List<TypeRef> exceptions = new ArrayList<>(declared.exceptions().size());
    for (TypeSyntax each : declared.exceptions()) {
      exceptions.add(resolve(each, owner, variables));
    }
    return new JavaMethod(
        owner,
        declared.name(),
        declared.modifiers(),
        variables,
        declared.result() == null
            ? TypeRef.of("void")
            : resolve(declared.result(), owner, variables),
        List.copyOf(parameters),
        declared.varargs(),
        List.copyOf(exceptions),
        annotations(declared.annotations(), owner),
        declared.body(),
        declared.line(),
        declared.endLine());
  }

  private static void addEnumMethods(JavaType type, Map<String, List<JavaMethod>> methods) {
    if (type.kind() == TypeKind.ENUM) {
      TypeRef self = TypeRef.of(type.name());
      add(methods, synthetic(type, "values", Modifier.STATIC, self.withDimensions(1), List.of()));
      add(
          methods,
          synthetic(
              type,
              "valueOf",
              Modifier.STATIC,
              self,
              List.of(new JavaMethod.Parameter("name", TypeRef.STRING, List.of()))));
    }
  }

  /** Getters and setters that Lombok writes; constructors and builders change no name's meaning. */
  private static void addLombokMethods(JavaType type, Map<String, List<JavaMethod>> methods) {
    boolean data = type.annotation(LOMBOK + "Data") != null;
    boolean value = type.annotation(LOMBOK + "Value") != null;
    boolean getters = data || value || type.annotation(LOMBOK + "Getter") != null;
    boolean setters = data || type.annotation(LOMBOK + "Setter") != null;
    Annotation accessors = type.annotation(LOMBOK + "experimental.Accessors");
    boolean fluent = accessors != null && accessors.flag("fluent", false);
    boolean chain = accessors != null && (fluent || accessors.flag("chain", false));
    for (JavaField field : type.fieldsByName.values()) {
      if (field.isStatic()) {
        continue;
      }
      boolean flag = field.type().name().equals("boolean") && !field.type().isArray();
      String bare =
          flag && field.name().startsWith("is") && field.name().length() > 2
              ? field.name().substring(2)
              : field.name();
      String capital = Character.toUpperCase(bare.charAt(0)) + bare.substring(1);
      if (getters || field.annotation(LOMBOK + "Getter") != null) {
        String name = fluent ? field.name() : (flag ? "is" : "get") + capital;
        if (!methods.containsKey(name)) {
          add(methods, synthetic(type, name, 0, field.type(), List.of()));
        }
      }
      if (!field.isFinal() && (setters || field.annotation(LOMBOK + "Setter") != null)) {
        String name = fluent ? field.name() : "set" + capital;
        boolean there =
            methods.getOrDefault(name, List.of()).stream()
                .anyMatch(each -> each.parameters().size() == 1);
        if (!there) {
          add(
              methods,
              synthetic(
                  type,
                  name,
                  0,
                  chain ? self(type) : TypeRef.of("void"),
                  List.of(new JavaMethod.Parameter(field.name(), field.type(), List.of()))));
        }
      }
    }
  }

  private static void add(Map<String, List<JavaMethod>> methods, JavaMethod method) {
    methods.computeIfAbsent(method.name(), ignored -> new ArrayList<>(1)).add(method);
  }

  private static JavaMethod synthetic(
      JavaType owner,
      String name,
      int modifiers,
      TypeRef result,
      List<JavaMethod.Parameter> parameters) {
    return new JavaMethod(
        owner,
        name,
        modifiers | Modifier.PUBLIC,
        Map.of(),
        result,
        parameters,
        false,
        List.of(),
        List.of(),
        null,
        owner.line(),
        owner.line());
  }

  private List<Annotation> annotations(List<AnnotationSyntax> written, JavaType context) {
    if (written.isEmpty()) {
      return List.of();
    }
    List<Annotation> all = new ArrayList<>(written.size());
    for (AnnotationSyntax each : written) {
      all.add(annotation(each, context));
    }
    return List.copyOf(all);
  }

  Annotation annotation(AnnotationSyntax written, JavaType context) {
    TypeRef name =
        resolve(new TypeSyntax(written.name(), List.of(), 0, written.line()), context, Map.of());
    return new Annotation(written, name.name(), context, this);
  }

  // ---- names

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
    JavaType qualified = findFrom(name, context);
    return TypeRef.of(qualified == null ? name : qualified.name());
  }

  /** A type nested in another, by its path from there; null where there is none. */
  @Nullable TypeRef nested(String outer, String path) {
    JavaType type = find(outer);
    for (String part : path.split("\\.", -1)) {
      type = type == null ? null : memberType(type, part, 0);
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
      JavaType member = memberType(each, id, 0);
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
      if (!each.all() && endsWith(each.name(), id)) {
        JavaType type = findFrom(each.name(), context);
        if (type != null) {
          return TypeRef.of(type.name());
        }
        if (!each.isStatic()) {
          return TypeRef.of(each.name());
        }
        int dot = each.name().length() - id.length() - 1;
        JavaType owner = findFrom(each.name().substring(0, Math.max(dot, 0)), context);
        JavaType member = owner == null ? null : memberType(owner, id, 0);
        if (member != null) {
          return TypeRef.of(member.name());
        }
      }
    }
    String samePackage = unit.packageName().isEmpty() ? id : unit.packageName() + "." + id;
    JavaType neighbour = findFrom(samePackage, context);
    if (neighbour != null && (neighbour.isProject() || !context.isProject())) {
      return TypeRef.of(neighbour.name());
    }
    return onDemand(id, unit, context);
  }

  private TypeRef onDemand(String id, SourceUnit unit, JavaType context) {
    String foreign = null;
    int foreigners = 0;
    for (SourceUnit.Import each : unit.imports()) {
      if (each.all()) {
        JavaType type = findFrom(each.name() + "." + id, context);
        if (type == null) {
          JavaType owner = findFrom(each.name(), context);
          type = owner == null ? null : memberType(owner, id, 0);
        }
        if (type != null) {
          return TypeRef.of(type.name());
        }
        if (!each.isStatic() && !packages.contains(each.name()) && !isJdk(each.name())) {
          foreign = each.name();
          foreigners++;
        }
      }
    }
    JavaType lang = library.find("java.lang." + id);
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

  private static boolean endsWith(String name, String id) {
    int start = name.length() - id.length();
    return start >= 0 && name.endsWith(id) && (start == 0 || name.charAt(start - 1) == '.');
  }

  /** A nested type, declared or inherited. */
  private @Nullable JavaType memberType(JavaType type, String id, int depth) {
    JavaType own = type.nested.get(id);
    if (own != null) {
      return own;
    }
    if (!type.isProject() && type.declaration == null) {
      JavaType nested = library.find(type.name() + "." + id);
      if (nested != null) {
        return nested;
      }
    }
    if (depth > 20) {
      return null;
    }
    if (type.headerState == 0) {
      header(type);
    }
    for (TypeRef each : directSupertypes(type)) {
      JavaType parent = find(each.name());
      JavaType found =
          parent == null || parent.name().equals("java.lang.Object")
              ? null
              : memberType(parent, id, depth + 1);
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

  boolean isPackage(String name) {
    return packages.contains(name);
  }
}
