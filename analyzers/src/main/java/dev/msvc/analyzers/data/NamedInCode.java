package dev.msvc.analyzers.data;

import static java.util.stream.Collectors.joining;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Texts;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.parallel.Workers;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Which keys of statements code may mean that is not seen to give them to any call: it holds them
 * as a text somewhere, or puts names together at run time that may be theirs.
 */
final class NamedInCode {
  private final Set<String> held = ConcurrentHashMap.newKeySet();
  private final List<Pattern> open;

  /**
   * @param keys those that are asked for
   * @param open names that are known in part, with {@link Texts#HOLE} for what is not
   */
  NamedInCode(Set<String> keys, Collection<String> open, Sources sources) {
    this.open = open.stream().map(NamedInCode::pattern).toList();
    Set<String> constants = new HashSet<>();
    Set<Expr> declarations = Collections.newSetFromMap(new IdentityHashMap<>());
    for (JavaType type : sources.code().types()) {
      for (JavaField field : type.fields()) {
        if (field.value() != null
            && field.isFinal()
            && keys.contains(sources.code().constantText(field.value(), type))) {
          constants.add(field.name());
          declarations.add(field.value());
        }
      }
    }
    Workers.each(
        sources.code().types(),
        type -> {
          for (JavaMethod method : type.bodies()) {
            Bodies.expressions(
                method.body(),
                each -> {
                  // a constant that nobody uses means nothing
                  if (!declarations.contains(each) && mayBeKey(each, constants)) {
                    String text = sources.code().constantText(each, type);
                    if (text != null && keys.contains(text)) {
                      held.add(text);
                    }
                  }
                });
          }
        });
  }

  private static boolean mayBeKey(Expr expression, Set<String> constants) {
    if (expression instanceof Expr.Literal literal) {
      return literal.kind() == Expr.LiteralKind.STRING;
    }
    if (expression instanceof Expr.Name name) {
      return constants.contains(name.id());
    }
    return expression instanceof Expr.Select select && constants.contains(select.id());
  }

  private static Pattern pattern(String name) {
    String regex =
        Arrays.stream(name.split(Texts.HOLE, -1)).map(Pattern::quote).collect(joining(".*"));
    return Pattern.compile(regex, Pattern.DOTALL);
  }

  /** Whether code may mean a key. */
  boolean mayMean(String key) {
    return held.contains(key) || open.stream().anyMatch(each -> each.matcher(key).matches());
  }
}
