package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import dev.msvc.model.TransactionFact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Exceptions that roll back, or do not. */
final class RollbackRules implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F15-ROLLBACK-RULES",
          "rules for which exceptions roll back",
          "transactions that touch tables of two contexts or more name the "
              + "exceptions for which they roll back, or do not",
          "Behind a remote call exceptions have other types, or are time-outs: "
              + "the rule no longer matches, and what was to be kept is rolled back, or "
              + "the other way round.",
          "Write down for each what must hold after a failure, and make it a "
              + "compensation or a state of the aggregate before the call becomes "
              + "remote.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Map<String, SortedSet<String>> crossing = new HashMap<>();
    for (TransactionFact each : ground.facts().transactions()) {
      SortedSet<String> contexts = ground.map().contextsOf(each);
      if (contexts.size() > 1) {
        crossing.put(each.className() + "." + each.method(), contexts);
      }
    }
    Cases cases = new Cases(ABOUT);
    for (Trait each : ground.traits(TraitKind.ROLLBACK_RULE)) {
      SortedSet<String> contexts = crossing.get(each.className() + "." + each.method());
      if (contexts != null) {
        String what = Ground.told(each);
        Case found = cases.of(ground.subject(each.className())).in(contexts);
        if (each.detail().contains("(no") || each.detail().contains("dont")) {
          found.sawFirst(what, each.place());
        } else {
          found.saw(what, each.place());
        }
      }
    }
    return cases.each(
        each ->
            each.says(
                each.leading() > 0 ? Severity.MEDIUM : Severity.LOW,
                "%s of %s with rules for rollback touch%s tables of several contexts"
                    .formatted(
                        Ground.count(each.count(), "transaction"),
                        Ground.named(each.subject()),
                        each.count() == 1 ? "es" : "")));
  }
}
