package dev.msvc.analyzers.risk;

import dev.msvc.model.Certainty;
import dev.msvc.model.Column;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Key;
import dev.msvc.model.Severity;
import dev.msvc.model.TableFact;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Several customers in one system. */
final class Tenancy implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F12-TENANCY",
          "several customers in one system",
          "code or a setting tells tenants apart, or a column of one "
              + "name, as tenant_id, is in most tables",
          "A service that forgets the tenant once shows one customer's rows to "
              + "another. And a customer that is moved must be moved whole: rows of all "
              + "of its tables.",
          "Carry the tenant in the token and in each message; make it part of "
              + "every key of the new schema; use it as the cohort by which writes are "
              + "shifted, one tenant at a time.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  private static final Pattern TENANT = Pattern.compile(".*tenant.*|mandant(?:_?id)?");
  private static final int FEW = 10;

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    TenantMarks marks = TenantMarks.of(ground);
    for (Trait each : ground.traits(TraitKind.TENANCY)) {
      if (SchemaPerTenant.isBySchema(each)) {
        continue;
      }
      cases
          .of("tenant")
          .in(ground.map().contextOf(each.className()))
          .saw(each.name() + ": " + each.detail(), each.place())
          .surely(each.certainty());
    }
    Map<String, Integer> counts = new HashMap<>();
    List<TableFact> all =
        ground.tables().stream().filter(each -> each.columns().size() > 1).toList();
    for (TableFact table : all) {
      table.columns().stream()
          .map(each -> key(each))
          .distinct()
          .forEach(each -> counts.merge(each, 1, Integer::sum));
    }
    List<TableFact> written = written(ground, all);
    counts.keySet().removeAll(keys(all));
    AuditColumns audit = new AuditColumns(ground, all);
    counts
        .entrySet()
        .removeIf(each -> !isDiscriminator(each.getKey(), each.getValue(), all, written, audit));
    for (TableFact table : all) {
      for (Column each : table.columns()) {
        if (counts.containsKey(key(each))) {
          cases
              .of("column-" + key(each))
              .in(ground.owner(table.name()))
              .saw(
                  "%s of %s".formatted(each.name(), Ground.written(table.name())),
                  ground.place(table))
              .surely(TENANT.matcher(key(each)).matches() ? Certainty.INFERRED : Certainty.GUESSED);
        }
      }
    }
    return cases.each(
        each ->
            each.says(
                Severity.HIGH,
                each.subject().startsWith("column-")
                    ? "%s of %,d tables have a column %s: rows of several customers side by side"
                        .formatted(
                            "%,d".formatted(each.count()),
                            all.size(),
                            each.subject().substring("column-".length()))
                    : marks.says(all.size(), each.places())));
  }

  /** Columns that are a key by themselves somewhere: they number rows, not customers. */
  private static Set<String> keys(List<TableFact> tables) {
    Set<String> keys = new HashSet<>();
    for (TableFact table : tables) {
      for (Key each : table.keys()) {
        if (each.columns().size() == 1) {
          keys.add(AuditColumns.bare(each.columns().get(0)));
        }
      }
    }
    keys.removeIf(each -> TENANT.matcher(each).matches());
    return keys;
  }

  private static String key(Column column) {
    return AuditColumns.bare(column.name());
  }

  /** Tables that code writes; all where none is known to be written. */
  private static List<TableFact> written(Ground ground, List<TableFact> all) {
    List<TableFact> written =
        all.stream()
            .filter(
                table ->
                    ground.accesses(table.name()).stream().anyMatch(each -> each.op().writes()))
            .toList();
    return written.isEmpty() ? all : written;
  }

  /**
   * One that is named so and is in a third of the tables that code writes, or an id that is in most
   * tables and says not who did something.
   */
  private static boolean isDiscriminator(
      String column, int count, List<TableFact> all, List<TableFact> written, AuditColumns audit) {
    if (TENANT.matcher(column).matches()) {
      long used = written.stream().filter(each -> has(each, column)).count();
      return count >= 3 && used * 3 >= written.size();
    }
    return count >= FEW
        && count * 3 >= all.size() * 2
        && column.endsWith("_id")
        && !audit.holds(column);
  }

  private static boolean has(TableFact table, String column) {
    return table.columns().stream().anyMatch(each -> key(each).equals(column));
  }
}
