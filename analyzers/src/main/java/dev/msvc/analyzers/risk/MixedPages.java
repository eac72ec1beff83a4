package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.Severity;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Pages made of several contexts. */
final class MixedPages implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F13-MIXED-PAGES",
          "pages made of several contexts",
          "a method of a controller renders a page and calls classes of two "
              + "contexts or more beside its own, or of two where it has none",
          "The page belongs to nobody: when one part moves, the whole template "
              + "waits for a remote call, and its assets and messages come in two "
              + "versions.",
          "Choose an owner for each page. Compose it in the browser or at the "
              + "edge from parts that each context renders, or let the owner ask for "
              + "the data of the others in one call.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Map<String, SortedSet<String>> called = new HashMap<>();
    List<Trait> pages = ground.traits(TraitKind.PAGE);
    pages.forEach(each -> called.put(key(each.className(), each.method()), new TreeSet<>()));
    if (called.isEmpty()) {
      return List.of();
    }
    for (Reference each : ground.facts().references()) {
      SortedSet<String> contexts = called.get(key(each.from(), each.fromMember()));
      if (contexts != null && each.kind() == ReferenceKind.CALL) {
        contexts.add(ground.map().contextOf(each.to()));
      }
    }
    Cases cases = new Cases(ABOUT);
    for (Trait each : pages) {
      String context = ground.map().contextOf(each.className());
      SortedSet<String> contexts =
          called.getOrDefault(key(each.className(), each.method()), new TreeSet<>());
      contexts.remove("");
      contexts.remove(context);
      if (contexts.size() > 1) {
        cases
            .of(ground.subject(each.className()))
            .in(context)
            .in(contexts)
            .saw(
                "%s shows what is of %s"
                    .formatted(
                        Ground.method(each.className(), each.method()), Ground.some(contexts)),
                each.place())
            .surely(each.certainty());
      }
    }
    return cases.each(
        each ->
            each.says(
                Severity.MEDIUM,
                "%s of %s show%s what is of several other contexts"
                    .formatted(
                        Ground.count(each.count(), "page"),
                        Ground.named(each.subject()),
                        each.count() == 1 ? "s" : "")));
  }

  private static String key(String className, String method) {
    return className + "#" + method;
  }
}
