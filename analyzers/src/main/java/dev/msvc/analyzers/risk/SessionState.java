package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is kept in the user's session. */
final class SessionState implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F05-SESSION-STATE",
          "state in the user's session",
          "code sets or reads attributes of the HTTP session, or beans live as "
              + "long as the session",
          "The session lives in the monolith's memory: a service sees none of it, "
              + "and a user who is sent to the other side is logged out or has an empty "
              + "basket.",
          "Bridge it first: a token that both sides accept (issued by the "
              + "monolith from its session), and the few attributes that a moved page "
              + "needs in its claims or behind a call; shrink the rest while it is "
              + "still one program.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    SortedMap<String, SortedSet<String>> users = ground.users(TraitKind.SESSION_STATE);
    Cases cases = new Cases(ABOUT);
    for (Trait each : ground.traits(TraitKind.SESSION_STATE)) {
      SortedSet<String> sharing = users.getOrDefault(each.name(), new TreeSet<>());
      Case found = cases.of(ground.subject(each.className())).surely(each.certainty());
      found.in(ground.map().contextOf(each.className()));
      String what = "%s: %s".formatted(each.name(), each.detail());
      if (sharing.size() > 1 && !each.name().equals("(computed)")) {
        found.in(sharing).sawFirst(what + ", shared by " + Ground.some(sharing), each.place());
      } else {
        found.saw(what, each.place());
      }
    }
    return cases.each(
        each ->
            each.says(
                each.leading() > 0 ? Severity.HIGH : Severity.MEDIUM,
                "%s of %s %s the session%s"
                    .formatted(
                        Ground.count(each.places(), "place"),
                        Ground.named(each.subject()),
                        each.places() == 1 ? "uses" : "use",
                        each.leading() == 0
                            ? ""
                            : "; %,d for attributes that other contexts use, too"
                                .formatted(each.leading()))));
  }
}
