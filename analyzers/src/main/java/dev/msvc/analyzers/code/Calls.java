package dev.msvc.analyzers.code;

import dev.msvc.analyzers.code.Expressions.Site;
import dev.msvc.analyzers.code.Members.Found;
import dev.msvc.model.ReferenceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Types of calls and constructions, by the methods that they mean. */
final class Calls {
  private static final Set<String> EACH = Set.of("forEach", "removeIf", "replaceAll");

  private final CodeBase code;
  private final Members members;
  private final Context context;
  private final Expressions expressions;
  private final Functions functions;
  private final Attribution attribution;

  Calls(
      CodeBase code,
      Members members,
      Context context,
      Expressions expressions,
      Functions functions,
      Attribution attribution) {
    this.code = code;
    this.members = members;
    this.context = context;
    this.expressions = expressions;
    this.functions = functions;
    this.attribution = attribution;
  }

  TypeRef call(Expr.Call call, Scope scope) {
    context.allCalls++;
    List<TypeRef> types = arguments(call.arguments(), scope);
    if (call.scope() == null) {
      return unqualified(call, types, scope);
    }
    Site site = expressions.site(call.scope(), scope);
    if (site == null || !site.type().known()) {
      return unresolved(call, types, scope);
    }
    TypeRef receiver = context.bounded(site.type());
    List<Found> candidates = members.named(receiver, call.name(), call.arguments().size());
    Found found = members.choose(candidates, call.arguments(), types);
    return finish(call, receiver, found, types, scope);
  }

  private TypeRef unqualified(Expr.Call call, List<TypeRef> types, Scope scope) {
    int count = call.arguments().size();
    for (JavaType each = context.self; each != null; each = each.outer()) {
      TypeRef receiver = each.self();
      List<Found> candidates = members.named(receiver, call.name(), count);
      if (!candidates.isEmpty()) {
        Found found = members.choose(candidates, call.arguments(), types);
        return finish(call, receiver, found, types, scope);
      }
    }
    if (context.self.unit != null) {
      for (SourceUnit.Import each : context.self.unit.imports()) {
        String owner = each.isStatic() ? each.ownerOf(call.name()) : null;
        JavaType type = owner == null ? null : code.index.findFrom(owner, context.self);
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
    untargeted(call.arguments(), scope);
    context.note(
        TypeRef.UNKNOWN, call.name(), call.arguments(), types, null, TypeRef.UNKNOWN, call);
    return TypeRef.UNKNOWN;
  }

  /** Types of arguments; those of lambdas and method references are looked at later. */
  private List<TypeRef> arguments(List<Expr> arguments, Scope scope) {
    if (arguments.isEmpty()) {
      return List.of();
    }
    List<TypeRef> types = new ArrayList<>(arguments.size());
    for (Expr each : arguments) {
      types.add(isFunction(each) ? TypeRef.UNKNOWN : expressions.type(each, scope));
    }
    return types;
  }

  private static boolean isFunction(Expr expression) {
    return expression instanceof Expr.Lambda || expression instanceof Expr.MethodRef;
  }

  /** Attributes lambdas whose target is not known. */
  private void untargeted(List<Expr> arguments, Scope scope) {
    for (Expr each : arguments) {
      if (isFunction(each)) {
        expressions.typed(each, scope, null);
      }
    }
  }

  private TypeRef finish(
      Expr.Call call, TypeRef receiver, @Nullable Found found, List<TypeRef> types, Scope scope) {
    context.resolvedCalls++;
    context.emit(receiver.name(), call.name(), ReferenceKind.CALL, call.line());
    if (found == null) {
      untargeted(call.arguments(), scope);
      context.note(receiver, call.name(), call.arguments(), types, null, TypeRef.UNKNOWN, call);
      return TypeRef.UNKNOWN;
    }
    Map<String, TypeRef> bindings = new HashMap<>(found.bindings());
    Map<String, TypeRef> variables = found.method().variables;
    int i = 0;
    for (String variable : variables.keySet()) {
      if (i < call.types().size()) {
        bindings.put(variable, context.resolve(call.types().get(i++), scope));
      } else {
        bindings.remove(variable);
      }
    }
    infer(found, variables, call.arguments(), types, bindings, scope);
    TypeRef result = found.result(receiver, bindings);
    context.linked(found.method(), result, call.line());
    context.note(receiver, call.name(), call.arguments(), types, found.method(), result, call);
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
        int loops = runsForEach(found.method()) ? 1 : 0;
        context.loops += loops;
        TypeRef result =
            arguments.get(i) instanceof Expr.Lambda lambda
                ? functions.lambda(lambda, scope, function, bindings)
                : functions.reference((Expr.MethodRef) arguments.get(i), scope, function, bindings);
        context.loops -= loops;
        if (function != null) {
          TypeRef declared = function.method().result().substitute(function.bindings());
          members.unify(declared, result, variables, bindings);
        }
      }
    }
  }

  /** Whether a method runs what it is given once for each element. */
  private static boolean runsForEach(JavaMethod method) {
    String owner = method.owner().name();
    return owner.startsWith("java.util.stream.")
        || (owner.startsWith("java.") && EACH.contains(method.name()));
  }

  TypeRef creation(Expr.New creation, Scope scope) {
    TypeRef type = context.resolve(creation.type(), scope);
    List<TypeRef> types = arguments(creation.arguments(), scope);
    context.emit(type, ReferenceKind.CONSTRUCT, creation.line());
    Found found =
        members.choose(
            members.named(type, "<init>", creation.arguments().size()),
            creation.arguments(),
            types);
    JavaType created = code.find(type.name());
    if (found == null) {
      untargeted(creation.arguments(), scope);
    } else {
      Map<String, TypeRef> variables = new HashMap<>(found.method().variables);
      Map<String, TypeRef> bindings = new HashMap<>(found.bindings());
      Map<String, TypeRef> diamond =
          type.arguments().isEmpty() && created != null ? created.variables : Map.of();
      variables.putAll(diamond);
      infer(found, variables, creation.arguments(), types, bindings, scope);
      context.linked(found.method(), TypeRef.UNKNOWN, creation.line());
      if (created != null && !diamond.isEmpty()) {
        type = created.self().substitute(bindings);
      }
    }
    context.note(
        type,
        "<init>",
        creation.arguments(),
        types,
        found == null ? null : found.method(),
        type,
        creation);
    if (creation.body() != null) {
      Callback around = context.callback;
      context.callback = new Callback(creation, around);
      attribution.anonymous(creation.body(), scope);
      context.callback = around;
    }
    return type;
  }

  void constructorCall(Expr.ConstructorCall call, Scope scope) {
    List<TypeRef> types = arguments(call.arguments(), scope);
    TypeRef parent = context.self.superclass();
    TypeRef receiver =
        !call.ofSuper() ? context.self.self() : parent == null ? TypeRef.OBJECT : parent;
    Found found =
        members.choose(
            members.named(receiver, "<init>", call.arguments().size()), call.arguments(), types);
    context.emit(receiver, ReferenceKind.CALL, call.line());
    if (found == null) {
      untargeted(call.arguments(), scope);
      context.note(receiver, "<init>", call.arguments(), types, null, TypeRef.of("void"), call);
      return;
    }
    infer(found, found.method().variables, call.arguments(), types, new HashMap<>(), scope);
    context.linked(found.method(), TypeRef.UNKNOWN, call.line());
    context.note(
        receiver, "<init>", call.arguments(), types, found.method(), TypeRef.of("void"), call);
  }
}
