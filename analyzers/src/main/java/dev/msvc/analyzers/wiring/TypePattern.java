package dev.msvc.analyzers.wiring;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Names of types as pointcuts write them: {@code a.b..*Service+}, {@code @a.Marked *}.
 *
 * @param annotation that a type must have; empty for any
 * @param subtypes whether subtypes match, too
 */
record TypePattern(Predicate<String> name, String annotation, boolean subtypes) {
  private static final int DEPTH = 20;

  static TypePattern of(String text) {
    String rest = text.strip();
    String annotation = "";
    if (rest.startsWith("@")) {
      int blank = rest.indexOf(' ');
      annotation = rest.substring(1, blank < 0 ? rest.length() : blank).replaceAll("[()]", "");
      rest = blank < 0 ? "*" : rest.substring(blank).strip();
    }
    boolean subtypes = rest.endsWith("+");
    return new TypePattern(
        names(subtypes ? rest.substring(0, rest.length() - 1) : rest), annotation, subtypes);
  }

  boolean matches(CodeBase code, JavaType type) {
    return (annotation.isEmpty() || isAnnotated(type.annotations(), annotation))
        && named(code, TypeRef.of(type.name()), 0);
  }

  private boolean named(CodeBase code, TypeRef type, int depth) {
    return name.test(type.name())
        || (subtypes
            && depth < DEPTH
            && code.supertypes(type).stream().anyMatch(each -> named(code, each, depth + 1)));
  }

  static boolean isAnnotated(List<Annotation> annotations, String wanted) {
    return annotations.stream().anyMatch(each -> each.is(wanted));
  }

  /** A pattern with {@code *} for a part of a name and {@code ..} for packages between. */
  static Predicate<String> names(String pattern) {
    if (pattern.equals("*") || pattern.equals("*..*")) {
      return any -> true;
    }
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (pattern.startsWith("..", i)) {
        regex.append("\\.(?:.*\\.)?");
        i++;
      } else if (c == '*') {
        regex.append("[^.]*");
      } else {
        regex.append(Pattern.quote(String.valueOf(c == '$' ? '.' : c)));
      }
    }
    return Pattern.compile(regex.toString()).asMatchPredicate();
  }
}
