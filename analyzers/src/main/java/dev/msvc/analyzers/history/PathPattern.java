package dev.msvc.analyzers.history;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of paths as {@code .gitignore} has them; without regular expressions, which a file that
 * nobody vouches for could make run for ever.
 */
final class PathPattern {
  private final List<String> parts = new ArrayList<>();
  private final boolean folder;
  private final boolean direct;

  PathPattern(String text) {
    folder = text.endsWith("/");
    direct = text.endsWith("/*");
    String bare = text.startsWith("/") ? text.substring(1) : text;
    String inside = bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    boolean anchored = text.startsWith("/") || inside.indexOf('/') >= 0;
    if (!anchored) {
      parts.add("**");
    }
    for (String each : inside.split("/", -1)) {
      // any number of folders twice over is still any number
      if (!each.equals("**") || parts.isEmpty() || !parts.get(parts.size() - 1).equals("**")) {
        parts.add(each);
      }
    }
  }

  /** Whether it matches a path, given in its parts, or a folder around it. */
  boolean matches(String[] path) {
    // ends[j]: the parts of the pattern so far match the first j parts of the path
    boolean[] ends = new boolean[path.length + 1];
    ends[0] = true;
    for (String part : parts) {
      boolean[] next = new boolean[path.length + 1];
      boolean any = part.equals("**");
      boolean before = false;
      for (int j = 0; j <= path.length; j++) {
        before |= ends[j];
        next[j] = any ? before : j > 0 && ends[j - 1] && matches(part, path[j - 1]);
      }
      ends = next;
    }
    for (int j = 1; j < path.length && !direct; j++) {
      if (ends[j]) {
        return true;
      }
    }
    return ends[path.length] && !folder;
  }

  /**
   * Matches a name, going back to the last star only: that is enough where there is no other way.
   */
  private static boolean matches(String pattern, String name) {
    int at = 0;
    int i = 0;
    int star = -1;
    int from = 0;
    while (i < name.length()) {
      char c = at < pattern.length() ? pattern.charAt(at) : 0;
      if (at < pattern.length() && c == '*') {
        star = at++;
        from = i;
      } else if (at < pattern.length() && (c == '?' || c == name.charAt(i))) {
        at++;
        i++;
      } else if (star >= 0) {
        at = star + 1;
        i = ++from;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }
}
