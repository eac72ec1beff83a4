package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.wiring.AnnotatedBeans;
import dev.msvc.analyzers.wiring.MetaAnnotations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What modules of Guice and binders of HK2 bind, and what producers of CDI make: which class stands
 * behind which type.
 */
final class Bindings {
  private static final String GUICE = "com.google.inject.";
  private static final String[] MAKES =
      Stream.concat(
              Stream.of(
                  GUICE + "Provides",
                  GUICE + "multibindings.ProvidesIntoSet",
                  GUICE + "multibindings.ProvidesIntoMap"),
              Arrays.stream(MetaAnnotations.ee("enterprise.inject.Produces")))
          .toArray(String[]::new);
  private static final String[] IMPLEMENTED_BY = {GUICE + "ImplementedBy"};

  /** Where a binding starts, from the end of its chain of calls. */
  private static final Set<String> STARTS =
      Set.of("bind", "bindFactory", "addBinding", "setBinding", "setDefault");

  /** Types whose argument is the type that they speak of. */
  private static final Set<String> NAMING =
      Set.of(
          "java.lang.Class",
          GUICE + "TypeLiteral",
          GUICE + "Key",
          "javax.ws.rs.core.GenericType",
          "jakarta.ws.rs.core.GenericType");

  /**
   * A class behind a type.
   *
   * @param name that it has been given, as {@link Qualifiers} writes it; empty for none
   */
  record Binding(JavaType given, String name) {}

  private final CodeBase code;
  private final Qualifiers qualifiers;
  private final Map<JavaType, Set<Binding>> bound = new LinkedHashMap<>();
  private final Map<JavaType, JavaType> usual = new LinkedHashMap<>();
  private final Map<JavaType, Set<String>> beans = new LinkedHashMap<>();

  private Bindings(CodeBase code, Qualifiers qualifiers) {
    this.code = code;
    this.qualifiers = qualifiers;
  }

  static Bindings of(CodeBase code, Qualifiers qualifiers) {
    Bindings all = new Bindings(code, qualifiers);
    code.types().forEach(all::read);
    return all;
  }

  /** Classes that are made by a container because of a binding, each with its names. */
  Map<JavaType, Set<String>> beans() {
    return beans;
  }

  /** The classes that are bound to a type, under a name if one is given. */
  List<JavaType> behind(JavaType wanted, String name) {
    Set<JavaType> all = new LinkedHashSet<>();
    for (Binding each : bound.getOrDefault(wanted, Set.of())) {
      if (each.name().equals(name)) {
        all.add(each.given());
      }
    }
    JavaType otherwise = usual.get(wanted);
    if (all.isEmpty() && otherwise != null && name.isEmpty()) {
      all.add(otherwise);
    }
    return List.copyOf(all);
  }

  private void read(JavaType type) {
    Annotation implementedBy =
        type.annotations().isEmpty() ? null : type.annotation(IMPLEMENTED_BY);
    if (implementedBy != null) {
      for (TypeRef each : implementedBy.types("value")) {
        JavaType given = code.project(each.name());
        if (given != null) {
          usual.put(type, given);
          bean(given, "");
        }
      }
    }
    for (JavaField field : type.fields()) {
      JavaType made =
          field.annotations().isEmpty() || field.annotation(MAKES) == null
              ? null
              : code.project(field.type().name());
      if (made != null && !made.isAbstract()) {
        add(made, made, qualifiers.name(field.annotations()));
      }
    }
    for (JavaMethod method : type.methods()) {
      if (!method.annotations().isEmpty() && method.annotation(MAKES) != null) {
        JavaType wanted = code.project(method.result().name());
        for (JavaType each : AnnotatedBeans.made(code, method)) {
          add(wanted == null ? each : wanted, each, qualifiers.name(method.annotations()));
        }
      }
      calls(method);
    }
  }

