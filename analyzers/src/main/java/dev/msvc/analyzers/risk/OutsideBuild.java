package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.List;

/** Parts of the build that are elsewhere. */
final class OutsideBuild implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F11-OUTSIDE-BUILD",
          "parts of the build that are not in the tree",
          "project files name a parent that is not in the tree, a repository that "
              + "not everyone can read, a snapshot of another project, or a library "
              + "from a file",
          "A service in a repository of its own does not build in the pipeline: "
              + "the parent, the snapshot or the host behind the firewall is not there, "
              + "and nobody remembers who can publish it.",
          "Publish parents and snapshots as fixed versions to a repository that "
              + "the new pipeline reads; replace libraries from files; try the build on "
              + "a clean machine before anything is moved.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    for (Trait each :
        ground.traits(
            TraitKind.OUTSIDE_PARENT, TraitKind.REPOSITORY, TraitKind.SNAPSHOT_DEPENDENCY)) {
      cases.of(each.name()).saw(each.detail(), each.place()).surely(each.certainty());
    }
    return cases.each(
        each ->
            each.says(
                Severity.LOW,
                "the build needs %s from outside, at %s"
                    .formatted(each.subject(), Ground.count(each.places(), "place"))));
  }
}
