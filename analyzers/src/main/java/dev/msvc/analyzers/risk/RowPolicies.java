package dev.msvc.analyzers.risk;

import dev.msvc.model.DatabaseObject;
import dev.msvc.model.DatabaseObjectKind;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Place;
import dev.msvc.model.Severity;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Rows that the database itself shows or hides. */
final class RowPolicies implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F12-ROW-POLICIES",
          "rows that the database itself shows or hides",
          "migrations, schema files or a dump define row policies: row level security, security"
              + " policies, virtual private databases",
          "No statement in the code says it: the rows of a customer are kept apart by the database"
              + " and a setting of the connection. A table that moves without its policy, or a"
              + " service that forgets the setting, shows everybody's rows or none.",
          "Write each policy again in the new schema, with what it looks up; set the customer on"
              + " each connection from the token; test with two customers before the first read"
              + " moves.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  /** One for each context that owns such tables: who moves it must take the policies along. */
  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    for (DatabaseObject each : ground.facts().database().objects()) {
      if (each.kind() == DatabaseObjectKind.POLICY) {
        for (String table : each.tables()) {
          String owner = ground.owner(table);
          SortedSet<String> others = new TreeSet<>(ground.owners(each.reads()));
          others.remove(owner);
          Case found = cases.of(owner.isEmpty() ? Ground.NO_CONTEXT : owner).in(owner).in(others);
          Place place = each.places().isEmpty() ? new Place("", 0) : each.places().get(0);
          String what = "policy %s on %s".formatted(each.name(), table);
          if (others.isEmpty()) {
            found.saw(what, place);
          } else {
            found.surely(each.certainty());
            found.sawFirst(
                "%s looks into %s of %s"
                    .formatted(what, Ground.some(each.reads()), Ground.some(others)),
                place);
          }
        }
      }
    }
    return cases.each(
        each ->
            each.says(
                Severity.HIGH,
                "the database shows and hides rows of %s by %s%s"
                    .formatted(
                        each.subject().equals(Ground.NO_CONTEXT)
                            ? "tables without an owner"
                            : each.subject(),
                        Ground.count(each.count(), "policy").replace("policys", "policies"),
                        each.leading() == 0
                            ? ""
                            : "; %,d of them look%s into tables of others"
                                .formatted(each.leading(), each.leading() == 1 ? "s" : ""))));
  }
}
