package dev.msvc.generators.java;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where a line of Java can be broken. */
final class Code {
  // a name that is no longer than the next line's indentation stays with its call
  private static final int DEEPER = 4;

  private static final Pattern TYPE = Pattern.compile("([A-Z]\\w*)([.][A-Z]\\w*)*");
  private static final Pattern TYPE_ARGUMENTS = Pattern.compile("^<.*>");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z]\\w*");

  private Code() {}

  /** Whether a bracket opens here, and which closes it; angles are of types only. */
  private static int depth(String code, int at) {
    char c = code.charAt(at);
    if (c == '(' || c == '{' || c == '[') {
      return 1;
    }
    if (c == ')' || c == '}' || c == ']') {
      return -1;
    }
    if (c == '<' && at + 1 < code.length() && isOfType(code, at)) {
      return 1;
    }
    return c == '>' && at > 0 && code.charAt(at - 1) != '-' && code.charAt(at - 1) != ' ' ? -1 : 0;
  }

  private static boolean isOfType(String code, int at) {
    char next = code.charAt(at + 1);
    return next != ' ' && next != '=' && (at == 0 || code.charAt(at - 1) != ' ');
  }

  /** Behind the text or character that begins here. */
  static int behindText(String code, int at) {
    char quote = code.charAt(at);
    int i = at + 1;
    while (i < code.length() && code.charAt(i) != quote) {
      i += code.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  /** Where a sign stands outside of all brackets. */
  static List<Integer> tops(String code, String sign) {
    List<Integer> places = new ArrayList<>();
    int depth = 0;
    int at = 0;
    while (at < code.length()) {
      char c = code.charAt(at);
      if (c == '"' || c == '\'') {
        at = behindText(code, at);
        continue;
      }
      if (depth == 0 && code.startsWith(sign, at)) {
        places.add(at);
      }
      depth += depth(code, at);
      at++;
    }
    return places;
  }

  /** The parts between commas outside of brackets. */
  static List<String> split(String code) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at : tops(code, ", ")) {
      parts.add(code.substring(from, at).strip());
      from = at + 1;
    }
    String last = code.substring(from).strip();
    if (!last.isEmpty()) {
      parts.add(last);
    }
    return parts;
  }

  /** Where the bracket that opens at a place is closed. */
  static int close(String code, int open) {
    int depth = 0;
    int at = open;
    while (at < code.length()) {
      char c = code.charAt(at);
      if (c == '"' || c == '\'') {
        at = behindText(code, at);
        continue;
      }
      depth += depth(code, at);
      if (depth == 0) {
        return at;
      }
      at++;
    }
    return code.length();
  }

  /** The last bracket with something in it that opens outside of all others; -1 for none. */
  static int lastOpen(String code) {
    int depth = 0;
    int at = 0;
    int last = -1;
    while (at < code.length()) {
      char c = code.charAt(at);
      if (c == '"' || c == '\'') {
        at = behindText(code, at);
        continue;
      }
      int step = depth(code, at);
      boolean opens = c == '(' || c == '{';
      if (depth == 0 && opens && at + 1 < code.length() && ")}".indexOf(code.charAt(at + 1)) < 0) {
        last = at;
      }
      depth += step;
      at++;
    }
    return last;
  }

  /** The parenthesis of the parameters of a declaration; -1 for none. */
  static int parameters(String code) {
    int depth = 0;
    for (int at = 0; at < code.length(); at++) {
      if (depth == 0 && code.charAt(at) == '(' && !isAnnotation(code, at)) {
        return at;
      }
      if (code.charAt(at) == '"') {
        at = behindText(code, at) - 1;
        continue;
      }
      depth += depth(code, at);
    }
    return -1;
  }

  private static boolean isAnnotation(String code, int open) {
    int at = open - 1;
    while (at >= 0 && Character.isJavaIdentifierPart(code.charAt(at))) {
      at--;
    }
    return at >= 0 && code.charAt(at) == '@';
  }

  /** How many calls a chain has. */
  static int calls(String code) {
    List<Integer> dots = dots(code);
    boolean head = !dots.isEmpty() && dots.get(0) > 0 && code.charAt(dots.get(0) - 1) == ')';
    return dots.size() + (head ? 1 : 0);
  }

  /** The dots of calls outside of brackets at which a chain is broken. */
  static List<Integer> chain(String code) {
    List<Integer> dots = dots(code);
    if (!dots.isEmpty()) {
      String head = code.substring(0, dots.get(0)).replaceAll("^(return|throw) ", "");
      boolean type = TYPE.matcher(head).matches();
      boolean stream = code.startsWith(".stream()", dots.get(0));
      if (type || stream || head.length() <= DEEPER) {
        dots.remove(0);
      }
    }
    return dots;
  }

  private static List<Integer> dots(String code) {
    List<Integer> dots = new ArrayList<>();
    for (int at : tops(code, ".")) {
      int paren = code.indexOf('(', at);
      String name =
          paren < 0 ? "" : TYPE_ARGUMENTS.matcher(code.substring(at + 1, paren)).replaceAll("");
      if (NAME.matcher(name).matches()) {
        dots.add(at);
      }
    }
    return dots;
  }

  /** How far annotations go that fit into a width. */
  static int annotated(String code, int width) {
    int best = -1;
    for (int at : tops(code, " ")) {
      boolean behind = code.startsWith("@") && at <= width && isBehindAnnotations(code, at);
      best = behind ? at : best;
    }
    return best;
  }

  private static boolean isBehindAnnotations(String code, int at) {
    for (String each : split(code.substring(0, at).replace(" @", ", @"))) {
      int open = each.indexOf('(');
      boolean whole = open < 0 ? each.indexOf(' ') < 0 : close(each, open) == each.length() - 1;
      if (!each.startsWith("@") || !whole) {
        return false;
      }
    }
    return true;
  }
}
