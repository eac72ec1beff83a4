package dev.msvc.analyzers.code;

import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.TypeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives every expression of one type its type, as far as the index knows, and notes the references
 * and calls on the way. One for each type; not for several threads.
 */
final class Attribution {
  private static final int MOST_SUPERCLASSES = 40;

  private final CodeBase code;
  private final Context context;
  private final Expressions expressions;

  /** Classes in bodies by their numbers: no line is part of a name, or it would change with one. */
  private final IdentityHashMap<TypeDeclaration, Integer> inner = new IdentityHashMap<>();

  Attribution(CodeBase code, Members members, JavaType type) {
    this.code = code;
    this.context = new Context(code, type);
    this.expressions = new Expressions(code, members, context, this);
  }

  /** What one type refers to, and how many of its calls were resolved. */
  record Result(List<Reference> references, int resolvedCalls, int allCalls) {}

  Result run() {
    JavaType type = context.self;
    declaration(type);
    for (JavaField each : type.fields()) {
      context.member = each.name();
      context.declared(each.type(), ReferenceKind.FIELD, each.line());
      annotations(each.annotations());
    }
    for (JavaMethod each : type.methods()) {
      signature(each);
      body(each);
    }
    for (JavaMethod each : type.initializers()) {
      body(each);
    }
    return new Result(context.references(), context.resolvedCalls, context.allCalls);
  }

  private void declaration(JavaType type) {
    context.member = "";
    int line = type.line();
    opened(line);
    if (type.superclass() != null) {
      context.declared(type.superclass(), ReferenceKind.INHERIT, line);
    }
    for (TypeRef each : type.interfaces()) {
      context.declared(
          each,
          type.kind() == TypeKind.INTERFACE ? ReferenceKind.INHERIT : ReferenceKind.IMPLEMENT,
          line);
    }
    for (TypeRef each : type.variables.values()) {
      context.declared(each, ReferenceKind.TYPE_ARGUMENT, line);
    }
    annotations(type.annotations());
  }

  private void signature(JavaMethod each) {
    context.member = each.name();
    int line = each.line();
    if (!each.isConstructor()) {
      context.declared(each.result(), ReferenceKind.RETURN, line);
    }
    for (JavaMethod.Parameter parameter : each.parameters()) {
      context.declared(parameter.type(), ReferenceKind.PARAMETER, line);
      annotations(parameter.annotations());
    }
    for (TypeRef exception : each.exceptions()) {
      context.declared(exception, ReferenceKind.EXCEPTION, line);
    }
    for (TypeRef bound : each.variables.values()) {
      context.declared(bound, ReferenceKind.TYPE_ARGUMENT, line);
    }
    annotations(each.annotations());
    if (!each.isConstructor() && !each.isStatic()) {
      bridges(each, context.self.self(), new HashSet<>());
    }
  }

  /**
   * A method that overrides one of other types gets a bridge with those: a class that implements
   * {@code T find()} names what {@code T} is bound by.
   */
  private void bridges(JavaMethod method, TypeRef below, Set<String> seen) {
    for (TypeRef above : code.supertypes(below)) {
      JavaType type = code.project(above.name());
      if (type != null && seen.add(above.name())) {
        for (JavaMethod overridden : type.methods(method.name())) {
          if (overrides(method, overridden, type.bindings(above))) {
            context.bridged(method, overridden);
          }
        }
        bridges(method, above, seen);
      }
    }
  }

  /** A public class gets bridges to the public methods of superclasses that are not public. */
  private void opened(int line) {
    JavaType each = context.self.isPublic() ? above(context.self) : null;
    Set<String> lower = new HashSet<>();
    for (int depth = 0; each != null && !each.isPublic() && depth < MOST_SUPERCLASSES; depth++) {
      for (JavaMethod method : each.methods()) {
        String shape = method.name() + "/" + method.parameters().size();
        boolean bridged =
            method.isPublic()
                && !method.isFinal()
                && !method.isStatic()
                && !method.isAbstract()
                && !method.isConstructor();
        if (bridged && context.self.methods(method.name()).isEmpty() && lower.add(shape)) {
          context.bridge(method, line);
        }
      }
      each = above(each);
    }
  }

