package dev.msvc.analyzers.plan;

/** Names and texts as MySQL and MariaDB write them. */
final class MySqlName {
  private static final int LONGEST = 64;

  private MySqlName() {}

  /** A name without the quotes that it may have been written in. */
  static String bare(String name) {
    return name.replaceAll("[\"`\\[\\]]", "");
  }

  /** A name in the quotes that hold whatever the word and the SQL mode. */
  static String quoted(String name) {
    return '`' + bare(name) + '`';
  }

  /** A text; backslashes count in it. */
  static String text(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "''").replace("\n", "\\n") + "'";
  }

  /** A name that says what is what, of the length that the database takes. */
  static String of(String prefix, String name) {
    String whole = prefix + bare(name);
    if (whole.length() <= LONGEST) {
      return whole;
    }
    String tail = "_" + Integer.toHexString(name.hashCode());
    return whole.substring(0, LONGEST - tail.length()) + tail;
  }
}
