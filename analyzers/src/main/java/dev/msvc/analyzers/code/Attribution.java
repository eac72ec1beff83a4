package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.Members.Found;
import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.TypeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives every expression of one type its type, as far as the index knows, and notes the references
 * and calls on the way. One for each type; not for several threads.
 */
final class Attribution {
  private final CodeBase code;
  private final Members members;
  private final String from;
  private final List<Reference> references = new ArrayList<>();
  private JavaType self;
  private JavaMethod method;
  private String member = "";
  private Map<String, TypeRef> methodVariables = Map.of();
  private List<Call> calls = new ArrayList<>();
  private int resolvedCalls;
  private int allCalls;

  private boolean inAnnotation;

  Attribution(CodeBase code, Members members, JavaType type) {
    this.code = code;
    this.members = members;
    this.self = type;
    this.from = type.name();
    this.method = NOWHERE;
  }

  private static final JavaMethod NOWHERE =
      new JavaMethod(
          new JavaType("", "", TypeKind.CLASS, JavaType.Origin.LIBRARY, 0, null, null, null),
          "",
          0,
          Map.of(),
          TypeRef.UNKNOWN,
          List.of(),
          false,
          List.of(),
          List.of(),
          null,
          0,
          0);

  /** What one type refers to, and how many of its calls were resolved. */
  record Result(List<Reference> references, int resolvedCalls, int allCalls) {}

  Result run() {
    JavaType type = self;
    declaration(type);
    for (JavaField each : type.fields()) {
      member = each.name();
      declared(each.type(), ReferenceKind.FIELD, each.line());
      annotations(each.annotations());
    }
    for (JavaMethod each : type.methods()) {
      signature(each);
      body(each);
    }
    for (JavaMethod each : type.initializers()) {
      body(each);
    }
    return new Result(references, resolvedCalls, allCalls);
  }

  private void declaration(JavaType type) {
    member = "";
    int line = type.line();
    if (type.superclass() != null) {
      declared(type.superclass(), ReferenceKind.INHERIT, line);
    }
    for (TypeRef each : type.interfaces()) {
      declared(
          each,
          type.kind() == TypeKind.INTERFACE ? ReferenceKind.INHERIT : ReferenceKind.IMPLEMENT,
          line);
    }
    for (TypeRef each : type.variables.values()) {
      declared(each, ReferenceKind.TYPE_ARGUMENT, line);
    }
    annotations(type.annotations());
  }

  private void signature(JavaMethod each) {
    member = each.name();
    int line = each.line();
    if (!each.isConstructor()) {
      declared(each.result(), ReferenceKind.RETURN, line);
    }
    for (JavaMethod.Parameter parameter : each.parameters()) {
      declared(parameter.type(), ReferenceKind.PARAMETER, line);
      annotations(parameter.annotations());
    }
    for (TypeRef exception : each.exceptions()) {
      declared(exception, ReferenceKind.EXCEPTION, line);
    }
    for (TypeRef bound : each.variables.values()) {
      declared(bound, ReferenceKind.TYPE_ARGUMENT, line);
    }
    annotations(each.annotations());
  }

  private void annotations(List<Annotation> annotations) {
    boolean before = inAnnotation;
    inAnnotation = true;
    for (Annotation each : annotations) {
      emit(each.name(), "", ReferenceKind.ANNOTATION, each.line());
      Scope scope = Scope.outermost();
      for (Expr value : each.values()) {
        annotationValue(value, scope);
      }
    }
    inAnnotation = before;
  }

  private void annotationValue(Expr value, Scope scope) {
    if (value instanceof Expr.Array array) {
      array.parts().forEach(each -> annotationValue(each, scope));
    } else if (value instanceof Expr.Nested nested) {
      annotations(List.of(code.declarations.annotation(nested.annotation(), self)));
    } else if (value instanceof Expr.ClassLiteral literal) {
      declared(resolve(literal.type(), scope), ReferenceKind.ANNOTATION, literal.line());
    } else {
      type(value, scope);
    }
  }

  private void body(JavaMethod each) {
    if (each.body == null) {
      return;
    }
    method = each;
    member = each.name();
    methodVariables = each.variables;
    calls = new ArrayList<>();
    Scope scope = Scope.outermost();
    each.parameters().forEach(parameter -> scope.declare(parameter.name(), parameter.type()));
    statement(each.body, scope);
    each.calls(calls);
  }

  // ---- statements

  private void statements(List<Stmt> all, Scope scope) {
    for (Stmt each : all) {
      statement(each, scope);
    }
  }

