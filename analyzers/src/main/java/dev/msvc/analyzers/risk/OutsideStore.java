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

/** What rules about a store beside the database say alike. */
final class OutsideStore {
  private static final String COMPUTED = "(computed)";

  private OutsideStore() {}

  /**
   * One for each context; what several contexts do to one key comes first, and makes it high.
   *
   * @param does what one place does
   * @param all what several do
   */
  static List<Finding> find(
      FindingRule rule, Ground ground, TraitKind kind, String does, String all) {
    return cases(rule, ground, kind)
        .each(
            each ->
                each.says(
                    each.leading() > 0 ? Severity.HIGH : Severity.MEDIUM, said(each, does, all)));
  }

  private static Cases cases(FindingRule rule, Ground ground, TraitKind kind) {
    SortedMap<String, SortedSet<String>> users = ground.users(kind);
    Cases cases = new Cases(rule);
    for (Trait each : ground.traits(kind)) {
      Case found =
          cases
              .of(ground.subject(each.className()))
              .in(ground.map().contextOf(each.className()))
              .surely(each.certainty());
      SortedSet<String> sharing =
          each.name().equals(COMPUTED)
              ? new TreeSet<>()
              : users.getOrDefault(each.name(), new TreeSet<>());
      if (sharing.size() > 1) {
        found
            .in(sharing)
            .sawFirst(Ground.told(each) + ", shared by " + Ground.some(sharing), each.place());
      } else {
        found.saw(Ground.told(each), each.place());
      }
    }
    return cases;
  }

  private static String said(Case found, String does, String all) {
    return "%s of %s %s%s"
        .formatted(
            Ground.count(found.places(), "place"),
            Ground.named(found.subject()),
            found.places() == 1 ? does : all,
            found.leadingPlaces() == 0
                ? ""
                : "; %,d for keys that other contexts use, too".formatted(found.leadingPlaces()));
  }
}
