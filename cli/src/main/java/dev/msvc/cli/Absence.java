package dev.msvc.cli;

import dev.msvc.model.ContextMap;
import dev.msvc.model.Coverage;
import dev.msvc.model.Facts;

/** Why a list holds nothing: which facts it is made of, and which of them are missing. */
final class Absence {
  private Absence() {}

  /**
   * A sentence for a list without a single item.
   *
   * @param noun as the user types it
   */
  static String of(ContextMap map, String noun) {
    Facts facts = map.facts();
    return switch (noun) {
      case "classes", "contexts" -> "no class was read (see 'get unread')";
      case "tables" -> "no table is named in SQL, in a mapping, or in a schema file that was read";
      case "database" ->
          "no view, trigger, routine, sequence or event is defined in what was read: "
              + schemas(facts.coverage());
      case "grants" -> "no 'grant' stands in what was read: " + schemas(facts.coverage());
      case "cuts" -> cuts(map);
      case "aggregates" ->
          facts.tables().isEmpty()
              ? "no mapped class and no table was found, of which aggregates are made"
              : "no class stores a table that could be the root of one";
      case "metrics" -> "there are no contexts to measure";
      case "entrypoints" ->
          "nothing is seen to be called from outside: no route, listener, schedule or 'main' in a"
              + " form that we know";
      case "transactions" ->
          facts.accesses().isEmpty()
              ? "no access to a table was found, and nothing starts a transaction"
              : "nothing is seen to start one: no annotation, descriptor or call that we know";
      case "dependencies" -> "no class uses another one";
      case "findings" -> "no rule found anything";
      case "questions" -> "nothing is in enough doubt to ask you";
      case "shared" -> "each class is in a context";
      case "unread" -> "all that was met was understood";
      default -> "";
    };
  }

  private static String schemas(Coverage coverage) {
    int files = coverage.migrations().read();
    return (files == 0
            ? "no schema file was found"
            : "%d schema file%s".formatted(files, files == 1 ? "" : "s"))
        + "; name a dump of the database with --schema FILE";
  }

  private static String cuts(ContextMap map) {
    int contexts = map.decomposition().contexts().size();
    if (contexts < 2) {
      return contexts == 0 ? "there are no contexts" : "there is one context, and no boundary";
    }
    return map.facts().accesses().isEmpty()
        ? "no access to a table was found, and so none that crosses a boundary"
        : "no table, key or transaction crosses a boundary between the %d contexts; calls: 'msvc get dependencies'"
            .formatted(contexts);
  }
}
