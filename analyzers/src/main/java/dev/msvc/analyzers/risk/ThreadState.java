package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.List;

/** What is found by the thread. */
final class ThreadState implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F15-THREAD-STATE",
          "user, tenant or request kept by the thread",
          "fields are thread-local, or code asks a holder for the user, the "
              + "request or the locale of the thread",
          "A remote call runs on another thread of another program: the user is "
              + "anonymous there, the tenant is the default, and audit columns say "
              + "system.",
          "List what travels by the thread, and carry it in the call: token, "
              + "tenant and locale in headers, set again on the other side before any "
              + "code of yours runs.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    for (Trait each : ground.traits(TraitKind.THREAD_STATE)) {
      Case found =
          cases
              .of(ground.subject(each.className()))
              .in(ground.map().contextOf(each.className()))
              .surely(each.certainty());
      if (each.detail().startsWith("a thread-local")) {
        found.sawFirst(each.name() + ": " + each.detail(), each.place());
      } else {
        found.saw(Ground.told(each), each.place());
      }
    }
    return cases.each(
        each ->
            each.says(
                Severity.MEDIUM,
                "%s of %s %s something by the thread%s"
                    .formatted(
                        Ground.count(each.places(), "place"),
                        Ground.named(each.subject()),
                        each.places() == 1 ? "keeps or finds" : "keep or find",
                        each.leading() == 0
                            ? ""
                            : "; " + Ground.count(each.leading(), "thread-local field"))));
  }
}
