package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.TraitKind;
import java.util.List;

/** One transaction over several resources. */
final class Distributed implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F15-XA",
          "one transaction over several resources",
          "code or configuration uses a transaction manager or data sources for "
              + "transactions over several resources",
          "Between a monolith and a service there is no such transaction: what "
              + "was all or nothing becomes half, on the first time-out.",
          "Find out which resources really take part. Replace each by one local "
              + "transaction and an outbox, or keep what must be atomic together in one "
              + "context.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    cases.saw(
        ground,
        ground.traits(TraitKind.DISTRIBUTED_TRANSACTION),
        each -> each.name(),
        each -> each.detail());
    return cases.each(
        each ->
            each.says(
                Severity.MEDIUM,
                "%s, at %s".formatted(each.subject(), Ground.count(each.places(), "place"))));
  }
}
