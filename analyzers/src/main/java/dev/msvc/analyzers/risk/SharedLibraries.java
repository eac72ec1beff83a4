package dev.msvc.analyzers.risk;

import dev.msvc.model.Dependency;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import dev.msvc.model.TypeFact;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Modules of the build that nearly all use. */
final class SharedLibraries implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F14-SHARED-LIBRARY",
          "a module of the build that many others use",
          "three modules or more of the build, and a third of all, depend on it; "
              + "classes of three contexts or more use its types",
          "In several repositories it becomes a jar with a version: each change "
              + "of a shared class must be released to all services at once, and the "
              + "distributed monolith is there.",
          "Split it before services use it: types of one context go to that "
              + "context, data that travels becomes a contract with its own version, "
              + "and only what knows nothing of the domain stays a library.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  private static final int MANY = 3;

  @Override
  public List<Finding> find(Ground ground) {
    Map<String, SortedSet<String>> users = new TreeMap<>();
    for (Dependency each : ground.map().decomposition().dependencies()) {
      TypeFact to = ground.map().type(each.to());
      TypeFact from = ground.map().type(each.from());
      if (to != null && from != null && !to.module().equals(from.module())) {
        users
            .computeIfAbsent(to.module(), any -> new TreeSet<>())
            .add(ground.map().contextOf(from.name()));
      }
    }
    users.values().forEach(each -> each.remove(""));
    Cases cases = new Cases(ABOUT);
    for (Trait each : ground.traits(TraitKind.MODULE_USE)) {
      SortedSet<String> contexts = users.getOrDefault(each.name(), new TreeSet<>());
      if (contexts.size() >= MANY) {
        cases
            .of(each.name())
            .in(contexts)
            .saw(each.detail(), each.place())
            .surely(each.certainty());
      }
    }
    return cases
        .where(each -> each.count() >= Math.max(MANY, ground.facts().summary().modules() / 3))
        .each(
            each ->
                each.says(
                    Severity.MEDIUM,
                    "%s is used by %s of the build and by classes of %s"
                        .formatted(
                            each.subject().isEmpty() ? "the root module" : each.subject(),
                            Ground.count(each.count(), "module"),
                            Ground.some(each.contexts()))));
  }
}
