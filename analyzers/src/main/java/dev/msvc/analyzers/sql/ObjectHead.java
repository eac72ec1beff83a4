package dev.msvc.analyzers.sql;

import static dev.msvc.analyzers.sql.StatementBounds.sign;
import static dev.msvc.analyzers.sql.StatementBounds.word;

import dev.msvc.model.DatabaseObjectKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a CREATE, ALTER or DROP is about, where that is no table.
 *
 * @param behind the token behind the kind's word
 */
record ObjectHead(DatabaseObjectKind kind, int behind) {
  private static final Map<String, DatabaseObjectKind> KINDS =
      Map.ofEntries(
          Map.entry("procedure", DatabaseObjectKind.PROCEDURE),
          Map.entry("proc", DatabaseObjectKind.PROCEDURE),
          Map.entry("function", DatabaseObjectKind.FUNCTION),
          Map.entry("aggregate", DatabaseObjectKind.FUNCTION),
          Map.entry("trigger", DatabaseObjectKind.TRIGGER),
          Map.entry("rule", DatabaseObjectKind.TRIGGER),
          Map.entry("package", DatabaseObjectKind.PACKAGE),
          Map.entry("sequence", DatabaseObjectKind.SEQUENCE),
          Map.entry("generator", DatabaseObjectKind.SEQUENCE),
          Map.entry("synonym", DatabaseObjectKind.SYNONYM),
          Map.entry("alias", DatabaseObjectKind.SYNONYM),
          Map.entry("type", DatabaseObjectKind.TYPE),
          Map.entry("domain", DatabaseObjectKind.TYPE),
          Map.entry("event", DatabaseObjectKind.JOB),
          Map.entry("link", DatabaseObjectKind.LINK),
          Map.entry("server", DatabaseObjectKind.LINK),
          Map.entry("policy", DatabaseObjectKind.POLICY),
          Map.entry("publication", DatabaseObjectKind.REPLICATION),
          Map.entry("subscription", DatabaseObjectKind.REPLICATION));
  private static final Set<String> NO_OBJECTS =
      Set.of("table", "view", "index", "unique", "schema", "database", "user", "role", "column");
  private static final Set<String> BEFORE_KIND =
      Set.of(
          ("or replace alter public private editionable noneditionable constraint trusted shared if"
                  + " not exists temp temporary force aggregate definer current_user event body security row")
              .split(" "));
  private static final int HEAD = 16;

  /** Reads the words up to the kind; null where it is a table's, or none. */
  static @Nullable ObjectHead of(List<Token> tokens) {
    for (int i = 1; i < Math.min(tokens.size(), HEAD); i++) {
      String word = word(tokens, i);
      if (NO_OBJECTS.contains(word)
          && !(word.equals("database") && word(tokens, i + 1).equals("link"))) {
        return null;
      }
      DatabaseObjectKind kind = KINDS.get(word);
      boolean qualifies = word.equals("event") && word(tokens, i + 1).equals("trigger");
      if (kind != null && !qualifies && !sign(tokens, i + 1, ".") && !sign(tokens, i - 1, "=")) {
        return new ObjectHead(kind, i + 1);
      }
      boolean head =
          BEFORE_KIND.contains(word)
              || word.equals("definer")
              || word.equals("database")
              || tokens.get(i).kind() != Token.Kind.WORD
              || sign(tokens, i - 1, "=")
              || sign(tokens, i - 1, "@")
              || word.startsWith("@")
              || word.indexOf('@') > 0;
      if (!head) {
        return null;
      }
    }
    return null;
  }
}
