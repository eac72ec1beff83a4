package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.List;

/** Roles and rights that methods, code, pages and addresses ask for. */
final class MethodSecurity implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F05-METHOD-SECURITY",
          "roles and rights that methods, code, pages and addresses ask for",
          "methods or classes have annotations that ask for a role or a right, Struts' actions "
              + "name roles, code or a page calls what asks for one, or a rule of the web "
              + "security asks for one at an address",
          "They read the user from the thread of the monolith. In a service "
              + "nobody is on that thread: all is refused, or, where the annotation is "
              + "not switched on, all is allowed.",
          "Put roles and rights into the token, and set the same context from it "
              + "in the service before the first method moves; a test for each role "
              + "that is asked for.");

  private static final String CALLS = "calls";
  private static final String PAGES = "pages";
  private static final String ADDRESSES = "addresses";

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    cases.saw(ground, ground.traits(TraitKind.METHOD_SECURITY), each -> "methods", Ground::told);
    cases.saw(ground, ground.traits(TraitKind.CODE_SECURITY), each -> CALLS, Ground::told);
    Answering answering = new Answering(ground);
    for (Trait each : ground.traits(TraitKind.PAGE_SECURITY)) {
      cases
          .of(PAGES)
          .in(answering.ofPage(each.name()))
          .saw(each.name() + " " + each.detail(), each.place())
          .surely(each.certainty());
    }
    for (Trait each : ground.traits(TraitKind.URL_SECURITY)) {
      cases
          .of(ADDRESSES)
          .in(answering.at(each.name()))
          .saw(each.detail(), each.place())
          .surely(each.certainty());
    }
    return cases.each(each -> each.says(Severity.MEDIUM, said(each)));
  }

  private static String said(Case each) {
    String contexts = Ground.some(each.contexts());
    String where = contexts.isEmpty() ? "" : " of " + contexts;
    return switch (each.subject()) {
      case CALLS ->
          "code%s asks for a role or a right at %s"
              .formatted(where, Ground.count(each.places(), "place"));
      case PAGES ->
          "%s%s ask%s for a role or a right"
              .formatted(Ground.count(each.count(), "page"), where, each.count() == 1 ? "s" : "");
      case ADDRESSES ->
          "rules for addresses%s ask for a role or a right at %s"
              .formatted(where, Ground.count(each.places(), "place"));
      default ->
          "%s of %s ask%s for a role or a right"
              .formatted(
                  each.count() == 1
                      ? "1 method or class"
                      : "%,d methods or classes".formatted(each.count()),
                  contexts.isEmpty() ? "no context" : contexts,
                  each.count() == 1 ? "s" : "");
    };
  }
}
