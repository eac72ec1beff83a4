package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Stmt;
import dev.msvc.analyzers.code.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Prefixes that {@code PathMatchConfigurer.addPathPrefix} puts before controllers' paths. */
final class PathPrefixes {
  private static final String CONFIGURER = "PathMatchConfigurer";

  /**
   * A prefix with what its predicate asks for; empty sets ask for nothing.
   *
   * @param annotations simple names, one of which a controller must carry
   * @param packages one of which a controller must be in
   * @param types simple names, one of which a controller must be
   */
  private record Prefix(
      String path,
      String module,
      TreeSet<String> annotations,
      TreeSet<String> packages,
      TreeSet<String> types) {
    boolean asksNothing() {
      return annotations.isEmpty() && packages.isEmpty() && types.isEmpty();
    }
  }

  private final CodeBase code;
  private final Modules modules;
  private final List<Prefix> all = new ArrayList<>();

  PathPrefixes(CodeBase code, Modules modules) {
    this.code = code;
    this.modules = modules;
    for (JavaType type : code.types()) {
      for (JavaMethod method : type.methods("configurePathMatch")) {
        method.calls().forEach(this::read);
      }
      for (JavaMethod method : type.methods("configurePathMatching")) {
        method.calls().forEach(this::read);
      }
    }
  }

  private void read(Call call) {
    String receiver = call.receiver().name();
    if (!call.name().equals("addPathPrefix")
        || call.arguments().size() != 2
        || !(receiver.endsWith(CONFIGURER) || !call.receiver().known())) {
      return;
    }
    JavaMethod method = call.caller();
    for (String path : code.texts(call.arguments().get(0), method)) {
      Prefix prefix =
          new Prefix(
              path.replace(Texts.HOLE, ""),
              method.owner().module(),
              new TreeSet<>(),
              new TreeSet<>(),
              new TreeSet<>());
      predicate(call.arguments().get(1), method, prefix);
      all.add(prefix);
      return;
    }
  }

  private void predicate(Expr expression, JavaMethod method, Prefix to) {
    if (expression instanceof Expr.Lambda lambda) {
      if (lambda.body() instanceof Stmt.Return result && result.value() != null) {
        predicate(result.value(), method, to);
      }
    } else if (expression instanceof Expr.Binary binary) {
      predicate(binary.left(), method, to);
      predicate(binary.right(), method, to);
    } else if (expression instanceof Expr.Call call) {
      if (call.scope() != null) {
        predicate(call.scope(), method, to);
      }
      for (Expr each : call.arguments()) {
        String named =
            each instanceof Expr.ClassLiteral literal ? simple(literal.type().name()) : "";
        switch (call.name()) {
          case "forAnnotation", "annotation", "isAnnotationPresent", "hasAnnotation" ->
              to.annotations().add(named);
          case "forBasePackage", "basePackage", "startsWith" ->
              to.packages().addAll(code.texts(each, method));
          case "forAssignableType", "assignableType", "isAssignableFrom" -> to.types().add(named);
          default -> predicate(each, method, to);
        }
      }
      to.annotations().remove("");
      to.types().remove("");
    }
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The prefix of a controller; empty for none. */
  String of(JavaType controller, Lineage lineage) {
    for (Prefix each : all) {
      if (modules.holds(each.module(), controller.module())
          && (each.asksNothing() || matches(each, controller, lineage))) {
        return each.path();
      }
    }
    return "";
  }

  private static boolean matches(Prefix prefix, JavaType controller, Lineage lineage) {
    return (prefix.annotations().isEmpty()
            || lineage.types().stream()
                .flatMap(type -> type.annotations().stream())
                .anyMatch(each -> prefix.annotations().contains(each.simpleName())))
        && (prefix.packages().isEmpty()
            || prefix.packages().stream()
                .anyMatch(each -> controller.packageName().startsWith(each)))
        && (prefix.types().isEmpty()
            || lineage.types().stream()
                .anyMatch(each -> prefix.types().contains(each.simpleName())));
  }
}