  private void statement(Stmt statement, Scope scope) {
    if (statement instanceof Stmt.Eval each) {
      type(each.value(), scope);
    } else if (statement instanceof Stmt.Local each) {
      local(each, scope);
    } else if (statement instanceof Stmt.Block each) {
      statements(each.statements(), scope.block());
    } else if (statement instanceof Stmt.Return each) {
      TypeRef type =
          each.value() == null ? TypeRef.of("void") : typed(each.value(), scope, method.result());
      if (scope.returns != null) {
        scope.returns.add(type);
      }
    } else if (statement instanceof Stmt.ForEach each) {
      forEach(each, scope);
    } else if (statement instanceof Stmt.Switch each) {
      switched(each, scope);
    } else if (statement instanceof Stmt.Catch each) {
      Scope block = scope.block();
      TypeRef first = TypeRef.UNKNOWN;
      for (TypeSyntax syntax : each.types()) {
        TypeRef type = resolve(syntax, scope);
        declared(type, ReferenceKind.EXCEPTION, each.line());
        first = first.known() ? first : type;
      }
      block.declare(each.name(), first);
      statement(each.body(), block);
    } else if (statement instanceof Stmt.LocalType each) {
      localType(each.type(), scope);
    }
  }

  private void local(Stmt.Local local, Scope scope) {
    TypeRef declared = local.type() == null ? null : resolve(local.type(), scope);
    TypeRef value = local.value() == null ? TypeRef.UNKNOWN : typed(local.value(), scope, declared);
    if (declared != null) {
      emit(declared, ReferenceKind.TYPE_USE, local.line());
    }
    scope.declare(local.name(), declared == null ? value : declared);
  }

  private void forEach(Stmt.ForEach each, Scope scope) {
    TypeRef iterable = type(each.iterable(), scope);
    TypeRef element;
    if (each.type() != null) {
      element = resolve(each.type(), scope);
    } else if (iterable.isArray()) {
      element = iterable.element();
    } else {
      TypeRef seen = code.asSuper(bounded(iterable), "java.lang.Iterable");
      element = seen == null ? TypeRef.UNKNOWN : seen.argument(0);
    }
    emit(element, ReferenceKind.TYPE_USE, each.line());
    Scope block = scope.block();
    block.declare(each.name(), element);
    statement(each.body(), block);
  }

  private TypeRef switched(Stmt.Switch each, Scope scope) {
    TypeRef selector = type(each.selector(), scope);
    JavaType selected = code.find(selector.name());
    boolean ofEnum = selected != null && selected.kind() == TypeKind.ENUM;
    emit(selector, ReferenceKind.TYPE_USE, each.selector().line());
    TypeRef result = TypeRef.UNKNOWN;
    Scope block = scope.block();
    for (Stmt.Case one : each.cases()) {
      Scope inner = block.block();
      for (Expr label : one.labels()) {
        if (!(label instanceof Expr.Name && (ofEnum || !selector.known()))) {
          type(label, inner);
        }
      }
      for (Stmt part : one.body()) {
        if (part instanceof Stmt.Eval value) {
          TypeRef type = type(value.value(), inner);
          result = result.known() ? result : type;
        } else {
          statement(part, part instanceof Stmt.Local ? block : inner);
        }
      }
    }
    return result;
  }

  private void localType(TypeDeclaration declaration, Scope scope) {
    JavaType type = inner(declaration, declaration.name() + "@" + declaration.line());
    scope.declare(declaration.name(), type);
    innerBody(type, scope);
  }

  private JavaType inner(TypeDeclaration declaration, String id) {
    JavaType type =
        new JavaType(
            self.name() + "." + id,
            declaration.name(),
            declaration.kind(),
            JavaType.Origin.PROJECT,
            declaration.modifiers(),
            self,
            self.unit,
            declaration);
    code.index.addLocal(type);
    code.names.header(type);
    code.declarations.members(type);
    return type;
  }

