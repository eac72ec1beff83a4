package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.TraitKind;
import java.util.List;

/** Texts for people that several contexts take from one bundle. */
final class SharedMessages implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F13-SHARED-MESSAGES",
          "texts that several contexts take from one bundle",
          "classes of two contexts or more ask one message source, or read one resource "
              + "bundle",
          "The bundle is one file with the texts of all: who moves needs a part of it, "
              + "translators get two files, and a text that is missing on one side shows as its "
              + "key.",
          "Split the bundle by the keys that each context asks for before the first one "
              + "moves; texts that all need go into a library with versions.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  /** One for each bundle. */
  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    cases.saw(
        ground,
        ground.traits(TraitKind.MESSAGES),
        each -> each.name(),
        each -> Ground.method(each.className(), each.method()) + " " + each.detail());
    return cases
        .where(each -> each.contexts().size() > 1)
        .each(
            each ->
                each.says(
                    Severity.LOW,
                    "texts of %s are taken by %s, at %s"
                        .formatted(
                            each.subject(),
                            Ground.some(each.contexts()),
                            Ground.count(each.places(), "place"))));
  }
}
