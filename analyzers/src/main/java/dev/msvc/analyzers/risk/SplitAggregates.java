package dev.msvc.analyzers.risk;

import dev.msvc.analyzers.aggregate.Aggregates;
import dev.msvc.model.Aggregate;
import dev.msvc.model.Aggregate.Part;
import dev.msvc.model.Certainty;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import java.util.List;

/** Aggregates whose parts are in other contexts than their root. */
final class SplitAggregates implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F15-SPLIT-AGGREGATE",
          "an aggregate over several contexts",
          "an entity lives and dies with the root of its aggregate, by "
              + "its mapping or its key, and the two are in different "
              + "contexts",
          "What is stored and removed in one go becomes two calls, and "
              + "an invariant that one transaction kept is kept by nobody: "
              + "parts stay behind when their root is removed.",
          "Move the part to its root, or make it a root of its own: it "
              + "keeps the root's id and nothing else, and is removed when an "
              + "event says that the root is gone.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    for (Aggregate aggregate : Aggregates.of(ground.map())) {
      for (Part part : aggregate.members()) {
        String context = context(ground, part);
        if (!context.isEmpty()
            && !aggregate.context().isEmpty()
            && !context.equals(aggregate.context())) {
          Case found = cases.of(aggregate.name()).in(aggregate.context()).in(context);
          String what = "%s of %s: %s".formatted(Ground.simple(part.name()), context, part.why());
          if (part.certainty() == Certainty.PARSED) {
            found.sawFirst(what, part.place());
          } else {
            found.saw(what, part.place());
          }
        }
      }
    }
    return cases.each(
        each -> {
          // one that the mapping removes is enough to be sure
          each.surely(each.leading() > 0 ? Certainty.PARSED : Certainty.INFERRED);
          return each.says(
              each.leading() > 0 ? Severity.HIGH : Severity.MEDIUM,
              "%s: %s of it %s elsewhere: it lies over %s"
                  .formatted(
                      Ground.simple(each.subject()),
                      Ground.count(each.count(), "part"),
                      each.count() == 1 ? "is" : "are",
                      Ground.some(each.contexts())));
        });
  }

  private static String context(Ground ground, Part part) {
    String context = part.className().isEmpty() ? "" : ground.map().contextOf(part.className());
    return context.isEmpty() && !part.table().isEmpty() ? ground.owner(part.table()) : context;
  }
}
