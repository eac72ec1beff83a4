package dev.msvc.analyzers.sql;

import static dev.msvc.analyzers.sql.StatementBounds.sign;
import static dev.msvc.analyzers.sql.StatementBounds.word;

import dev.msvc.analyzers.sql.Token.Kind;
import dev.msvc.model.Certainty;
import dev.msvc.model.DatabaseObject.Use;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds the statements in the body of a routine or trigger: PL/SQL, PL/pgSQL, T-SQL, MySQL's or
 * DB2's.
 *
 * <p>Those languages have no grammar in common; what they share is where a statement can begin and
 * where it must end. Each statement goes to the reader of SQL without what only routines write, as
 * INTO a variable.
 */
final class RoutineBody {
  /** A name or value in a text that format() of PostgreSQL fills. */
  private static final Pattern FORMAT = Pattern.compile("%(?:\\d+\\$)?[IL]");

  private static final int DEEPEST = 4;
  private static final int MOST_TOKENS = 400_000;

  private static final Set<String> ROW_WORDS =
      Set.of("select", "insert", "update", "delete", "merge", "truncate", "with", "replace");
  private static final Set<String> CALL_WORDS = Set.of("call", "exec", "execute", "perform");
  private final SqlReader sql;
  private final Set<Use> uses = new LinkedHashSet<>();
  private final Set<String> calls = new TreeSet<>();
  private final Set<String> sequences = new TreeSet<>();
  private final Set<String> local = new HashSet<>(Set.of("new", "old", "inserted", "deleted"));
  private final List<String> definitions = new ArrayList<>();
  private boolean guessed;
  private boolean dynamic;

  private RoutineBody(SqlReader sql) {
    this.sql = sql;
  }

  /**
   * What a body does.
   *
   * @param calls names that are followed by a bracket or a word for a call: only those that are
   *     routines count
   * @param sequences from which it takes numbers
   * @param definitions statements that create, change or drop something, in their order
   * @param dynamic whether it runs a statement that is only known when it runs
   */
  record Effects(
      List<Use> uses,
      Set<String> calls,
      Set<String> sequences,
      List<String> definitions,
      boolean dynamic,
      Certainty certainty) {}

  static Effects read(String text, List<Token> tokens, SqlReader sql) {
    RoutineBody body = new RoutineBody(sql);
    body.read(text, tokens, 0);
    // T-SQL: #t and @t live as long as the routine runs
    body.uses.removeIf(
        use ->
            body.local.contains(use.table().toLowerCase(Locale.ROOT))
                || use.table().startsWith("#")
                || use.table().startsWith("@"));
    return new Effects(
        List.copyOf(body.uses),
        body.calls,
        body.sequences,
        body.definitions,
        body.dynamic,
        body.guessed ? Certainty.GUESSED : Certainty.PARSED);
  }

  private void read(String text, List<Token> tokens, int depth) {
    if (tokens.size() > MOST_TOKENS || depth > DEEPEST) {
      dynamic = true;
      return;
    }
    notes(tokens);
    int i = 0;
    while (i < tokens.size()) {
      if (!StatementBounds.begins(tokens, i)) {
        i++;
        continue;
      }
      int end = StatementBounds.end(tokens, i);
      statement(text, tokens, i, end, depth);
      i = Math.max(end, i + 1);
    }
  }

