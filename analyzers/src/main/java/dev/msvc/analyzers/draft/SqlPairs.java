package dev.msvc.analyzers.draft;

import dev.msvc.model.ContextMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which column stands beside which property in a mapper's SQL, and which column is selected by
 * which name. Statements are read loosely: what does not look as expected says nothing.
 */
final class SqlPairs {
  private static final String NAME = "[\\w.\"`\\[\\]$]+";
  private static final Pattern INSERT =
      Pattern.compile("(?is)\\binsert\\s+(?:ignore\\s+)?into\\s+(" + NAME + ")\\s*(?=\\()");
  private static final Pattern VALUES = Pattern.compile("(?is)\\G\\s*values?\\s*(?=\\()");
  private static final Pattern UPDATE =
      Pattern.compile(
          "(?is)\\bupdate\\s+(" + NAME + ")(?:\\s+(?:as\\s+)?(?!set\\b)\\w+)?\\s+set\\b");
  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?is)^\\s*(?:\\w+\\.)?[\"`\\[]?(\\w+)[\"`\\]]?\\s*=(.*)$");
  private static final Pattern PROPERTY =
      Pattern.compile("#\\{\\s*([A-Za-z_][\\w.]*)[^}]*}|#([A-Za-z_][\\w.]*)(?::[^#]*)?#");
  private static final Pattern SELECTED =
      Pattern.compile(
          "(?is)^\\s*(?:distinct\\s+)?(?:[\"`\\[]?(\\w+)[\"`\\]]?\\.)?(?:[\"`\\[]?(\\w+)[\"`\\]]?|\\*)"
              + "(?:\\s+(?:as\\s+)?[\"`'\\[]?([\\w.]+)[\"`'\\]]?)?\\s*$");
  private static final Pattern SOURCE =
      Pattern.compile("(?is)^\\s*(" + NAME + ")(?:\\s+(?:as\\s+)?(\\w+))?.*$");
  private static final Pattern JOINS =
      Pattern.compile("(?i)\\b(?:(?:left|right|full|inner|outer|cross|natural)\\s+)*join\\b");
  private static final Pattern BEHIND =
      Pattern.compile("(?i)\\b(?:where|group|order|having|limit|union|for|fetch|offset)\\b");

  private SqlPairs() {}

  /**
   * A column of a table, and the path of the property that it is written from.
   *
   * @param table as it is compared
   * @param column as columns are compared
   */
  record Written(String table, String column, String property) {}

  /**
   * What a query selects.
   *
   * @param tables what it selects from, by the names that stand for them there
   * @param columns by the names of the result, as columns are compared
   * @param open whether all columns of a table are selected without being named
   */
  record Selected(Map<String, String> tables, Map<String, Source> columns, boolean open) {}

  /**
   * A column that is selected.
   *
   * @param qualifier of the table; empty for none
   */
  record Source(String qualifier, String column) {}

  /** What is inserted and updated from properties. */
  static List<Written> written(String sql) {
    List<Written> all = new ArrayList<>();
    Matcher insert = INSERT.matcher(sql);
    while (insert.find()) {
      int end = closing(sql, insert.end());
      Matcher values = VALUES.matcher(sql);
      if (end > 0 && values.find(end)) {
        List<String> columns = parts(sql.substring(insert.end() + 1, end - 1));
        int last = closing(sql, values.end());
        List<String> given =
            last < 0 ? List.of() : parts(sql.substring(values.end() + 1, last - 1));
        for (int i = 0; i < columns.size() && columns.size() == given.size(); i++) {
          add(all, insert.group(1), columns.get(i), given.get(i));
        }
      }
    }
    Matcher update = UPDATE.matcher(sql);
    while (update.find()) {
      for (String each : parts(before(sql.substring(update.end()), BEHIND))) {
        Matcher assignment = ASSIGNMENT.matcher(each);
        if (assignment.matches()) {
          add(all, update.group(1), assignment.group(1), assignment.group(2));
        }
      }
    }
    return all;
  }

  private static void add(List<Written> to, String table, String column, String value) {
    Matcher property = PROPERTY.matcher(value);
    if (property.find()) {
      String path = property.group(1) == null ? property.group(2) : property.group(1);
      if (!property.find()) {
        to.add(new Written(table(table), Columns.key(column), path));
      }
    }
  }

  /** A table's name as it is compared, without its schema. */
  static String table(String name) {
    String key = ContextMap.key(name);
    return key.substring(key.lastIndexOf('.') + 1);
  }

  /** What the first query of a statement selects. */
  static Selected selected(String sql) {
    Map<String, String> tables = new LinkedHashMap<>();
    Map<String, Source> columns = new LinkedHashMap<>();
    boolean open = false;
    Matcher select = Pattern.compile("(?i)^\\W*select\\b").matcher(sql);
    if (!select.find()) {
      return new Selected(tables, columns, false);
    }
    String rest = sql.substring(select.end());
    String list = before(rest, Pattern.compile("(?i)\\bfrom\\b"));
    String from =
        list.length() + 4 > rest.length() ? "" : before(rest.substring(list.length() + 4), BEHIND);
    for (String join : JOINS.split(from)) {
      for (String each : parts(join)) {
        Matcher source = SOURCE.matcher(each);
        if (source.matches()) {
          String table = table(source.group(1));
          String alias = source.group(2);
          boolean named = alias != null && !alias.matches("(?i)on|using");
          tables.putIfAbsent(named ? alias.toLowerCase(Locale.ROOT) : table, table);
        }
      }
    }
    for (String each : parts(list)) {
      Matcher column = SELECTED.matcher(each);
      if (column.matches()) {
        String qualifier = column.group(1) == null ? "" : column.group(1).toLowerCase(Locale.ROOT);
        if (column.group(2) == null) {
          open = true;
        } else {
          String label = column.group(3) == null ? column.group(2) : column.group(3);
          columns.putIfAbsent(
              label.toLowerCase(Locale.ROOT), new Source(qualifier, Columns.key(column.group(2))));
        }
      }
    }
    return new Selected(tables, columns, open);
  }

  /** The text before what stands in no brackets. */
  private static String before(String text, Pattern end) {
    Matcher found = end.matcher(text);
    while (found.find()) {
      if (depth(text, found.start()) == 0) {
        return text.substring(0, found.start());
      }
    }
    return text;
  }

  private static int depth(String text, int end) {
    int depth = 0;
    for (int i = 0; i < end; i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
    }
    return Math.max(0, depth);
  }

  /** Where the bracket that opens somewhere is closed, behind it; -1 for nowhere. */
  private static int closing(String text, int opening) {
    int depth = 0;
    for (int i = opening; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  /** What stands between commas that are in no brackets; nothing is no part. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(text.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(text.substring(from));
    parts.removeIf(String::isBlank);
    return parts;
  }
}
