package dev.msvc.analyzers.wiring;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads pointcut expressions: {@code execution}, {@code within}, {@code target}, {@code this},
 * {@code bean}, {@code @annotation}, {@code @within}, {@code @target}, names of other pointcuts,
 * and what puts them together.
 */
public final class PointcutParser {
  private static final int DEPTH = 20;
  private static final String POINTCUT = "org.aspectj.lang.annotation.Pointcut";

  private final CodeBase code;
  private final Map<String, String> named;

  /**
   * @param named expressions of the pointcuts that have a name
   */
  public PointcutParser(CodeBase code, Map<String, String> named) {
    this.code = code;
    this.named = Map.copyOf(named);
  }

  /**
   * The pointcut of an expression; null for one that is not understood.
   *
   * @param aspect the type that the expression stands in; null for none
   */
  public @Nullable Pointcut parse(String text, @Nullable JavaType aspect) {
    return new Reading(text, aspect, 0).whole();
  }

  private final class Reading {
    private final String text;
    private final @Nullable JavaType aspect;
    private final int depth;
    private int at;
    private boolean failed;

    Reading(String text, @Nullable JavaType aspect, int depth) {
      this.text = text;
      this.aspect = aspect;
      this.depth = depth;
    }

    @Nullable Pointcut whole() {
      if (depth > DEPTH) {
        return null;
      }
      Pointcut all = any(0);
      blanks();
      return failed || at < text.length() ? null : all;
    }

    private Pointcut any(int nested) {
      Pointcut left = every(nested);
      while (is("||") || word("or")) {
        left = left.or(every(nested));
      }
      return left;
    }

    private Pointcut every(int nested) {
      Pointcut left = one(nested);
      while (is("&&") || word("and")) {
        left = left.and(one(nested));
      }
      return left;
    }

    private Pointcut one(int nested) {
      if (nested > DEPTH) {
        return failed();
      }
      if (is("!") || word("not")) {
        return one(nested + 1).negated();
      }
      if (is("(")) {
        Pointcut inner = any(nested + 1);
        return is(")") ? inner : failed();
      }
      blanks();
      int start = at;
      while (at < text.length() && isPartOfName(text.charAt(at))) {
        at++;
      }
      String designator = text.substring(start, at);
      return !designator.isEmpty() && is("(") ? designated(designator, content()) : failed();
    }

    private static boolean isPartOfName(char c) {
      return Character.isLetterOrDigit(c) || "@.$_".indexOf(c) >= 0;
    }

    /** What is in the parentheses that are open, and behind them. */
    private String content() {
      int start = at;
      for (int open = 1; at < text.length(); at++) {
        char c = text.charAt(at);
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (open == 0) {
          return text.substring(start, at++).strip();
        }
      }
      failed = true;
      return "";
    }

    private Pointcut designated(String designator, String content) {
      switch (designator) {
        case "execution" -> {
          MethodPattern pattern = MethodPattern.of(content);
          return pattern == null ? failed() : pattern;
        }
        case "within" -> {
          TypePattern pattern = TypePattern.of(content);
          return point -> pattern.matches(code, point.method().owner());
        }
        case "target", "this" -> {
          return point -> point.bean().name().equals(content) || code.isA(point.bean(), content);
        }
        case "bean" -> {
          Predicate<String> names = TypePattern.names(content);
          return point -> point.names().stream().anyMatch(names);
        }
        case "@annotation" -> {
          return point -> TypePattern.isAnnotated(point.method().annotations(), content);
        }
        case "@within" -> {
          return point -> TypePattern.isAnnotated(point.method().owner().annotations(), content);
        }
        case "@target" -> {
          return point -> TypePattern.isAnnotated(point.bean().annotations(), content);
        }
        default -> {
          return reference(designator);
        }
      }
    }

    private Pointcut reference(String name) {
      String expression = named.get(name);
      JavaType home = aspect;
      int dot = name.lastIndexOf('.');
      if (expression == null) {
        home = dot < 0 ? aspect : code.project(name.substring(0, dot));
        expression = declared(home, name.substring(dot + 1));
      }
      Pointcut found = expression == null ? null : new Reading(expression, home, depth + 1).whole();
      return found == null ? failed() : found;
    }

    private static @Nullable String declared(@Nullable JavaType home, String name) {
      for (JavaMethod each : home == null ? java.util.List.<JavaMethod>of() : home.methods(name)) {
        Annotation found = each.annotation(POINTCUT);
        if (found != null) {
          return found.text("value");
        }
      }
      return null;
    }

    private Pointcut failed() {
      failed = true;
      return point -> false;
    }

    private void blanks() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }

    private boolean is(String symbol) {
      blanks();
      boolean there = text.startsWith(symbol, at);
      at += there ? symbol.length() : 0;
      return there;
    }

    private boolean word(String word) {
      blanks();
      int end = at + word.length();
      boolean there =
          text.startsWith(word, at)
              && end < text.length()
              && !Character.isJavaIdentifierPart(text.charAt(end));
      at += there ? word.length() : 0;
      return there;
    }
  }
}
