package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.model.TraitKind;
import dev.msvc.model.TypeKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Methods that only hand out an object of the system: one that a field holds, or that a container
 * is asked for. They work with nothing and change nothing; who calls them goes on to call what he
 * gets.
 */
final class HandsOut {
  private static final int DEPTH = 6;
  private static final int LINES = 60;

  /** Methods of containers that give out what they are asked for. */
  private static final Set<String> LOOKUPS =
      Set.of(
          "getBean",
          "getBeansOfType",
          "getBeanProvider",
          "getContextualReference",
          "getInstance",
          "getProvider",
          "getService",
          "select",
          "lookup",
          "doLookup");

  private static final Pattern ACCESSOR =
      Pattern.compile("(get|set|is|with|add|of)([A-Z].*)?|equals|hashCode|toString|compareTo");

  private static final List<String> READING =
      List.of("get", "is", "has", "contains", "values", "iterator", "next", "size");

  private final CodeBase code;
  private final Map<JavaMethod, Boolean> known = new HashMap<>();

  private HandsOut(CodeBase code) {
    this.code = code;
  }

  /** Notes the methods of a type of which each overload only hands out. */
  static void read(CodeBase code, JavaType type, Found found) {
    Set<String> names = new HashSet<>();
    for (JavaMethod each : type.methods()) {
      if (names.add(each.name()) && isAnswer(code, each)) {
        List<JavaMethod> all = type.methods(each.name());
        if (all.stream().allMatch(one -> new HandsOut(code).handsOut(one, 0))) {
          all.forEach(
              one ->
                  found
                      .at(one.name())
                      .add(TraitKind.HANDS_OUT, given(one), "hands out what it has", one.line()));
        }
      }
    }
  }

  /** The type of what is handed out, or of each of it where it is a collection. */
  private static String given(JavaMethod method) {
    TypeRef result = method.result();
    int last = result.arguments().size() - 1;
    TypeRef given = result.name().startsWith("java.util.") ? result.argument(last) : result;
    return given.variable() || given.equals(TypeRef.OBJECT) ? "" : given.name();
  }

  /** Whether a result may be an object that does something. */
  private static boolean isAnswer(CodeBase code, JavaMethod method) {
    TypeRef result = method.result();
    String given = given(method);
    if (given.isEmpty()) {
      return (result.variable() || result.equals(TypeRef.OBJECT)) && asksContainer(method);
    }
    JavaType type = code.project(given);
    return type != null
        && (type.kind() == TypeKind.CLASS || type.kind() == TypeKind.INTERFACE)
        && (type.methods().isEmpty()
            || type.methods().stream().anyMatch(each -> !ACCESSOR.matcher(each.name()).matches()));
  }

  private static boolean asksContainer(JavaMethod method) {
    for (Call each : method.calls()) {
      JavaMethod target = each.target();
      if (isLookup(each) || (target != null && isLocator(target))) {
        return true;
      }
    }
    return false;
  }

  private boolean handsOut(JavaMethod method, int depth) {
    Boolean before = known.putIfAbsent(method, depth > 0);
    if (before == null) {
      before = depth <= DEPTH && handsOutItself(method, depth);
      known.put(method, before);
    }
    return before;
  }

  private boolean handsOutItself(JavaMethod method, int depth) {
    if (!method.hasBody()) {
      List<JavaMethod> all = code.implementations(method);
      return depth > 0
          && !all.isEmpty()
          && all.stream().allMatch(each -> handsOut(each, depth + 1));
    }
    if (isLocator(method)) {
      return true;
    }
    List<Expr> returned = Bodies.returned(method);
    return method.endLine() - method.line() < LINES
        && !returned.isEmpty()
        && returned.stream().allMatch(each -> isHeld(each, method, depth))
        && keepsState(method)
        && method.calls().stream().allMatch(each -> isHarmless(each, returned, depth));
  }

  /** Whether it asks a container for what its caller names by the class. */
  private static boolean isLocator(JavaMethod method) {
    return method.result().variable()
        && method.parameters().stream()
            .anyMatch(each -> each.type().argument(0).equals(method.result()))
        && method.calls().stream().anyMatch(HandsOut::isLookup);
  }

  private static boolean isLookup(Call call) {
    JavaMethod target = call.target();
    return (target == null || !target.owner().isProject())
        && !call.arguments().isEmpty()
        && LOOKUPS.contains(call.name());
  }

