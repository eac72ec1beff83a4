package dev.msvc.generators.java;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;

/** Names in a database: each once, no longer than PostgreSQL keeps them, quoted where they must. */
final class SqlNames {
  private static final int LONGEST = 63;

  /** Words that PostgreSQL 18 keeps for itself. */
  private static final Set<String> RESERVED =
      Set.of(
          """
          all analyse analyze and any array as asc asymmetric authorization binary both case cast
          check collate collation column concurrently constraint create cross current_catalog
          current_date current_role current_schema current_time current_timestamp current_user
          default deferrable desc distinct do else end except false fetch for foreign freeze from
          full grant group having ilike in initially inner intersect into is isnull join lateral
          leading left like limit localtime localtimestamp natural not notnull null offset on only
          or order outer overlaps placing primary references returning right select session_user
          similar some symmetric system_user table tablesample then to trailing true union unique
          user using variadic verbose when where window with
          """
              .strip()
              .split("\\s+"));

  private final Set<String> taken = new HashSet<>();

  /** The first of the name, the name with more behind it, ... that is not taken yet; takes it. */
  String free(String wanted, String more) {
    String name = shortened(wanted);
    while (!taken.add(name)) {
      wanted += more;
      name = shortened(wanted);
    }
    return name;
  }

  /** A name that PostgreSQL keeps whole; always the same for the same name. */
  static String shortened(String name) {
    if (name.length() <= LONGEST) {
      return name;
    }
    CRC32 sum = new CRC32();
    sum.update(name.getBytes(StandardCharsets.UTF_8));
    return name.substring(0, LONGEST - 9) + "_%08x".formatted(sum.getValue());
  }

  static boolean isReserved(String name) {
    return RESERVED.contains(name);
  }

  /** As SQL writes it. */
  static String sql(String name) {
    return isReserved(name) ? '"' + name + '"' : name;
  }

  /** As an annotation writes it, in its quotes. */
  static String java(String name) {
    return isReserved(name) ? "\\\"" + name + "\\\"" : name;
  }

  /** Whether JPA would come to the same name by itself. */
  static boolean isImplied(String field, String name) {
    return field.matches("[a-z]+([A-Z][a-z]+)*")
        && !isReserved(name)
        && field.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT).equals(name);
  }
}
