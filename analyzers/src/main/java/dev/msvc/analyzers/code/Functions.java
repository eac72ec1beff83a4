package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.Expressions.Site;
import dev.msvc.analyzers.code.Members.Found;
import dev.msvc.model.ReferenceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Types of what lambdas and method references return. */
final class Functions {
  private final CodeBase code;
  private final Members members;
  private final Context context;
  private final Expressions expressions;
  private final Attribution attribution;

  Functions(
      CodeBase code,
      Members members,
      Context context,
      Expressions expressions,
      Attribution attribution) {
    this.code = code;
    this.members = members;
    this.context = context;
    this.expressions = expressions;
    this.attribution = attribution;
  }

  /** Attributes a lambda's body; gives the type that it returns. */
  TypeRef lambda(
      Expr.Lambda lambda, Scope scope, @Nullable Found function, Map<String, TypeRef> bindings) {
    Scope body = scope.lambda();
    for (int i = 0; i < lambda.parameters().size(); i++) {
      Expr.Parameter parameter = lambda.parameters().get(i);
      TypeRef type =
          parameter.type() != null
              ? context.resolve(parameter.type(), scope)
              : function == null
                  ? TypeRef.UNKNOWN
                  : context.known(function.parameter(i).substitute(bindings));
      context.emit(type, ReferenceKind.TYPE_USE, lambda.line());
      body.declare(parameter.name(), type);
    }
    Callback around = context.callback;
    context.callback = new Callback(lambda, around);
    attribution.statement(lambda.body(), body);
    context.callback = around;
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
      context.emit(result, ReferenceKind.SIGNATURE, lambda.line());
    }
    return result;
  }

  /** The type that the method behind a method reference returns. */
  TypeRef reference(
      Expr.MethodRef reference,
      Scope scope,
      @Nullable Found function,
      Map<String, TypeRef> bindings) {
    context.allCalls++;
    List<TypeRef> given = new ArrayList<>();
    if (function != null) {
      for (int i = 0; i < function.method().parameters().size(); i++) {
        TypeRef type = context.known(function.parameter(i).substitute(bindings));
        given.add(type);
        context.emit(type, ReferenceKind.SIGNATURE, reference.line());
      }
    }
    Site site = expressions.site(reference.scope(), scope);
    if (site == null || !site.type().known()) {
      context.note(
          TypeRef.UNKNOWN,
          reference.name(),
          List.of(),
          List.of(),
          null,
          TypeRef.UNKNOWN,
          reference);
      return TypeRef.UNKNOWN;
    }
    context.resolvedCalls++;
    TypeRef receiver = context.bounded(site.type());
    if (reference.name().equals("new")) {
      return constructed(reference, receiver, given);
    }
    context.emit(receiver.name(), reference.name(), ReferenceKind.CALL, reference.line());
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
        TypeRef seen = code.asSuper(context.bounded(given.get(0)), found.method().owner().name());
        if (seen != null) {
          own.putAll(found.method().owner().bindings(seen));
        }
      }
      result = found.result(receiver, own);
      // a method handle names the type that declares the method, not the one it is named by
      context.emit(
          found.method().owner().name(), reference.name(), ReferenceKind.CALL, reference.line());
      context.linked(found.method(), result, reference.line());
      context.emit(result, ReferenceKind.SIGNATURE, reference.line());
    }
    context.note(
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
      context.emit(type, ReferenceKind.TYPE_USE, reference.line());
      return type;
    }
    context.emit(type, ReferenceKind.CONSTRUCT, reference.line());
    List<Expr> arguments = unknowns(given.size(), reference.line());
    Found found = members.choose(members.named(type, "<init>", given.size()), arguments, given);
    if (found != null) {
      context.linked(found.method(), TypeRef.UNKNOWN, reference.line());
    }
    context.note(
        type, "<init>", List.of(), given, found == null ? null : found.method(), type, reference);
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
}
