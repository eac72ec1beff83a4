package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What predicates over classes ask of a controller. */
final class ControllerPredicates {
  private static final int DEPTH = 20;

  private final CodeBase code;
  private final SettingTexts texts;

  ControllerPredicates(CodeBase code, SettingTexts texts) {
    this.code = code;
    this.texts = texts;
  }

  /**
   * What is understood of a predicate.
   *
   * @param asked null where nothing is understood
   * @param whole whether that is all of it
   */
  record Understood(@Nullable BiPredicate<JavaType, Lineage> asked, boolean whole) {
    static final Understood OPEN = new Understood(null, false);

    static Understood of(BiPredicate<JavaType, Lineage> asked) {
      return new Understood(asked, true);
    }

    boolean matches(JavaType controller, Lineage lineage) {
      return asked != null && asked.test(controller, lineage);
    }

    Understood negated() {
      return asked == null || !whole ? OPEN : of(asked.negate());
    }

    /** What is not understood of one side leaves what the other asks. */
    Understood and(Understood other) {
      return asked == null || other.asked == null
          ? new Understood(asked == null ? other.asked : asked, false)
          : new Understood(asked.and(other.asked), whole && other.whole);
    }

    Understood or(Understood other) {
      return asked == null || other.asked == null
          ? new Understood(asked == null ? other.asked : asked, false)
          : new Understood(asked.or(other.asked), whole && other.whole);
    }
  }

  Understood of(Expr predicate, Called in) {
    return of(predicate, in, 0);
  }

  private Understood of(@Nullable Expr expression, Called in, int depth) {
    if (expression == null || depth > DEPTH) {
      return Understood.OPEN;
    }
    if (expression instanceof Expr.Lambda lambda) {
      List<Expr> results = Bodies.returned(lambda.body());
      return results.size() == 1 ? of(results.get(0), in, depth + 1) : Understood.OPEN;
    }
    if (expression instanceof Expr.Name name) {
      Called.Argument meant = in.meant(name.id());
      JavaField field = meant == null ? code.findField(in.holder().owner(), name.id()) : null;
      return meant != null
          ? of(meant.value(), meant.in(), depth + 1)
          : of(field == null ? null : field.value(), in, depth + 1);
    }
    if (expression instanceof Expr.Literal literal) {
      return switch (literal.text()) {
        case "true" -> Understood.of((type, lineage) -> true);
        case "false" -> Understood.of((type, lineage) -> false);
        default -> Understood.OPEN;
      };
    }
    if (expression instanceof Expr.Unary unary && unary.negates()) {
      return of(unary.value(), in, depth + 1).negated();
    }
    if (expression instanceof Expr.Binary binary) {
      return binary(binary, in, depth);
    }
    return expression instanceof Expr.Call call ? call(call, in, depth) : Understood.OPEN;
  }

  private Understood binary(Expr.Binary binary, Called in, int depth) {
    return switch (binary.operator()) {
      case "&&" -> of(binary.left(), in, depth + 1).and(of(binary.right(), in, depth + 1));
      case "||" -> of(binary.left(), in, depth + 1).or(of(binary.right(), in, depth + 1));
      case "!=" ->
          binary.right() instanceof Expr.Literal none && none.text().equals("null")
              ? of(binary.left(), in, depth + 1)
              : Understood.OPEN;
      default -> Understood.OPEN;
    };
  }

  private Understood call(Expr.Call call, Called in, int depth) {
    Expr first = first(call.arguments());
    return switch (call.name()) {
      case "forAnyHandlerType" -> Understood.of((type, lineage) -> true);
      case "and" -> of(call.scope(), in, depth + 1).and(of(first, in, depth + 1));
      case "or" -> of(call.scope(), in, depth + 1).or(of(first, in, depth + 1));
      case "negate" -> of(call.scope(), in, depth + 1).negated();
      case "not" -> of(first, in, depth + 1).negated();
      case "build" -> of(call.scope(), in, depth + 1);
      case "annotation", "basePackage", "assignableType", "basePackageClass" ->
          call.scope() instanceof Expr.Call built && built.name().equals("builder")
              ? selector(call, in)
              : of(call.scope(), in, depth + 1).or(selector(call, in));
      case "match", "matches", "equals", "startsWith", "endsWith", "contains" -> named(call, in);
      default -> selectorOrOwn(call, in, depth);
    };
  }

  private Understood selectorOrOwn(Expr.Call call, Called in, int depth) {
    Understood selected = selector(call, in);
    Called own = selected.asked() == null ? in.by(call) : null;
    List<Expr> results = own == null ? List.of() : Bodies.returned(own.method());
    return own == null || results.size() != 1 ? selected : of(results.get(0), own, depth + 1);
  }

  private static @Nullable Expr first(List<Expr> all) {
    return all.isEmpty() ? null : all.get(0);
  }

