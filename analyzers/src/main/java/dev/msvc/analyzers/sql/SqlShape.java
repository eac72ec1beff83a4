package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.sql.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells statements from sentences that begin with the same word. */
final class SqlShape extends SqlWords {
  private static final int LONGEST = 64 * 1024;
  private static final Set<String> FIRST_WORDS =
      Set.of(
          "select",
          "insert",
          "update",
          "delete",
          "merge",
          "with",
          "call",
          "truncate",
          "replace",
          "create",
          "alter",
          "drop",
          "from");

  private SqlShape(List<Token> tokens) {
    super(tokens);
  }

  static boolean isStatement(String text) {
    if (text.length() > LONGEST) {
      return isStatement(text.substring(0, LONGEST));
    }
    int start = firstWord(text);
    int end = start;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    boolean mayBe =
        end - start >= 4
            && end - start <= 8
            && FIRST_WORDS.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    if (!mayBe) {
      return text.stripLeading().startsWith("{")
          && text.toLowerCase(Locale.ROOT).contains("call ")
          && isCallEscape(text);
    }
    String word = text.substring(start, end);
    SqlShape shape = new SqlShape(Tokens.of(Tokens.withoutPlaceholders(text.substring(end))));
    boolean title = Character.isUpperCase(word.charAt(0)) && Character.isLowerCase(word.charAt(1));
    return shape.follows(word.toLowerCase(Locale.ROOT), title);
  }

  private static boolean isCallEscape(String text) {
    List<Token> tokens = Tokens.of(text);
    for (int i = 1; i < Math.min(5, tokens.size() - 1); i++) {
      if (tokens.get(i).is("call")) {
        return tokens.get(i + 1).isName();
      }
    }
    return false;
  }

  private static int firstWord(String text) {
    int at = 0;
    while (at < text.length()) {
      int behind = Tokens.behindBlank(text, at);
      if (behind == at && text.charAt(at) != '(') {
        break;
      }
      at = Math.max(behind, at + 1);
    }
    return at;
  }

  private boolean follows(String word, boolean title) {
    return switch (word) {
      case "select" -> select(title);
      case "insert" -> insert();
      case "update" -> update();
      case "delete" -> delete(title);
      case "merge" ->
          take("into") && name() && rest().stream().limit(4000).anyMatch(SqlShape::mergePart);
      case "with" -> with();
      case "call" -> call();
      case "truncate" -> take("table") ? name() && shortEnd() : !title && nameOnly();
      case "replace" -> take("into") && name() && rows();
      case "create" -> new DefinitionShape(tokens).create(title);
      case "alter" -> new DefinitionShape(tokens).alter();
      case "drop" -> new DefinitionShape(tokens).drop(title);
      default -> hql(title);
    };
  }

  private static boolean mergePart(Token token) {
    return token.is("using") || token.is("key") || token.is("values") || token.sign("(");
  }

  /** A list of expressions, FROM, and a table that is followed by what may follow a table. */
  private boolean select(boolean title) {
    int depth = 0;
    boolean signs = false;
    int from = -1;
    int words = 0;
    for (int i = 0; i < tokens.size() && from < 0; i++) {
      Token token = tokens.get(i);
      if (token.sign("(")) {
        depth++;
      } else if (token.sign(")")) {
        depth--;
      } else if (depth == 0 && token.is("from")) {
        from = i;
      } else if (depth == 0 && english(i)) {
        return false;
      }
      boolean hole = token.kind() == Kind.HOLE;
      signs |= hole || (token.kind() == Kind.SIGN && !token.sign(".")) || token.sign(".");
      words = token.isName() && depth == 0 ? words + 1 : token.sign(",") ? 0 : words;
      if (words > 6 && !signs) {
        return false;
      }
    }
    if (from < 0) {
      return selectsHole() || selectsSubSelect() || selectsCall();
    }
    if (from == 0) {
      return false;
    }
    at = from + 1;
    boolean plain = tokens.stream().allMatch(token -> token.isName());
    boolean selectsAlias = tokens.get(0).text().equals(tokens.get(tokens.size() - 1).text());
    return tableThenClause()
        && !(title && plain && !selectsAlias && !rest().stream().anyMatch(t -> t.is("where")));
  }

