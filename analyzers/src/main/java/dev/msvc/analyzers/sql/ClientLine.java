package dev.msvc.analyzers.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line that speaks to a command-line client of a database and ends where the line does, so that
 * it is no part of the statement below it.
 *
 * @param runs the script that the line runs; empty for none
 */
record ClientLine(String runs) {
  private static final Pattern RUNS =
      Pattern.compile(
          "(?i)(?:\\\\(?:ir?|include|include_relative|\\.)\\s+|@@?\\s*|(?:source|start|:r)\\s+(?=\\S+\\.\\w+))"
              + "['\"]?([^\\s;'\"]+).*");
  private static final Pattern OTHER =
      Pattern.compile(
          "(?i)\\\\.*|:(?:setvar|on|connect|out|error|exit|quit)\\b.*"
              + "|(?:prompt|rem|remark|spool|whenever|exit|quit|connect|conn|define|undefine|accept|pause"
              + "|clear|column|ttitle|btitle|print|show\\s+err\\w*)(?:[\\s;].*)?"
              + "|use\\s+[^\\s;]+\\s*"
              + "|set\\s+(?:def|define|feed|feedback|echo|serveroutput|serverout|sqlblanklines|sqlbl|scan|ver"
              + "|verify|head|heading|pages|pagesize|lines|linesize|term|termout|esc|escape|trims|trimspool"
              + "|timing|sqlprompt|sqlterminator|long|wrap|concat|autoprint|newpage|numwidth|suffix)\\s[^=]*"
              + "|set\\s+[^=;']+\\s(?:on|off)\\s*;?\\s*");
  private static final int LONGEST = 1000;

  /** What such lines begin with, so that most lines need no closer look. */
  private static final String STARTS = "\\@:prswecduabt";

  /** Whether a line that begins so may run a script. */
  static boolean mayRun(char first) {
    return "\\@:sS".indexOf(first) >= 0;
  }

  /** The line that begins here; null where it is none of a client. */
  static @Nullable ClientLine at(String text, int from, int behind) {
    char first = Character.toLowerCase(text.charAt(from));
    if (STARTS.indexOf(first) < 0 || behind - from > LONGEST) {
      return null;
    }
    String line = text.substring(from, behind).strip();
    Matcher runs = RUNS.matcher(line);
    if (runs.matches()) {
      String file = runs.group(1).replace('\\', '/');
      boolean oracle = first == '@' && file.lastIndexOf('.') <= file.lastIndexOf('/');
      return new ClientLine(oracle ? file + ".sql" : file);
    }
    return OTHER.matcher(line).matches() ? new ClientLine("") : null;
  }
}
