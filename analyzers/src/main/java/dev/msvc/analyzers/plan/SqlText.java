package dev.msvc.analyzers.plan;

import dev.msvc.model.ContextMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** SQL of PostgreSQL, line by line. */
final class SqlText {
  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

  /** Those of PostgreSQL that tables are named with. */
  private static final Set<String> RESERVED =
      Set.of(
          ("all analyse analyze and any array as asc both case cast check collate column constraint"
                  + " create default desc distinct do else end except false fetch for foreign from"
                  + " grant group having in initially intersect into lateral leading limit localtime"
                  + " not null offset on only or order placing primary references returning select"
                  + " session_user some symmetric table then to trailing true union unique user"
                  + " using variadic when where window with authorization binary collation"
                  + " concurrently cross freeze full ilike inner is isnull join left like natural"
                  + " notnull outer overlaps right similar tablesample verbose")
              .split(" "));

  private final StringBuilder text = new StringBuilder();

  SqlText line(String line) {
    text.append(line).append('\n');
    return this;
  }

  /** A comment; what is not ours cannot end it. */
  SqlText comment(String comment) {
    comment.lines().forEach(each -> line("-- " + each.strip()));
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** Statements of ours that a script begins with, by the name of their file. */
  static String library(String file) {
    try (InputStream in = Objects.requireNonNull(SqlText.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A name as PostgreSQL folds it, in quotes where it must be. */
  static String name(String name) {
    String folded = ContextMap.key(name);
    return PLAIN.matcher(folded).matches() && !RESERVED.contains(folded)
        ? folded
        : '"' + folded + '"';
  }

  /** A text in quotes. */
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A schema's name from the words of a context. */
  static String schema(String context) {
    String plain = context.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    return plain.matches("[a-z].*") ? plain : "c_" + plain;
  }
}
