package dev.msvc.analyzers.mapping;

import java.util.Locale;

/** Names of tables as people write them: in any case, quoted, with or without a schema. */
public final class TableName {
  private TableName() {}

  /** What two spellings of one name have in common. */
  public static String key(String name) {
    return unquoted(name).toLowerCase(Locale.ROOT);
  }

  /** Without the schema. */
  public static String bare(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  public static String unquoted(String name) {
    boolean quoted = false;
    for (int i = 0; i < name.length() && !quoted; i++) {
      quoted = isQuote(name.charAt(i));
    }
    if (!quoted) {
      return name.strip();
    }
    StringBuilder text = new StringBuilder(name.length());
    name.chars().filter(each -> !isQuote((char) each)).forEach(each -> text.append((char) each));
    return text.toString().strip();
  }

  private static boolean isQuote(char each) {
    return each == '"' || each == '`' || each == '[' || each == ']' || each == '\'';
  }
}
