package dev.msvc.analyzers.sql;

import java.util.Locale;
import java.util.Set;

/**
 * A word, literal or sign of SQL or JPQL.
 *
 * @param text without the quotes of a quoted name; a string's text with its quotes
 * @param start where it begins in the source
 * @param end behind its last character in the source
 */
record Token(Kind kind, String text, int start, int end) {
  /** What a token is. */
  enum Kind {
    WORD,
    /** A name in quotes, backticks or brackets. */
    QUOTED,
    STRING,
    NUMBER,
    PARAMETER,
    /** A piece of text that is only known when the program runs. */
    HOLE,
    SIGN
  }

  boolean is(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  boolean isAny(Set<String> lowerCaseWords) {
    return kind == Kind.WORD && lowerCaseWords.contains(lower());
  }

  boolean sign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }

  String lower() {
    return text.toLowerCase(Locale.ROOT);
  }
}
