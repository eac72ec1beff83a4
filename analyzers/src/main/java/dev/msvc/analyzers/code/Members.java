package dev.msvc.analyzers.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds methods by name and arguments in a type and its supertypes, as overload resolution does.
 */
final class Members {
  private static final String[] DELEGATE = {"lombok.experimental.Delegate", "lombok.Delegate"};
  private static final int DEPTH = 40;
  private static final Set<String> OF_OBJECT = Set.of("equals", "hashCode", "toString");

  private final CodeBase code;
  private final Map<String, Optional<JavaMethod>> functions = new ConcurrentHashMap<>();

  Members(CodeBase code) {
    this.code = code;
  }

  /** A method with the type arguments that its owner has here. */
  record Found(JavaMethod method, Map<String, TypeRef> bindings) {
    TypeRef parameter(int i) {
      List<JavaMethod.Parameter> parameters = method.parameters();
      if (method.isVarargs() && i >= parameters.size() - 1) {
        return parameters.get(parameters.size() - 1).type().element().substitute(bindings);
      }
      return i < parameters.size()
          ? parameters.get(i).type().substitute(bindings)
          : TypeRef.UNKNOWN;
    }

    /** The type of a call's value, with what the arguments told about the method's variables. */
    TypeRef result(TypeRef receiver, Map<String, TypeRef> learned) {
      if (method.name().equals("getClass") && method.parameters().isEmpty()) {
        return new TypeRef("java.lang.Class", List.of(receiver), 0, false);
      }
      if (method.result().name().equals(Lombok.SELF)) {
        return receiver;
      }
      if (receiver.isArray() && method.name().equals("clone")) {
        return receiver;
      }
      return settled(method.result().substitute(learned), method);
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
  }

  /** Methods of this name that take so many arguments, the nearest first. */
  List<Found> named(TypeRef receiver, String name, int arguments) {
    List<Found> found = new ArrayList<>(2);
    if (receiver.isArray()) {
      collect(TypeRef.OBJECT, name, arguments, found, new HashSet<>());
      return found;
    }
    Set<String> seen = new HashSet<>();
    collect(receiver, name, arguments, found, seen);
    JavaType type = code.find(receiver.name());
    if (found.isEmpty() && type != null && type.isAbstract()) {
      collect(TypeRef.OBJECT, name, arguments, found, seen);
    }
    if (found.isEmpty() && !name.equals("<init>")) {
      delegated(type, name, arguments, found, seen);
    }
    return found;
  }

  /** Methods that Lombok adds and that call the like of them on a field. */
  private void delegated(
      @Nullable JavaType type, String name, int arguments, List<Found> found, Set<String> seen) {
    JavaType each = type;
    for (int depth = 0; each != null && each.isProject() && depth < DEPTH; depth++) {
      if (each.isLombok()) {
        for (JavaField field : each.fields()) {
          if (!field.annotations().isEmpty() && field.annotation(DELEGATE) != null) {
            collect(field.type(), name, arguments, found, seen);
          }
        }
      }
      TypeRef parent = each.superclass();
      each = parent == null ? null : code.find(parent.name());
    }
  }

  private void collect(
      TypeRef ref, String name, int arguments, List<Found> found, Set<String> seen) {
    if (!seen.add(ref.name())) {
      return;
    }
    JavaType type = code.find(ref.name());
    if (type == null) {
      return;
    }
    List<JavaMethod> own = type.methods(name);
    if (!own.isEmpty()) {
      Map<String, TypeRef> bindings = type.bindings(ref);
      for (JavaMethod each : own) {
        if (each.takes(arguments)) {
          found.add(new Found(each, bindings));
        }
      }
    }
    if (!name.equals("<init>")) {
      for (TypeRef each : code.supertypes(ref)) {
        collect(each, name, arguments, found, seen);
      }
    }
  }

  /** The one that fits the arguments best; null where there is none. */
  @Nullable Found choose(List<Found> candidates, List<Expr> arguments, List<TypeRef> types) {
    if (candidates.size() <= 1) {
      return candidates.isEmpty() ? null : candidates.get(0);
    }
    Found best = null;
    int bestScore = Integer.MIN_VALUE;
    for (Found each : candidates) {
      int score = each.method().isVarargs() ? -2 : 0;
      for (int i = 0; i < arguments.size(); i++) {
        score += fit(each, i, arguments.get(i), types.get(i));
      }
      if (score > bestScore) {
        best = each;
        bestScore = score;
      }
    }
    return best;
  }

  private int fit(Found candidate, int index, Expr argument, TypeRef type) {
    TypeRef parameter = candidate.parameter(index);
    if (candidate.method().isVarargs()
        && index == candidate.method().parameters().size() - 1
        && type.isArray()) {
      parameter = parameter.withDimensions(parameter.dimensions() + 1);
    }
    if (argument instanceof Expr.Lambda lambda) {
      Found function = function(parameter);
      if (function == null) {
        return code.find(parameter.name()) == null ? 0 : -20;
      }
      return function.method().parameters().size() != lambda.parameters().size()
              || !LambdaShape.of(lambda).fits(function.method().result())
          ? -20
          : 3;
    }
    if (argument instanceof Expr.MethodRef) {
      return function(parameter) != null || code.find(parameter.name()) == null ? 2 : -20;
    }
    if (argument instanceof Expr.Literal literal && literal.kind() == Expr.LiteralKind.NULL) {
      return parameter.isPrimitive() && !parameter.isArray() ? -20 : 1;
    }
    if (!type.known() || !parameter.known()) {
      return 0;
    }
    if (parameter.variable() || candidate.method().variables.containsKey(parameter.name())) {
      return 1;
    }
    if (type.name().equals(parameter.name()) && type.dimensions() == parameter.dimensions()) {
      return 4;
    }
    if (parameter.name().equals("java.lang.Object") && !parameter.isArray()) {
      return 1;
    }
    if (type.dimensions() != parameter.dimensions()) {
      return -10;
    }
    return fit(type, parameter);
  }