  private @Nullable JavaType above(JavaType type) {
    return type.superclass() == null ? null : code.project(type.superclass().name());
  }

  private static boolean overrides(
      JavaMethod method, JavaMethod overridden, Map<String, TypeRef> bindings) {
    List<JavaMethod.Parameter> own = method.parameters();
    List<JavaMethod.Parameter> others = overridden.parameters();
    if (overridden.isStatic() || own.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < own.size(); i++) {
      TypeRef other = others.get(i).type().substitute(bindings);
      if (!other.variable() && !other.name().equals(own.get(i).type().name())) {
        return false;
      }
    }
    return true;
  }

  private void annotations(List<Annotation> annotations) {
    boolean before = context.constantsCopied;
    context.constantsCopied = true;
    for (Annotation each : annotations) {
      context.emit(each.name(), "", ReferenceKind.ANNOTATION, each.line());
      Scope scope = Scope.outermost();
      for (Expr value : each.values()) {
        annotationValue(value, scope);
      }
    }
    context.constantsCopied = before;
  }

  private void annotationValue(Expr value, Scope scope) {
    if (value instanceof Expr.Array array) {
      array.parts().forEach(each -> annotationValue(each, scope));
    } else if (value instanceof Expr.Nested nested) {
      annotations(List.of(code.declarations.annotation(nested.annotation(), context.self)));
    } else if (value instanceof Expr.ClassLiteral literal) {
      context.declared(
          context.resolve(literal.type(), scope), ReferenceKind.ANNOTATION, literal.line());
    } else {
      expressions.type(value, scope);
    }
  }

  private void body(JavaMethod each) {
    if (each.body == null) {
      return;
    }
    context.enter(each);
    Scope scope = Scope.outermost();
    each.parameters().forEach(parameter -> scope.declare(parameter.name(), parameter.type()));
    statement(each.body, scope);
    each.calls(context.calls());
  }

  private void statements(List<Stmt> all, Scope scope) {
    for (Stmt each : all) {
      statement(each, scope);
    }
  }

  void statement(Stmt statement, Scope scope) {
    if (statement instanceof Stmt.Eval each) {
      expressions.type(each.value(), scope);
    } else if (statement instanceof Stmt.Local each) {
      local(each, scope);
    } else if (statement instanceof Stmt.Block each) {
      context.loops += each.role() == Stmt.Role.LOOP ? 1 : 0;
      statements(each.statements(), scope.block());
      context.loops -= each.role() == Stmt.Role.LOOP ? 1 : 0;
    } else if (statement instanceof Stmt.Return each) {
      TypeRef type =
          each.value() == null
              ? TypeRef.of("void")
              : expressions.typed(each.value(), scope, context.method.result());
      if (scope.returns != null) {
        scope.returns.add(type);
      }
    } else if (statement instanceof Stmt.ForEach each) {
      forEach(each, scope);
    } else if (statement instanceof Stmt.Switch each) {
      switched(each, scope);
    } else if (statement instanceof Stmt.Catch each) {
      Scope block = scope.block();
      List<TypeRef> types = new ArrayList<>();
      for (TypeSyntax syntax : each.types()) {
        TypeRef type = context.resolve(syntax, scope);
        context.declared(type, ReferenceKind.EXCEPTION, each.line());
        types.add(type);
      }
      TypeRef caught = code.commonSuperclass(types);
      context.emit(caught, ReferenceKind.EXCEPTION, each.line());
      block.declare(each.name(), caught);
      statement(each.body(), block);
    } else if (statement instanceof Stmt.LocalType each) {
      localType(each.type(), scope);
    }
  }

  private void local(Stmt.Local local, Scope scope) {
    TypeRef declared = local.type() == null ? null : context.resolve(local.type(), scope);
    TypeRef value =
        local.value() == null ? TypeRef.UNKNOWN : expressions.typed(local.value(), scope, declared);
    if (declared != null) {
      // debug information holds a variable's type with its arguments
      context.declared(declared, ReferenceKind.TYPE_USE, local.line());
    }
    scope.declare(local.name(), declared == null ? value : declared);
  }

