package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.TraitKind;
import java.util.List;

/** Ids that the running program counts up by itself. */
final class CountedIds implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F09-COUNTED-IDS",
          "ids that the running program counts up by itself",
          "mappings ask for the generator 'increment': the largest id in the table is read once and"
              + " counted up in memory",
          "Two programs that write one table give the same id to two rows, and one of them fails."
              + " That is every canary, and every day on which monolith and service both insert.",
          "Before the second program writes, change these mappings to identities or sequences that"
              + " start behind the largest id, in a release of the monolith of its own.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  /** One for each context. */
  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    cases.saw(
        ground,
        ground.traits(TraitKind.COUNTED_ID),
        each -> ground.subject(each.className()),
        each -> "ids of %s: %s".formatted(Ground.simple(each.className()), each.detail()));
    return cases.each(
        each ->
            each.says(
                Severity.MEDIUM,
                "%s of %s count%s ids in memory"
                    .formatted(
                        Ground.count(each.count(), "mapping"),
                        Ground.named(each.subject()),
                        each.count() == 1 ? "s" : "")));
  }
}
