package dev.msvc.analyzers.data;

import dev.msvc.analyzers.source.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What must be so for the text of a mapper's tag to be taken. */
sealed interface Condition {
  /** The value of what is null. */
  String NULL = "null";

  /** All hold. */
  record All(List<Condition> parts) implements Condition {}

  /** One of them holds. */
  record Any(List<Condition> parts) implements Condition {}

  /** It does not hold. */
  record Not(Condition part) implements Condition {}

  /** Something is true, there, or not empty. */
  record Given(String what) implements Condition {}

  /**
   * Two things compare so.
   *
   * @param sign as in Java
   * @param to a literal without its quotes, or an expression
   */
  record Compared(String what, String sign, String to) implements Condition {}

  /** The condition of a tag; null where its text is always taken. */
  static @Nullable Condition of(XmlElement tag) {
    String property = tag.attribute("property");
    String value = tag.attribute("compareValue") + tag.attribute("compareProperty");
    return switch (tag.name()) {
      case "if", "when" -> Reader.read(tag.attribute("test"), 0);
      case "isNull" -> new Compared(property, "==", NULL);
      case "isNotNull" -> new Compared(property, "!=", NULL);
      case "isEmpty" -> new Not(new Given(property));
      case "isNotEmpty", "isPropertyAvailable", "isParameterPresent" -> new Given(property);
      case "isNotPropertyAvailable", "isNotParameterPresent" -> new Not(new Given(property));
      case "isEqual" -> new Compared(property, "==", value);
      case "isNotEqual" -> new Compared(property, "!=", value);
      case "isGreaterThan" -> new Compared(property, ">", value);
      case "isGreaterEqual" -> new Compared(property, ">=", value);
      case "isLessThan" -> new Compared(property, "<", value);
      case "isLessEqual" -> new Compared(property, "<=", value);
      default -> null;
    };
  }

  /** Reads tests as they are written for MyBatis; what it does not know is taken as a whole. */
  final class Reader {
    private static final int DEEPEST = 40;
    private static final int LONGEST = 4000;
    private static final Set<String> WORDS = Set.of("eq", "neq", "gt", "gte", "lt", "lte");
    private static final List<String> SIGNS = List.of("==", "!=", ">=", "<=", ">", "<");
    private static final Pattern EMPTY =
        Pattern.compile("(?i)is_?(?:empty|blank|null)\\b|\\bempty$");
    private static final Pattern EQUALS = Pattern.compile("(.+)\\.equals(?:IgnoreCase)?\\((.+)\\)");
    private static final Pattern LITERAL = Pattern.compile("['\"].*|-?\\d.*|null|true|false|@.*");

    private Reader() {}

    static Condition read(String test, int depth) {
      String text = test.strip();
      if (depth > DEEPEST || text.length() > LONGEST) {
        return new Given(text);
      }
      List<String> parts = split(text, "||", "or");
      if (parts.size() > 1) {
        return new Any(all(parts, depth));
      }
      parts = split(text, "&&", "and");
      if (parts.size() > 1) {
        return new All(all(parts, depth));
      }
      if (text.startsWith("!") && !text.startsWith("!=")) {
        return new Not(read(text.substring(1), depth + 1));
      }
      if (text.startsWith("not ") || text.startsWith("not(")) {
        return new Not(read(text.substring(3), depth + 1));
      }
      Condition compared = compared(text);
      if (compared != null) {
        return compared;
      }
      if (text.startsWith("(") && text.endsWith(")")) {
        return read(text.substring(1, text.length() - 1), depth + 1);
      }
      return EMPTY.matcher(text).find() ? new Not(new Given(text)) : new Given(text);
    }

    private static List<Condition> all(List<String> parts, int depth) {
      return parts.stream().map(each -> read(each, depth + 1)).toList();
    }

    private static @Nullable Condition compared(String text) {
      int at = next(text, 0, "", "");
      while (at < text.length()) {
        for (String each : SIGNS) {
          if (text.startsWith(each, at)) {
            return compared(text.substring(0, at), each, text.substring(at + each.length()));
          }
        }
        String word = wordAt(text, at);
        if (WORDS.contains(word)) {
          return compared(text.substring(0, at), sign(word), text.substring(at + word.length()));
        }
        at = next(text, at + Math.max(1, word.length()), "", "");
      }
      var equal = EQUALS.matcher(text);
      return equal.matches() ? compared(equal.group(1), "==", equal.group(2)) : null;
    }

    private static String sign(String word) {
      return switch (word) {
        case "eq" -> "==";
        case "neq" -> "!=";
        case "gt" -> ">";
        case "gte" -> ">=";
        case "lt" -> "<";
        default -> "<=";
      };
    }

    private static Condition compared(String left, String sign, String right) {
      String one = bare(left);
      String other = bare(right);
      boolean turned = LITERAL.matcher(one).matches() && !LITERAL.matcher(other).matches();
      return turned
          ? new Compared(other, turned(sign), unquoted(one))
          : new Compared(one, sign, unquoted(other));
    }

    private static String turned(String sign) {
      return sign.startsWith(">")
          ? sign.replace('>', '<')
          : sign.startsWith("<") ? sign.replace('<', '>') : sign;
    }

    private static String bare(String text) {
      String bare = text.strip().replace(".toString()", "");
      return bare.startsWith("(") && bare.endsWith(")")
          ? bare.substring(1, bare.length() - 1).strip()
          : bare;
    }

    private static String unquoted(String text) {
      boolean quoted =
          text.length() > 1
              && (text.charAt(0) == '\'' || text.charAt(0) == '"')
              && text.charAt(text.length() - 1) == text.charAt(0);
      return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static List<String> split(String text, String sign, String word) {
      List<String> parts = new ArrayList<>();
      int from = 0;
      int at = next(text, 0, sign, word);
      while (at < text.length()) {
        parts.add(text.substring(from, at));
        from = at + (text.startsWith(sign, at) ? sign.length() : word.length());
        at = next(text, from, sign, word);
      }
      parts.add(text.substring(from));
      return parts;
    }

    /**
     * Where a sign or a word stands next, outside of quotes and brackets; the end for nowhere.
     *
     * @param sign empty for any place at all
     */
    private static int next(String text, int from, String sign, String word) {
      int depth = 0;
      int at = from;
      while (at < text.length()) {
        char each = text.charAt(at);
        if (each == '\'' || each == '"') {
          int close = text.indexOf(each, at + 1);
          at = close < 0 ? text.length() : close + 1;
          continue;
        }
        depth += each == '(' || each == '[' ? 1 : each == ')' || each == ']' ? -1 : 0;
        boolean found =
            sign.isEmpty()
                ? each != '(' && each != ')'
                : text.startsWith(sign, at) || wordAt(text, at).equals(word);
        if (depth == 0 && found) {
          return at;
        }
        at += Math.max(1, depth == 0 ? wordAt(text, at).length() : 1);
      }
      return text.length();
    }

    /** The word that begins here, in lower case; empty within one. */
    private static String wordAt(String text, int at) {
      if (at > 0 && Character.isJavaIdentifierPart(text.charAt(at - 1))) {
        return "";
      }
      int end = at;
      while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
        end++;
      }
      return text.substring(at, end).toLowerCase(Locale.ROOT);
    }
  }
}
