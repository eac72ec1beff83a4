package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.sql.Token.Kind;
import java.util.List;
import java.util.Set;

/** The words behind the first of a text that may be a statement, taken one after the other. */
abstract class SqlWords {
  /** Words that no table, column or alias is called, and many a sentence holds. */
  private static final Set<String> ENGLISH =
      Set.of(
          "the a an your this that these those our its their my to are was were must should can"
              .concat(" cannot will be been please failed which did does you")
              .split(" "));

  /** Those that are aliases, too, where they are there twice. */
  private static final Set<String> INITIALS = Set.of("an", "my", "to", "be");

  static final Set<String> AFTER_TABLE =
      Set.of(
          "where",
          "join",
          "left",
          "right",
          "inner",
          "outer",
          "full",
          "cross",
          "natural",
          "group",
          "order",
          "having",
          "limit",
          "offset",
          "fetch",
          "for",
          "union",
          "intersect",
          "except",
          "minus",
          "from",
          "with",
          "using",
          "on",
          "use",
          "force",
          "partition",
          "tablesample",
          "connect",
          "start",
          "window",
          "qualify",
          "returning",
          "set",
          "in",
          "straight_join",
          "sample",
          "lateral",
          "ignore",
          "pivot",
          "final",
          "as",
          "and",
          "or");

  private static final Set<String> AFTER_NAME =
      Set.of(
          ("where join left right inner outer full cross natural group order having limit offset"
                  + " fetch for union intersect except minus with using on use force set in as and or"
                  + " from select values add drop modify alter rename like is desc asc then else end")
              .split(" "));

  final List<Token> tokens;

  /** The place of the word that is next. */
  int at;

  SqlWords(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Takes a name of one or more parts, of which any may be a hole. */
  final boolean name() {
    int from = at;
    while (!atEnd() && (tokens.get(at).isName() || isHole(at))) {
      at++;
      if (atEnd() || !tokens.get(at).sign(".")) {
        break;
      }
      at++;
    }
    return at > from && !tokens.get(at - 1).sign(".");
  }

  final boolean isHole(int i) {
    return tokens.get(i).kind() == Kind.HOLE;
  }

  final boolean english() {
    return english(at);
  }

  /** Whether a word is one of a sentence; {@code a} is an alias where no noun follows. */
  final boolean english(int i) {
    if (i >= tokens.size() || !tokens.get(i).isAny(ENGLISH) || isInitials(i)) {
      return false;
    }
    if (i + 1 == tokens.size()) {
      return !tokens.get(i).is("a");
    }
    Token next = tokens.get(i + 1);
    return tokens.get(i).is("a") ? next.isName() && !next.isAny(AFTER_NAME) : !next.sign(".");
  }

  /** The initials of an entity's name, as in {@code select be from BusinessEntity be}. */
  private boolean isInitials(int i) {
    return INITIALS.stream()
        .filter(tokens.get(i)::is)
        .anyMatch(word -> tokens.stream().filter(each -> each.is(word)).count() > 1);
  }

  final boolean take(String word) {
    boolean found = !atEnd() && tokens.get(at).is(word);
    if (found) {
      at++;
    }
    return found;
  }

  final void takeAll(Set<String> words) {
    while (!atEnd() && tokens.get(at).isAny(words)) {
      at++;
    }
  }

  final boolean skip() {
    at++;
    return true;
  }

  final boolean atEnd() {
    return at >= tokens.size();
  }

  final List<Token> rest() {
    return tokens.subList(Math.min(at, tokens.size()), tokens.size());
  }

  final boolean wordLikeAlias() {
    take("as");
    return !atEnd() && tokens.get(at).isName() && !tokens.get(at).isAny(AFTER_TABLE);
  }

  final boolean ifExists() {
    boolean found = take("if");
    take("not");
    take("exists");
    return found;
  }

  final boolean shortEnd() {
    return atEnd()
        || tokens.get(at).sign(";")
        || tokens.get(at).sign(",")
        || tokens.get(at).sign("(")
        || tokens.get(at).kind() == Kind.HOLE
        || tokens
            .get(at)
            .isAny(Set.of("cascade", "restrict", "restart", "purge", "continue", "reuse"));
  }
}