  /** By annotations, packages or types, of which one must fit. */
  private Understood selector(Expr.Call call, Called in) {
    List<Expr> given = call.arguments();
    return switch (call.name()) {
      case "forAnnotation",
          "annotation",
          "isAnnotationPresent",
          "hasAnnotation",
          "isAnnotated",
          "getAnnotation",
          "findAnnotation",
          "findMergedAnnotation",
          "getDeclaredAnnotation" ->
          annotated(literals(given));
      case "forBasePackage", "basePackage" -> packages(given, in);
      case "forBasePackageClass", "basePackageClass" -> below(literals(given));
      case "forAssignableType", "assignableType" -> typed(literals(given));
      case "isAssignableFrom" ->
          typed(literals(call.scope() == null ? given : List.of(call.scope())));
      default -> Understood.OPEN;
    };
  }

  private static List<String> literals(List<Expr> given) {
    List<String> all = new ArrayList<>();
    for (Expr each : given) {
      if (each instanceof Expr.ClassLiteral literal) {
        all.add(literal.type().name());
      }
    }
    return all;
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private Understood annotated(List<String> names) {
    List<String> simple = names.stream().map(ControllerPredicates::simple).toList();
    return simple.isEmpty()
        ? Understood.OPEN
        : Understood.of(
            (type, lineage) ->
                lineage.types().stream()
                    .flatMap(each -> each.annotations().stream())
                    .anyMatch(each -> simple.contains(each.simpleName())));
  }

  private static Understood typed(List<String> names) {
    List<String> simple = names.stream().map(ControllerPredicates::simple).toList();
    return simple.isEmpty()
        ? Understood.OPEN
        : Understood.of(
            (type, lineage) ->
                lineage.types().stream().anyMatch(each -> simple.contains(each.simpleName())));
  }

  private Understood packages(List<Expr> given, Called in) {
    List<String> names = new ArrayList<>();
    for (Expr each : given) {
      String name = texts.of(each, in);
      if (name == null) {
        return Understood.OPEN;
      }
      names.add(name);
    }
    return below(names, given.isEmpty());
  }

  private Understood below(List<String> types) {
    List<String> packages = new ArrayList<>();
    for (String each : types) {
      code.types().stream()
          .filter(type -> type.name().equals(each) || type.simpleName().equals(simple(each)))
          .forEach(type -> packages.add(type.packageName()));
    }
    return below(packages, packages.isEmpty());
  }

  private static Understood below(List<String> packages, boolean open) {
    return open
        ? Understood.OPEN
        : Understood.of(
            (type, lineage) ->
                packages.stream().anyMatch(each -> type.packageName().startsWith(each)));
  }

  /** By the name of the class or its package: {@code type.getName().startsWith("a.b")}. */
  private Understood named(Expr.Call call, Called in) {
    boolean matcher = call.name().equals("match");
    List<Expr> given = call.arguments();
    Function<JavaType, String> name =
        matcher ? (given.size() == 2 ? name(given.get(1)) : null) : name(call.scope());
    Expr asked = first(given);
    String text = name == null || asked == null ? null : texts.of(asked, in);
    if (name == null || text == null) {
      return Understood.OPEN;
    }
    return switch (call.name()) {
      case "match" -> pattern(name, ant(text));
      case "matches" -> pattern(name, text);
      case "equals" -> Understood.of((type, lineage) -> name.apply(type).equals(text));
      case "startsWith" -> Understood.of((type, lineage) -> name.apply(type).startsWith(text));
      case "endsWith" -> Understood.of((type, lineage) -> name.apply(type).endsWith(text));
      default -> Understood.of((type, lineage) -> name.apply(type).contains(text));
    };
  }

  private static Understood pattern(Function<JavaType, String> name, String expression) {
    try {
      Pattern pattern = Pattern.compile(expression);
      return Understood.of((type, lineage) -> pattern.matcher(name.apply(type)).matches());
    } catch (PatternSyntaxException wrong) {
      return Understood.OPEN;
    }
  }

  /** What of a class a text is made of; null for anything else. */
  private static @Nullable Function<JavaType, String> name(@Nullable Expr expression) {
    if (!(expression instanceof Expr.Call call)) {
      return null;
    }
    boolean ofPackage =
        call.scope() instanceof Expr.Call inner && inner.name().equals("getPackage");
    return switch (call.name()) {
      case "getPackageName" -> JavaType::packageName;
      case "getName" -> ofPackage ? JavaType::packageName : ControllerPredicates::fullName;
      case "getCanonicalName", "getTypeName" -> ControllerPredicates::fullName;
      case "getSimpleName" -> JavaType::simpleName;
      default -> null;
    };
  }

  private static String fullName(JavaType type) {
    String name = type.name();
    int module = name.indexOf('@');
    return module < 0 ? name : name.substring(0, module);
  }

  /** A regular expression for a pattern over names with dots: {@code **.api.*}. */
  static String ant(String pattern) {
    StringBuilder expression = new StringBuilder();
    String[] parts = pattern.split("\\.");
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      if (parts[i].equals("**")) {
        // with one of the dots around it, as any number of packages may stand there
        expression.append(last ? (i == 0 ? ".*" : "(?:\\..*)?") : "(?:[^.]+\\.)*");
      } else {
        for (char c : parts[i].toCharArray()) {
          expression.append(
              c == '*' ? "[^.]*" : c == '?' ? "[^.]" : Pattern.quote(String.valueOf(c)));
        }
        boolean open = i + 1 == parts.length - 1 && parts[i + 1].equals("**");
        expression.append(last || open ? "" : "\\.");
      }
    }
    return expression.toString();
  }
}
