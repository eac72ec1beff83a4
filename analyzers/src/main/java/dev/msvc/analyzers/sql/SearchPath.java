package dev.msvc.analyzers.sql;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The schema that names without one are of, as a session says: {@code SET search_path = shop,
 * pg_catalog}, {@code SET SCHEMA shop}, {@code set_config('search_path', '', false)}.
 */
final class SearchPath {
  private static final int LONGEST = 500;
  private static final Pattern SET =
      Pattern.compile(
          "(?is)set\\s+(?:session\\s+|local\\s+)?"
              + "(?:search_path\\s*(?:=|\\bto\\b)|(?:current\\s+)?schema\\b\\s*=?)(.*)");
  private static final Pattern CALL =
      Pattern.compile(
          "(?is)select\\s+(?:pg_catalog\\s*\\.\\s*)?set_config\\s*\\(\\s*'search_path'\\s*,\\s*'([^']*)'.*");
  private static final Pattern NAME = Pattern.compile("[\\w$]+");
  private static final List<String> NO_SCHEMAS = List.of("pg_catalog", "pg_temp", "default");

  private SearchPath() {}

  /** What a statement says; empty where it says nothing of it, a blank where none is known. */
  static Optional<String> in(String statement) {
    char first = statement.isEmpty() ? ' ' : (char) (statement.charAt(0) | 0x20);
    if (first != 's' || statement.length() > LONGEST) {
      return Optional.empty();
    }
    for (Pattern each : List.of(SET, CALL)) {
      Matcher matcher = each.matcher(statement);
      if (matcher.matches()) {
        return Optional.of(first(matcher.group(1)));
      }
    }
    return Optional.empty();
  }

  private static String first(String schemas) {
    for (String each : schemas.split(",")) {
      String name = each.replaceAll("[\"'`;\\s]", "");
      if (!name.isEmpty() && !name.startsWith("$") && !NO_SCHEMAS.contains(name)) {
        // the schema that all have, a placeholder, or an expression
        return NAME.matcher(name).matches() && !name.equals("public") ? name : "";
      }
    }
    return "";
  }
}
