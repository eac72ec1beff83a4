package dev.msvc.analyzers.trace;

import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.Facts;
import dev.msvc.model.TypeFact;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the class and the entry point that a span says it ran in. */
final class CodeNames {
  private static final String SEVERAL = "";
  private static final Set<EntryPointKind> WITHOUT_PATH =
      EnumSet.of(EntryPointKind.LISTENER, EntryPointKind.SCHEDULE, EntryPointKind.BATCH);

  private final Map<String, String> types = new HashMap<>();
  private final Map<String, EntryPoint> handlers = new HashMap<>();

  CodeNames(Facts facts) {
    for (TypeFact each : facts.types()) {
      int module = each.name().indexOf('@');
      String bare = module < 0 ? each.name() : each.name().substring(0, module);
      types.merge(bare, each.name(), (one, other) -> SEVERAL);
    }
    for (EntryPoint each : facts.entryPoints()) {
      if (WITHOUT_PATH.contains(each.kind())) {
        handlers.putIfAbsent(each.className() + "#" + each.method(), each);
      }
    }
  }

  /**
   * Where a span ran.
   *
   * @param told the class as the span says, without what proxies add; empty where it says nothing
   * @param className the class as facts name it; empty where it is not one of the analysed code
   */
  record Code(String told, String className, String method) {
    static final Code NONE = new Code("", "", "");
  }

  Code of(Span span) {
    String function = span.attribute("code.function.name", "code.function");
    String namespace = span.attribute("code.namespace");
    if (namespace.isEmpty()) {
      int dot = function.lastIndexOf('.');
      if (dot < 0) {
        return Code.NONE;
      }
      namespace = function.substring(0, dot);
    }
    String method = function.substring(function.lastIndexOf('.') + 1);
    String told = bare(namespace);
    return new Code(told, type(told), method);
  }

  /** Without what proxies add to a name: they are made at run time. */
  private static String bare(String name) {
    int proxy = name.indexOf("$$");
    String bare = proxy < 0 ? name : name.substring(0, proxy);
    proxy = bare.indexOf("_Subclass");
    proxy = proxy < 0 ? bare.indexOf("_ClientProxy") : proxy;
    return (proxy < 0 ? bare : bare.substring(0, proxy)).replace('$', '.');
  }

  /** Anonymous and local types run in the one around them. */
  private String type(String name) {
    String known = types.get(name);
    String outer = name;
    while (known == null && outer.lastIndexOf('.') > 0) {
      String last = outer.substring(outer.lastIndexOf('.') + 1);
      boolean made = !last.isEmpty() && !Character.isLetter(last.charAt(0));
      if (!made && !last.startsWith("lambda")) {
        break;
      }
      outer = outer.substring(0, outer.lastIndexOf('.'));
      known = types.get(outer);
    }
    return known == null ? "" : known;
  }

  /** The listener, job or step that a span ran; null for none. */
  @Nullable EntryPoint handler(Code code) {
    return code.className().isEmpty() ? null : handlers.get(code.className() + "#" + code.method());
  }
}
