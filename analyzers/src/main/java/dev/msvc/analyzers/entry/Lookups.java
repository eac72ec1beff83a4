package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import java.util.LinkedHashSet;
import java.util.Set;

/** Beans that code asks a container for, by type or by name, instead of being given them. */
final class Lookups {
  /** Methods of libraries that give out what a class literal or a name in their arguments says. */
  private static final Set<String> NAMES =
      Set.of(
          "getBean",
          "getBeansOfType",
          "getBeanProvider",
          "getInstance",
          "getProvider",
          "getService",
          "getContextualReference",
          "select",
          "lookup",
          "doLookup");

  private static final Set<String> ALL = Set.of("getBeansOfType");
  private static final Set<String> BY_NAME = Set.of("getBean", "lookup", "doLookup");

  private final CodeBase code;
  private final Beans beans;

  Lookups(CodeBase code, Beans beans) {
    this.code = code;
    this.beans = beans;
  }

  void read(JavaType type, FactCollector facts) {
    Set<Reference> all = new LinkedHashSet<>();
    for (JavaMethod method : type.methods()) {
      for (Call each : method.calls()) {
        if (!each.arguments().isEmpty()) {
          read(each, all);
        }
      }
    }
    all.forEach(facts::add);
  }

  private void read(Call call, Set<Reference> to) {
    boolean known = NAMES.contains(call.name());
    boolean typed = false;
    for (TypeRef each : call.argumentTypes()) {
      JavaType wanted =
          each.name().equals("java.lang.Class") ? code.project(each.argument(0).name()) : null;
      if (wanted != null && wanted.isAbstract() && (known || gives(call, wanted))) {
        typed = true;
        if (ALL.contains(call.name())) {
          beans.all(wanted).forEach(bean -> add(call, bean, to));
        } else if (!BY_NAME.contains(call.name()) || call.arguments().size() == 1) {
          JavaType bean = beans.only(wanted, "", "");
          if (bean != null) {
            add(call, bean, to);
          }
        }
      }
    }
    if (BY_NAME.contains(call.name()) && !(typed && call.arguments().size() == 1)) {
      String name = code.constantText(call.arguments().get(0), call.caller().owner());
      if (name != null && !name.isEmpty()) {
        boolean bean = call.name().equals("getBean");
        beans.named(bean ? name : Qualifiers.jndi(name)).forEach(each -> add(call, each, to));
      }
    }
  }

  /** Whether a method of the system is a locator: it gives out the type that it is given. */
  private static boolean gives(Call call, JavaType wanted) {
    JavaMethod target = call.target();
    return target != null
        && target.owner().isProject()
        && target.result().variable()
        && call.result().name().equals(wanted.name());
  }

  private static void add(Call call, JavaType bean, Set<Reference> to) {
    JavaMethod caller = call.caller();
    if (bean != caller.owner()) {
      to.add(
          new Reference(
              caller.owner().name(),
              caller.name(),
              bean.name(),
              "",
              ReferenceKind.WIRED,
              call.line()));
    }
  }
}
