package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Completed;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.data.Statements.Site;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Statements that a class runs and its subclasses complete: {@code "select * from " + table()}. The
 * tables that the class names itself are its own; those that a subclass gives are accessed by the
 * subclass, in the method that it inherits.
 */
final class CompletedStatements {
  private final CodeBase code;
  private final Statements statements;

  CompletedStatements(CodeBase code, Statements statements) {
    this.code = code;
    this.statements = statements;
  }

  /** Reads the texts of one statement, for a site, without noting it. */
  interface Reader {
    FoundAccesses read(Collection<String> texts, Site site);
  }

  /**
   * Notes the statement that a call is given as an argument.
   *
   * @return the texts by class; null where subclasses have no say in the tables, and nothing was
   *     noted
   */
  @Nullable Map<JavaType, List<String>> note(Call call, int argument, Reader reader) {
    Completed completed = code.completed(call.arguments().get(argument), call.caller());
    return completed != null && note(completed, Site.of(call), reader) ? completed.by() : null;
  }

  private boolean note(Completed completed, Site site, Reader reader) {
    FoundAccesses own = reader.read(completed.open(), site);
    Set<String> common = own.tables();
    Map<JavaType, FoundAccesses> by = new LinkedHashMap<>();
    completed
        .by()
        .forEach(
            (type, texts) -> {
              Site inherited = new Site(type.name(), site.method(), site.place());
              FoundAccesses found = reader.read(texts, inherited);
              found.without(common);
              if (!found.tables().isEmpty()) {
                by.put(type, found);
              }
            });
    if (by.isEmpty()) {
      return false;
    }
    own.addFacts(statements);
    by.values().forEach(each -> each.addFacts(statements));
    statements.counted(site.place(), by.values().iterator().next().problem());
    return true;
  }
}
