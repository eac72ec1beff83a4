package dev.msvc.analyzers.wiring;

import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What stands in {@code execution(..)}: {@code @a.Marked public * a.b..*Service.save*(a.Order,
 * ..)}.
 *
 * @param annotation that a method must have; empty for any
 * @param owner null for any
 * @param parameters null for any; {@code ..} for any number of them
 */
record MethodPattern(
    String annotation,
    boolean onlyPublic,
    String result,
    @Nullable TypePattern owner,
    Predicate<String> name,
    @Nullable List<String> parameters)
    implements Pointcut {
  private static final Set<String> MODIFIERS =
      Set.of("public", "protected", "private", "final", "abstract", "synchronized", "!static");
  private static final String ANY = "..";

  /** The pattern; null for one that is not understood. */
  static @Nullable MethodPattern of(String text) {
    int close = text.lastIndexOf(')');
    int open = text.lastIndexOf('(', Math.max(close, 0));
    if (open < 0 || close < open) {
      return null;
    }
    String annotation = "";
    boolean onlyPublic = false;
    List<String> words = new ArrayList<>();
    for (String each : text.substring(0, open).strip().split("\\s+")) {
      if (each.startsWith("@")) {
        annotation = each.substring(1);
      } else if (MODIFIERS.contains(each)) {
        onlyPublic |= each.equals("public");
      } else {
        words.add(each);
      }
    }
    if (words.size() != 2 || annotation.indexOf('(') >= 0) {
      return null;
    }
    String full = words.get(1);
    int dot = full.lastIndexOf('.');
    String type = dot < 0 ? "" : full.substring(0, dot);
    return new MethodPattern(
        annotation,
        onlyPublic,
        words.get(0),
        type.isEmpty() ? null : TypePattern.of(type.endsWith(".") ? type + ".*" : type),
        TypePattern.names(full.substring(dot + 1)),
        parameters(text.substring(open + 1, close).strip()));
  }

  private static @Nullable List<String> parameters(String text) {
    if (text.equals(ANY)) {
      return null;
    }
    List<String> all = new ArrayList<>();
    for (String each : text.isEmpty() ? new String[0] : text.split(",")) {
      all.add(each.strip());
    }
    return all;
  }

  @Override
  public boolean matches(Joinpoint point) {
    JavaMethod method = point.method();
    return name.test(method.name())
        && (!onlyPublic || method.isPublic())
        && (annotation.isEmpty() || TypePattern.isAnnotated(method.annotations(), annotation))
        && takes(method)
        && returns(method)
        && owned(point);
  }

  /** A method belongs to the type that declares it and to those that declare what it overrides. */
  private boolean owned(Joinpoint point) {
    if (owner == null) {
      return true;
    }
    for (JavaMethod each : point.overridden()) {
      JavaType type = each.owner();
      if (owner.matches(point.code(), type)) {
        return true;
      }
    }
    return false;
  }

  private boolean returns(JavaMethod method) {
    return result.equals("*")
        || (result.startsWith("!")
            ? !is(result.substring(1), method.result().name())
            : is(result, method.result().name()));
  }

  private boolean takes(JavaMethod method) {
    if (parameters == null) {
      return true;
    }
    int given = method.parameters().size();
    int open = parameters.indexOf(ANY);
    if (open < 0 ? given != parameters.size() : given < parameters.size() - 1) {
      return false;
    }
    for (int i = 0; i < parameters.size(); i++) {
      int at = open < 0 || i < open ? i : given - (parameters.size() - i);
      if (i != open && !is(parameters.get(i), method.parameters().get(at).type().name())) {
        return false;
      }
    }
    return true;
  }

  private static boolean is(String pattern, String type) {
    return pattern.equals("*")
        || TypePattern.names(pattern.replace("+", "")).test(type)
        || type.equals("java.lang." + pattern);
  }
}
