package dev.msvc.analyzers.code;

import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where in a type the attribution stands, and what it has noted so far. */
final class Context {
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

  private final CodeBase code;
  private final String from;
  private final List<Reference> references = new ArrayList<>();
  private List<Call> calls = new ArrayList<>();

  /** How many loops are around. */
  int loops;

  /** The innermost callback around; null in the method itself. */
  @Nullable Callback callback;

  /** The type whose names are seen: one in a body while that one is looked at. */
  JavaType self;

  /** The method that calls count for. */
  JavaMethod method = NOWHERE;

  /** Name of the method or field that references count for; empty for the type itself. */
  String member = "";

  /** Type variables of the methods around. */
  Map<String, TypeRef> variables = Map.of();

  /** In annotations and labels of a switch, where constants leave no trace of their owner. */
  boolean constantsCopied;

  int resolvedCalls;
  int allCalls;

  Context(CodeBase code, JavaType type) {
    this.code = code;
    this.from = type.name();
    this.self = type;
  }

  /** Starts on the body of a method. */
  void enter(JavaMethod entered) {
    method = entered;
    member = entered.name();
    variables = entered.variables;
    calls = new ArrayList<>();
    callback = null;
  }

  /** Noted since the body was entered. */
  List<Call> calls() {
    return calls;
  }

  List<Reference> references() {
    return references;
  }

  /** The type of this name here: one declared in the body comes first. */
  TypeRef resolve(TypeSyntax syntax, Scope scope) {
    JavaType local = scope.type(syntax.name());
    if (local != null) {
      return TypeRef.of(local.name()).withDimensions(syntax.dimensions());
    }
    return code.names.resolve(syntax, self, variables);
  }

  /** What is known of a type: the bound, where it is a variable. */
  TypeRef bounded(TypeRef type) {
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

  /** A variable that is neither bound nor declared around here is not known. */
  TypeRef known(TypeRef type) {
    if (type.variable() && bound(type.name()) == null) {
      return TypeRef.UNKNOWN;
    }
    return type;
  }

  private @Nullable TypeRef bound(String variable) {
    TypeRef bound = variables.get(variable);
    for (JavaType each = self; bound == null && each != null; each = each.outer()) {
      bound = each.variables.get(variable);
    }
    return bound;
  }

  /** Notes a declared type and the arguments that it is given. */
  void declared(TypeRef type, ReferenceKind kind, int line) {
    emit(type, kind, line);
    for (TypeRef each : type.arguments()) {
      declared(each, ReferenceKind.TYPE_ARGUMENT, line);
    }
  }

  void emit(TypeRef type, ReferenceKind kind, int line) {
    if (!type.variable()) {
      emit(type.name(), "", kind, line);
    }
  }

  /** Notes a reference to a type of the system, or to a member of it. */
  void emit(String to, String toMember, ReferenceKind kind, int line) {
    JavaType target = code.project(to);
    target = target != null && target.isHidden() ? target.outer() : target;
    if (target != null && !target.name().equals(from)) {
      references.add(new Reference(from, member, target.name(), toMember, kind, line));
    }
  }

  /** Notes the types that the compiled call names besides its receiver. */
  void linked(JavaMethod target, TypeRef value, int line) {
    if (target.owner().isProject()) {
      linkedErased(target, line);
    }
    if (target.result().variable()) {
      emit(value, ReferenceKind.TYPE_USE, line);
    }
  }

  /** Notes the types of a method as compiled code has them. */
  private void linkedErased(JavaMethod target, int line) {
    for (JavaMethod.Parameter each : target.parameters()) {
      emitErased(each.type(), target, line);
    }
    TypeRef result = target.result();
    boolean itself = result.name().equals(Lombok.SELF);
    emitErased(itself ? TypeRef.of(target.owner().name()) : result, target, line);
  }

  private void emitErased(TypeRef type, JavaMethod target, int line) {
    emit(erased(type, target), ReferenceKind.SIGNATURE, line);
  }

  private static TypeRef erased(TypeRef type, JavaMethod target) {
    if (!type.variable()) {
      return type;
    }
    TypeRef bound = target.variables.get(type.name());
    bound = bound == null ? target.owner().variables.get(type.name()) : bound;
    return bound == null ? TypeRef.OBJECT : bound;
  }

  /** Notes what the bridge names that a method needs to override another of other types. */
  void bridged(JavaMethod method, JavaMethod overridden) {
    boolean same =
        erased(method.result(), method)
            .name()
            .equals(erased(overridden.result(), overridden).name());
    for (int i = 0; same && i < method.parameters().size(); i++) {
      TypeRef own = erased(method.parameters().get(i).type(), method);
      TypeRef other = erased(overridden.parameters().get(i).type(), overridden);
      same = own.name().equals(other.name());
    }
    if (!same) {
      bridge(overridden, method.line());
    }
  }

  /** Notes what a bridge to a method names. */
  void bridge(JavaMethod method, int line) {
    linkedErased(method, line);
    for (TypeRef each : method.exceptions()) {
      emit(each, ReferenceKind.SIGNATURE, line);
    }
  }

  /** Notes a call of the method around. */
  void note(
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
            expression.line(),
            loops > 0,
            callback));
  }
}
