package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Statements that fill properties of a result, and so run when the statement with that result does:
 * those of annotated methods and those of mapper files, which may lead to each other.
 */
final class NestedSelects {
  private static final String MYBATIS = "org.apache.ibatis.annotations.";
  private static final List<String> STATEMENTS =
      List.of(
          "Select",
          "Insert",
          "Update",
          "Delete",
          "SelectProvider",
          "InsertProvider",
          "UpdateProvider",
          "DeleteProvider");

  private final Map<String, JavaMethod> annotated = new TreeMap<>();
  private final Map<String, Set<String>> byResults = new HashMap<>();
  private final Map<String, Set<String>> nested = new LinkedHashMap<>();

  /**
   * Finds what annotations say.
   *
   * @param files for the results that an annotation names
   */
  NestedSelects(CodeBase code, MapperFiles files) {
    for (JavaType type : code.types()) {
      for (JavaMethod method : type.methods()) {
        if (isStatement(method)) {
          annotated.putIfAbsent(type.name() + "." + method.name(), method);
        }
        for (Annotation each : method.annotations()) {
          String id = each.is(MYBATIS + "Results") ? each.text("id") : null;
          if (id != null && !id.isEmpty()) {
            byResults.put(type.name() + "." + id, selects(each, type));
          }
        }
      }
    }
    annotated.forEach(
        (id, method) -> {
          Set<String> own = new LinkedHashSet<>();
          for (Annotation each : method.annotations()) {
            if (each.is(MYBATIS + "ResultMap")) {
              each.texts("value").forEach(name -> own.addAll(named(name, method.owner(), files)));
            } else {
              own.addAll(selects(each, method.owner()));
            }
          }
          own.remove(id);
          if (!own.isEmpty()) {
            nested.put(id, own);
          }
        });
    files
        .statements()
        .forEach(
            (id, variants) -> {
              Set<String> own = new LinkedHashSet<>(files.nested(variants));
              own.remove(id);
              if (!own.isEmpty()) {
                nested.merge(
                    id,
                    own,
                    (a, b) -> {
                      a.addAll(b);
                      return a;
                    });
              }
            });
  }

  private static boolean isStatement(JavaMethod method) {
    return method.annotations().stream().anyMatch(NestedSelects::isStatement);
  }

  private static boolean isStatement(Annotation annotation) {
    return STATEMENTS.stream().anyMatch(each -> annotation.is(MYBATIS + each));
  }

  /** What results that an annotation names need: another annotation's, or a mapper file's. */
  private Set<String> named(String name, JavaType type, MapperFiles files) {
    Set<String> known = byResults.get(name.indexOf('.') < 0 ? type.name() + "." + name : name);
    return known == null ? files.nestedOf(name, type.name()) : known;
  }

  private static Set<String> selects(Annotation annotation, JavaType type) {
    Set<String> all = new LinkedHashSet<>();
    if (annotation.is(MYBATIS + "Results") || annotation.is(MYBATIS + "ConstructorArgs")) {
      annotation.annotations("value").forEach(each -> all.addAll(selects(each, type)));
    } else if (annotation.is(MYBATIS + "Arg")) {
      add(annotation.text("select"), type, all);
    } else if (annotation.is(MYBATIS + "Result")) {
      for (String key : List.of("one", "many")) {
        annotation.annotations(key).forEach(each -> add(each.text("select"), type, all));
      }
    }
    return all;
  }

  private static void add(@Nullable String select, JavaType type, Set<String> all) {
    if (select != null && !select.isBlank()) {
      all.add(select.indexOf('.') < 0 ? type.name() + "." + select : select);
    }
  }

  /** Annotated methods that hold a statement, by their ids. */
  Map<String, JavaMethod> annotated() {
    return annotated;
  }

  /** The statements that run with this one, not itself. */
  Set<String> runWith(String id) {
    Set<String> all = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(nested.getOrDefault(id, Set.of()));
    while (!open.isEmpty()) {
      String next = open.remove();
      if (!next.equals(id) && all.add(next)) {
        open.addAll(nested.getOrDefault(next, Set.of()));
      }
    }
    return all;
  }

  /** The ids of all statements with whom others run. */
  Collection<String> outer() {
    return nested.keySet();
  }
}
