package dev.msvc.generators.java;

import java.util.HashSet;
import java.util.Set;

/**
 * Names in a text of Java; what stands in comments and texts is none.
 *
 * @param used all but those behind a dot
 * @param declared types that it declares
 */
record NamesIn(Set<String> used, Set<String> declared) {
  private static final Set<String> KINDS = Set.of("class", "interface", "enum", "record");
  private static final String BLOCK = "\"\"\"";

  static NamesIn of(String code) {
    NamesIn names = new NamesIn(new HashSet<>(), new HashSet<>());
    String before = "";
    int at = 0;
    while (at < code.length()) {
      char c = code.charAt(at);
      if (Character.isJavaIdentifierPart(c)) {
        int end = at + 1;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
          end++;
        }
        String name = code.substring(at, end);
        boolean member = at > 0 && code.charAt(at - 1) == '.';
        if (!member && Character.isJavaIdentifierStart(c)) {
          names.used.add(name);
        }
        if (KINDS.contains(before) && Character.isUpperCase(c)) {
          names.declared.add(name);
        }
        before = name;
        at = end;
      } else {
        int behind = behindProse(code, at);
        if (behind > at + 1 || c != ' ') {
          before = "";
        }
        at = behind;
      }
    }
    return names;
  }

  /** Behind the comment or text that begins here; the next place where none does. */
  private static int behindProse(String code, int at) {
    if (code.startsWith("//", at)) {
      int end = code.indexOf('\n', at);
      return end < 0 ? code.length() : end;
    }
    if (code.startsWith("/*", at)) {
      return behind(code, "*/", at + 2);
    }
    if (code.startsWith(BLOCK, at)) {
      return behind(code, BLOCK, at + BLOCK.length());
    }
    char c = code.charAt(at);
    return c == '"' || c == '\'' ? Code.behindText(code, at) : at + 1;
  }

  private static int behind(String code, String end, int from) {
    int found = code.indexOf(end, from);
    return found < 0 ? code.length() : found + end.length();
  }
}