  /** Whether a value is one that a field, a container or another such method gives. */
  private boolean isHeld(@Nullable Expr value, JavaMethod in, int depth) {
    if (value == null || depth > DEPTH) {
      return false;
    }
    if (value instanceof Expr.Cast cast) {
      return isHeld(cast.value(), in, depth + 1);
    }
    if (value instanceof Expr.Conditional choice) {
      return isHeld(choice.then(), in, depth + 1) && isHeld(choice.otherwise(), in, depth + 1);
    }
    if (value instanceof Expr.Literal literal) {
      return literal.kind() == Expr.LiteralKind.NULL;
    }
    if (value instanceof Expr.Call) {
      Call call = in.call(value);
      return call != null && gives(call, depth);
    }
    if (value instanceof Expr.Name name) {
      List<Expr> assigned = Bodies.assigned(name.id(), in);
      return assigned.isEmpty()
          ? field(name.id(), in) != null && !isParameter(name.id(), in)
          : assigned.stream().allMatch(each -> isMade(each, in) || isHeld(each, in, depth + 1));
    }
    return value instanceof Expr.This
        || (value instanceof Expr.Select select
            && (select.scope() instanceof Expr.This || select.scope() instanceof Expr.Name)
            && field(select.id(), in) != null);
  }

  /** Whether it makes the one object of its own type. */
  private static boolean isMade(Expr value, JavaMethod in) {
    if (!(value instanceof Expr.New made) || made.body() != null) {
      return false;
    }
    Call call = in.call(value);
    return call != null && call.receiver().name().equals(in.owner().name());
  }

  private boolean gives(Call call, int depth) {
    JavaMethod target = call.target();
    if (target != null && target.owner().isProject()) {
      return handsOut(target, depth + 1);
    }
    if (isLookup(call)) {
      return true;
    }
    // as a map of beans by their names, or a provider of one
    return call.name().startsWith("get")
        && call.expression() instanceof Expr.Call written
        && scopeField(written, call.caller()) != null;
  }

  private @Nullable JavaField scopeField(Expr.Call written, JavaMethod in) {
    if (written.scope() instanceof Expr.Name name && !isParameter(name.id(), in)) {
      return field(name.id(), in);
    }
    return written.scope() instanceof Expr.Select select && select.scope() instanceof Expr.This
        ? field(select.id(), in)
        : null;
  }

  private @Nullable JavaField field(String name, JavaMethod in) {
    return code.findField(in.owner(), name);
  }

  private static boolean isParameter(String name, JavaMethod in) {
    return in.parameters().stream().anyMatch(each -> each.name().equals(name));
  }

  /** Whether it gives no field another value than one it is made of once. */
  private boolean keepsState(JavaMethod method) {
    boolean[] keeps = {true};
    Bodies.expressions(
        method.body(),
        each ->
            keeps[0] &=
                !(each instanceof Expr.Assign assign)
                    || (assign.target() instanceof Expr.Name
                        && assign.operator().equals("=")
                        && (isMade(assign.value(), method) || isHeld(assign.value(), method, 1))));
    return keeps[0];
  }

  /** Whether a call beside what is returned changes nothing. */
  private boolean isHarmless(Call call, List<Expr> returned, int depth) {
    JavaMethod target = call.target();
    if (target == null || !target.owner().isProject()) {
      return !(call.expression() instanceof Expr.Call written)
          || scopeField(written, call.caller()) == null
          || LOOKUPS.contains(call.name())
          || READING.stream().anyMatch(call.name()::startsWith)
          || isLog(written, call.caller());
    }
    return returned.contains(call.expression())
        || (target.isConstructor() && (isMadeOrThrown(call) || isAsked(call, returned)))
        || handsOut(target, depth + 1)
        || isCheck(target);
  }

  /** Whether an object is made only to be asked for what is returned. */
  private static boolean isAsked(Call call, List<Expr> returned) {
    for (Expr each : returned) {
      Expr scope = each;
      while (scope instanceof Expr.Call written) {
        scope = written.scope();
      }
      if (scope == call.expression()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMadeOrThrown(Call call) {
    String made = call.receiver().name();
    return made.equals(call.caller().owner().name())
        || made.endsWith("Exception")
        || made.endsWith("Error");
  }

  private boolean isLog(Expr.Call written, JavaMethod in) {
    JavaField field = scopeField(written, in);
    return field != null && field.type().name().matches(".*\\.Log(ger)?");
  }

  /** Whether it only looks whether all is there, and throws. */
  private boolean isCheck(JavaMethod method) {
    return method.result().name().equals("void")
        && method.hasBody()
        && keepsState(method)
        && method.calls().stream()
            .allMatch(
                each ->
                    each.target() == null
                        || !each.target().owner().isProject()
                        || each.receiver().name().endsWith("Exception"));
  }
}