  /** Attributes a class inside a body: what it does counts for the method around it. */
  private void innerBody(JavaType type, Scope scope) {
    JavaType outerSelf = self;
    JavaMethod outerMethod = method;
    String outerMember = member;
    Map<String, TypeRef> outerVariables = methodVariables;
    self = type;
    declaration(type);
    for (JavaField each : type.fields()) {
      declared(each.type(), ReferenceKind.FIELD, each.line());
      annotations(each.annotations());
    }
    List<JavaMethod> all = new ArrayList<>(type.methods());
    all.addAll(type.initializers());
    for (JavaMethod each : all) {
      signature(each);
      member = outerMember;
      if (each.body != null) {
        Map<String, TypeRef> visible = new HashMap<>(outerVariables);
        visible.putAll(each.variables);
        methodVariables = visible;
        Scope body = scope.body();
        each.parameters().forEach(parameter -> body.declare(parameter.name(), parameter.type()));
        statement(each.body, body);
      }
    }
    self = outerSelf;
    method = outerMethod;
    member = outerMember;
    methodVariables = outerVariables;
  }

  // ---- expressions

  /** The type of a value that is put where a type is expected. */
  private TypeRef typed(Expr value, Scope scope, @Nullable TypeRef expected) {
    if (value instanceof Expr.Lambda lambda) {
      lambda(lambda, scope, expected == null ? null : members.function(expected), Map.of());
      return expected == null ? TypeRef.UNKNOWN : expected;
    }
    if (value instanceof Expr.MethodRef reference) {
      reference(reference, scope, expected == null ? null : members.function(expected), Map.of());
      return expected == null ? TypeRef.UNKNOWN : expected;
    }
    if (value instanceof Expr.Conditional choice && expected != null) {
      type(choice.condition(), scope);
      typed(choice.then(), scope, expected);
      typed(choice.otherwise(), scope, expected);
      return expected;
    }
    return type(value, scope);
  }

  private TypeRef type(Expr expression, Scope scope) {
    if (expression instanceof Expr.Name each) {
      Site site = name(each, scope);
      return site == null || site.isType() ? TypeRef.UNKNOWN : site.type();
    }
    if (expression instanceof Expr.Call each) {
      return call(each, scope);
    }
    if (expression instanceof Expr.Literal each) {
      return literal(each);
    }
    if (expression instanceof Expr.Select each) {
      Site site = select(each, scope);
      return site == null || site.isType() ? TypeRef.UNKNOWN : site.type();
    }
    if (expression instanceof Expr.New each) {
      return creation(each, scope);
    }
    if (expression instanceof Expr.Binary each) {
      return binary(each, scope);
    }
    if (expression instanceof Expr.Assign each) {
      TypeRef target = type(each.target(), scope);
      typed(each.value(), scope, target);
      return target;
    }
    if (expression instanceof Expr.Unary each) {
      TypeRef value = type(each.value(), scope);
      return each.negates() ? TypeRef.of("boolean") : value;
    }
    if (expression instanceof Expr.Cast each) {
      TypeRef type = resolve(each.type(), scope);
      emit(type, ReferenceKind.TYPE_USE, each.line());
      typed(each.value(), scope, type);
      return type;
    }
    if (expression instanceof Expr.Conditional each) {
      type(each.condition(), scope);
      TypeRef then = type(each.then(), scope);
      TypeRef otherwise = type(each.otherwise(), scope);
      return then.known() && !then.name().equals("null") ? then : otherwise;
    }
    if (expression instanceof Expr.This each) {
      return each.qualifier() == null ? self.self() : resolve(each.qualifier(), scope);
    }
    return rare(expression, scope);
  }

  private TypeRef rare(Expr expression, Scope scope) {
    if (expression instanceof Expr.InstanceOf each) {
      type(each.value(), scope);
      TypeRef type = resolve(each.type(), scope);
      emit(type, ReferenceKind.TYPE_USE, each.line());
      if (each.binding() != null) {
        scope.declare(each.binding(), type);
      }
      return TypeRef.of("boolean");
    }
    if (expression instanceof Expr.ClassLiteral each) {
      TypeRef type = resolve(each.type(), scope);
      emit(type, ReferenceKind.TYPE_USE, each.line());
      return new TypeRef("java.lang.Class", List.of(Members.boxed(type)), 0, false);
    }
    if (expression instanceof Expr.Array each) {
      TypeRef type = each.type() == null ? TypeRef.UNKNOWN : resolve(each.type(), scope);
      emit(type, ReferenceKind.TYPE_USE, each.line());
      each.parts().forEach(part -> type(part, scope));
      return type;
    }
    if (expression instanceof Expr.Index each) {
      TypeRef array = type(each.array(), scope);
      type(each.index(), scope);
      return array.element();
    }
    if (expression instanceof Expr.Switch each) {
      return switched(each.statement(), scope);
    }
    if (expression instanceof Expr.Super each) {
      return superclass(each, scope);
    }
    if (expression instanceof Expr.Lambda each) {
      lambda(each, scope, null, Map.of());
      return TypeRef.UNKNOWN;
    }
    if (expression instanceof Expr.MethodRef each) {
      reference(each, scope, null, Map.of());
      return TypeRef.UNKNOWN;
    }
    if (expression instanceof Expr.ConstructorCall each) {
      constructorCall(each, scope);
    }
    return TypeRef.UNKNOWN;
  }

