package dev.msvc.bench.truth;

/** Paths of routes, made comparable. */
public final class Paths {
  private Paths() {}

  /** One slash between parts, none at the end; variables without their patterns. */
  public static String plain(String path) {
    StringBuilder plain = new StringBuilder("/");
    int depth = 0;
    boolean pattern = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '{' && depth++ > 0) {
        continue;
      }
      if (c == '}' && --depth > 0) {
        continue;
      }
      if (depth == 0) {
        pattern = false;
      } else if (depth == 1 && c == ':') {
        pattern = true;
      }
      if (!pattern
          && depth <= 1
          && !(c == ' ' && depth > 0)
          && !(c == '/' && plain.charAt(plain.length() - 1) == '/')) {
        plain.append(c);
      }
    }
    if (plain.length() > 1 && plain.charAt(plain.length() - 1) == '/') {
      plain.setLength(plain.length() - 1);
    }
    return plain.toString();
  }

  static String joined(String start, String end) {
    return plain(start + "/" + end);
  }
}
