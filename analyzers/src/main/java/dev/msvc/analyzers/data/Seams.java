package dev.msvc.analyzers.data;

import dev.msvc.analyzers.source.XmlElement;
import java.util.Locale;
import java.util.Set;

/**
 * Places in a flattened statement where parts meet that are taken under different conditions, each
 * marked by {@link #MARK}. Of such parts a program often takes one, so that nothing stands between
 * them.
 */
final class Seams {
  /** Where a part begins or ends; no text that is read holds it. */
  static final char MARK = '\uE00A';

  private static final Set<String> OPEN_BEFORE =
      Set.of(
          "and",
          "or",
          "not",
          "where",
          "having",
          "on",
          "set",
          "select",
          "distinct",
          "all",
          "by",
          "in",
          "like",
          "between",
          "is",
          "case",
          "when",
          "then",
          "else",
          "values",
          "from",
          "join",
          "into",
          "update",
          "as",
          "union",
          "exists",
          "limit",
          "offset",
          "with",
          "interval",
          "escape");

  private static final Set<String> OPEN_AFTER =
      Set.of(
          "and",
          "or",
          "where",
          "having",
          "on",
          "set",
          "from",
          "join",
          "inner",
          "left",
          "right",
          "full",
          "cross",
          "natural",
          "outer",
          "group",
          "order",
          "limit",
          "offset",
          "fetch",
          "for",
          "union",
          "except",
          "intersect",
          "minus",
          "in",
          "like",
          "ilike",
          "between",
          "is",
          "as",
          "when",
          "then",
          "else",
          "end",
          "asc",
          "desc",
          "values",
          "escape",
          "into",
          "using",
          "returning",
          "nulls",
          "over",
          "collate");

  private static final Set<String> CONDITIONS =
      Set.of("where", "on", "having", "and", "or", "when");
  private static final Set<String> LISTS = Set.of("select", "set", "by", "values");
  private static final Set<String> OTHERS =
      Set.of("from", "join", "into", "update", "union", "case", "then", "else");

  private Seams() {}

  /** The text with nothing at its seams. */
  static String without(String text) {
    return text.indexOf(MARK) < 0 ? text : text.replace(MARK, ' ');
  }

  /** The text without seams and blanks at its ends. */
  static String bare(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char each) {
    return each == MARK || Character.isWhitespace(each);
  }

  /**
   * The text with a connective or a comma between conditions or columns that stand side by side.
   */
  static String joined(String text) {
    StringBuilder joined = new StringBuilder(text.length() + 64);
    for (int at = 0; at < text.length(); at++) {
      char each = text.charAt(at);
      if (each != MARK) {
        joined.append(each);
        continue;
      }
      int next = at;
      while (next < text.length() && isBlank(text.charAt(next))) {
        next++;
      }
      joined.append(' ').append(between(joined, text, next)).append(' ');
      at = next - 1;
    }
    return joined.toString();
  }

  /** The text with one blank where there are several. */
  static String squeezed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** Whether an element's text begins with an expression, rather than with what connects it. */
  static boolean opens(XmlElement element) {
    String text = element.attribute("prepend") + element.text();
    int at = 0;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at < text.length() && text.charAt(at) != '$' && begins(text, at);
  }

  private static boolean begins(String text, int at) {
    char start = text.charAt(at);
    return isWord(start)
        ? !OPEN_AFTER.contains(wordAfter(text, at))
        : start == '('
            || start == '#'
            || start == '$'
            || start == '\''
            || start == '"'
            || start == '`';
  }

  private static String between(StringBuilder before, String text, int next) {
    int last = before.length() - 1;
    while (last >= 0 && Character.isWhitespace(before.charAt(last))) {
      last--;
    }
    if (last < 0 || next >= text.length()) {
      return "";
    }
    char end = before.charAt(last);
    boolean ended =
        isWord(end)
            ? !OPEN_BEFORE.contains(wordBefore(before, last + 1))
            : end == ')' || end == '}' || end == '\'' || end == '"' || end == '?' || end == '`';
    return ended && begins(text, next) ? clause(before, last) : "";
  }

  private static boolean isWord(char each) {
    return Character.isLetterOrDigit(each) || each == '_';
  }

  private static String wordBefore(CharSequence text, int end) {
    int from = end;
    while (from > 0 && isWord(text.charAt(from - 1))) {
      from--;
    }
    return text.subSequence(from, end).toString().toLowerCase(Locale.ROOT);
  }

  private static String wordAfter(CharSequence text, int from) {
    int end = from;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return text.subSequence(from, end).toString().toLowerCase(Locale.ROOT);
  }

  /** What stands between two parts of the clause that is open here. */
  private static String clause(CharSequence text, int from) {
    int depth = 0;
    for (int at = from; at >= 0; at--) {
      char each = text.charAt(at);
      if (each == ')') {
        depth++;
      } else if (each == '(' && --depth < 0) {
        String word = wordBefore(text, endOfWord(text, at));
        return word.isEmpty() || OPEN_BEFORE.contains(word) ? " and " : ", ";
      }
      boolean start = depth == 0 && isWord(each) && (at == 0 || !isWord(text.charAt(at - 1)));
      if (start) {
        String word = wordAfter(text, at);
        if (CONDITIONS.contains(word)) {
          return " and ";
        }
        if (LISTS.contains(word)) {
          return ", ";
        }
        if (OTHERS.contains(word)) {
          return "";
        }
      }
    }
    return "";
  }

  private static int endOfWord(CharSequence text, int bracket) {
    int end = bracket;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }
}