  private TypeRef superclass(Expr.Super each, Scope scope) {
    if (each.qualifier() != null) {
      return resolve(each.qualifier(), scope);
    }
    TypeRef parent = self.superclass();
    return parent == null ? TypeRef.OBJECT : parent;
  }

  private static TypeRef literal(Expr.Literal literal) {
    return switch (literal.kind()) {
      case STRING -> TypeRef.STRING;
      case CHAR -> TypeRef.of("char");
      case INT -> TypeRef.of("int");
      case LONG -> TypeRef.of("long");
      case DOUBLE -> TypeRef.of("double");
      case FLOAT -> TypeRef.of("float");
      case BOOLEAN -> TypeRef.of("boolean");
      case NULL -> TypeRef.UNKNOWN;
    };
  }

  /** Chains of one operator lean to the left: taken in a loop, not by recursion. */
  private TypeRef binary(Expr.Binary top, Scope scope) {
    List<Expr.Binary> chain = new ArrayList<>();
    Expr first = top;
    while (first instanceof Expr.Binary each) {
      chain.add(each);
      first = each.left();
    }
    TypeRef left = type(first, scope);
    for (int i = chain.size() - 1; i >= 0; i--) {
      TypeRef right = type(chain.get(i).right(), scope);
      left = combined(chain.get(i).operator(), left, right);
    }
    return left;
  }

  private static TypeRef combined(String operator, TypeRef left, TypeRef right) {
    return switch (operator) {
      case "==", "!=", "<", ">", "<=", ">=", "&&", "||" -> TypeRef.of("boolean");
      case "+" -> isString(left) || isString(right) ? TypeRef.STRING : wider(left, right);
      default -> wider(left, right);
    };
  }

  private static boolean isString(TypeRef type) {
    return type.name().equals("java.lang.String") && !type.isArray();
  }

  private static TypeRef wider(TypeRef left, TypeRef right) {
    String order = "byte short char int long float double";
    boolean rightWider =
        left.isPrimitive()
            && right.isPrimitive()
            && order.indexOf(right.name()) > order.indexOf(left.name());
    return rightWider || !left.known() ? right : left;
  }

  // ---- names and fields

  /** What stands before a dot: a value of a type, or a type itself. */
  private record Site(TypeRef type, boolean isType) {}

  private @Nullable Site site(Expr expression, Scope scope) {
    if (expression instanceof Expr.Name each) {
      return name(each, scope);
    }
    if (expression instanceof Expr.Select each) {
      return select(each, scope);
    }
    if (expression instanceof Expr.TypeName each) {
      return typeName(each, scope);
    }
    return new Site(type(expression, scope), false);
  }

  /** The parser takes {@code field::name} for a type: a variable or field comes first. */
  private @Nullable Site typeName(Expr.TypeName each, Scope scope) {
    TypeSyntax syntax = each.type();
    if (syntax.arguments().isEmpty() && syntax.dimensions() == 0) {
      Expr expression = null;
      for (String part : syntax.name().split("\\.", -1)) {
        expression =
            expression == null
                ? new Expr.Name(part, each.line())
                : new Expr.Select(expression, part, each.line());
      }
      Site site = expression == null ? null : site(expression, scope);
      if (site != null) {
        return site;
      }
    }
    return new Site(resolve(syntax, scope), true);
  }

  private @Nullable Site name(Expr.Name name, Scope scope) {
    TypeRef variable = scope.variable(name.id());
    if (variable != null) {
      return new Site(variable, false);
    }
    for (JavaType each = self; each != null; each = each.outer()) {
      JavaField field = code.findField(each, name.id());
      if (field != null) {
        return new Site(field(field, each.self(), name.line(), false), false);
      }
    }
    JavaField imported = code.fields.imported(name.id(), self);
    if (imported != null) {
      return new Site(
          field(imported, TypeRef.of(imported.owner().name()), name.line(), false), false);
    }
    JavaType local = scope.type(name.id());
    TypeRef type = local == null ? code.names.simple(name.id(), self) : TypeRef.of(local.name());
    return type == null ? null : new Site(type, true);
  }

