package dev.msvc.analyzers.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Scripts that migrations go on from without running them: they alter tables that none of them
 * creates, since the database was there before the tool.
 */
final class BaseScripts {
  private static final int MOST = 5;
  private static final int ENOUGH = 3;

  private final SqlReader sql;
  private final MigrationFiles files;

  BaseScripts(SqlReader sql, MigrationFiles files) {
    this.sql = sql;
    this.files = files;
  }

  /**
   * What comes before the migrations.
   *
   * @param createdLater keys of what the migrations create themselves, whatever scripts say of it
   */
  record Found(List<MigrationFile> scripts, Set<String> createdLater) {
    static final Found NONE = new Found(List.of(), Set.of());
  }

  /**
   * Those that create what migrations change and none creates; of several that create the same, the
   * one that creates most of it, then the first.
   *
   * @param migrated what the migrations lead to
   * @param candidates full definitions, best first
   */
  Found of(Schema migrated, List<MigrationFile> candidates) {
    Set<String> wanted = bare(migrated.missing());
    if (wanted.isEmpty() || candidates.isEmpty()) {
      return Found.NONE;
    }
    int enough = Math.min(ENOUGH, (wanted.size() + 1) / 2);
    List<Set<String>> creating = new ArrayList<>();
    candidates.forEach(each -> creating.add(created(each)));
    List<MigrationFile> scripts = new ArrayList<>();
    while (scripts.size() < MOST) {
      int best = -1;
      long most = 0;
      for (int i = 0; i < candidates.size(); i++) {
        long here = creating.get(i).stream().filter(wanted::contains).count();
        if (here > most) {
          best = i;
          most = here;
        }
      }
      if (best < 0 || (scripts.isEmpty() && most < enough)) {
        break;
      }
      scripts.add(candidates.get(best));
      wanted.removeAll(creating.get(best));
    }
    return scripts.isEmpty() ? Found.NONE : new Found(scripts, migrated.created());
  }

  /** Names of all that a script creates, without their schemas. */
  Set<String> created(MigrationFile script) {
    SchemaFold alone = new SchemaFold(sql, files);
    alone.script(script);
    return bare(alone.schema().created());
  }

  /** Names without their schemas. */
  private static Set<String> bare(Set<String> keys) {
    Set<String> all = new HashSet<>();
    keys.forEach(each -> all.add(each.substring(each.lastIndexOf('.') + 1)));
    return all;
  }
}
