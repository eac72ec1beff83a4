package dev.msvc.analyzers.code;

import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.TypeParameter;
import dev.msvc.analyzers.code.SourceUnit.Import;
import dev.msvc.analyzers.code.TypeDeclaration.FieldDeclaration;
import dev.msvc.analyzers.code.TypeDeclaration.MethodDeclaration;
import dev.msvc.analyzers.code.TypeDeclaration.ParameterDeclaration;
import dev.msvc.analyzers.code.TypeDeclaration.TypeVariable;
import dev.msvc.model.TypeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses one file, takes what the index needs, and drops the tree. One a thread. */
final class JavaReader {
  /** What the parser calls the class of a file that declares members alone; it is the file's. */
  private static final String COMPACT = "$COMPACT_CLASS";

  private final JavaParsers parsers = new JavaParsers();
  private final BodyReader bodies = new BodyReader(this);
  private final ExpressionReader expressions = bodies.expressions();

  /**
   * Reads a file's text.
   *
   * @throws UnreadableSourceException where it is not Java that the parser knows
   */
  SourceUnit read(String file, String module, String text, int lines, boolean generated) {
    ParseResult<CompilationUnit> result = parsers.parse(text);
    CompilationUnit unit = result.getResult().orElse(null);
    if (unit == null || !result.isSuccessful()) {
      throw UnreadableSourceException.of(result);
    }
    List<Import> imports = new ArrayList<>();
    for (ImportDeclaration each : unit.getImports()) {
      imports.add(new Import(each.getNameAsString(), each.isStatic(), each.isAsterisk()));
    }
    List<TypeDeclaration> types = new ArrayList<>();
    for (com.github.javaparser.ast.body.TypeDeclaration<?> type : unit.getTypes()) {
      if (type.getNameAsString().equals(COMPACT)) {
        type.setName(file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.')));
      }
      types.add(type(type));
    }
    String packageName =
        unit.getPackageDeclaration().map(each -> each.getNameAsString()).orElse("");
    return new SourceUnit(file, module, packageName, imports, types, lines, generated);
  }

  TypeDeclaration type(com.github.javaparser.ast.body.TypeDeclaration<?> type) {
    List<FieldDeclaration> fields = new ArrayList<>();
    List<MethodDeclaration> methods = new ArrayList<>();
    List<Stmt> initializers = new ArrayList<>();
    List<TypeDeclaration> types = new ArrayList<>();
    String name = type.getNameAsString();
    TypeKind kind = TypeKind.CLASS;
    List<TypeVariable> variables = List.of();
    TypeSyntax superclass = null;
    List<TypeSyntax> interfaces = new ArrayList<>();
    if (type instanceof ClassOrInterfaceDeclaration declared) {
      variables = variables(declared.getTypeParameters());
      if (declared.isInterface()) {
        kind = TypeKind.INTERFACE;
        declared.getExtendedTypes().forEach(each -> interfaces.add(TypeSyntaxes.of(each)));
      } else {
        superclass =
            declared.getExtendedTypes().isEmpty()
                ? null
                : TypeSyntaxes.of(declared.getExtendedTypes().get(0));
        declared.getImplementedTypes().forEach(each -> interfaces.add(TypeSyntaxes.of(each)));
      }
    } else if (type instanceof EnumDeclaration declared) {
      kind = TypeKind.ENUM;
      declared.getImplementedTypes().forEach(each -> interfaces.add(TypeSyntaxes.of(each)));
      for (EnumConstantDeclaration constant : declared.getEntries()) {
        fields.add(constant(name, constant));
      }
    } else if (type instanceof RecordDeclaration declared) {
      kind = TypeKind.RECORD;
      variables = variables(declared.getTypeParameters());
      declared.getImplementedTypes().forEach(each -> interfaces.add(TypeSyntaxes.of(each)));
      components(declared, fields, methods);
    } else if (type instanceof AnnotationDeclaration) {
      kind = TypeKind.ANNOTATION;
    }
    members(type.getMembers(), kind, fields, methods, initializers, types);
    return new TypeDeclaration(
        name,
        kind,
        modifiers(type.getModifiers()),
        variables,
        superclass,
        List.copyOf(interfaces),
        annotations(type.getAnnotations()),
        List.copyOf(fields),
        List.copyOf(methods),
        List.copyOf(initializers),
        List.copyOf(types),
        line(type.getName()),
        endLine(type));
  }

  /** The body of an anonymous class. */
  TypeDeclaration anonymous(TypeSyntax supertype, NodeList<BodyDeclaration<?>> members, Node node) {
    List<FieldDeclaration> fields = new ArrayList<>();
    List<MethodDeclaration> methods = new ArrayList<>();
    List<Stmt> initializers = new ArrayList<>();
    List<TypeDeclaration> types = new ArrayList<>();
    members(members, TypeKind.CLASS, fields, methods, initializers, types);
    return new TypeDeclaration(
        "",
        TypeKind.CLASS,
        0,
        List.of(),
        supertype,
        List.of(),
        List.of(),
        List.copyOf(fields),
        List.copyOf(methods),
        List.copyOf(initializers),
        List.copyOf(types),
        line(node),
        endLine(node));
  }

  private FieldDeclaration constant(String enumName, EnumConstantDeclaration constant) {
    int line = line(constant);
    TypeSyntax type = new TypeSyntax(enumName, List.of(), 0, line);
    TypeDeclaration body =
        constant.getClassBody().isEmpty()
            ? null
            : anonymous(type, constant.getClassBody(), constant);
    return new FieldDeclaration(
        constant.getNameAsString(),
        type,
        java.lang.reflect.Modifier.PUBLIC
            | java.lang.reflect.Modifier.STATIC
            | java.lang.reflect.Modifier.FINAL,
        annotations(constant.getAnnotations()),
        new Expr.New(type, expressions.all(constant.getArguments()), body, line),
        line);
  }

  private void components(
      RecordDeclaration declared, List<FieldDeclaration> fields, List<MethodDeclaration> methods) {
    List<ParameterDeclaration> parameters = parameters(declared.getParameters());
    for (int i = 0; i < parameters.size(); i++) {
      ParameterDeclaration each = parameters.get(i);
      int line = line(declared.getParameter(i));
      fields.add(
          new FieldDeclaration(
              each.name(),
              each.type(),
              java.lang.reflect.Modifier.PRIVATE | java.lang.reflect.Modifier.FINAL,
              each.annotations(),
              null,
              line));
      if (declared.getMethodsBySignature(each.name()).isEmpty()) {
        methods.add(
            new MethodDeclaration(
                each.name(),
                java.lang.reflect.Modifier.PUBLIC,
                List.of(),
                each.type(),
                List.of(),
                false,
                List.of(),
                List.of(),
                null,
                line,
                line));
      }
    }
    methods.add(
        new MethodDeclaration(
            "<init>",
            java.lang.reflect.Modifier.PUBLIC,
            List.of(),
            null,
            parameters,
            false,
            List.of(),
            List.of(),
            null,
            line(declared),
            line(declared)));
  }

  private void members(
      NodeList<BodyDeclaration<?>> members,
      TypeKind owner,
      List<FieldDeclaration> fields,
      List<MethodDeclaration> methods,
      List<Stmt> initializers,
      List<TypeDeclaration> types) {
    for (BodyDeclaration<?> member : members) {
      if (member instanceof com.github.javaparser.ast.body.FieldDeclaration field) {
        int constant = owner == TypeKind.INTERFACE || owner == TypeKind.ANNOTATION ? 1 : 0;
        int modifiers =
            modifiers(field.getModifiers())
                | constant
                    * (java.lang.reflect.Modifier.PUBLIC
                        | java.lang.reflect.Modifier.STATIC
                        | java.lang.reflect.Modifier.FINAL);
        List<AnnotationSyntax> annotations = annotations(field.getAnnotations());
        for (VariableDeclarator variable : field.getVariables()) {
          fields.add(
              new FieldDeclaration(
                  variable.getNameAsString(),
                  TypeSyntaxes.of(variable.getType()),
                  modifiers,
                  annotations,
                  variable.getInitializer().map(expressions::read).orElse(null),
                  line(variable)));
        }
      } else if (member instanceof com.github.javaparser.ast.body.MethodDeclaration method) {
        methods.add(method(method, owner));
      } else if (member instanceof ConstructorDeclaration constructor) {
        methods.add(
            callable(
                constructor,
                "<init>",
                modifiers(constructor.getModifiers()),
                null,
                bodies.statement(constructor.getBody())));
      } else if (member instanceof CompactConstructorDeclaration constructor) {
        initializers.add(bodies.statement(constructor.getBody()));
      } else if (member instanceof InitializerDeclaration initializer) {
        initializers.add(bodies.statement(initializer.getBody()));
      } else if (member instanceof AnnotationMemberDeclaration element) {
        methods.add(element(element));
      } else if (member instanceof com.github.javaparser.ast.body.TypeDeclaration<?> nested) {
        types.add(type(nested));
      }
    }
  }

  private MethodDeclaration method(
      com.github.javaparser.ast.body.MethodDeclaration method, TypeKind owner) {
    Stmt body = method.getBody().map(each -> bodies.statement(each)).orElse(null);
    int modifiers = modifiers(method.getModifiers());
    if (owner == TypeKind.INTERFACE) {
      modifiers |= java.lang.reflect.Modifier.PUBLIC;
      if (body == null) {
        modifiers |= java.lang.reflect.Modifier.ABSTRACT;
      }
    }
    return callable(
        method, method.getNameAsString(), modifiers, TypeSyntaxes.of(method.getType()), body);
  }

  private MethodDeclaration element(AnnotationMemberDeclaration element) {
    return new MethodDeclaration(
        element.getNameAsString(),
        java.lang.reflect.Modifier.PUBLIC | java.lang.reflect.Modifier.ABSTRACT,
        List.of(),
        TypeSyntaxes.of(element.getType()),
        List.of(),
        false,
        List.of(),
        annotations(element.getAnnotations()),
        element
            .getDefaultValue()
            .map(each -> (Stmt) new Stmt.Eval(expressions.read(each)))
            .orElse(null),
        line(element.getName()),
        endLine(element));
  }

  private MethodDeclaration callable(
      CallableDeclaration<?> declared,
      String name,
      int modifiers,
      @Nullable TypeSyntax result,
      @Nullable Stmt body) {
    List<TypeSyntax> exceptions = new ArrayList<>();
    declared.getThrownExceptions().forEach(each -> exceptions.add(TypeSyntaxes.of(each)));
    boolean varargs =
        declared.getParameters().getLast().map(each -> each.isVarArgs()).orElse(false);
    return new MethodDeclaration(
        name,
        modifiers,
        variables(declared.getTypeParameters()),
        result,
        parameters(declared.getParameters()),
        varargs,
        List.copyOf(exceptions),
        annotations(declared.getAnnotations()),
        body,
        line(declared.getName()),
        endLine(declared));
  }

  private List<ParameterDeclaration> parameters(
      NodeList<com.github.javaparser.ast.body.Parameter> parameters) {
    List<ParameterDeclaration> all = new ArrayList<>(parameters.size());
    for (com.github.javaparser.ast.body.Parameter each : parameters) {
      all.add(
          new ParameterDeclaration(
              each.getNameAsString(),
              TypeSyntaxes.of(each.getType()).withDimensions(each.isVarArgs() ? 1 : 0),
              annotations(each.getAnnotations())));
    }
    return List.copyOf(all);
  }

  private static List<TypeVariable> variables(NodeList<TypeParameter> parameters) {
    List<TypeVariable> all = new ArrayList<>(parameters.size());
    for (TypeParameter each : parameters) {
      NodeList<ClassOrInterfaceType> bounds = each.getTypeBound();
      all.add(
          new TypeVariable(
              each.getNameAsString(), bounds.isEmpty() ? null : TypeSyntaxes.of(bounds.get(0))));
    }
    return List.copyOf(all);
  }

  List<AnnotationSyntax> annotations(NodeList<AnnotationExpr> annotations) {
    List<AnnotationSyntax> all = new ArrayList<>(annotations.size());
    for (AnnotationExpr each : annotations) {
      all.add(annotation(each));
    }
    return List.copyOf(all);
  }

  AnnotationSyntax annotation(AnnotationExpr annotation) {
    Map<String, Expr> values = new LinkedHashMap<>();
    if (annotation instanceof SingleMemberAnnotationExpr single) {
      values.put("value", expressions.read(single.getMemberValue()));
    } else if (annotation instanceof NormalAnnotationExpr normal) {
      for (MemberValuePair pair : normal.getPairs()) {
        values.put(pair.getNameAsString(), expressions.read(pair.getValue()));
      }
    }
    return new AnnotationSyntax(annotation.getNameAsString(), values, line(annotation));
  }

  static int line(Node node) {
    return node.getRange().map(range -> range.begin.line).orElse(0);
  }

  private static int endLine(Node node) {
    return node.getRange().map(range -> range.end.line).orElse(0);
  }

  private static int modifiers(NodeList<Modifier> modifiers) {
    int bits = 0;
    for (Modifier each : modifiers) {
      bits |=
          switch (each.getKeyword()) {
            case PUBLIC -> java.lang.reflect.Modifier.PUBLIC;
            case PROTECTED -> java.lang.reflect.Modifier.PROTECTED;
            case PRIVATE -> java.lang.reflect.Modifier.PRIVATE;
            case STATIC -> java.lang.reflect.Modifier.STATIC;
            case FINAL -> java.lang.reflect.Modifier.FINAL;
            case ABSTRACT -> java.lang.reflect.Modifier.ABSTRACT;
            default -> 0;
          };
    }
    return bits;
  }
}