  /**
   * Notes the use of a field and gives its type, seen from the type it is used on. Compilers since
   * Java 8 that copy a constant into code still name the type it was taken from: the one that is
   * written before the dot, or the one that declares it.
   */
  private TypeRef field(JavaField field, TypeRef on, int line, boolean written) {
    if (code.constants.isFolded(field)) {
      emit(
          written ? on.name() : field.owner().name(),
          field.name(),
          inAnnotation ? ReferenceKind.INLINED : ReferenceKind.CONSTANT,
          line);
    } else {
      emit(on.name(), field.name(), ReferenceKind.CALL, line);
      emit(field.type(), ReferenceKind.SIGNATURE, line);
    }
    TypeRef owner = code.asSuper(on, field.owner().name());
    return owner == null ? field.type() : field.type().substitute(field.owner().bindings(owner));
  }

  private @Nullable Site select(Expr.Select select, Scope scope) {
    Site site = site(select.scope(), scope);
    if (site == null) {
      String dotted = Names.written(select);
      JavaType type = dotted == null ? null : code.index.findFrom(dotted, self);
      return type == null ? null : new Site(TypeRef.of(type.name()), true);
    }
    TypeRef on = bounded(site.type());
    if (on.isArray()) {
      return new Site(TypeRef.of("int"), false);
    }
    JavaType type = code.find(on.name());
    if (type == null) {
      return new Site(TypeRef.UNKNOWN, false);
    }
    JavaField field = code.findField(type, select.id());
    if (field != null) {
      return new Site(field(field, on, select.line(), true), false);
    }
    TypeRef nested = site.isType() ? code.names.nested(type.name(), select.id()) : null;
    return nested == null ? new Site(TypeRef.UNKNOWN, false) : new Site(nested, true);
  }

  // ---- calls

  private TypeRef call(Expr.Call call, Scope scope) {
    allCalls++;
    List<TypeRef> types = arguments(call.arguments(), scope);
    if (call.scope() == null) {
      return unqualified(call, types, scope);
    }
    Site site = site(call.scope(), scope);
    if (site == null || !site.type().known()) {
      return unresolved(call, types, scope);
    }
    TypeRef receiver = bounded(site.type());
    List<Found> candidates = members.named(receiver, call.name(), call.arguments().size());
    Found found = members.choose(candidates, call.arguments(), types);
    return finish(call, receiver, found, types, scope);
  }

  private TypeRef unqualified(Expr.Call call, List<TypeRef> types, Scope scope) {
    int count = call.arguments().size();
    for (JavaType each = self; each != null; each = each.outer()) {
      TypeRef receiver = each.self();
      List<Found> candidates = members.named(receiver, call.name(), count);
      if (!candidates.isEmpty()) {
        Found found = members.choose(candidates, call.arguments(), types);
        return finish(call, receiver, found, types, scope);
      }
    }
    if (self.unit != null) {
      for (SourceUnit.Import each : self.unit.imports()) {
        String owner = each.isStatic() ? each.ownerOf(call.name()) : null;
        JavaType type = owner == null ? null : code.index.findFrom(owner, self);
        if (type != null) {
          TypeRef receiver = TypeRef.of(type.name());
          List<Found> candidates = members.named(receiver, call.name(), count);
          if (!candidates.isEmpty()) {
            Found found = members.choose(candidates, call.arguments(), types);
            return finish(call, receiver, found, types, scope);
          }
        }
      }
    }
    return unresolved(call, types, scope);
  }

  private TypeRef unresolved(Expr.Call call, List<TypeRef> types, Scope scope) {
    functions(call.arguments(), scope);
    note(TypeRef.UNKNOWN, call.name(), call.arguments(), types, null, TypeRef.UNKNOWN, call);
    return TypeRef.UNKNOWN;
  }

  /** Types of arguments; those of lambdas and method references are looked at later. */
  private List<TypeRef> arguments(List<Expr> arguments, Scope scope) {
    if (arguments.isEmpty()) {
      return List.of();
    }
    List<TypeRef> types = new ArrayList<>(arguments.size());
    for (Expr each : arguments) {
      types.add(isFunction(each) ? TypeRef.UNKNOWN : type(each, scope));
    }
    return types;
  }

  private static boolean isFunction(Expr expression) {
    return expression instanceof Expr.Lambda || expression instanceof Expr.MethodRef;
  }

  /** Attributes lambdas whose target is not known. */
  private void functions(List<Expr> arguments, Scope scope) {
    for (Expr each : arguments) {
      if (isFunction(each)) {
        typed(each, scope, null);
      }
    }
  }

