package dev.msvc.analyzers.sql;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Set;

/**
 * What a script holds that matters, found in one pass over its text and without cutting it up: most
 * scripts of a large system hold rows only.
 */
final class ScriptWords {
  private static final int MOST_BETWEEN = 9;
  private static final Set<String> DEFINED =
      Set.of(
          "view",
          "function",
          "procedure",
          "proc",
          "trigger",
          "package",
          "sequence",
          "synonym",
          "event",
          "type",
          "publication",
          "subscription",
          "link",
          "server",
          "alias",
          "rule",
          "policy");
  private static final Set<String> CHANGING =
      Set.of("create", "alter", "drop", "rename", "exec", "call", "select");
  private static final Set<String> SCHEDULING =
      Set.of("sp_addjobstep", "sp_add_jobstep", "sp_addlinkedserver");

  private final String text;
  private boolean table;
  private boolean object;
  private boolean change;

  private ScriptWords(String text) {
    this.text = text;
  }

  /**
   * What is there.
   *
   * @param table whether a table is created
   * @param object whether something else is defined, or granted
   * @param change whether a line begins with a word that may change what is there
   */
  record Found(boolean table, boolean object, boolean change) {
    Found and(Found more) {
      return new Found(table || more.table, object || more.object, change || more.change);
    }
  }

  static Found in(String text) {
    ScriptWords words = new ScriptWords(text);
    words.scan();
    return new Found(words.table, words.object, words.change);
  }

  /** The same of a file that is too large to be held. */
  static Found in(MigrationFile large) {
    Found[] all = {in("")};
    try (Reader text = large.open()) {
      DumpReader.read(text, (part, lines) -> all[0] = all[0].and(in(part)));
    } catch (IOException broken) {
      // said when it is read
      return new Found(true, true, true);
    }
    return all[0];
  }

  private void scan() {
    int at = 0;
    boolean lineStart = true;
    while (at < text.length() && !(table && object && change)) {
      char c = text.charAt(at);
      if (!isWord(c)) {
        lineStart = c == '\n' || (lineStart && c <= ' ');
        at++;
        continue;
      }
      int end = at + 1;
      while (end < text.length() && isWord(text.charAt(end))) {
        end++;
      }
      if (isOfInterest(c)) {
        word(at, end, lineStart);
      }
      lineStart = false;
      at = end;
    }
  }

  private static boolean isOfInterest(char first) {
    return "acdegrs".indexOf(first | 0x20) >= 0;
  }

  private void word(int from, int end, boolean lineStart) {
    if (end - from > 20 || (!lineStart && "cds".indexOf(text.charAt(from) | 0x20) < 0)) {
      return;
    }
    String word = text.substring(from, end).toLowerCase(Locale.ROOT);
    boolean creates = word.equals("create");
    if (creates || (lineStart && word.equals("alter"))) {
      follows(end, creates, lineStart);
    }
    change |= lineStart && CHANGING.contains(word);
    object |=
        (lineStart && word.equals("grant"))
            || SCHEDULING.contains(word)
            || word.equals("dbms_scheduler")
            || word.equals("dbms_job")
            || (word.equals("cron") && text.regionMatches(true, end, ".schedule", 0, 9));
  }

  /** The words behind CREATE or ALTER, up to the first sign that no head of a definition holds. */
  private void follows(int from, boolean creates, boolean lineStart) {
    int at = from;
    for (int i = 0; i < MOST_BETWEEN; i++) {
      int start = at;
      while (at < text.length() && text.charAt(at) <= ' ') {
        at++;
      }
      int word = at;
      while (at < text.length()
          && (isWord(text.charAt(at)) || "=`@'%".indexOf(text.charAt(at)) >= 0)) {
        at++;
      }
      if (word == start || word == at || at - word > 64) {
        return;
      }
      String next = text.substring(word, at).toLowerCase(Locale.ROOT);
      table |= creates && i < 3 && next.equals("table");
      object |= lineStart && DEFINED.contains(next);
    }
  }

  private static boolean isWord(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }
}
