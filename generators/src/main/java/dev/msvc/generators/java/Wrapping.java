package dev.msvc.generators.java;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Breaks lines that are too long, much as google-java-format does: the outermost first. */
final class Wrapping {
  private static final int WIDTH = 100;
  private static final int DEEPER = 4;

  private static final Pattern STATEMENT =
      Pattern.compile("(?s)(if|for|while|switch|return|try|do|else)\\b.*");
  private static final Pattern METHOD = Pattern.compile("[A-Z][\\w<>, ]* [a-z]\\w*\\(.*\\);");

  private final List<String> out = new ArrayList<>();

  private Wrapping() {}

  static List<String> lines(List<String> lines) {
    Wrapping wrapping = new Wrapping();
    boolean text = false;
    for (String line : lines) {
      boolean quotes = line.contains("\"\"\"");
      if (line.length() <= WIDTH
          || text
          || line.strip().startsWith("*")
          || line.strip().startsWith("//")) {
        wrapping.out.add(line);
      } else {
        int indent = line.length() - line.stripLeading().length();
        String code = line.strip();
        if (code.startsWith("/**")) {
          wrapping.comment(code, indent);
        } else {
          wrapping.code(code, indent);
        }
      }
      text ^= quotes && line.indexOf("\"\"\"") == line.lastIndexOf("\"\"\"");
    }
    return wrapping.out;
  }

  private void put(String code, int indent) {
    out.add(" ".repeat(indent) + code);
  }

  private static boolean fits(String code, int indent) {
    return code.length() + indent <= WIDTH;
  }

  /** A comment of one line as one of several. */
  private void comment(String code, int indent) {
    put("/**", indent);
    StringBuilder line = new StringBuilder(" *");
    String text = code.substring("/**".length(), code.length() - "*/".length()).strip();
    for (String word : text.split(" (?![^{]*})", -1)) {
      if (!fits(line + " " + word, indent)) {
        put(line.toString(), indent);
        line = new StringBuilder(" *");
      }
      line.append(' ').append(word);
    }
    put(line.toString(), indent);
    put(" */", indent);
  }

  /** A statement, a declaration or an expression, with all that closes it. */
  private void code(String code, int indent) {
    if (fits(code, indent)) {
      put(code, indent);
      return;
    }
    if (isDeclaration(code)) {
      declaration(code, indent);
      return;
    }
    List<Integer> assigned = Code.tops(code, " = ");
    if (!assigned.isEmpty() && !code.startsWith("@")) {
      int at = assigned.get(0) + " =".length();
      put(code.substring(0, at), indent);
      code(code.substring(at).strip(), indent + DEEPER);
      return;
    }
    for (String sign : List.of(" ? ", " || ", " && ", " + ")) {
      List<Integer> places = Code.tops(code, sign);
      if (!places.isEmpty()) {
        operators(code, sign, places, indent);
        return;
      }
    }
    List<Integer> arrows = Code.tops(code, " -> ");
    if (!arrows.isEmpty() && !code.startsWith("case ")) {
      int at = arrows.get(0) + " ->".length();
      put(code.substring(0, at), indent);
      code(code.substring(at).strip(), indent + DEEPER);
      return;
    }
    List<Integer> dots = Code.chain(code);
    if (Code.calls(code) > 1 && !dots.isEmpty()) {
      chain(code, dots, indent);
      return;
    }
    arguments(code, indent, DEEPER);
  }

  /**
   * A header of a type or a method, that ends with a brace and has its parameters in parentheses.
   */
  private static boolean isDeclaration(String code) {
    if (code.endsWith("{") || code.endsWith("{}")) {
      return !STATEMENT.matcher(code).matches() && !code.contains(" -> ");
    }
    return METHOD.matcher(code).matches() && !code.startsWith("return ");
  }

  private void declaration(String code, int indent) {
    int open = Code.parameters(code);
    int behind = open < 0 ? -1 : Code.close(code, open) + 1;
    if (open < 0 || behind == open + 2) {
      types(code, indent);
      return;
    }
    String tail = code.substring(behind - 1);
    int implementing = tail.indexOf(" implements ");
    int whole = code.length() - tail.length() + implementing;
    if (implementing >= 0 && whole + indent <= WIDTH) {
      put(code.substring(0, whole), indent);
      put(code.substring(whole).strip(), indent + DEEPER);
      return;
    }
    put(code.substring(0, open + 1), indent);
    List<String> parts = Code.split(code.substring(open + 1, behind - 1));
    String closing = implementing < 0 ? tail : tail.substring(0, implementing);
    String joined = String.join(", ", parts);
    if (fits(joined + closing, indent + DEEPER)) {
      put(joined + closing, indent + DEEPER);
    } else {
      for (int i = 0; i < parts.size(); i++) {
        boolean last = i == parts.size() - 1;
        parameter(parts.get(i) + (last ? closing : ","), indent + DEEPER);
      }
    }
    if (implementing >= 0) {
      put(tail.substring(implementing).strip(), indent + DEEPER);
    }
  }

