package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import java.util.List;

/** Classes that people run by hand, on a machine of theirs, or that the build runs. */
final class ByHand {
  private static final List<String> LIBRARIES =
      List.of(
          "javax.swing.",
          "java.awt.event.",
          "javafx.",
          "org.apache.commons.cli.",
          "picocli.",
          "com.beust.jcommander.",
          "org.kohsuke.args4j.",
          "org.apache.maven.",
          "org.apache.tools.ant.",
          "org.gradle.");

  private ByHand() {}

  static boolean is(JavaType type) {
    JavaType top = type.topLevel();
    TypeRef superclass = top.superclass();
    return (superclass != null && isTool(superclass.name()))
        || top.fields().stream().anyMatch(each -> isTool(each.type().name()))
        || top.annotations().stream().map(Annotation::name).anyMatch(ByHand::isTool)
        || top.methods().stream().anyMatch(each -> isTool(each, top));
  }

  /** Whether a method tells somebody at a terminal what it does. */
  static boolean prints(JavaMethod method) {
    boolean[] prints = {false};
    Bodies.expressions(
        method.body(),
        each ->
            prints[0] |=
                each instanceof Expr.Select select
                    && select.id().equals("out")
                    && select.scope() instanceof Expr.Name name
                    && name.id().equals("System"));
    return prints[0];
  }

  private static boolean isTool(JavaMethod method, JavaType type) {
    return (isMain(method) && type.annotations().isEmpty())
        || method.parameters().stream().anyMatch(each -> isTool(each.type().name()))
        || method.calls().stream().map(Call::receiver).anyMatch(each -> isTool(each.name()));
  }

  private static boolean isMain(JavaMethod method) {
    return method.name().equals("main") && method.isStatic() && method.parameters().size() < 2;
  }

  private static boolean isTool(String name) {
    return LIBRARIES.stream().anyMatch(name::startsWith);
  }
}
