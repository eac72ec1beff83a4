package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.sql.SqlReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words in statements that a class puts tables' names in place of, as {@code sql.replace("TABLE",
 * name)} does: they name no table themselves.
 */
final class ReplacedNames {
  private static final Set<String> REPLACING = Set.of("replace", "replaceAll", "replaceFirst");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w{2,}");
  private static final Pattern NAMED =
      Pattern.compile("(?i)\\b(from|join|into|update|table)(\\s+)([A-Za-z_]\\w{2,})\\b(?![.\\w])");

  private final Map<JavaType, Set<String>> words = new ConcurrentHashMap<>();

  /** The texts with a hole where such a word stands for a table. */
  List<String> opened(List<String> texts, JavaType type) {
    Set<String> replaced = words.computeIfAbsent(type, ReplacedNames::in);
    return replaced.isEmpty()
        ? texts
        : texts.stream().map(text -> opened(text, replaced)).distinct().toList();
  }

  private static String opened(String text, Set<String> replaced) {
    return NAMED
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    replaced.contains(found.group(3))
                        ? found.group(1) + found.group(2) + SqlReader.HOLE
                        : found.group()));
  }

  private static Set<String> in(JavaType type) {
    Set<String> found = new TreeSet<>();
    for (JavaMethod method : type.methods()) {
      for (Call call : method.calls()) {
        if (REPLACING.contains(call.name())
            && call.arguments().size() == 2
            && call.arguments().get(0) instanceof Expr.Literal literal
            && !(call.arguments().get(1) instanceof Expr.Literal)
            && WORD.matcher(literal.text()).matches()) {
          found.add(literal.text());
        }
      }
    }
    return found;
  }
}