  /** A parameter: its annotations first, and the rest below them. */
  private void parameter(String code, int indent) {
    if (fits(code, indent)) {
      put(code, indent);
      return;
    }
    int at = Code.annotated(code, WIDTH - indent);
    if (at <= 0) {
      arguments(code, indent, DEEPER);
      return;
    }
    put(code.substring(0, at).strip(), indent);
    String rest = code.substring(at).strip();
    while (!fits(rest, indent + DEEPER)) {
      int next = Code.annotated(rest, WIDTH - indent - DEEPER);
      if (next <= 0) {
        break;
      }
      put(rest.substring(0, next).strip(), indent + DEEPER);
      rest = rest.substring(next).strip();
    }
    put(rest, indent + DEEPER);
  }

  /** A header without parameters: what it extends, implements or permits is below it. */
  private void types(String code, int indent) {
    int at = -1;
    for (String word : List.of(" extends ", " implements ", " permits ")) {
      int found = code.indexOf(word);
      at = found >= 0 && (at < 0 || found < at) ? found : at;
    }
    if (at < 0) {
      put(code, indent);
      return;
    }
    put(code.substring(0, at), indent);
    List<String> types = Code.split(code.substring(at + 1));
    if (fits(String.join(", ", types), indent + DEEPER)) {
      put(String.join(", ", types), indent + DEEPER);
      return;
    }
    for (int i = 0; i < types.size(); i++) {
      put(
          types.get(i) + (i < types.size() - 1 ? "," : ""),
          indent + (i == 0 ? DEEPER : 2 * DEEPER));
    }
  }

  private void operators(String code, String sign, List<Integer> places, int indent) {
    List<Integer> all = new ArrayList<>(places);
    if (sign.equals(" ? ")) {
      all.addAll(Code.tops(code, " : "));
    }
    int from = 0;
    int deep = indent;
    for (int at : all) {
      code(code.substring(from, at).strip(), deep);
      from = at + 1;
      deep = indent + DEEPER;
    }
    code(code.substring(from).strip(), deep);
  }

  private void chain(String code, List<Integer> dots, int indent) {
    int from = 0;
    int deep = indent;
    for (int at : dots) {
      String part = code.substring(from, at);
      if (!part.isEmpty()) {
        if (fits(part, deep)) {
          put(part, deep);
        } else {
          arguments(part, deep, from == 0 ? 2 * DEEPER : DEEPER);
        }
        deep = indent + DEEPER;
      }
      from = at;
    }
    String last = code.substring(from);
    if (fits(last, deep)) {
      put(last, deep);
    } else {
      arguments(last, deep, DEEPER);
    }
  }

  /** A call: what it is given goes below it. */
  private void arguments(String code, int indent, int by) {
    int open = Code.lastOpen(code);
    if (open < 0) {
      put(code, indent);
      return;
    }
    int close = Code.close(code, open);
    String inside = code.substring(open + 1, close);
    String tail = code.substring(close);
    if (inside.isBlank()) {
      put(code, indent);
      return;
    }
    List<String> parts = Code.split(inside);
    if (parts.size() == 1 && inside.startsWith("{") && inside.endsWith("}")) {
      array(
          code.substring(0, open + 2),
          Code.split(inside.substring(1, inside.length() - 1)),
          "}" + tail,
          indent);
      return;
    }
    int deep = indent + by;
    put(code.substring(0, open + 1), indent);
    String joined = String.join(", ", parts) + tail;
    if (fits(joined, deep)) {
      put(joined, deep);
      return;
    }
    for (int i = 0; i < parts.size(); i++) {
      code(parts.get(i) + (i < parts.size() - 1 ? "," : tail), deep);
    }
  }

  private void array(String start, List<String> parts, String end, int indent) {
    put(start, indent);
    for (int i = 0; i < parts.size(); i++) {
      code(parts.get(i) + (i < parts.size() - 1 ? "," : ""), indent + 2);
    }
    put(end, indent);
  }
}
