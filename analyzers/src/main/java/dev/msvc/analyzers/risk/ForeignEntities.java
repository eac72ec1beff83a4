package dev.msvc.analyzers.risk;

import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import java.util.List;

/** Entities of one context that code of another changes or walks. */
final class ForeignEntities implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F15-FOREIGN-ENTITIES",
          "managed entities of others that are changed or walked",
          "code changes an entity of another context in a transaction without "
              + "storing it, or follows its relations to tables of another context",
          "It works by the open session alone: behind a remote call the change is "
              + "made to a copy and lost without an error, and the relation that was "
              + "fetched on first use is not there.",
          "Make the change a call of the owner (with what is to happen, not with "
              + "setters), and fetch what is shown in one call, before the entity's "
              + "code moves.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    for (Access each : ground.facts().accesses()) {
      String context = ground.map().contextOf(each.className());
      String owner = ground.owner(each.table());
      boolean changes = each.via() == AccessVia.DIRTY_CHECKING;
      if ((changes || each.via() == AccessVia.FETCH)
          && !context.isEmpty()
          && !owner.isEmpty()
          && !owner.equals(context)) {
        Case found = cases.of(context).in(context).in(owner).surely(each.certainty());
        String method = Ground.method(each.className(), each.method());
        if (changes) {
          found.sawFirst(
              "%s changes rows of %s of %s".formatted(method, each.table(), owner), each.place());
        } else {
          found.saw(
              "%s follows a relation to %s of %s".formatted(method, each.table(), owner),
              each.place());
        }
      }
    }
    return cases.each(
        each ->
            each.says(
                each.leading() > 0 ? Severity.HIGH : Severity.MEDIUM,
                "%s of %s %s entities of others%s"
                    .formatted(
                        Ground.count(each.places(), "place"),
                        each.subject(),
                        each.places() == 1 ? "reaches" : "reach",
                        changing(each.leadingPlaces()))));
  }

  private static String changing(int changing) {
    return changing == 0
        ? ""
        : ", and %,d of them %s".formatted(changing, changing == 1 ? "changes one" : "change them");
  }
}
