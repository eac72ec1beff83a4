package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.TraitKind;
import java.util.List;

/** Static collections that are written. */
final class StaticState implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F08-STATIC-STATE",
          "static collections that code writes",
          "a static field holds a map, a list or a set, and a method of its class "
              + "adds to it, or gives it what a call answers (`regions = service.all()`); maps by class, thread or pattern are left out",
          "It is shared memory: both sides have their own copy from the first "
              + "step on, and what one adds the other never sees.",
          "Find out of each whether it is a cache (see MSVC-F08-CACHE), a "
              + "registry that is filled at the start (harmless), or state that must "
              + "move to the database or a shared store.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    cases.saw(
        ground,
        ground.traits(TraitKind.STATIC_STATE),
        each -> ground.subject(each.className()),
        each -> each.name());
    return cases.each(
        each ->
            each.says(
                Severity.LOW,
                "%s of %s %s written after the start"
                    .formatted(
                        Ground.count(each.count(), "static collection"),
                        Ground.named(each.subject()),
                        each.count() == 1 ? "is" : "are")));
  }
}
