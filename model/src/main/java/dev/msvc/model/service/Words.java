package dev.msvc.model.service;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names in the ways that languages write them. */
final class Words {
  private static final int SHOWN = 70;

  /** What YAML reads as a truth value, nothing or a number where it stands without quotes. */
  private static final Pattern NO_TEXT =
      Pattern.compile("y|n|yes|no|on|off|true|false|null|\\d+(e\\d+)?|0x[0-9a-f]+|0o[0-7]+");

  private Words() {}

  static boolean isNoText(String name) {
    return NO_TEXT.matcher(name).matches();
  }

  /** {@code OrderLine} is {@code order_line}; {@code vatID2} is {@code vat_id2}. */
  static String snake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  /** {@code ORDER_BOOK} is {@code OrderBook}. */
  static String capitalized(String name) {
    StringBuilder words = new StringBuilder();
    for (String word : name.split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        words
            .append(Character.toUpperCase(word.charAt(0)))
            .append(word.substring(1).toLowerCase(Locale.ROOT));
      }
    }
    return words.toString();
  }

  /** By its ending; good enough for names that a user may change. */
  static String plural(String word) {
    if (word.matches(".*[^aeiou]y")) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    return word + (word.matches(".*(s|x|z|ch|sh)") ? "es" : "s");
  }

  /** The other way round. */
  static String singular(String word) {
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.matches(".*(ss|x|z|ch|sh)es")) {
      return word.substring(0, word.length() - 2);
    }
    boolean plural = word.endsWith("s") && !word.matches(".*(ss|us|is)") && word.length() > 2;
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  static String shown(String name) {
    return name.length() <= SHOWN ? name : name.substring(0, SHOWN - 3) + "...";
  }
}
