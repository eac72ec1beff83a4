package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Entities that the mapper keeps beyond a session. */
final class SecondLevelCache implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F08-SECOND-LEVEL-CACHE",
          "entities or queries in the mapper's second-level cache",
          "entities are marked as cacheable in annotations or mapping files, or "
              + "settings switch the cache or the cache of queries on",
          "The mapper believes that it alone writes the table. As soon as a "
              + "service, or a script of the way back, writes it too, the monolith "
              + "serves old rows and writes them back over new ones.",
          "Switch it off for the tables of a context before that context moves; "
              + "measure what it costs while there is still only one writer.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Set<String> contested = new HashSet<>();
    ground.map().contestedTables().forEach(each -> contested.addAll(each.entities()));
    Cases cases = new Cases(ABOUT);
    for (Trait each : ground.traits(TraitKind.SECOND_LEVEL_CACHE)) {
      boolean setting = each.className().isEmpty();
      Case found =
          cases
              .of(setting ? "settings" : ground.subject(each.className()))
              .in(ground.map().contextOf(each.className()))
              .surely(each.certainty());
      if (contested.contains(each.className())) {
        found.sawFirst(
            "%s: %s; several contexts write it".formatted(each.name(), each.detail()),
            each.place());
      } else {
        found.saw(setting ? each.detail() : each.name() + ": " + each.detail(), each.place());
      }
    }
    return cases.each(
        each ->
            each.subject().equals("settings")
                ? each.says(
                    Severity.LOW,
                    "the second-level cache is switched on at "
                        + Ground.count(each.places(), "place"))
                : each.says(
                    each.leading() > 0 ? Severity.HIGH : Severity.MEDIUM,
                    "entities of %s are kept in the second-level cache, by %s%s"
                        .formatted(
                            Ground.named(each.subject()),
                            Ground.count(each.count(), "mark"),
                            each.leading() == 0 ? "" : "; several contexts write some of them")));
  }
}
