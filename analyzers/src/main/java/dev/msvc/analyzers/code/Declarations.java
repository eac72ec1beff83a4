package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.TypeDeclaration.FieldDeclaration;
import dev.msvc.analyzers.code.TypeDeclaration.MethodDeclaration;
import dev.msvc.analyzers.code.TypeDeclaration.ParameterDeclaration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes fields, methods, initializers and annotations of what a type declares. */
final class Declarations {
  private final Names names;
  private final Constants constants;

  Declarations(Names names, Constants constants) {
    this.names = names;
    this.constants = constants;
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
          each.type() == null ? TypeRef.UNKNOWN : names.resolve(each.type(), type, Map.of());
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
    type.fields = List.copyOf(fields.values());
    SyntheticMembers.addFields(type, fields);
    type.fieldsByName = fields;
    Map<String, List<JavaMethod>> methods = new LinkedHashMap<>();
    for (MethodDeclaration each : declaration.methods()) {
      methods.computeIfAbsent(each.name(), ignored -> new ArrayList<>(1)).add(method(each, type));
    }
    SyntheticMembers.add(type, methods);
    type.methodsByName = methods;
    List<JavaMethod> flat = new ArrayList<>();
    methods.values().forEach(flat::addAll);
    flat.removeIf(JavaMethod::isHidden);
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
    Map<String, TypeRef> variables = names.variables(declared.variables(), owner, Map.of());
    List<JavaMethod.Parameter> parameters = new ArrayList<>(declared.parameters().size());
    for (ParameterDeclaration each : declared.parameters()) {
      parameters.add(
          new JavaMethod.Parameter(
              each.name(),
              names.resolve(each.type(), owner, variables),
              annotations(each.annotations(), owner)));
    }
    List<TypeRef> exceptions = new ArrayList<>(declared.exceptions().size());
    for (TypeSyntax each : declared.exceptions()) {
      exceptions.add(names.resolve(each, owner, variables));
    }
    return new JavaMethod(
        owner,
        declared.name(),
        declared.modifiers(),
        variables,
        declared.result() == null
            ? TypeRef.of("void")
            : names.resolve(declared.result(), owner, variables),
        List.copyOf(parameters),
        declared.varargs(),
        List.copyOf(exceptions),
        annotations(declared.annotations(), owner),
        declared.body(),
        declared.line(),
        declared.endLine());
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
        names.resolve(
            new TypeSyntax(written.name(), List.of(), 0, written.line()), context, Map.of());
    return new Annotation(written, name.name(), context, this);
  }

  /** The type that is named in an annotation of a type. */
  TypeRef resolve(TypeSyntax syntax, JavaType context) {
    return names.resolve(syntax, context, Map.of());
  }

  /** The value of a constant in an annotation of a type; null where it is none. */
  @Nullable String constant(Expr expression, JavaType context) {
    return constants.text(expression, context);
  }

  /** A sentence of several pieces, with holes for those that are not known; or null. */
  @Nullable String sentence(Expr expression, JavaType context) {
    return constants.sentence(expression, context);
  }
}
