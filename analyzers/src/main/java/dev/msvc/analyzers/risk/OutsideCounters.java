package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.TraitKind;
import java.util.List;

/** Numbers that a store beside the database counts. */
final class OutsideCounters implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F09-OUTSIDE-COUNTERS",
          "numbers that Redis counts",
          "code counts up in Redis by increment, or by a counter of Redisson",
          "Where these are numbers of orders or ids, a service with a Redis of its own "
              + "starts from one again, and gives numbers that are taken; where they are "
              + "limits, each side allows its own.",
          "Let both sides count in one store, or give each a prefix or a range of its "
              + "own, before the first is written by the service.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    return OutsideStore.find(
        ABOUT, ground, TraitKind.OUTSIDE_COUNTER, "counts up in Redis", "count up in Redis");
  }
}
