package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.List;
import java.util.regex.Pattern;

/** Templates that controllers of several contexts have rendered. */
final class SharedTemplates implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F13-SHARED-TEMPLATE",
          "a template that several contexts render",
          "controllers of two contexts or more name the same template",
          "The template exists once and would be needed twice: each side changes its copy, "
              + "and users see two versions of one page on one day.",
          "Give the template to one context and let the others send the user there, or take "
              + "it apart into one for each; what all share goes into a library of layouts with "
              + "versions.");

  /** Every context has these, and nobody minds two of them. */
  private static final Pattern ERRORS =
      Pattern.compile(
          "(?i).*(?:error|exception|denied|forbidden|notfound|not-found|40\\d|50\\d).*");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  /** One for each template. */
  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    cases.saw(
        ground,
        ground.traits(TraitKind.TEMPLATE).stream()
            .filter(each -> !ERRORS.matcher(each.name()).matches())
            .toList(),
        Trait::name,
        each -> Ground.method(each.className(), each.method()) + " " + each.detail());
    return cases
        .where(each -> each.contexts().size() > 1)
        .each(
            each ->
                each.says(
                    Severity.MEDIUM,
                    "the template %s is rendered by %s, at %s"
                        .formatted(
                            each.subject(),
                            Ground.some(each.contexts()),
                            Ground.count(each.places(), "place"))));
  }
}
