package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.data.Statements.Site;
import dev.msvc.analyzers.fact.Sources;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The calls that give a key, by a literal or a constant, of a statement that is kept elsewhere. */
final class KeyCallers {
  private static final int MOST_CALLERS = 8;
  private static final Pattern KEY = Pattern.compile("\\w+[._\\-]\\S+|\\w*[a-z][A-Z]\\w*");

  private final Map<String, Set<Site>> callers = new HashMap<>();

  KeyCallers(Set<String> keys, Sources sources) {
    for (JavaType type : keys.isEmpty() ? List.<JavaType>of() : sources.code().types()) {
      for (JavaMethod method : type.bodies()) {
        for (Call call : method.calls()) {
          for (Expr each : call.arguments()) {
            String text = key(each, type, sources);
            if (text != null && keys.contains(text)) {
              callers.computeIfAbsent(text, ignored -> new LinkedHashSet<>()).add(Site.of(call));
            }
          }
        }
      }
    }
  }

  /** Who names a key; none where it is a plain word, or named by so many that it must be one. */
  List<Site> of(String key) {
    return KEY.matcher(key).matches() ? named(key) : List.of();
  }

  /** The same of a key that was given to be a name, and may be a plain word. */
  List<Site> named(String key) {
    Set<Site> sites = callers.getOrDefault(key, Set.of());
    return sites.size() <= MOST_CALLERS ? List.copyOf(sites) : List.of();
  }

  /** The same where something else than the key says who it is for, however many name it. */
  List<Site> all(String key) {
    return List.copyOf(callers.getOrDefault(key, Set.of()));
  }

  private static @Nullable String key(Expr expression, JavaType type, Sources sources) {
    if (expression instanceof Expr.Literal literal) {
      return literal.kind() == Expr.LiteralKind.STRING ? literal.text() : null;
    }
    return expression instanceof Expr.Name || expression instanceof Expr.Select
        ? sources.code().constantText(expression, type)
        : null;
  }
}