  /** {@code select <columns and tables of a constant> where ...}. */
  private boolean selectsHole() {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).kind() == Kind.HOLE) {
        Token next = tokens.get(i + 1);
        return next.is("where")
            || next.is("order")
            || next.is("group")
            || next.is("join")
            || next.is("left")
            || next.is("inner")
            || next.is("limit");
      }
    }
    return false;
  }

  /** {@code select exists(select ...)}: without a table of its own. */
  private boolean selectsSubSelect() {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).sign("(") && tokens.get(i + 1).is("select")) {
        return new SqlShape(tokens.subList(i + 2, tokens.size())).select(false);
      }
    }
    return false;
  }

  /** {@code select f(?)}, and no {@code select item(s)}. */
  private boolean selectsCall() {
    at = 0;
    if (atEnd() || tokens.get(0).kind() == Kind.HOLE || !name() || atEnd()) {
      return false;
    }
    int open = at;
    boolean called =
        tokens.get(open).sign("(") && tokens.get(open - 1).end() == tokens.get(open).start();
    Token last = tokens.get(tokens.size() - 1);
    int end = last.sign(";") ? tokens.size() - 2 : tokens.size() - 1;
    boolean aliased = end > 1 && tokens.get(end - 1).is("as") && tokens.get(end).isName();
    int close = aliased ? end - 2 : end;
    boolean given =
        close == open + 1
            || tokens.subList(open, Math.max(open, close)).stream().anyMatch(SqlShape::isValue);
    return called && close > open && tokens.get(close).sign(")") && given;
  }

  private static boolean isValue(Token token) {
    return token.kind() == Kind.PARAMETER
        || token.kind() == Kind.STRING
        || token.kind() == Kind.NUMBER
        || token.kind() == Kind.HOLE;
  }

  private boolean tableThenClause() {
    if (atEnd()) {
      return false;
    }
    Token table = tokens.get(at);
    if (table.sign("(")) {
      return at + 1 < tokens.size();
    }
    if (table.kind() == Kind.PARAMETER) {
      return true;
    }
    if (english(at) || !name()) {
      return false;
    }
    return behindTable();
  }

  private boolean behindTable() {
    if (atEnd() || !wordLikeAlias()) {
      return atEnd() || clauseNext();
    }
    if (english(at)) {
      return false;
    }
    at++;
    return atEnd() || clauseNext();
  }

  private boolean clauseNext() {
    Token next = tokens.get(at);
    if (next.isAny(AFTER_TABLE)) {
      return at + 1 < tokens.size() && !english(at + 1);
    }
    if (next.sign(",")) {
      return at + 1 < tokens.size()
          && (tokens.get(at + 1).isName()
              || tokens.get(at + 1).sign("(")
              || tokens.get(at + 1).kind() == Kind.HOLE)
          && !english(at + 1);
    }
    return next.kind() == Kind.HOLE
        || next.sign("(")
        || next.sign(")")
        || next.sign("(+)")
        || next.sign(";");
  }

  private boolean insert() {
    takeAll(Set.of("ignore", "low_priority", "overwrite", "or", "replace", "abort"));
    return take("into") && !english() && name() && (atEnd() ? isHole(at - 1) : rows());
  }

  private boolean rows() {
    if (atEnd()) {
      return false;
    }
    Token next = tokens.get(at);
    if (next.is("as")
        || (next.isName()
            && at + 1 < tokens.size()
            && tokens.get(at + 1).sign("(")
            && !next.is("values")
            && !next.is("value"))) {
      return !english(at);
    }
    return next.sign("(")
        || next.kind() == Kind.HOLE
        || next.is("values")
        || next.is("value")
        || next.is("select")
        || next.is("with")
        || next.is("set")
        || next.is("default");
  }

  private boolean update() {
    takeAll(Set.of("ignore", "only", "low_priority"));
    if (atEnd() || english()) {
      return false;
    }
    int set = -1;
    for (int i = at; i < tokens.size() && set < 0; i++) {
      if (tokens.get(i).is("set")) {
        set = i;
      } else if (english(i) && !tokens.get(i).is("is")) {
        return false;
      }
    }
    if (set <= at || !name()) {
      return false;
    }
    if (set + 1 < tokens.size()
        && (tokens.get(set + 1).kind() == Kind.HOLE || tokens.get(set + 1).sign("("))) {
      return true;
    }
    at = set + 1;
    return name() && !atEnd() && (tokens.get(at).sign("=") || tokens.get(at).kind() == Kind.HOLE);
  }

  private boolean delete(boolean title) {
    if (take("from")) {
      if (atEnd() || english() || !name()) {
        return false;
      }
      boolean bare = atEnd();
      return behindTable() && !(title && bare);
    }
    if (atEnd() || english() || !name()) {
      return false;
    }
    if (wordLikeAlias()) {
      at++;
    }
    return !atEnd()
        && ((tokens.get(at).is("where") && comparison())
            || tokens.get(at).is("from")
            || tokens.get(at).sign(","))
        && (tokens.get(at).is("where")
            || tokens.stream().skip(at).anyMatch(t -> t.is("where") || t.is("join")));
  }

  private boolean comparison() {
    return rest().stream()
        .anyMatch(
            token ->
                token.kind() == Kind.HOLE
                    || token.kind() == Kind.PARAMETER
                    || token.kind() == Kind.SIGN
                    || token.is("is")
                    || token.is("in")
                    || token.is("like"));
  }

  private boolean with() {
    take("recursive");
    if (atEnd() || !tokens.get(at).isName()) {
      return false;
    }
    at++;
    if (!atEnd() && tokens.get(at).sign("(")) {
      while (!atEnd() && !tokens.get(at).sign(")")) {
        at++;
      }
      at++;
    }
    if (!take("as")) {
      return false;
    }
    take("not");
    take("materialized");
    return !atEnd() && tokens.get(at).sign("(");
  }

  private boolean call() {
    return !atEnd()
        && name()
        && !atEnd()
        && tokens.get(at).sign("(")
        && tokens.get(at).start() == tokens.get(at - 1).end()
        && (tokens.get(tokens.size() - 1).sign(")") || tokens.get(tokens.size() - 1).sign(";"));
  }

  private boolean nameOnly() {
    return !atEnd() && !english() && name() && (atEnd() || tokens.get(at).sign(";"));
  }

  /** {@code from Order o where ...}: an entity's name begins with a capital. */
  private boolean hql(boolean title) {
    if (title || atEnd()) {
      return false;
    }
    int entity = at;
    if (!name()) {
      return false;
    }
    Token last = tokens.get(at - 1);
    boolean named =
        last.kind() == Kind.HOLE
            || last.text().equals(Tokens.ENTITY_NAME)
            || Character.isUpperCase(last.text().charAt(0));
    if (!named || english(entity) || atEnd()) {
      return false;
    }
    if (wordLikeAlias()) {
      at++;
    }
    return !atEnd()
        && (tokens
                .get(at)
                .isAny(Set.of("where", "join", "left", "inner", "order", "group", "fetch", "cross"))
            && at + 2 < tokens.size()
            && !english(at + 1));
  }
}
