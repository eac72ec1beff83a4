package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.model.TraitKind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Where plug-ins of OSGi offer their objects, and names of classes that tell of no plug-in. */
final class PlugInRegistries {
  private static final Pattern REGISTRY =
      Pattern.compile("\\w*Service(?:Registration|Tracker|TrackerCustomizer)");

  private static final Set<String> OF_A_TYPE =
      Set.of("getCanonicalName", "getTypeName", "getActualTypeArguments", "getComponentType");
  private static final Set<String> OF_A_TEXT =
      Set.of("substring", "replace", "replaceAll", "replaceFirst", "trim", "strip", "toString");
  private static final int STEPS = 3;

  private PlugInRegistries() {}

  /** Notes a supertype or field that is a registry of what plug-ins offer. */
  static void read(String name, TypeRef used, int line, Found found) {
    if (used.name().contains(".osgi.") && REGISTRY.matcher(used.simpleName()).matches()) {
      TypeRef offered = used.argument(used.arguments().size() - 1);
      String what = offered.known() ? "%s of %s" : "%s";
      found.add(
          TraitKind.PLUG_IN, name, what.formatted(used.simpleName(), offered.simpleName()), line);
    }
  }

  /** Whether a name of a class is taken from a type that the code has already. */
  static boolean isOwnName(Expr given, JavaMethod in) {
    return isOwnName(given, in, STEPS);
  }

  private static boolean isOwnName(Expr given, JavaMethod in, int steps) {
    if (given instanceof Expr.Name name) {
      List<Expr> assigned = steps > 0 ? Bodies.assigned(name.id(), in) : List.of();
      return !assigned.isEmpty()
          && assigned.stream().allMatch(each -> isOwnName(each, in, steps - 1));
    }
    if (given instanceof Expr.Index index) {
      return isOwnName(index.array(), in, steps);
    }
    if (given instanceof Expr.Cast cast) {
      return isOwnName(cast.value(), in, steps);
    }
    if (!(given instanceof Expr.Call call)) {
      return false;
    }
    Call known = in.call(call);
    return OF_A_TYPE.contains(call.name())
        || (call.name().equals("getName")
            && known != null
            && known.receiver().name().equals("java.lang.Class"))
        || (OF_A_TEXT.contains(call.name())
            && call.scope() != null
            && isOwnName(call.scope(), in, steps));
  }
}
