package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.TypeDeclaration.FieldDeclaration;
import dev.msvc.analyzers.code.TypeDeclaration.MethodDeclaration;
import dev.msvc.analyzers.code.TypeDeclaration.ParameterDeclaration;
import dev.msvc.analyzers.code.TypeDeclaration.TypeVariable;
import dev.msvc.model.TypeKind;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes out builders that Lombok makes: a nested type, and the methods that lead to it. */
final class Lombok {
  /** On a type that is in no file; the bit that the JVM gives to what a compiler adds. */
  static final int HIDDEN = 0x1000;

  /** Result of a method that returns what it is called on, whatever subtype that is. */
  static final String SELF = "<self>";

  private static final List<String> BUILDERS =
      List.of("lombok.Builder", "lombok.experimental.SuperBuilder", "lombok.experimental.Builder");

  private final SourceUnit unit;

  private Lombok(SourceUnit unit) {
    this.unit = unit;
  }

  /** The file with its builders written out; the same where it has nothing to do with Lombok. */
  static SourceUnit expanded(SourceUnit unit) {
    if (unit.imports().stream().noneMatch(each -> each.name().startsWith("lombok"))) {
      return unit;
    }
    Lombok lombok = new Lombok(unit);
    List<TypeDeclaration> types = unit.types().stream().map(lombok::expanded).toList();
    return new SourceUnit(
        unit.file(),
        unit.module(),
        unit.packageName(),
        unit.imports(),
        types,
        unit.lines(),
        unit.generated());
  }

  private TypeDeclaration expanded(TypeDeclaration type) {
    List<TypeDeclaration> nested = new ArrayList<>();
    type.types().forEach(each -> nested.add(expanded(each)));
    List<MethodDeclaration> methods = new ArrayList<>(type.methods());
    AnnotationSyntax ofType = builder(type.annotations());
    if (ofType != null) {
      add(type, new Shape(type, ofType, type.name(), fields(type), self(type)), nested, methods);
    }
    for (MethodDeclaration each : type.methods()) {
      AnnotationSyntax found = builder(each.annotations());
      if (found != null) {
        List<Part> parts = new ArrayList<>();
        each.parameters()
            .forEach(p -> parts.add(new Part(p.name(), p.type(), singular(p.annotations()))));
        boolean constructor = each.name().equals("<init>");
        TypeSyntax made = constructor || each.result() == null ? self(type) : each.result();
        add(type, new Shape(type, found, made.name(), parts, made), nested, methods);
      }
    }
    return new TypeDeclaration(
        type.name(),
        type.kind(),
        type.modifiers(),
        type.variables(),
        type.superclass(),
        type.interfaces(),
        type.annotations(),
        type.fields(),
        methods,
        type.initializers(),
        nested,
        type.line(),
        type.endLine());
  }

  private @Nullable AnnotationSyntax builder(List<AnnotationSyntax> annotations) {
    for (AnnotationSyntax each : annotations) {
      if (BUILDERS.stream().anyMatch(name -> is(each, name))) {
        return each;
      }
    }
    return null;
  }

  private boolean is(AnnotationSyntax annotation, String name) {
    int dot = name.lastIndexOf('.');
    return annotation.name().equals(name)
        || (annotation.name().equals(name.substring(dot + 1))
            && unit.imports().stream()
                .anyMatch(
                    each ->
                        each.all()
                            ? each.name().equals(name.substring(0, dot))
                            : each.name().equals(name)));
  }

  private List<Part> fields(TypeDeclaration type) {
    List<Part> all = new ArrayList<>();
    for (FieldDeclaration each : type.fields()) {
      boolean fixed = Modifier.isFinal(each.modifiers()) && each.value() != null;
      if (!Modifier.isStatic(each.modifiers()) && !fixed && each.type() != null) {
        all.add(new Part(each.name(), each.type(), singular(each.annotations())));
      }
    }
    return all;
  }

  private @Nullable AnnotationSyntax singular(List<AnnotationSyntax> annotations) {
    return annotations.stream()
        .filter(each -> is(each, "lombok.Singular"))
        .findFirst()
        .orElse(null);
  }

  private static TypeSyntax self(TypeDeclaration type) {
    return generic(type.name(), type.variables(), type.line());
  }

  private static TypeSyntax generic(String name, List<TypeVariable> variables, int line) {
    List<TypeSyntax> arguments = new ArrayList<>();
    variables.forEach(each -> arguments.add(new TypeSyntax(each.name(), List.of(), 0, line)));
    return new TypeSyntax(name, arguments, 0, line);
  }

  /** Something that a builder is given. */
  private record Part(String name, TypeSyntax type, @Nullable AnnotationSyntax singular) {}

