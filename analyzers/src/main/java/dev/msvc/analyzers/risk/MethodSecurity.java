package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.TraitKind;
import java.util.List;

/** Roles and rights that methods ask for. */
final class MethodSecurity implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F05-METHOD-SECURITY",
          "roles and rights asked for at methods",
          "methods or classes have annotations that ask for a role or a right, or Struts' "
              + "actions name roles",
          "They read the user from the thread of the monolith. In a service "
              + "nobody is on that thread: all is refused, or, where the annotation is "
              + "not switched on, all is allowed.",
          "Put roles and rights into the token, and set the same context from it "
              + "in the service before the first method moves; a test for each role "
              + "that is asked for.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    cases.saw(ground, ground.traits(TraitKind.METHOD_SECURITY), each -> "methods", Ground::told);
    return cases.each(
        each ->
            each.says(
                Severity.MEDIUM,
                "%s of %s ask%s for a role or a right"
                    .formatted(
                        each.count() == 1
                            ? "1 method or class"
                            : "%,d methods or classes".formatted(each.count()),
                        each.contexts().isEmpty() ? "no context" : Ground.some(each.contexts()),
                        each.count() == 1 ? "s" : "")));
  }
}