  private void calls(JavaMethod method) {
    Map<Expr, Call> links = null;
    for (Call each : method.calls()) {
      switch (each.name()) {
        case "bind" -> {
          links = links == null ? new IdentityHashMap<>() : links;
          links.put(each.expression(), each);
          JavaType own = each.target() == null ? named(each, 0) : null;
          if (own != null && !own.isAbstract()) {
            bean(own, "");
          }
        }
        case "bindFactory", "addBinding", "setBinding", "setDefault", "annotatedWith", "named" -> {
          links = links == null ? new IdentityHashMap<>() : links;
          links.put(each.expression(), each);
        }
        case "to", "toInstance", "toProvider" -> {
          if (links != null && each.arguments().size() == 1) {
            bound(each, links);
          }
        }
        case "implement" -> {
          if (each.arguments().size() >= 2) {
            add(named(each, 0), named(each, each.arguments().size() - 1), "");
          }
        }
        default -> {}
      }
    }
  }

  private void bound(Call end, Map<Expr, Call> links) {
    String name = "";
    Expr scope = end.expression() instanceof Expr.Call written ? written.scope() : null;
    while (scope instanceof Expr.Call link) {
      Call known = links.get(link);
      if (known != null && STARTS.contains(link.name())) {
        bound(known, end, name);
        return;
      }
      if (known != null && link.arguments().size() == 1) {
        name = name(known, link.arguments().get(0));
      }
      scope = link.scope();
    }
  }

  /** The name that an annotation has which a binding is annotated with. */
  private String name(Call link, Expr argument) {
    TypeRef type = link.argumentTypes().get(0);
    if (type.name().equals("java.lang.Class")) {
      return Qualifiers.ANNOTATION + type.argument(0).name();
    }
    Expr text =
        argument instanceof Expr.Call names && names.arguments().size() == 1
            ? names.arguments().get(0)
            : argument;
    String value = code.constantText(text, link.caller().owner());
    return value == null ? Qualifiers.ANNOTATION : value;
  }

  private void bound(Call start, Call end, String name) {
    List<JavaType> given = new ArrayList<>();
    JavaType last = named(end, 0);
    JavaType first;
    if (start.name().equals("bind")) {
      first = named(start, 0);
    } else if (start.name().equals("bindFactory")) {
      first = last;
      last = named(start, 0);
    } else {
      TypeRef binder = start.receiver();
      first =
          binder.arguments().isEmpty()
              ? null
              : code.project(binder.argument(binder.arguments().size() - 1).name());
    }
    if (end.name().equals("toProvider") || start.name().equals("bindFactory")) {
      given.addAll(last == null ? List.of() : provided(last));
    } else if (last != null) {
      given.add(last);
    }
    for (JavaType each : given) {
      // binders of HK2 bind classes to what they stand for
      boolean turned = first != null && code.isA(first, each.name());
      if (turned) {
        add(each, first, name);
      } else {
        add(first == null ? each : first, each, name);
      }
    }
  }

  private List<JavaType> provided(JavaType provider) {
    List<JavaType> all = new ArrayList<>();
    for (String each : List.of("get", "provide")) {
      for (JavaMethod method : provider.methods(each)) {
        if (method.parameters().isEmpty()) {
          all.addAll(AnnotatedBeans.made(code, method));
        }
      }
    }
    return all;
  }

  /** The system's type that an argument is a class literal, a key or an object of. */
  private @Nullable JavaType named(Call call, int argument) {
    if (argument >= call.argumentTypes().size()) {
      return null;
    }
    TypeRef type = call.argumentTypes().get(argument);
    return code.project(NAMING.contains(type.name()) ? type.argument(0).name() : type.name());
  }

  private void add(@Nullable JavaType wanted, @Nullable JavaType given, String name) {
    if (wanted != null && given != null && code.isA(given, wanted.name())) {
      bean(given, name);
      if (wanted != given) {
        bound.computeIfAbsent(wanted, any -> new LinkedHashSet<>()).add(new Binding(given, name));
      }
    }
  }

  private void bean(JavaType type, String name) {
    Set<String> names = beans.computeIfAbsent(type, any -> new LinkedHashSet<>());
    if (!name.isEmpty()) {
      names.add(name);
    }
  }
}
