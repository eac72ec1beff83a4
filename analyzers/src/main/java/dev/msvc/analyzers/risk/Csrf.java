package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.List;

/** Tokens of the session against forged forms. */
final class Csrf implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F05-CSRF",
          "forms guarded by a token of the session",
          "the web security switches a guard against forged requests on, or "
              + "configures it, or code asks for the token of Struts",
          "Its token lives in the session of the side that made the page: a form "
              + "that is sent to the other side is refused, for some users only.",
          "Keep a page and the target of its forms on one side at each step, or "
              + "give both sides one store of tokens (a cookie that both can check).");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    for (Trait each : ground.traits(TraitKind.CSRF)) {
      cases.of("csrf").saw(each.detail(), each.place()).surely(each.certainty());
    }
    return cases.each(
        each ->
            each.says(
                Severity.LOW,
                "a guard against forged requests is configured at "
                    + Ground.count(each.places(), "place")));
  }
}
