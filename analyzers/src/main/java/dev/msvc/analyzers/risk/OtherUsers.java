package dev.msvc.analyzers.risk;

import dev.msvc.model.DatabaseObject;
import dev.msvc.model.DatabaseObjectKind;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Grant;
import dev.msvc.model.Place;
import dev.msvc.model.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Others who use the database: accounts with rights, links, synonyms, replication. */
final class OtherUsers implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F01-OTHER-USERS",
          "others who use the database",
          "the schema grants rights to accounts, or defines links, synonyms or replication",
          "Reports, data warehouses and partners read tables that nobody here sees them read: they"
              + " break on the night after the move, or read stale rows for months.",
          "Ask who stands behind each account, in writing. Give them a view or a feed with a date"
              + " before the table moves; keep the old table filled until the last has gone.");

  /** Who may use the first schema of every PostgreSQL, so that each dump says so. */
  private static final Set<String> DEFAULTS = Set.of("postgres", "public", "pg_database_owner");

  private static final Set<DatabaseObjectKind> WAYS =
      Set.of(DatabaseObjectKind.LINK, DatabaseObjectKind.SYNONYM, DatabaseObjectKind.REPLICATION);

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    for (Grant each : ground.facts().database().grants()) {
      String grantee = each.grantee().toLowerCase(Locale.ROOT);
      if (DEFAULTS.contains(grantee) && Ground.bare(each.object()).equals("public")) {
        continue;
      }
      cases
          .of(grantee)
          .in(ground.owner(each.object()))
          .saw(
              "%s may %s %s"
                  .formatted(
                      each.grantee(),
                      String.join(", ", each.privileges()).toLowerCase(Locale.ROOT),
                      each.object()),
              each.place());
    }
    for (DatabaseObject each : ground.facts().database().objects()) {
      if (WAYS.contains(each.kind())) {
        Place place = each.places().isEmpty() ? new Place("", 0) : each.places().get(0);
        String kind = each.kind().name().toLowerCase(Locale.ROOT);
        cases
            .of(kind + "-" + Ground.bare(each.name()))
            .in(ground.owners(each.tables()))
            .saw(
                "%s %s%s"
                    .formatted(
                        kind,
                        each.name(),
                        each.tables().isEmpty() ? "" : " for " + Ground.some(each.tables())),
                place);
      }
    }
    return cases.each(
        each ->
            each.says(
                each.contexts().isEmpty() ? Severity.LOW : Severity.HIGH,
                "the schema gives %s %s%s: who is that?"
                    .formatted(
                        each.subject(),
                        each.count() == 1
                            ? "a right or way in"
                            : each.count() + " rights or ways in",
                        each.contexts().isEmpty()
                            ? ""
                            : ", to tables of " + Ground.some(each.contexts()))));
  }
}
