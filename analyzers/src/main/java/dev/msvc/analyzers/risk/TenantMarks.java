package dev.msvc.analyzers.risk;

import dev.msvc.model.TableFact;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import dev.msvc.model.TypeFact;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Of which tables code itself says that their rows are of one tenant each.
 *
 * @param everywhere whether something adds the tenant to each statement: then it is all tables,
 *     save those that it leaves out
 * @param tables those of classes that are marked, or that inherit from one that is
 */
record TenantMarks(boolean everywhere, Set<String> tables) {
  private static final int HIGHEST = 20;

  static TenantMarks of(Ground ground) {
    boolean everywhere = false;
    Set<String> marked = new HashSet<>();
    for (Trait each : ground.traits(TraitKind.TENANCY)) {
      if (each.detail().contains("TenantLine")) {
        everywhere = true;
      } else if (each.detail().startsWith("@")) {
        marked.add(each.className());
      }
    }
    Set<String> tables = new TreeSet<>();
    for (TableFact table : ground.tables()) {
      if (table.entities().stream().anyMatch(each -> inherits(ground, each, marked))) {
        tables.add(table.name());
      }
    }
    return new TenantMarks(everywhere, tables);
  }

  private static boolean inherits(Ground ground, String entity, Set<String> marked) {
    @Nullable String at = entity;
    for (int i = 0; at != null && i < HIGHEST; i++) {
      if (marked.contains(at)) {
        return true;
      }
      TypeFact type = ground.map().type(at);
      at = type == null ? null : type.superclass();
    }
    return false;
  }

  /** In a sentence, with how many tables there are and how many places show it. */
  String says(int all, int places) {
    if (everywhere) {
      return "an interceptor adds the tenant to each statement: rows of all tables, save those that"
          + " it leaves out, are of one customer each";
    }
    return tables.isEmpty()
        ? "code tells customers apart at " + Ground.count(places, "place")
        : "rows of %,d of %,d tables are of one customer each, as mappings say"
            .formatted(tables.size(), Math.max(all, tables.size()));
  }
}
