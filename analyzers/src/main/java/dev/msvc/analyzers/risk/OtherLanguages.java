package dev.msvc.analyzers.risk;

import dev.msvc.model.Access;
import dev.msvc.model.Certainty;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.MappingFact;
import dev.msvc.model.Severity;
import dev.msvc.model.SourceLanguage;
import dev.msvc.model.TypeFact;
import java.util.List;

/** Classes in Kotlin, Groovy or Scala that map or use tables. */
final class OtherLanguages implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F17-OTHER-LANGUAGES",
          "data access in Kotlin, Groovy or Scala",
          "classes in another language of the Java platform map or access tables",
          "They are read lightly and cannot be moved by a Java recipe: a context that needs them"
              + " compiles only where their compiler runs, and accesses that were not seen are not"
              + " on the cut list.",
          "Plan these classes by hand: check the accesses of each against its source, and give the"
              + " service a build with that compiler, or translate them first.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    for (MappingFact each : ground.facts().mappings()) {
      TypeFact type = ground.map().type(each.className());
      if (type != null && type.language() != SourceLanguage.JAVA) {
        cases
            .of(type.language().title())
            .in(ground.map().contextOf(type.name()))
            .sawFirst(Ground.simple(type.name()) + " is mapped to " + each.table(), each.place())
            .surely(Certainty.INFERRED);
      }
    }
    for (Access each : ground.facts().accesses()) {
      TypeFact type = ground.map().type(each.className());
      if (type != null && type.language() != SourceLanguage.JAVA && !each.isMigration()) {
        cases
            .of(type.language().title())
            .in(ground.map().contextOf(type.name()))
            .saw(Ground.access(each), each.place())
            .surely(Certainty.INFERRED);
      }
    }
    return cases.each(
        each ->
            each.says(
                Severity.MEDIUM,
                "%s: %s of tables and %s"
                    .formatted(
                        each.subject(),
                        Ground.count(each.leading(), "mapping"),
                        Ground.count(each.count() - each.leading(), "access"))));
  }
}
