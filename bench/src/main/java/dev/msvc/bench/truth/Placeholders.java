package dev.msvc.bench.truth;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Names of tables that code puts a prefix before: the one table of the schema that ends so. */
final class Placeholders {
  /** Stands where a prefix does. */
  static final String MARK = "msvcprefix_";

  private final Set<String> tables;

  Placeholders(Set<String> tables) {
    this.tables = tables;
  }

  /** Facts with the table's whole name; where several tables are possible, nothing is sure. */
  void resolve(Judged<Access> accesses) {
    for (Access access : List.copyOf(accesses.may())) {
      if (access.table().startsWith(MARK)) {
        accesses.may().remove(access);
        possible(access).forEach(table -> accesses.may().add(named(access, table)));
      }
    }
    for (Access access : List.copyOf(accesses.must())) {
      if (access.table().startsWith(MARK)) {
        accesses.must().remove(access);
        Set<String> possible = possible(access);
        boolean sure = possible.size() == 1 && tables.containsAll(possible);
        possible.forEach(
            table -> (sure ? accesses.must() : accesses.may()).add(named(access, table)));
        accesses.may().add(named(access, bare(access)));
      }
    }
  }

  private static Access named(Access access, String table) {
    return new Access(table, access.writes(), access.in());
  }

  private static String bare(Access access) {
    return access.table().substring(MARK.length());
  }

  private Set<String> possible(Access access) {
    String bare = bare(access);
    if (tables.contains(bare)) {
      return Set.of(bare);
    }
    Set<String> possible = new TreeSet<>();
    for (String table : tables) {
      if (table.endsWith("_" + bare)) {
        possible.add(table);
      }
    }
    return possible.isEmpty() ? Set.of(bare) : possible;
  }
}