  private int fit(TypeRef type, TypeRef parameter) {
    if (type.isPrimitive() && parameter.isPrimitive()) {
      return type.name().equals("boolean") == parameter.name().equals("boolean")
          ? widens(type.name(), parameter.name())
          : -10;
    }
    if (type.isPrimitive() || parameter.isPrimitive()) {
      return boxed(type).name().equals(boxed(parameter).name())
          ? 2
          : code.isA(boxed(type), parameter.name()) ? 1 : -5;
    }
    if (code.isA(type, parameter.name())) {
      return 3;
    }
    JavaType known = code.find(type.name());
    boolean neverText =
        parameter.name().equals("java.lang.String")
            && !type.variable()
            && !type.name().equals("java.lang.Object");
    return neverText || (known != null && known.isProject()) ? -4 : -1;
  }

  private static int widens(String from, String to) {
    String order = "byte short char int long float double";
    return order.indexOf(from) < order.indexOf(to) ? 2 : -3;
  }

  static TypeRef boxed(TypeRef type) {
    if (type.isArray()) {
      return type;
    }
    return switch (type.name()) {
      case "int" -> TypeRef.of("java.lang.Integer");
      case "long" -> TypeRef.of("java.lang.Long");
      case "boolean" -> TypeRef.of("java.lang.Boolean");
      case "double" -> TypeRef.of("java.lang.Double");
      case "float" -> TypeRef.of("java.lang.Float");
      case "char" -> TypeRef.of("java.lang.Character");
      case "byte" -> TypeRef.of("java.lang.Byte");
      case "short" -> TypeRef.of("java.lang.Short");
      default -> type;
    };
  }

  /** The one abstract method of a functional interface, with its type's arguments; null if none. */
  @Nullable Found function(TypeRef type) {
    if (type.isArray() || type.variable() || !type.known()) {
      return null;
    }
    JavaMethod method =
        functions
            .computeIfAbsent(type.name(), name -> Optional.ofNullable(abstractMethod(name)))
            .orElse(null);
    if (method == null) {
      return null;
    }
    TypeRef owner = code.asSuper(type, method.owner().name());
    return new Found(method, owner == null ? Map.of() : method.owner().bindings(owner));
  }

  private @Nullable JavaMethod abstractMethod(String name) {
    JavaType type = code.find(name);
    if (type == null || type.kind() != dev.msvc.model.TypeKind.INTERFACE) {
      return null;
    }
    Map<String, JavaMethod> all = new HashMap<>();
    Set<String> implemented = new HashSet<>();
    collectAbstract(type, all, implemented, new HashSet<>());
    all.keySet().removeAll(implemented);
    return all.size() == 1 ? all.values().iterator().next() : null;
  }

  private void collectAbstract(
      JavaType type, Map<String, JavaMethod> all, Set<String> implemented, Set<String> seen) {
    if (!seen.add(type.name())) {
      return;
    }
    for (JavaMethod each : type.methods()) {
      String signature = each.name() + "/" + each.parameters().size();
      if (each.isAbstract() && !OF_OBJECT.contains(each.name())) {
        all.putIfAbsent(signature, each);
      } else if (!each.isStatic()) {
        implemented.add(signature);
      }
    }
    for (TypeRef each : type.interfaces) {
      JavaType parent = code.find(each.name());
      if (parent != null) {
        collectAbstract(parent, all, implemented, seen);
      }
    }
  }

  /** Learns what a method's type variables stand for from one argument's type. */
  void unify(
      TypeRef parameter,
      TypeRef argument,
      Map<String, TypeRef> variables,
      Map<String, TypeRef> to) {
    unify(parameter, argument, variables, to, 0);
  }

  private void unify(
      TypeRef parameter,
      TypeRef argument,
      Map<String, TypeRef> variables,
      Map<String, TypeRef> to,
      int depth) {
    if (!argument.known() || depth > 8) {
      return;
    }
    if (parameter.variable()) {
      int dimensions = argument.dimensions() - parameter.dimensions();
      if (variables.containsKey(parameter.name())
          && dimensions >= 0
          && !argument.name().equals("null")) {
        to.putIfAbsent(parameter.name(), boxed(argument.withDimensions(dimensions)));
      }
      return;
    }
    if (parameter.arguments().isEmpty()) {
      return;
    }
    TypeRef seen = code.asSuper(argument, parameter.name());
    if (seen != null && seen.arguments().size() == parameter.arguments().size()) {
      for (int i = 0; i < seen.arguments().size(); i++) {
        unify(parameter.arguments().get(i), seen.arguments().get(i), variables, to, depth + 1);
      }
    }
  }
}
