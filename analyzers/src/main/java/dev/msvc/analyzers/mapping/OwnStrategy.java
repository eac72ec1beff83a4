package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Stmt;
import dev.msvc.analyzers.code.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A naming strategy that the system brings itself, as far as it can be understood. */
final class OwnStrategy {
  private static final List<String> METHODS =
      List.of("toPhysicalTableName", "classToTableName", "tableName", "getTableName");

  /** What may be called on the way without making another name of it. */
  private static final Set<String> HARMLESS =
      Set.of(
          "toLowerCase",
          "toUpperCase",
          "getText",
          "toIdentifier",
          "<init>",
          "isQuoted",
          "toString",
          "getCanonicalName",
          "trim",
          "isEmpty",
          "equals",
          "length",
          "quote",
          "getSimpleName",
          "replaceAll",
          "replace",
          "concat",
          "startsWith",
          "requireNonNull",
          "isBlank",
          "append",
          "unqualify",
          "isNotEmpty");

  private OwnStrategy() {}

  /** Whether a class of the system decides what tables are called. */
  static boolean is(JavaType type) {
    boolean given = type.superclass() != null && isStrategy(type.superclass().name());
    return given || type.interfaces().stream().anyMatch(each -> isStrategy(each.name()));
  }

  /** Whether a class or interface of a library decides what tables are called. */
  static boolean isStrategy(String name) {
    boolean provider =
        name.startsWith("org.hibernate.")
            || name.startsWith("org.springframework.boot.orm.jpa.")
            || name.indexOf('.') < 0;
    String simple = name.substring(name.lastIndexOf('.') + 1);
    return provider
        && !simple.contains("Implicit")
        && ((simple.equals("NamingStrategy") && name.indexOf('.') > 0)
            || simple.equals("PhysicalNamingStrategy")
            || (simple.contains("Naming") && NamingStrategy.of(simple) != null));
  }

  static NamingStrategy read(JavaType type, CodeBase code) {
    NamingStrategy base =
        type.superclass() == null ? null : NamingStrategy.of(type.superclass().name());
    NamingStrategy above = base == null ? NamingStrategy.AS_WRITTEN : base;
    List<JavaMethod> methods =
        METHODS.stream().flatMap(each -> type.methods(each).stream()).toList();
    if (methods.isEmpty()) {
      return above;
    }
    Set<JavaMethod> reached = new LinkedHashSet<>(methods);
    List<Call> calls = new ArrayList<>();
    reach(methods, type, reached, calls);
    boolean snake =
        above.snakeCase() && calls.stream().anyMatch(each -> METHODS.contains(each.name()));
    boolean certain = true;
    for (Call each : calls) {
      boolean ofType = each.target() != null && reached.contains(each.target());
      if (each.name().toLowerCase(Locale.ROOT).contains("underscore")
          || each.name().toLowerCase(Locale.ROOT).contains("snake")
          || (each.name().equals("replaceAll") && isCamelCase(each))) {
        snake = true;
      } else if (!ofType && !HARMLESS.contains(each.name()) && !METHODS.contains(each.name())) {
        certain = false;
      }
    }
    Set<String> texts = new LinkedHashSet<>();
    for (JavaMethod each : reached) {
      results(each, calls).forEach(value -> texts.addAll(code.texts(value, each)));
    }
    List<String> around =
        texts.stream()
            .filter(each -> each.indexOf(Texts.HOLE) >= 0 && each.length() > Texts.HOLE.length())
            .toList();
    if (around.isEmpty()) {
      return new NamingStrategy(snake, "", "", certain);
    }
    String text = around.get(0);
    boolean simple = around.size() == 1 && text.indexOf(Texts.HOLE) == text.lastIndexOf(Texts.HOLE);
    int hole = text.indexOf(Texts.HOLE);
    return simple
        ? new NamingStrategy(
            snake, text.substring(0, hole), text.substring(hole + Texts.HOLE.length()), certain)
        : new NamingStrategy(snake, "", "", false);
  }

  private static boolean isCamelCase(Call call) {
    return !call.arguments().isEmpty()
        && call.arguments().get(0) instanceof Expr.Literal literal
        && literal.text().contains("a-z")
        && literal.text().contains("A-Z");
  }

  private static void reach(
      List<JavaMethod> from, JavaType type, Set<JavaMethod> reached, List<Call> calls) {
    for (JavaMethod method : from) {
      for (Call each : method.calls()) {
        calls.add(each);
        JavaMethod target = each.target();
        if (target != null && target.owner() == type && reached.add(target)) {
          reach(List.of(target), type, reached, calls);
        }
      }
    }
  }

  /** The expressions that names are made of: what is returned, or put into an identifier. */
  private static List<Expr> results(JavaMethod method, List<Call> calls) {
    List<Expr> all = new ArrayList<>();
    returned(method.body(), all);
    for (Call each : calls) {
      boolean identifier =
          each.name().equals("toIdentifier")
              || (each.name().equals("<init>") && each.receiver().name().endsWith("Identifier"));
      if (each.caller() == method && identifier && !each.arguments().isEmpty()) {
        all.add(each.arguments().get(0));
      }
    }
    return all;
  }

  private static void returned(@Nullable Stmt body, List<Expr> all) {
    if (body instanceof Stmt.Return result && result.value() != null) {
      all.add(result.value());
    } else if (body instanceof Stmt.Block block) {
      block.statements().forEach(each -> returned(each, all));
    }
  }
}