  private void forEach(Stmt.ForEach each, Scope scope) {
    TypeRef iterable = expressions.type(each.iterable(), scope);
    TypeRef element;
    if (each.type() != null) {
      element = context.resolve(each.type(), scope);
      context.declared(element, ReferenceKind.TYPE_USE, each.line());
    } else if (iterable.isArray()) {
      element = iterable.element();
    } else {
      TypeRef seen = code.asSuper(context.bounded(iterable), "java.lang.Iterable");
      element = seen == null ? TypeRef.UNKNOWN : seen.argument(0);
    }
    context.emit(element, ReferenceKind.TYPE_USE, each.line());
    Scope block = scope.block();
    block.declare(each.name(), element);
    context.loops++;
    statement(each.body(), block);
    context.loops--;
  }

  /** Attributes a switch; gives the type of its value, where it is an expression. */
  TypeRef switched(Stmt.Switch each, Scope scope) {
    TypeRef selector = expressions.type(each.selector(), scope);
    JavaType selected = code.find(selector.name());
    boolean ofEnum = selected != null && selected.kind() == TypeKind.ENUM;
    context.emit(selector, ReferenceKind.TYPE_USE, each.selector().line());
    TypeRef result = TypeRef.UNKNOWN;
    Scope block = scope.block();
    for (Stmt.Case one : each.cases()) {
      Scope inner = block.block();
      boolean before = context.constantsCopied;
      context.constantsCopied = true;
      for (Expr label : one.labels()) {
        if (!(label instanceof Expr.Name && (ofEnum || !selector.known()))) {
          expressions.type(label, inner);
        }
      }
      context.constantsCopied = before;
      for (Stmt part : one.body()) {
        if (part instanceof Stmt.Eval value) {
          TypeRef type = expressions.type(value.value(), inner);
          result = result.known() ? result : type;
        } else {
          statement(part, part instanceof Stmt.Local ? block : inner);
        }
      }
    }
    return result;
  }

  private void localType(TypeDeclaration declaration, Scope scope) {
    JavaType type = inner(declaration, declaration.name());
    scope.declare(declaration.name(), type);
    innerBody(type, scope);
  }

  /** Attributes an anonymous class. */
  void anonymous(TypeDeclaration declaration, Scope scope) {
    innerBody(inner(declaration, "anonymous"), scope);
  }

  private JavaType inner(TypeDeclaration declaration, String name) {
    int number = inner.computeIfAbsent(declaration, first -> inner.size() + 1);
    JavaType type =
        new JavaType(
            context.self.name() + "." + name + "@" + number,
            declaration.name(),
            declaration.kind(),
            JavaType.Origin.PROJECT,
            declaration.modifiers(),
            context.self,
            context.self.unit,
            declaration);
    code.index.addLocal(type);
    code.names.header(type);
    code.declarations.members(type);
    return type;
  }

  /** Attributes a class inside a body: what it does counts for the method around it. */
  private void innerBody(JavaType type, Scope scope) {
    JavaType outerSelf = context.self;
    String outerMember = context.member;
    Map<String, TypeRef> outerVariables = context.variables;
    context.self = type;
    declaration(type);
    for (JavaField each : type.fields()) {
      context.declared(each.type(), ReferenceKind.FIELD, each.line());
      annotations(each.annotations());
    }
    for (JavaMethod each : type.bodies()) {
      signature(each);
      context.member = outerMember;
      if (each.body != null) {
        Map<String, TypeRef> visible = new HashMap<>(outerVariables);
        visible.putAll(each.variables);
        context.variables = visible;
        Scope body = scope.body();
        each.parameters().forEach(parameter -> body.declare(parameter.name(), parameter.type()));
        statement(each.body, body);
      }
    }
    context.self = outerSelf;
    context.member = outerMember;
    context.variables = outerVariables;
  }
}
