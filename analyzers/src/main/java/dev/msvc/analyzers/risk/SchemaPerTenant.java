package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.List;
import java.util.Locale;

/** A schema or database for each customer. */
final class SchemaPerTenant implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F12-SCHEMA-PER-TENANT",
          "a schema or database for each customer",
          "settings ask for a schema or database for each tenant, a provider of connections chooses"
              + " by tenant, or code sets the schema of a connection to a name that is not in the"
              + " code",
          "What looks like one database is as many as there are customers: each service needs its"
              + " own schema for each of them, each change of the schema runs over all of them, and"
              + " rows are moved customer by customer.",
          "Count the schemas first. Have one tool create and migrate them for all services; carry"
              + " the tenant in token and message; move one small customer through all steps before"
              + " the next.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    for (Trait each : ground.traits(TraitKind.TENANCY, TraitKind.SCHEMA_SWITCH)) {
      if (isBySchema(each)) {
        String where =
            each.className().isEmpty() ? "" : Ground.method(each.className(), each.method()) + ": ";
        cases
            .of("schemas")
            .in(ground.map().contextOf(each.className()))
            .saw(where + each.detail(), each.place())
            .surely(each.certainty());
      }
    }
    return cases.each(
        each ->
            each.says(
                Severity.HIGH,
                "the schema or database is chosen while the system runs, at "
                    + Ground.count(each.places(), "place")));
  }

  /** Whether it keeps tenants apart by schema or database, not by rows. */
  static boolean isBySchema(Trait trait) {
    String detail = trait.detail().toLowerCase(Locale.ROOT);
    return trait.kind() == TraitKind.SCHEMA_SWITCH
        || detail.contains("= schema")
        || detail.contains("= database")
        || detail.contains("multitenantconnectionprovider")
        || detail.contains("multitenantspringliquibase");
  }
}