  /** A builder: where it is declared, by what annotation, what it takes and what it makes. */
  private record Shape(
      TypeDeclaration type,
      AnnotationSyntax annotation,
      String madeName,
      List<Part> parts,
      TypeSyntax made) {
    boolean isSuper() {
      return annotation.name().endsWith("SuperBuilder");
    }

    String text(String key, String otherwise) {
      Expr value = annotation.values().get(key);
      return value instanceof Expr.Literal literal ? literal.text() : otherwise;
    }

    String name() {
      String simple = madeName.substring(madeName.lastIndexOf('.') + 1);
      return text("builderClassName", "").isEmpty()
          ? simple + "Builder"
          : text("builderClassName", "");
    }

    TypeSyntax self() {
      return isSuper()
          ? new TypeSyntax(SELF, List.of(), 0, annotation.line())
          : generic(name(), type.variables(), annotation.line());
    }
  }

  private static void add(
      TypeDeclaration type,
      Shape shape,
      List<TypeDeclaration> nested,
      List<MethodDeclaration> methods) {
    int line = shape.annotation().line();
    TypeSyntax builder = generic(shape.name(), type.variables(), line);
    String start = shape.text("builderMethodName", "builder");
    if (!start.isEmpty()) {
      addMissing(
          methods, method(start, Modifier.STATIC, type.variables(), builder, List.of(), line));
    }
    if (shape.text("toBuilder", "").equals("true")) {
      addMissing(methods, method("toBuilder", 0, List.of(), builder, List.of(), line));
    }
    List<MethodDeclaration> own = new ArrayList<>();
    TypeDeclaration written = null;
    for (TypeDeclaration each : nested) {
      if (each.name().equals(shape.name())) {
        written = each;
        own.addAll(each.methods());
      }
    }
    shape.parts().forEach(each -> setters(shape, each, own));
    addMissing(
        own,
        method(
            shape.text("buildMethodName", "build"), 0, List.of(), shape.made(), List.of(), line));
    TypeSyntax parent = shape.isSuper() ? parentBuilder(type) : null;
    if (written == null) {
      nested.add(
          new TypeDeclaration(
              shape.name(),
              TypeKind.CLASS,
              Modifier.PUBLIC | Modifier.STATIC | HIDDEN,
              type.variables(),
              parent,
              List.of(),
              List.of(),
              List.of(),
              own,
              List.of(),
              List.of(),
              line,
              line));
    } else {
      nested.set(
          nested.indexOf(written),
          new TypeDeclaration(
              written.name(),
              written.kind(),
              written.modifiers(),
              written.variables(),
              written.superclass() == null ? parent : written.superclass(),
              written.interfaces(),
              written.annotations(),
              written.fields(),
              own,
              written.initializers(),
              written.types(),
              written.line(),
              written.endLine()));
    }
  }

  private static @Nullable TypeSyntax parentBuilder(TypeDeclaration type) {
    TypeSyntax parent = type.superclass();
    if (parent == null) {
      return null;
    }
    String simple = parent.name().substring(parent.name().lastIndexOf('.') + 1);
    return new TypeSyntax(
        parent.name() + "." + simple + "Builder", parent.arguments(), 0, parent.line());
  }

  private static void setters(Shape shape, Part part, List<MethodDeclaration> to) {
    int line = shape.annotation().line();
    String prefix = shape.text("setterPrefix", "");
    addMissing(
        to,
        method(
            prefixed(prefix, part.name()),
            0,
            List.of(),
            shape.self(),
            List.of(new ParameterDeclaration(part.name(), part.type(), List.of())),
            line));
    AnnotationSyntax singular = part.singular();
    if (singular != null) {
      Expr given = singular.values().get("value");
      String one = given instanceof Expr.Literal literal ? literal.text() : singular(part.name());
      List<ParameterDeclaration> each = new ArrayList<>();
      for (TypeSyntax argument : part.type().arguments()) {
        each.add(new ParameterDeclaration("p" + each.size(), argument, List.of()));
      }
      addMissing(to, method(prefixed(prefix, one), 0, List.of(), shape.self(), each, line));
      addMissing(
          to, method(prefixed("clear", part.name()), 0, List.of(), shape.self(), List.of(), line));
    }
  }

  private static String prefixed(String prefix, String name) {
    return prefix.isEmpty()
        ? name
        : prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static String singular(String plural) {
    if (plural.endsWith("ies")) {
      return plural.substring(0, plural.length() - 3) + "y";
    }
    if (plural.endsWith("sses") || plural.endsWith("xes") || plural.endsWith("ches")) {
      return plural.substring(0, plural.length() - 2);
    }
    return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
  }

  private static void addMissing(List<MethodDeclaration> methods, MethodDeclaration added) {
    for (MethodDeclaration each : methods) {
      if (each.name().equals(added.name())
          && each.parameters().size() == added.parameters().size()) {
        return;
      }
    }
    methods.add(added);
  }

  private static MethodDeclaration method(
      String name,
      int modifiers,
      List<TypeVariable> variables,
      TypeSyntax result,
      List<ParameterDeclaration> parameters,
      int line) {
    return new MethodDeclaration(
        name,
        Modifier.PUBLIC | HIDDEN | modifiers,
        variables,
        result,
        parameters,
        false,
        List.of(),
        List.of(),
        null,
        line,
        line);
  }
}