  private TypeRef finish(
      Expr.Call call, TypeRef receiver, @Nullable Found found, List<TypeRef> types, Scope scope) {
    resolvedCalls++;
    emit(receiver.name(), call.name(), ReferenceKind.CALL, call.line());
    if (found == null) {
      functions(call.arguments(), scope);
      note(receiver, call.name(), call.arguments(), types, null, TypeRef.UNKNOWN, call);
      return TypeRef.UNKNOWN;
    }
    Map<String, TypeRef> bindings = new HashMap<>(found.bindings());
    Map<String, TypeRef> variables = found.method().variables;
    int i = 0;
    for (String variable : variables.keySet()) {
      if (i < call.types().size()) {
        bindings.put(variable, resolve(call.types().get(i++), scope));
      } else {
        bindings.remove(variable);
      }
    }
    infer(found, variables, call.arguments(), types, bindings, scope);
    TypeRef result = result(found.method(), receiver, bindings);
    linked(found.method(), result, call.line());
    note(receiver, call.name(), call.arguments(), types, found.method(), result, call);
    return result;
  }

  /** Learns type variables from the arguments, then from what lambdas return. */
  private void infer(
      Found found,
      Map<String, TypeRef> variables,
      List<Expr> arguments,
      List<TypeRef> types,
      Map<String, TypeRef> bindings,
      Scope scope) {
    for (int i = 0; i < arguments.size(); i++) {
      if (!isFunction(arguments.get(i)) && !variables.isEmpty()) {
        members.unify(found.parameter(i), types.get(i), variables, bindings);
      }
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (isFunction(arguments.get(i))) {
        TypeRef parameter = found.parameter(i);
        Found function = members.function(parameter);
        TypeRef result =
            arguments.get(i) instanceof Expr.Lambda lambda
                ? lambda(lambda, scope, function, bindings)
                : reference((Expr.MethodRef) arguments.get(i), scope, function, bindings);
        if (function != null) {
          TypeRef declared = function.method().result().substitute(function.bindings());
          members.unify(declared, result, variables, bindings);
        }
      }
    }
  }

  private static TypeRef result(
      JavaMethod method, TypeRef receiver, Map<String, TypeRef> bindings) {
    if (method.name().equals("getClass") && method.parameters().isEmpty()) {
      return new TypeRef("java.lang.Class", List.of(receiver), 0, false);
    }
    if (receiver.isArray() && method.name().equals("clone")) {
      return receiver;
    }
    return settled(method.result().substitute(bindings), method);
  }

  /** Type variables of a called method that nothing told are not known. */
  private static TypeRef settled(TypeRef type, JavaMethod method) {
    if (type.variable()) {
      return method.variables.containsKey(type.name()) ? TypeRef.UNKNOWN : type;
    }
    if (type.arguments().isEmpty()) {
      return type;
    }
    List<TypeRef> arguments = new ArrayList<>(type.arguments().size());
    type.arguments().forEach(each -> arguments.add(settled(each, method)));
    return new TypeRef(type.name(), arguments, type.dimensions(), false);
  }

  /** Notes the types that the compiled call names besides its receiver. */
  private void linked(JavaMethod target, TypeRef result, int line) {
    if (target.owner().isProject()) {
      for (JavaMethod.Parameter each : target.parameters()) {
        emitErased(each.type(), target, line);
      }
      emitErased(target.result(), target, line);
    }
    if (target.result().variable()) {
      emit(result, ReferenceKind.TYPE_USE, line);
    }
  }

  private void emitErased(TypeRef type, JavaMethod target, int line) {
    TypeRef erased = type;
    if (type.variable()) {
      TypeRef bound = target.variables.get(type.name());
      bound = bound == null ? target.owner().variables.get(type.name()) : bound;
      erased = bound == null ? TypeRef.OBJECT : bound;
    }
    emit(erased, ReferenceKind.SIGNATURE, line);
  }

  private void note(
      TypeRef receiver,
      String name,
      List<Expr> arguments,
      List<TypeRef> types,
      @Nullable JavaMethod target,
      TypeRef result,
      Expr expression) {
    calls.add(
        new Call(
            method,
            receiver,
            name,
            arguments,
            types,
            target,
            result,
            expression,
            expression.line()));
  }

