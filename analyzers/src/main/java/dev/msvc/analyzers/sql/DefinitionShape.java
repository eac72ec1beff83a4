package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.sql.Token.Kind;
import java.util.List;
import java.util.Set;

/** Tells statements that define tables and others from sentences that begin with the same word. */
final class DefinitionShape extends SqlWords {
  private static final Set<String> DEFINED =
      Set.of(
          "view",
          "index",
          "sequence",
          "schema",
          "database",
          "type",
          "procedure",
          "function",
          "trigger",
          "user",
          "role",
          "extension",
          "materialized",
          "unique",
          "synonym");

  DefinitionShape(List<Token> tokens) {
    super(tokens);
  }

  boolean create(boolean title) {
    take("or");
    take("replace");
    boolean table = false;
    while (!atEnd()
        && !table
        && tokens
            .get(at)
            .isAny(
                Set.of(
                    "global",
                    "local",
                    "temp",
                    "temporary",
                    "unlogged",
                    "table",
                    "cached",
                    "memory",
                    "column",
                    "external",
                    "private"))) {
      table = tokens.get(at).is("table");
      at++;
    }
    if (table) {
      ifExists();
      return !english()
          && name()
          && !atEnd()
          && (tokens.get(at).sign("(")
              || tokens.get(at).is("as")
              || tokens.get(at).is("like")
              || tokens.get(at).kind() == Kind.HOLE);
    }
    if (atEnd() || !tokens.get(at).isAny(DEFINED)) {
      return false;
    }
    boolean view = tokens.get(at).is("view") || tokens.get(at).is("materialized");
    boolean index = tokens.get(at).is("index") || tokens.get(at).is("unique");
    List<Token> after = rest();
    if (view) {
      return after.stream().anyMatch(t -> t.is("as"))
          && after.stream().anyMatch(t -> t.is("select") || t.is("with"));
    }
    if (index) {
      return after.stream().anyMatch(t -> t.is("on")) && after.stream().anyMatch(t -> t.sign("("));
    }
    at++;
    ifExists();
    return !english()
        && name()
        && (atEnd() ? !title : !english(at) && tokens.size() > at && !title);
  }

  boolean alter() {
    if (!take("table")) {
      return false;
    }
    ifExists();
    take("only");
    return !atEnd()
        && !english()
        && name()
        && !atEnd()
        && (tokens.get(at).kind() == Kind.HOLE
            || tokens
                .get(at)
                .isAny(
                    Set.of(
                        "add",
                        "drop",
                        "modify",
                        "alter",
                        "rename",
                        "change",
                        "set",
                        "enable",
                        "disable",
                        "owner",
                        "convert",
                        "auto_increment",
                        "engine",
                        "comment",
                        "attach",
                        "detach",
                        "validate",
                        "inherit",
                        "replica",
                        "cluster",
                        "with")));
  }

  boolean drop(boolean title) {
    if (!take("table") && !(!atEnd() && tokens.get(at).isAny(DEFINED) && skip())) {
      return false;
    }
    boolean exists = ifExists();
    if (atEnd() || english() || !name()) {
      return false;
    }
    return shortEnd() && (exists || !title);
  }
}
