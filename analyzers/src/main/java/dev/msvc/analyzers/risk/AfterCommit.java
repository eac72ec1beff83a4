package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.TraitKind;
import java.util.List;

/** What runs when a transaction has been committed. */
final class AfterCommit implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F15-AFTER-COMMIT",
          "work that waits for a commit",
          "listeners of events wait for the commit, or code registers with the " + "transaction",
          "There is one commit no more: the hook runs for one half, before or "
              + "without the other, and not at all where the callee is remote.",
          "Turn each into a step of its own: an event through an outbox, with a "
              + "receiver that can run twice.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    cases.saw(
        ground,
        ground.traits(TraitKind.AFTER_COMMIT),
        each -> ground.subject(each.className()),
        Ground::told);
    return cases.each(
        each ->
            each.says(
                Severity.MEDIUM,
                "%s of %s wait%s for a commit"
                    .formatted(
                        Ground.count(each.places(), "place"),
                        Ground.named(each.subject()),
                        each.places() == 1 ? "s" : "")));
  }
}