  private TypeRef creation(Expr.New creation, Scope scope) {
    TypeRef type = resolve(creation.type(), scope);
    List<TypeRef> types = arguments(creation.arguments(), scope);
    emit(type, ReferenceKind.CONSTRUCT, creation.line());
    Found found =
        members.choose(
            members.named(type, "<init>", creation.arguments().size()),
            creation.arguments(),
            types);
    JavaType created = code.find(type.name());
    if (found == null) {
      functions(creation.arguments(), scope);
    } else {
      Map<String, TypeRef> variables = new HashMap<>(found.method().variables);
      Map<String, TypeRef> bindings = new HashMap<>(found.bindings());
      Map<String, TypeRef> diamond =
          type.arguments().isEmpty() && created != null ? created.variables : Map.of();
      variables.putAll(diamond);
      infer(found, variables, creation.arguments(), types, bindings, scope);
      linked(found.method(), TypeRef.UNKNOWN, creation.line());
      if (created != null && !diamond.isEmpty()) {
        type = created.self().substitute(bindings);
      }
    }
    note(
        type,
        "<init>",
        creation.arguments(),
        types,
        found == null ? null : found.method(),
        type,
        creation);
    if (creation.body() != null) {
      innerBody(inner(creation.body(), "anonymous@" + creation.line()), scope);
    }
    return type;
  }

  private void constructorCall(Expr.ConstructorCall call, Scope scope) {
    List<TypeRef> types = arguments(call.arguments(), scope);
    TypeRef parent = self.superclass();
    TypeRef receiver = !call.ofSuper() ? self.self() : parent == null ? TypeRef.OBJECT : parent;
    Found found =
        members.choose(
            members.named(receiver, "<init>", call.arguments().size()), call.arguments(), types);
    emit(receiver, ReferenceKind.CALL, call.line());
    if (found == null) {
      functions(call.arguments(), scope);
      return;
    }
    infer(found, found.method().variables, call.arguments(), types, new HashMap<>(), scope);
    linked(found.method(), TypeRef.UNKNOWN, call.line());
    note(receiver, "<init>", call.arguments(), types, found.method(), TypeRef.of("void"), call);
  }

  // ---- functions

  /** Attributes a lambda's body; gives the type that it returns. */
  private TypeRef lambda(
      Expr.Lambda lambda, Scope scope, @Nullable Found function, Map<String, TypeRef> bindings) {
    Scope body = scope.lambda();
    for (int i = 0; i < lambda.parameters().size(); i++) {
      Expr.Parameter parameter = lambda.parameters().get(i);
      TypeRef type =
          parameter.type() != null
              ? resolve(parameter.type(), scope)
              : function == null
                  ? TypeRef.UNKNOWN
                  : known(function.parameter(i).substitute(bindings));
      emit(type, ReferenceKind.TYPE_USE, lambda.line());
      body.declare(parameter.name(), type);
    }
    statement(lambda.body(), body);
    TypeRef result = TypeRef.of("void");
    if (body.returns != null) {
      for (TypeRef each : body.returns) {
        if (each.known() && !each.name().equals("void")) {
          result = each;
          break;
        }
        result = each;
      }
    }
    if (function != null && !function.method().result().name().equals("void")) {
      emit(result, ReferenceKind.SIGNATURE, lambda.line());
    }
    return result;
  }

  /** A variable that is neither bound nor declared around here is not known. */
  private TypeRef known(TypeRef type) {
    if (type.variable() && bound(type.name()) == null) {
      return TypeRef.UNKNOWN;
    }
    return type;
  }

  private TypeRef reference(
      Expr.MethodRef reference,
      Scope scope,
      @Nullable Found function,
      Map<String, TypeRef> bindings) {
    allCalls++;
    List<TypeRef> given = new ArrayList<>();
    if (function != null) {
      for (int i = 0; i < function.method().parameters().size(); i++) {
        TypeRef type = known(function.parameter(i).substitute(bindings));
        given.add(type);
        emit(type, ReferenceKind.SIGNATURE, reference.line());
      }
    }
    Site site = site(reference.scope(), scope);
    if (site == null || !site.type().known()) {
      note(
          TypeRef.UNKNOWN,
          reference.name(),
          List.of(),
          List.of(),
          null,
          TypeRef.UNKNOWN,
          reference);
      return TypeRef.UNKNOWN;
    }
    resolvedCalls++;
    TypeRef receiver = bounded(site.type());
    if (reference.name().equals("new")) {
      return constructed(reference, receiver, given);
    }
    emit(receiver.name(), reference.name(), ReferenceKind.CALL, reference.line());
    Found found = referred(reference, receiver, site.isType(), function, given);
    TypeRef result = TypeRef.UNKNOWN;
    if (found != null) {
      Map<String, TypeRef> own = new HashMap<>(found.bindings());
      boolean unbound = site.isType() && !found.method().isStatic();
      for (int i = unbound ? 1 : 0; i < given.size(); i++) {
        members.unify(
            found.parameter(unbound ? i - 1 : i), given.get(i), found.method().variables, own);
      }
      if (unbound && !given.isEmpty() && receiver.arguments().isEmpty()) {
        TypeRef seen = code.asSuper(bounded(given.get(0)), found.method().owner().name());
        if (seen != null) {
          own.putAll(found.method().owner().bindings(seen));
        }
      }
      result = result(found.method(), receiver, own);
      linked(found.method(), result, reference.line());
      emit(result, ReferenceKind.SIGNATURE, reference.line());
    }
    note(
        receiver,
        reference.name(),
        List.of(),
        given,
        found == null ? null : found.method(),
        result,
        reference);
    return result;
  }

