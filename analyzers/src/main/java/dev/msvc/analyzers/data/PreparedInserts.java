package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.data.Statements.Site;
import dev.msvc.analyzers.sql.SqlReader;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import java.util.List;

/** Inserts that {@code SimpleJdbcInsert} prepares from the name of a table. */
final class PreparedInserts {
  private final CodeBase code;
  private final Statements statements;

  PreparedInserts(CodeBase code, Statements statements) {
    this.code = code;
    this.statements = statements;
  }

  /** The methods that run a prepared insert access its table, not the one that prepares it. */
  void note(Call naming) {
    List<Site> sites =
        naming.caller().owner().methods().stream()
            .filter(each -> !each.isConstructor())
            .flatMap(each -> each.calls().stream())
            .filter(each -> each.receiver().name().endsWith("SimpleJdbcInsert"))
            .filter(each -> each.name().startsWith("execute"))
            .map(Site::of)
            .distinct()
            .toList();
    for (String each : code.texts(naming.arguments().get(0), naming.caller())) {
      if (each.indexOf(SqlReader.HOLE) < 0 && !each.contains(" ")) {
        for (Site site : sites.isEmpty() ? List.of(Site.of(naming)) : sites) {
          statements.access(
              each, Operation.INSERT, List.of(), site, AccessVia.JDBC, Certainty.INFERRED);
        }
      }
    }
  }
}
