package dev.msvc.analyzers.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL that a template of Velocity or FreeMarker makes: its text without directives, with {@link
 * SqlReader#HOLE} for what it inserts. Lines stay where they are.
 */
public final class SqlTemplate {
  private static final int LONGEST = 1_000_000;
  private static final Set<String> EXTENSIONS = Set.of("vm", "ftl", "ftlh");

  /** What makes a template worth a look. */
  private static final Pattern HINT =
      Pattern.compile(
          "(?i)\\b(?:create\\s+(?:table|view)|alter\\s+table|insert\\s+into|delete\\s+from"
              + "|update\\s+\\S+\\s+set|merge\\s+into|select\\b[\\s\\S]{1,4000}?\\bfrom)\\s");

  private static final Pattern MARKUP = Pattern.compile("</\\w|<\\?xml|<!DOCTYPE|<br");

  private static final Pattern VELOCITY =
      Pattern.compile(
          "(?<comment>#\\*[\\s\\S]*?\\*#|##[^\\n]*)"
              + "|(?<quote>\\$\\w*\\$)"
              + "|#(?:\\{(?<braced>@?[a-zA-Z]\\w*)}|(?<name>@?[a-zA-Z]\\w*))(?<open>[ \\t]*\\()?"
              + "|(?<insert>\\$!?\\{[^}]*}|\\$!?[a-zA-Z]\\w*(?:\\.[a-zA-Z]\\w*)*(?<call>\\()?)");
  private static final Pattern FREEMARKER =
      Pattern.compile(
          "(?<comment><#--[\\s\\S]*?-->|\\[#--[\\s\\S]*?--])"
              + "|(?<insert>[$#]\\{[^}]*}|\\[=[^]]*])"
              + "|(?<tag>[<\\[]/?[#@])(?<name>[a-zA-Z][\\w.]*)?");

  private static final Set<String> VELOCITY_BLOCKS =
      Set.of("if", "foreach", "macro", "define", "literal");
  private static final Set<String> VELOCITY_DIRECTIVES =
      Set.of("set", "parse", "include", "evaluate", "break", "stop");

  private final String text;
  private final StringBuilder out = new StringBuilder();

  /** The choices that are open, the innermost first. */
  private final Deque<Choice> open = new ArrayDeque<>();

  /** A block of a template; of a choice within a statement only the first way is taken. */
  private static final class Choice {
    final boolean choice;
    final int from;
    boolean left;

    Choice(boolean choice, int from, boolean left) {
      this.choice = choice;
      this.from = from;
      this.left = left;
    }
  }

  private SqlTemplate(String text) {
    this.text = text;
  }

  /** Whether a file's name is that of a template. */
  public static boolean isTemplate(String path) {
    return EXTENSIONS.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  /** The SQL of a template; empty where it makes something else. */
  public static String sql(String path, String text) {
    if (text.length() > LONGEST || !HINT.matcher(text).find()) {
      return "";
    }
    SqlTemplate template = new SqlTemplate(text);
    if (path.toLowerCase(Locale.ROOT).endsWith(".vm")) {
      template.velocity();
    } else {
      template.freeMarker();
    }
    String sql = template.out.toString();
    return isSql(sql) ? sql : "";
  }

  /** Whether most of a text are statements, and none of it is markup. */
  private static boolean isSql(String sql) {
    if (MARKUP.matcher(sql).find()) {
      return false;
    }
    List<SqlScript.Piece> pieces = SqlScript.pieces(sql);
    int statements = 0;
    int all = 0;
    for (SqlScript.Piece each : pieces) {
      if (!each.text().replace(SqlReader.HOLE, ' ').isBlank()) {
        all++;
        statements += SqlShape.isStatement(each.text()) ? 1 : 0;
      }
    }
    return statements > 0 && statements * 2 >= all;
  }

  private void velocity() {
    Matcher found = VELOCITY.matcher(text);
    int at = 0;
    while (found.find(at)) {
      keep(at, found.start());
      int end = found.end();
      if (found.group("comment") != null) {
        blank(found.start(), end);
      } else if (found.group("quote") != null) {
        keep(found.start(), end);
      } else if (found.group("insert") != null) {
        end = found.group("call") == null ? end : behindBrackets(end - 1);
        hole(found.start(), end);
      } else {
        String braced = found.group("braced");
        String name = braced == null ? found.group("name") : braced;
        end = directive(name, found.start(), end, found.group("open") != null);
      }
      at = end;
    }
    keep(at, text.length());
  }

  private int directive(String name, int start, int end, boolean opens) {
    int behind = opens ? behindBrackets(end - 1) : end;
    if (name.equals("else") || name.equals("elseif")) {
      otherwise();
    } else if (name.equals("end")) {
      open.poll();
    } else if (opens && VELOCITY_BLOCKS.contains(name)) {
      // what a macro makes is not known before it is called
      open.push(new Choice(name.equals("if"), out.length(), name.equals("macro") || isLeft()));
    } else if (opens && !VELOCITY_DIRECTIVES.contains(name) && !beginsLine(start)) {
      hole(start, behind);
      return behind;
    } else if (!opens && !VELOCITY_DIRECTIVES.contains(name)) {
      keep(start, end);
      return end;
    }
    blank(start, behind);
    return behind;
  }

  private void freeMarker() {
    Matcher found = FREEMARKER.matcher(text);
    int at = 0;
    while (found.find(at)) {
      keep(at, found.start());
      int end = found.end();
      if (found.group("insert") != null) {
        hole(found.start(), end);
      } else if (found.group("comment") != null) {
        blank(found.start(), end);
      } else {
        String tag = found.group("tag");
        String name = found.group("name") == null ? "" : found.group("name");
        end = behindTag(end, tag.charAt(0) == '<' ? '>' : ']');
        if (name.startsWith("else")) {
          otherwise();
        } else if (name.equals("if")) {
          if (tag.indexOf('/') > 0) {
            open.poll();
          } else {
            open.push(new Choice(true, out.length(), isLeft()));
          }
        }
        blank(found.start(), end);
      }
      at = end;
    }
    keep(at, text.length());
  }

  /** The next way of a choice: another statement, or the other half of one. */
  private void otherwise() {
    Choice choice = open.peek();
    if (choice != null && choice.choice) {
      String first = out.substring(choice.from);
      choice.left |= !first.isBlank() && first.indexOf(';') < 0;
    }
  }

  /** Whether the innermost block is left out; it takes this over from those around it. */
  private boolean isLeft() {
    Choice innermost = open.peek();
    return innermost != null && innermost.left;
  }

  private void keep(int from, int to) {
    if (isLeft()) {
      blank(from, to);
    } else {
      out.append(text, from, to);
    }
  }

  private void hole(int from, int to) {
    if (!isLeft()) {
      out.append(SqlReader.HOLE);
    }
    blank(from, to);
  }

  /** Leaves a part out, all but its lines. */
  private void blank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        out.append('\n');
      }
    }
  }

  private boolean beginsLine(int at) {
    int before = at - 1;
    while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
      before--;
    }
    return before < 0 || text.charAt(before) == '\n';
  }

  private int behindBrackets(int from) {
    int depth = 0;
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }

  private int behindTag(int from, char close) {
    int depth = 0;
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == close && depth <= 0) {
        return i + 1;
      }
    }
    return text.length();
  }
}
