package dev.msvc.analyzers.risk;

import dev.msvc.analyzers.call.MethodGraph;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.MethodFact;
import dev.msvc.model.Severity;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import dev.msvc.model.TypeFact;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Files that are only where they were written. */
final class LocalDisc implements Rule {
  private static final int HIGHEST = 20;
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F08-LOCAL-FILES",
          "files that are kept on the local disc",
          "a method writes a file, or stores an upload, at a place that its class knows or that its"
              + " callers give; files that are called temporary or deleted in the same method, and"
              + " tools that people run by hand, are left out",
          "The disc of a pod is gone when the pod is, with all that users uploaded; and of several"
              + " replicas only one has the file, so that the next request does not find it.",
          "Decide of each whether it must stay: keep it in an object store or a table, on a volume"
              + " that all replicas mount, or, where it can be made again, below a temporary"
              + " folder.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    cases.saw(ground, kept(ground), each -> ground.subject(each.className()), Ground::told);
    return cases.each(
        each ->
            each.says(
                Severity.MEDIUM,
                "%s of %s write%s files on the local disc"
                    .formatted(
                        Ground.count(each.places(), "place"),
                        Ground.named(each.subject()),
                        each.places() == 1 ? "s" : "")));
  }

  /** Of what is only guessed those that something from outside reaches. */
  private static List<Trait> kept(Ground ground) {
    List<Trait> all = ground.traits(TraitKind.LOCAL_FILE);
    if (all.stream().noneMatch(each -> each.certainty() == Certainty.GUESSED)) {
      return all;
    }
    Set<MethodGraph.Method> reached = entries(ground);
    reached.addAll(new MethodGraph(ground.map()).reached(reached));
    return all.stream()
        .filter(
            each ->
                each.certainty() != Certainty.GUESSED
                    || reached.contains(new MethodGraph.Method(each.className(), each.method())))
        .toList();
  }

  /** Methods that something from outside calls; those that a handler's class inherits, too. */
  private static Set<MethodGraph.Method> entries(Ground ground) {
    Set<MethodGraph.Method> all = new LinkedHashSet<>();
    for (EntryPoint each : ground.facts().entryPoints()) {
      String type = each.kind() == EntryPointKind.MAIN ? null : each.className();
      for (int i = 0; type != null && i < HIGHEST; i++) {
        all.add(new MethodGraph.Method(type, each.method()));
        TypeFact at = ground.map().type(type);
        if (each.method().isEmpty() && at != null) {
          for (MethodFact method : at.methods()) {
            all.add(new MethodGraph.Method(type, method.name()));
          }
        }
        type = at == null ? null : at.superclass();
      }
    }
    return all;
  }
}
