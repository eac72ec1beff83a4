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

/** Caches of the application. */
final class Caches implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F08-CACHE",
          "a cache of the application",
          "annotations name a cache, a configuration defines one, or a field " + "holds one",
          "From the first step on two programs write the same database: each "
              + "side's cache goes stale with the other's writes, and nobody gets an "
              + "error.",
          "For each cache decide before the first step: short time to live, "
              + "invalidation by events of the other side, or off while both live.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    SortedMap<String, SortedSet<String>> users = ground.users(TraitKind.CACHE);
    Cases cases = new Cases(ABOUT);
    for (Trait each : ground.traits(TraitKind.CACHE)) {
      SortedSet<String> sharing = users.getOrDefault(each.name(), new TreeSet<>());
      Case found =
          cases
              .of(each.className().isEmpty() ? "settings" : ground.subject(each.className()))
              .in(ground.map().contextOf(each.className()))
              .surely(each.certainty());
      String what = "%s: %s".formatted(each.name(), each.detail());
      if (sharing.size() > 1) {
        found.in(sharing).sawFirst(what + ", shared by " + Ground.some(sharing), each.place());
      } else {
        found.saw(what, each.place());
      }
    }
    return cases.each(
        each ->
            each.says(
                each.leading() > 0
                    ? Severity.HIGH
                    : each.subject().equals("settings") ? Severity.LOW : Severity.MEDIUM,
                "%s with caches in %s%s"
                    .formatted(
                        Ground.count(each.places(), "place"),
                        Ground.named(each.subject()),
                        each.leading() == 0
                            ? ""
                            : "; %,d for caches that other contexts use, too"
                                .formatted(each.leading()))));
  }
}
