package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.model.Reference;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether SQL can be run at all where code names a script: by the class, by who uses it, or by
 * anything that these use. A program that only copies and converts scripts has nothing that could.
 */
final class ScriptRunners {
  /** In names of libraries that run SQL, or a text that is SQL. */
  private static final Pattern RUNNING =
      Pattern.compile(
          "(?i).*(?:sql|jdb[ci]|jpa|persist|hibernate|batis|jooq|r2dbc|database|data\\.?source"
              + "|flyway|liquibase|querydsl|ebean|hikari|script|migrat|schema|repositor"
              + "|\\bdb|\\borm).*");

  private final CodeBase code;
  private final Map<String, Set<String>> uses = new HashMap<>();
  private final Map<String, Set<String>> users = new HashMap<>();
  private final Set<String> packages = new HashSet<>();
  private final Map<String, Boolean> known = new HashMap<>();

  ScriptRunners(CodeBase code, Collection<Reference> references) {
    this.code = code;
    references.forEach(each -> add(each.from(), each.to()));
    for (JavaType type : code.types()) {
      packages.add(type.packageName());
      if (type.outer() != null) {
        add(type.outer().name(), type.name());
        add(type.name(), type.outer().name());
      }
      code.supertypes(type.self()).forEach(each -> add(type.name(), each.name()));
      type.fields().forEach(each -> add(type.name(), each.type().name()));
      for (JavaMethod method : type.bodies()) {
        for (Call each : method.calls()) {
          add(type.name(), each.receiver().name());
          if (each.target() != null) {
            add(type.name(), each.target().owner().name());
          }
        }
      }
      // what implements a type may be behind it
      code.subtypes(type.name()).forEach(each -> add(type.name(), each.name()));
    }
  }

  private void add(String from, String to) {
    if (code.project(from) != null && code.project(to) != null) {
      uses.computeIfAbsent(from, any -> new HashSet<>()).add(to);
      users.computeIfAbsent(to, any -> new HashSet<>()).add(from);
    }
  }

  /** Whether a script that a type names may be run. */
  boolean mayRun(JavaType type) {
    return known.computeIfAbsent(type.name(), this::find);
  }

  private boolean find(String name) {
    Set<String> around = reached(List.of(name), users);
    return around.stream().map(code::project).noneMatch(ScriptRunners::isProgram)
        || reached(around, uses).stream().map(code::project).anyMatch(this::runs);
  }

  /** Whether a program starts with a type, so that all that it runs can be seen. */
  private static boolean isProgram(@Nullable JavaType type) {
    return type != null && type.methods("main").stream().anyMatch(JavaMethod::isStatic);
  }

  private static Set<String> reached(Collection<String> from, Map<String, Set<String>> edges) {
    Set<String> all = new HashSet<>(from);
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      for (String each : edges.getOrDefault(open.remove(), Set.of())) {
        if (all.add(each)) {
          open.add(each);
        }
      }
    }
    return all;
  }

  private boolean runs(@Nullable JavaType type) {
    return type != null && mentions(type);
  }

  private boolean mentions(JavaType type) {
    return type.imported().stream().anyMatch(this::isRunning)
        || type.fields().stream().map(JavaField::type).anyMatch(each -> isRunning(each.name()))
        || type.bodies().stream().map(JavaMethod::calls).anyMatch(this::anyRuns);
  }

  private boolean anyRuns(List<Call> calls) {
    return calls.stream().anyMatch(each -> isRunning(each.receiver().name()) || isInherited(each));
  }

  /** Whether a name is of a library that runs SQL, and not of the system's own. */
  private boolean isRunning(String name) {
    return RUNNING.matcher(name).matches() && !isOwn(name);
  }

  private boolean isOwn(String name) {
    if (code.project(name) != null) {
      return true;
    }
    int dot = name.lastIndexOf('.');
    String around = dot < 0 ? "" : name.substring(0, dot);
    return packages.contains(name) || packages.contains(around) || code.project(around) != null;
  }

  /** A call of a method that is not in the sources: that of a superclass, or imported. */
  private static boolean isInherited(Call call) {
    return call.target() == null
        && call.expression() instanceof Expr.Call written
        && written.scope() == null;
  }
}
