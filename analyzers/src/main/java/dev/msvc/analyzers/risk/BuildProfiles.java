package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.List;
import java.util.TreeSet;

/** Parts of the build that are not always there. */
final class BuildProfiles implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F11-PROFILES",
          "build profiles that change modules, libraries or steps",
          "project files have profiles with modules, dependencies or build steps",
          "Which code is compiled depends on who builds it: the context that you "
              + "moved may not be the one that is in production.",
          "Write down with which profiles production is built, and build and test "
              + "the service with the same; drop those that nobody uses.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    TreeSet<String> names = new TreeSet<>();
    for (Trait each : ground.traits(TraitKind.BUILD_PROFILE)) {
      names.add(each.name());
      cases.of("profiles").saw(each.detail(), each.place()).surely(each.certainty());
    }
    return cases.each(
        each ->
            each.says(
                Severity.LOW,
                "%s change%s the build: %s"
                    .formatted(
                        Ground.count(names.size(), "profile"),
                        names.size() == 1 ? "s" : "",
                        Ground.some(names))));
  }
}
