package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.TraitKind;
import java.util.List;

/** Files that are only where they were written. */
final class LocalDisc implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F08-LOCAL-FILES",
          "files that are kept on the local disc",
          "a method writes a file, or stores an upload, at a place that its class knows; files that"
              + " are called temporary or deleted in the same method, and tools that people run by"
              + " hand, are left out",
          "The disc of a pod is gone when the pod is, with all that users uploaded; and of several"
              + " replicas only one has the file, so that the next request does not find it.",
          "Decide of each whether it must stay: keep it in an object store or a table, on a volume"
              + " that all replicas mount, or, where it can be made again, below a temporary"
              + " folder.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    cases.saw(
        ground,
        ground.traits(TraitKind.LOCAL_FILE),
        each -> ground.subject(each.className()),
        Ground::told);
    return cases.each(
        each ->
            each.says(
                Severity.MEDIUM,
                "%s of %s write%s files on the local disc"
                    .formatted(
                        Ground.count(each.places(), "place"),
                        Ground.named(each.subject()),
                        each.places() == 1 ? "s" : "")));
  }
}
