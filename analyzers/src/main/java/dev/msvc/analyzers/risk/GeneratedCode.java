package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Code that only the build knows. */
final class GeneratedCode implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F11-GENERATED-CODE",
          "code that a processor, a generator or a weaver makes",
          "the build names annotation processors (Lombok, MapStruct, Querydsl), "
              + "generators of sources (JAXB, WSDL, protobuf) or weavers (AspectJ)",
          "What is moved is not what is compiled: the service's build needs the "
              + "same tools in the same versions and order, and woven behaviour "
              + "(transactions, security) is silently missing where the weaver does not "
              + "run.",
          "Have a green build of the monolith first. Take each tool over into the "
              + "service's build; replace woven aspects of moved classes by plain calls "
              + "where it is few.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    Set<String> woven = new TreeSet<>();
    for (Trait each :
        ground.traits(
            TraitKind.ANNOTATION_PROCESSOR, TraitKind.SOURCE_GENERATOR, TraitKind.WEAVING)) {
      cases.of(each.name()).saw(each.detail(), each.place()).surely(each.certainty());
      if (each.kind() == TraitKind.WEAVING) {
        woven.add(each.name());
      }
    }
    return cases.each(
        each ->
            each.says(
                woven.contains(each.subject()) ? Severity.MEDIUM : Severity.LOW,
                "%s works on the code at %s of the build"
                    .formatted(each.subject(), Ground.count(each.places(), "place"))));
  }
}