  /** Names that are followed by a bracket, sequences, and tables that live in the body only. */
  private void notes(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (sign(tokens, i, "(") && i > 0) {
        String name = FunctionCalls.before(tokens, i);
        if (!name.isEmpty() && !FunctionCalls.isBuiltIn(name)) {
          calls.add(name);
        }
        if (name.equalsIgnoreCase("nextval") && i + 1 < tokens.size()) {
          sequences.add(sequence(tokens.get(i + 1)));
        }
      } else if (token.is("nextval") && sign(tokens, i - 1, ".")) {
        sequences.add(FunctionCalls.before(tokens, i - 1));
      } else if (token.is("for") && word(tokens, i - 1).equals("value")) {
        sequences.add(nameFrom(tokens, i + 1));
      } else if (isTemporary(token) && word(tokens, i + 1).equals("table")) {
        int at = i + 2;
        while (Set.of("if", "not", "exists").contains(word(tokens, at))) {
          at++;
        }
        local.add(nameFrom(tokens, at).toLowerCase(Locale.ROOT));
      } else if (token.is("cursor")) {
        cursor(tokens, i);
      }
    }
  }

  private void cursor(List<Token> tokens, int i) {
    // CURSOR c IS of Oracle, c CURSOR FOR of the others
    local.add(word(tokens, word(tokens, i + 1).equals("for") ? i - 1 : i + 1));
  }

  private static boolean isTemporary(Token token) {
    return token.is("temp") || token.is("temporary");
  }

  static String sequence(Token token) {
    String plain = token.kind() == Kind.STRING ? Literals.plain(token.text()) : token.text();
    int cast = plain.indexOf("::");
    return Uses.withoutQuotes(cast < 0 ? plain : plain.substring(0, cast));
  }

  private void statement(String text, List<Token> tokens, int from, int behind, int depth) {
    String first = tokens.get(from).lower();
    if (ROW_WORDS.contains(first)) {
      rows(text, tokens.subList(from, behind));
    } else if (first.equals("perform")) {
      List<Token> select = new ArrayList<>(tokens.subList(from, behind));
      Token perform = select.get(0);
      select.set(0, new Token(Kind.WORD, "SELECT", perform.start(), perform.end()));
      if (select.stream().anyMatch(token -> token.is("from"))) {
        rows(text, select);
      }
    } else if (first.equals("create") || first.equals("alter") || first.equals("drop")) {
      definitions.add(source(text, tokens, from, behind));
    } else if (CALL_WORDS.contains(first) || first.equals("prepare")) {
      call(tokens, from + (first.equals("prepare") ? 2 : 1), behind, depth);
    }
  }

  private void rows(String text, List<Token> statement) {
    StringBuilder plain = new StringBuilder();
    boolean insert =
        statement.get(0).is("insert")
            || statement.get(0).is("merge")
            || statement.get(0).is("replace");
    for (int i = 0; i < statement.size(); i++) {
      Token token = statement.get(i);
      boolean into = token.is("into") && !(insert && i <= 4);
      if (token.is("bulk") && word(statement, i + 1).equals("collect")) {
        i++;
        continue;
      }
      if (into
          && !word(statement, i - 1).equals("insert")
          && !word(statement, i - 1).equals("merge")) {
        i = behindTargets(statement, i + 1) - 1;
        continue;
      }
      plain.append(text, token.start(), token.end()).append(' ');
    }
    add(sql.read(plain.toString().strip()));
  }

  /** Behind the variables that follow INTO. */
  private static int behindTargets(List<Token> statement, int from) {
    int i = from;
    if (Set.of("strict", "temp", "temporary", "unlogged", "table").contains(word(statement, i))) {
      i++;
    }
    while (i < statement.size()) {
      Token token = statement.get(i);
      boolean part =
          token.isName() || token.kind() == Kind.PARAMETER || token.sign(":") || token.sign("@");
      if (!part) {
        return i;
      }
      i++;
      while (sign(statement, i, ".") || sign(statement, i, "(") || sign(statement, i, "[")) {
        boolean index = !sign(statement, i, ".");
        i++;
        while (index
            && i < statement.size()
            && !sign(statement, i, ")")
            && !sign(statement, i, "]")) {
          i++;
        }
        i++;
      }
      if (!sign(statement, i, ",")) {
        return i;
      }
      i++;
    }
    return i;
  }

  private void add(SqlStatement statement) {
    statement.uses().forEach(use -> uses.add(new Use(use.table(), use.op())));
    guessed |= statement.certainty() == Certainty.GUESSED;
    dynamic |= statement.dynamic();
  }

  /** EXECUTE of a text or of a routine; CALL and EXEC of a routine. */
  private void call(List<Token> tokens, int from, int behind, int depth) {
    int at = from;
    while (at < behind
        && (Set.of("immediate", "from").contains(word(tokens, at)) || sign(tokens, at, "("))) {
      at++;
    }
    if (at >= behind) {
      return;
    }
    boolean text =
        tokens.subList(at, behind).stream().anyMatch(token -> token.kind() == Kind.STRING);
    String name = nameFrom(tokens, at);
    boolean runsText =
        word(tokens, from).equals("immediate")
            || tokens.get(at).kind() == Kind.STRING
            || sign(tokens, from, "(")
            || name.equalsIgnoreCase("sp_executesql")
            || word(tokens, from).equals("from")
            || name.equalsIgnoreCase("format")
            || (tokens.get(from - 1).is("execute") && isVariable(tokens, at, behind));
    if (!runsText) {
      if (!name.isEmpty() && !name.startsWith("@")) {
        calls.add(name);
      }
      return;
    }
    int first = name.equalsIgnoreCase("sp_executesql") ? at + 1 : at;
    String literal = text ? Literals.joined(tokens, first, behind) : assigned(tokens, name);
    run(literal, depth);
  }

  /** Whether EXECUTE is followed by nothing but a variable and USING. */
  private static boolean isVariable(List<Token> tokens, int at, int behind) {
    return tokens.get(at).isName()
        && (at + 1 >= behind
            || sign(tokens, at + 1, "||")
            || word(tokens, at + 1).equals("using")
            || word(tokens, at + 1).equals("into"))
        && !assigned(tokens, tokens.get(at).text()).isEmpty();
  }

  /** The texts that the body gives to a variable, as statements one behind another. */
  private static String assigned(List<Token> tokens, String variable) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i + 2 < tokens.size(); i++) {
      if (tokens.get(i).text().equalsIgnoreCase(variable)
          && (sign(tokens, i + 1, ":=") || sign(tokens, i + 1, "="))) {
        int behind = i + 2;
        while (behind < tokens.size() && !tokens.get(behind).sign(";")) {
          behind++;
        }
        String value = Literals.joined(tokens, i + 2, behind);
        if (!value.isBlank()) {
          boolean more = value.charAt(0) == Tokens.HOLE;
          all.append(all.isEmpty() || more ? "" : ";\n").append(more ? value.substring(1) : value);
        }
      }
    }
    return all.toString();
  }

  private void run(String literal, int depth) {
    if (literal.isBlank()) {
      dynamic = true;
      return;
    }
    Set<Use> before = new LinkedHashSet<>(uses);
    String filled = FORMAT.matcher(literal).replaceAll(String.valueOf(Tokens.HOLE));
    read(filled, Tokens.of(filled), depth + 1);
    guessed |= !before.equals(uses);
    dynamic |= before.equals(uses) && literal.indexOf(Tokens.HOLE) >= 0;
  }

  private static String source(String text, List<Token> tokens, int from, int behind) {
    return behind <= from
        ? ""
        : text.substring(tokens.get(from).start(), tokens.get(behind - 1).end());
  }

  private static String nameFrom(List<Token> tokens, int from) {
    StringBuilder name = new StringBuilder();
    int i = from;
    while (i < tokens.size() && tokens.get(i).isName()) {
      name.append(tokens.get(i).text());
      if (!sign(tokens, i + 1, ".")) {
        break;
      }
      name.append('.');
      i += 2;
    }
    return name.toString();
  }
}
