package dev.msvc.analyzers.data;

import dev.msvc.analyzers.mapping.TableName;
import dev.msvc.analyzers.sql.FunctionCalls;
import dev.msvc.model.DatabaseObject;
import dev.msvc.model.DatabaseObjectKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The functions that the schema defines, by the names under which statements call them. */
final class SchemaFunctions {
  private final Map<String, Set<String>> functions = new HashMap<>();
  private final Set<String> packages = new HashSet<>();

  SchemaFunctions(List<DatabaseObject> objects) {
    for (DatabaseObject each : objects) {
      String key = TableName.key(each.name());
      if (each.kind() == DatabaseObjectKind.FUNCTION) {
        functions.computeIfAbsent(TableName.bare(key), name -> new HashSet<>()).add(key);
      } else if (each.kind() == DatabaseObjectKind.PACKAGE) {
        packages.add(key);
      }
    }
  }

  /** Whether a name means a function of the schema; one in a package goes with the package. */
  boolean knows(String name) {
    String key = TableName.key(name);
    for (String each : functions.getOrDefault(TableName.bare(key), Set.of())) {
      boolean packaged =
          each.indexOf('.') > 0 && packages.contains(each.substring(0, each.lastIndexOf('.')));
      if (each.equals(key)
          || key.endsWith("." + each)
          || (each.endsWith("." + key) && (!packaged || key.indexOf('.') > 0))) {
        return true;
      }
    }
    return false;
  }

  /** Those that a text of SQL or JPQL calls. */
  List<String> calledIn(String text) {
    return functions.isEmpty() || text.indexOf('(') < 0
        ? List.of()
        : FunctionCalls.in(text).stream().filter(this::knows).toList();
  }
}
