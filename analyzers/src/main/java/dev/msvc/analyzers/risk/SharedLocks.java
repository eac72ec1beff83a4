package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.TraitKind;
import java.util.List;

/** Locks that several programs see. */
final class SharedLocks implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F07-LOCKS",
          "locks in Redis",
          "code takes locks of Redisson or Lock4j, or sets a key of Redis where it is "
              + "absent, as locks and marks are",
          "Such a lock keeps programs apart only as long as both ask for the same key "
              + "in the same store. A service that has its own does the work at the same "
              + "time.",
          "Keep one store and the same keys for both while both can do the work; move "
              + "all who take a lock together, or let the owner of the rows check a version "
              + "instead.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    return OutsideStore.find(
        ABOUT,
        ground,
        TraitKind.SHARED_LOCK,
        "takes locks or sets marks in Redis",
        "take locks or set marks in Redis");
  }
}
