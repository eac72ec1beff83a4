package dev.msvc.analyzers.risk;

import dev.msvc.model.Certainty;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.TableFact;
import dev.msvc.model.TraitKind;
import java.util.List;
import java.util.regex.Pattern;

/** Rights to single rows. */
final class RowAccess implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F05-ROW-ACCESS",
          "rights to single rows",
          "expressions ask for a permission on an object, lists are filtered by "
              + "permission, a permission evaluator or a handler of data permissions is "
              + "defined, an annotation of one's own is named after the scope of data, or "
              + "the schema has the tables of access control lists",
          "Who may see a row is decided by joining it with rights that belong to "
              + "somebody else: after the move the list is either unfiltered or asks "
              + "for a right per row.",
          "Decide where rights live: replicate those that lists are filtered by "
              + "into the context that owns the rows, and ask for the others once per "
              + "request.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  private static final Pattern LISTS = Pattern.compile("acl_(?:sid|class|object_identity|entry)");

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    cases.saw(ground, ground.traits(TraitKind.ROW_SECURITY), each -> "rows", Ground::told);
    for (TableFact each : ground.tables()) {
      if (LISTS.matcher(Ground.bare(each.name())).matches()) {
        cases
            .of("rows")
            .saw("table " + Ground.written(each.name()), ground.place(each))
            .surely(Certainty.GUESSED);
      }
    }
    return cases.each(
        each ->
            each.says(
                Severity.HIGH,
                "rights to single rows are asked for or kept at "
                    + Ground.count(each.places(), "place")));
  }
}
