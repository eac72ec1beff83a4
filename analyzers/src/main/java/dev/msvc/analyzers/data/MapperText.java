package dev.msvc.analyzers.data;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mapper's statement as SQL: of the pieces that are only known when it runs, those are taken away
 * that change no table.
 *
 * @param prefixed whether a table's name lacks its start, which only the configuration tells
 */
record MapperText(String sql, boolean prefixed) {
  private static final String HOLE = "\\$\\{[^{}]*\\}";

  /**
   * A placeholder that stands for a whole condition, as MyBatis Generator writes them; behind a
   * table that is inserted into stands a column.
   */
  private static final Pattern CONDITION =
      insensitive(
          "((?<!\\bin)(?<!\\bvalues)\\s\\((?<!\\binto\\s{1,20}[\\w.`\"]{1,99}\\s{1,20}\\()|\\band\\b|\\bor\\b"
              + "|\\bwhere\\b)\\s*\\$\\{[^}]+\\}"
              + "(?=\\s*(?:\\)|$|(?:and|or|order|group|limit)\\b))");

  /** A schema's name or a prefix in front of a name. */
  private static final Pattern PREFIX =
      insensitive(
          "(?<![\\w\"`\\]}'])(?:"
              + HOLE
              + "(?=\\.?[\"`\\[]?[a-z])|\\$\\{[^{}]*(?:prefix|schema)\\}\\s*(?=[a-z]))");

  private static final Pattern BEFORE_TABLE =
      insensitive("(?:\\b(?:from|join|into|update|table)\\s|,)\\s*$");

  /** Words of a dialect before a statement, as those that limit its rows. */
  private static final Pattern START = Pattern.compile("\\s*(?:" + HOLE + "\\s*)+");

  private static final Pattern ROWS =
      insensitive("(?:select|with|insert|update|delete|merge|call|\\()");

  /** Between {@code select} and the first column stands what counts or limits rows. */
  private static final Pattern SELECTION =
      insensitive(
          "(\\bselect\\s+(?:distinct\\s+)?)(?:" + HOLE + "\\s+)(?=[\\w\"`*])(?!(?:from|as)\\b)");

  /** Behind all columns stands what limits rows. */
  private static final Pattern BEHIND_ALL =
      insensitive("(\\*|\\b\\w+\\.\\w+)\\s+" + HOLE + "(?=\\s*(?:,|from\\b))");

  /** What limits rows, in front of a selection within another. */
  private static final Pattern BEFORE_SELECT = insensitive(HOLE + "\\s+(?=select\\b)");

  /** A function that each dialect names in its own way. */
  private static final Pattern FUNCTION = Pattern.compile("(?<![\\w}.])" + HOLE + "(?=\\()");

  /** What limits rows, before the table or the alias of one that follows. */
  private static final Pattern CHANGE =
      insensitive(
          "(\\b(?:update|delete))\\s+"
              + HOLE
              + "\\s+(?=from\\b|(?!set\\b)[\\w.\"`]{4,}\\s+set\\b"
              + "|(?!set\\b)(\\w+)\\s+set\\b(?=(?s:.*)\\bfrom\\s+[\\w.]+\\s+\\2\\b))");

  /** An operator that a dialect writes as a function: {@code a ${and} #{b}${end}}. */
  private static final Pattern OPERATOR = Pattern.compile("(\\w)" + HOLE + "(?=#\\{)");

  private static final Pattern END = Pattern.compile("(#\\{[^{}]*\\})" + HOLE);

  /** A parameter whose type is only known when it runs. */
  private static final Pattern PARAMETER =
      Pattern.compile("#\\{[^{}]*(?:\\$\\{[^{}]*\\}[^{}]*)+\\}");

  /** A name in a dialect's quotes. */
  private static final Pattern QUOTED = Pattern.compile("(" + HOLE + ")([\\w.]+)\\1");

  /** What a condition that is left out would have stood before. */
  private static final Pattern DANGLING = insensitive("(\\(|\\bwhere\\b)\\s*(?:and|or)\\b");

  private static final Pattern NOTHING_IN = insensitive("\\bin\\s*\\(\\s*\\)");

  /** How SQL Server is told to lock and to search. */
  private static final Pattern HINTS =
      insensitive(
          "\\bwith\\s*\\((?:\\s|,|nolock|forceseek|xlock|rowlock|updlock|readpast|holdlock|paglock"
              + "|tablockx?|readuncommitted)+\\)");

  /** iBATIS 2 writes parameters as {@code #name#} and pieces of text as {@code $name$}. */
  private static final Pattern INLINE =
      Pattern.compile("#(\\w[\\w.\\[\\]]*(?:[:,][^#\\n]*)?)#|\\$(\\w[\\w.\\[\\]]*)\\$");

  private static Pattern insensitive(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
  }

  /**
   * The SQL of a flattened text.
   *
   * @param selects whether it is a selection, even if it does not begin so
   * @param ibatis whether its parameters are written as in iBATIS 2
   */
  static MapperText of(String flat, boolean selects, boolean ibatis) {
    String text =
        ibatis
            ? INLINE
                .matcher(flat)
                .replaceAll(each -> each.group(1) != null ? "?" : "\\${" + each.group(2) + "}")
            : flat;
    text = NOTHING_IN.matcher(text).replaceAll("in (null)");
    text = HINTS.matcher(text).replaceAll("");
    text = DANGLING.matcher(text).replaceAll("$1 ");
    if (text.indexOf('$') < 0) {
      return new MapperText(text, false);
    }
    text = PARAMETER.matcher(text).replaceAll("?");
    text = QUOTED.matcher(text).replaceAll("\"$2\"");
    text = FUNCTION.matcher(BEFORE_SELECT.matcher(text).replaceAll("")).replaceAll("coalesce");
    text = CONDITION.matcher(text).replaceAll("$1 1 = 1");
    text = END.matcher(OPERATOR.matcher(text).replaceAll("$1 + ")).replaceAll("$1");
    MapperText bare = withoutPrefixes(text);
    text = CHANGE.matcher(begun(bare.sql(), selects)).replaceAll("$1 ");
    text = BEHIND_ALL.matcher(SELECTION.matcher(text).replaceAll("$1")).replaceAll("$1");
    return new MapperText(text, bare.prefixed());
  }

  private static String begun(String text, boolean selects) {
    Matcher start = START.matcher(text);
    if (!start.lookingAt()) {
      return text;
    }
    String rest = text.substring(start.end());
    if (rest.isBlank()) {
      return text;
    }
    return selects && !ROWS.matcher(rest).lookingAt() ? "select " + rest : rest;
  }

  private static MapperText withoutPrefixes(String text) {
    Matcher prefix = PREFIX.matcher(text);
    StringBuilder kept = new StringBuilder();
    boolean table = false;
    int from = 0;
    while (prefix.find()) {
      kept.append(text, from, prefix.start());
      from = prefix.end();
      String before = text.substring(Math.max(0, prefix.start() - 40), prefix.start());
      table |= BEFORE_TABLE.matcher(before).find();
      if (text.charAt(from) == '.') {
        from++;
      }
    }
    return new MapperText(kept.append(text, from, text.length()).toString(), table);
  }
}