  private TypeRef constructed(Expr.MethodRef reference, TypeRef type, List<TypeRef> given) {
    if (type.isArray()) {
      emit(type, ReferenceKind.TYPE_USE, reference.line());
      return type;
    }
    emit(type, ReferenceKind.CONSTRUCT, reference.line());
    List<Expr> arguments = unknowns(given.size(), reference.line());
    Found found = members.choose(members.named(type, "<init>", given.size()), arguments, given);
    if (found != null) {
      linked(found.method(), TypeRef.UNKNOWN, reference.line());
    }
    note(type, "<init>", List.of(), given, found == null ? null : found.method(), type, reference);
    return type;
  }

  private @Nullable Found referred(
      Expr.MethodRef reference,
      TypeRef receiver,
      boolean onType,
      @Nullable Found function,
      List<TypeRef> given) {
    String name = reference.name();
    int line = reference.line();
    if (function != null) {
      List<Found> candidates = members.named(receiver, name, given.size());
      Found direct = members.choose(candidates, unknowns(given.size(), line), given);
      if (direct != null && (!onType || direct.method().isStatic())) {
        return direct;
      }
      if (onType && !given.isEmpty()) {
        List<TypeRef> rest = given.subList(1, given.size());
        Found unbound =
            members.choose(
                members.named(receiver, name, rest.size()), unknowns(rest.size(), line), rest);
        if (unbound != null) {
          return unbound;
        }
      }
      return direct;
    }
    for (int count = 0; count < 4; count++) {
      List<Found> candidates = members.named(receiver, name, count);
      if (!candidates.isEmpty()) {
        return candidates.get(0);
      }
    }
    return null;
  }

  private static List<Expr> unknowns(int count, int line) {
    List<Expr> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      all.add(new Expr.Name("", line));
    }
    return all;
  }

  // ---- types

  private TypeRef resolve(TypeSyntax syntax, Scope scope) {
    JavaType local = scope.type(syntax.name());
    if (local != null) {
      return TypeRef.of(local.name()).withDimensions(syntax.dimensions());
    }
    return code.names.resolve(syntax, self, methodVariables);
  }

  private TypeRef bounded(TypeRef type) {
    TypeRef each = type;
    for (int i = 0; each.variable() && i < 10; i++) {
      TypeRef bound = bound(each.name());
      each =
          bound == null
              ? TypeRef.OBJECT.withDimensions(each.dimensions())
              : bound.withDimensions(each.dimensions());
    }
    return each;
  }

  private @Nullable TypeRef bound(String variable) {
    TypeRef bound = methodVariables.get(variable);
    for (JavaType each = self; bound == null && each != null; each = each.outer()) {
      bound = each.variables.get(variable);
    }
    return bound;
  }

  /** Notes a declared type and the arguments that it is given. */
  private void declared(TypeRef type, ReferenceKind kind, int line) {
    emit(type, kind, line);
    for (TypeRef each : type.arguments()) {
      declared(each, ReferenceKind.TYPE_ARGUMENT, line);
    }
  }

  private void emit(TypeRef type, ReferenceKind kind, int line) {
    if (!type.variable()) {
      emit(type.name(), "", kind, line);
    }
  }

  private void emit(String to, String toMember, ReferenceKind kind, int line) {
    JavaType target = code.project(to);
    if (target != null && !target.name().equals(from)) {
      references.add(new Reference(from, member, target.name(), toMember, kind, line));
    }
  }
}
