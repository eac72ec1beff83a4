package dev.msvc.analyzers.sql;

import dev.msvc.analyzers.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts SQL and JPQL of any dialect into tokens; comments and blanks vanish. */
final class Tokens {
  /** Stands for a piece of text that is only known when the program runs. */
  static final char HOLE = '\uFFFC';

  /** The name under which {@code #{#entityName}} passes through parsers. */
  static final String ENTITY_NAME = "msvc_entity_name";

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?<entity>#\\{\\s*#entityName\\s*})|(?<value>[:?]?#\\{[^}]*})|"
              + "(?<text>\\[\\$\\{[^}]*}](?=\\.)|\\$\\{[^}]*}|\\{\\d+})");

  /** Where Hibernate puts the schema in front of a table's name in SQL, with its dot. */
  private static final Pattern HIBERNATE_SCHEMA =
      Pattern.compile("\\{h-(?:schema|catalog|domain)}\\.?");

  private static final Pattern CONDITIONAL = Pattern.compile("/\\*M?!\\d*");

  /** {@code %PREFIX%} right before a name. */
  private static final Pattern MARKER = Pattern.compile("%[A-Z][A-Z_]*%(?=\\w)");

  /**
   * {@code @schema} right before the name of a table, as SqlRender has what it fills in; not a
   * variable that SQL Server asks for parts of its XML.
   */
  private static final Pattern SCHEMA_PARAMETER =
      Pattern.compile(
          "(?<![\\w@$.'\"`])@[a-zA-Z_]\\w*"
              + "(?=\\.(?!(?:nodes|value|query|exist|modify)\\s*\\()[\"\\[`]?\\w)");

  private static final Pattern FORMAT = Pattern.compile("%(?:\\d+\\$)?[sd](?!\\w)");
  private static final String[] SIGNS = {
    "#>>", "->>", "!~*", "<=>", "(+)", "||", "::", "<=", ">=", "<>", "!=", "->", "#>", "@>", "<@",
    "&&", ":=", "=>", "~*", "!~", "<<", ">>"
  };

  private final String text;
  private final boolean backslashEscapes;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokens(String text, int from, boolean backslashEscapes) {
    this.text = text;
    this.at = from;
    this.backslashEscapes = backslashEscapes;
  }

  /** The tokens of one statement or script. */
  static List<Token> of(String text) {
    return new Tokens(text, 0, escapesWithBackslash(text)).all();
  }

  /** Whether the text looks like MySQL, where {@code \'} does not end a string. */
  static boolean escapesWithBackslash(String text) {
    return text.indexOf('`') >= 0;
  }

  /** What MySQL and MariaDB read as statements in comments, without the comments' signs. */
  static String withConditionalComments(String text) {
    int from = text.indexOf("/*!");
    if (from < 0) {
      from = text.indexOf("/*M!");
    }
    if (from < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text);
    Matcher open = CONDITIONAL.matcher(text);
    int close = 0;
    while (open.find(from)) {
      if (close >= 0 && close < open.end()) {
        close = text.indexOf("*/", open.end());
      }
      for (int i = open.start(); i < open.end(); i++) {
        plain.setCharAt(i, ' ');
      }
      if (close >= 0) {
        plain.setCharAt(close, ' ');
        plain.setCharAt(close + 1, ' ');
      }
      from = open.end();
    }
    return plain.toString();
  }

  /** Replaces placeholders: MyBatis's, SqlRender's, Hibernate's, Spring's, and message formats'. */
  static String withoutPlaceholders(String text) {
    String marked =
        text.indexOf('%') < 0 ? text : MARKER.matcher(text).replaceAll(String.valueOf(HOLE));
    String rendered =
        marked.indexOf('@') < 0
            ? marked
            : SCHEMA_PARAMETER.matcher(marked).replaceAll(String.valueOf(HOLE));
    if (rendered.indexOf('{') < 0) {
      return rendered;
    }
    String bare =
        rendered.contains("{h-") ? HIBERNATE_SCHEMA.matcher(rendered).replaceAll("") : rendered;
    return PLACEHOLDER
        .matcher(bare)
        .replaceAll(
            found ->
                found.group(1) != null
                    ? ENTITY_NAME
                    : found.group(2) != null ? " ? " : String.valueOf(HOLE));
  }

  private List<Token> all() {
    while (skipBlanks()) {
      next();
    }
    return tokens;
  }

  private boolean skipBlanks() {
    while (at < text.length()) {
      int behind = behindBlank(text, at);
      if (behind == at) {
        return true;
      }
      at = behind;
    }
    return false;
  }

  /** Behind the blank or comment at this place; the same place where there is none. */
  static int behindBlank(String text, int at) {
    char c = text.charAt(at);
    if (c <= ' ' || c == '\u00a0' || c == '\uFEFF') {
      return at + 1;
    }
    if ((c == '-' && text.startsWith("--", at)) || (c == '#' && startsComment(text, at))) {
      int end = text.indexOf('\n', at);
      return end < 0 ? text.length() : end + 1;
    }
    if (c == '/' && text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      return end < 0 ? text.length() : end + 2;
    }
    return at;
  }

  private static boolean startsComment(String text, int at) {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
    if (next == '{' || next == '>' || next == '-' || Character.isLetter(next)) {
      return false;
    }
    int before = at - 1;
    while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
      before--;
    }
    return before < 0 || text.charAt(before) == '\n';
  }

  private void next() {
    char c = text.charAt(at);
    int start = at;
    if (c == '\'' || isPrefixedString(c)) {
      boolean prefixed = c != '\'';
      at = behindQuoted(text, prefixed ? at + 1 : at, backslashEscapes || c == 'E' || c == 'e');
      add(Kind.STRING, text.substring(start, at), start);
    } else if (c == '"' || c == '`') {
      at = behindQuoted(text, at, backslashEscapes && c == '"');
      boolean string = c == '"' && backslashEscapes;
      add(
          string ? Kind.STRING : Kind.QUOTED,
          string ? text.substring(start, at) : inside(start, at),
          start);
    } else if (c == '[' && bracketedNameEnd() > 0) {
      at = bracketedNameEnd();
      add(Kind.QUOTED, inside(start, at), start);
    } else if (c == '$' && behindDollarQuoted(text, at) > at) {
      at = behindDollarQuoted(text, at);
      add(Kind.STRING, text.substring(start, at), start);
    } else if (c == HOLE || Character.isJavaIdentifierStart(c) || c == '@') {
      word();
    } else if (Character.isDigit(c)) {
      number();
    } else if (c == '?' || (c == ':' && startsParameter())) {
      parameter();
    } else if (c == '%' && hole()) {
      add(Kind.HOLE, String.valueOf(HOLE), start);
    } else {
      sign();
    }
  }

  private boolean isPrefixedString(char c) {
    return (c == 'E' || c == 'e' || c == 'N' || c == 'n' || c == 'X' || c == 'x')
        && at + 1 < text.length()
        && text.charAt(at + 1) == '\'';
  }

  /** Behind the closing quote, or the text's end where there is none. */
  static int behindQuoted(String text, int start, boolean backslash) {
    int behind = behindClosingQuote(text, start, backslash);
    return behind < 0 ? text.length() : behind;
  }

  /** Behind the closing quote; doubled quotes don't close; -1 where there is none. */
  static int behindClosingQuote(String text, int start, boolean backslash) {
    char quote = text.charAt(start);
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && backslash) {
        i++;
      } else if (c == quote) {
        if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
          i++;
        } else {
          return i + 1;
        }
      }
    }
    return -1;
  }

  /** Behind PostgreSQL's {@code $tag$...$tag$}; the same place where there is none. */
  static int behindDollarQuoted(String text, int start) {
    int i = start + 1;
    while (i < text.length()
        && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_')) {
      i++;
    }
    if (i >= text.length()
        || text.charAt(i) != '$'
        || (i > start + 1 && Character.isDigit(text.charAt(start + 1)))) {
      return start;
    }
    String tag = text.substring(start, i + 1);
    int end = text.indexOf(tag, i + 1);
    return end < 0 ? text.length() : end + tag.length();
  }

  private String inside(int start, int end) {
    return text.substring(start + 1, Math.max(start + 1, end - 1));
  }

  /** Brackets are names for SQL Server and subscripts for PostgreSQL. */
  private int bracketedNameEnd() {
    int close = text.indexOf(']', at);
    if (close < at + 2 || !Character.isJavaIdentifierStart(text.charAt(at + 1))) {
      return 0;
    }
    Token before = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
    if (before != null
        && before.end() == at
        && (before.isName() || before.sign("]") || before.sign(")") || before.is("array"))) {
      return 0;
    }
    for (int i = at + 1; i < close; i++) {
      char c = text.charAt(i);
      if (!Character.isJavaIdentifierPart(c) && c != ' ' && c != '-') {
        return 0;
      }
    }
    return close + 1;
  }

  private void word() {
    int start = at;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    // what follows a complete word is a clause, what follows '_' is the rest of a name
    String word = text.substring(start, at);
    int hole = word.indexOf(HOLE);
    if (hole > 0 && hole == word.length() - 1 && word.charAt(hole - 1) != '_') {
      at--;
      word = text.substring(start, at);
    }
    boolean onlyHoles = hole == 0 && word.chars().allMatch(c -> c == HOLE);
    add(onlyHoles ? Kind.HOLE : Kind.WORD, onlyHoles ? String.valueOf(HOLE) : word, start);
  }

  private static boolean isWordPart(char c) {
    return (Character.isJavaIdentifierPart(c) && c > ' ' && c != '\uFEFF') || c == HOLE || c == '@';
  }

  private void number() {
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at))
            || text.charAt(at) == '.'
            || text.charAt(at) == '_')) {
      at++;
    }
    add(Kind.NUMBER, text.substring(start, at), start);
  }

  private boolean startsParameter() {
    return at + 1 < text.length()
        && Character.isJavaIdentifierStart(text.charAt(at + 1))
        && (at == 0 || text.charAt(at - 1) != ':');
  }

  /**
   * {@code ?}, {@code ?1}, {@code :name} or {@code :a.b}; a word may stand right behind the first.
   */
  private void parameter() {
    int start = at++;
    if (text.charAt(start) == '?') {
      while (at < text.length() && Character.isDigit(text.charAt(at))) {
        at++;
      }
      add(Kind.PARAMETER, text.substring(start, at), start);
      return;
    }
    while (at < text.length() && (isWordPart(text.charAt(at)) && text.charAt(at) != HOLE)) {
      at++;
      if (at + 1 < text.length()
          && text.charAt(at) == '.'
          && Character.isJavaIdentifierStart(text.charAt(at + 1))) {
        at++;
      }
    }
    add(Kind.PARAMETER, text.substring(start, at), start);
  }

  private boolean hole() {
    Matcher format = FORMAT.matcher(text).region(at, text.length());
    boolean found = format.lookingAt();
    if (found) {
      at = format.end();
    }
    return found;
  }

  private void sign() {
    int start = at;
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at)) {
        at += sign.length();
        add(Kind.SIGN, sign, start);
        return;
      }
    }
    at++;
    add(Kind.SIGN, text.substring(start, at), start);
  }

  private void add(Kind kind, String tokenText, int start) {
    tokens.add(new Token(kind, tokenText, start, at));
  }
}
