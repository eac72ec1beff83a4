package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.mapping.TableName;
import dev.msvc.analyzers.parallel.Workers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that code gives to parts of a statement that it puts together, as {@code addCte("newest",
 * text)}: what is selected from them is selected from no table.
 */
final class WithNames {
  private static final Pattern NAMING = Pattern.compile("(?:\\w*[a-z])?Ctes?|cte|addCTE|withCTE");
  private static final Pattern NAME = Pattern.compile("\\w+");

  private WithNames() {}

  /** All of them, made comparable. */
  static Set<String> of(CodeBase code) {
    Set<String> all = new HashSet<>();
    Workers.map(code.types(), each -> in(each, code)).forEach(all::addAll);
    return all;
  }

  private static Set<String> in(JavaType type, CodeBase code) {
    Set<String> names = new HashSet<>();
    for (JavaMethod method : type.bodies()) {
      for (Call call : method.calls()) {
        List<Expr> arguments = call.arguments();
        if (arguments.size() > 1 && NAMING.matcher(call.name()).matches()) {
          String name = code.constantText(arguments.get(0), type);
          if (name != null && NAME.matcher(name).matches()) {
            names.add(TableName.key(name));
          }
        }
      }
    }
    return names;
  }
}
