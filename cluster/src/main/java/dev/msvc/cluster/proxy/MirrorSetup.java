package dev.msvc.cluster.proxy;

import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.ShiftPlan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which requests that the monolith answers are copied to the service.
 *
 * @param share of them, from 0 to 1
 * @param writes names of rules whose requests change something and are copied all the same
 * @param ignore what is not compared of their answers
 */
public record MirrorSetup(double share, Set<String> writes, List<String> ignore) {
  public MirrorSetup {
    writes = Set.copyOf(writes);
    ignore = List.copyOf(ignore);
  }

  /** As a plan says; empty where it copies nothing. */
  public static Optional<MirrorSetup> of(ShiftPlan plan) {
    return plan.mirror()
        .map(
            word ->
                new MirrorSetup(
                    word.share(),
                    plan.rules().stream()
                        .map(Rule::id)
                        .filter(id -> word.writes().contains(id.replaceFirst("-stage-[0-9]+$", "")))
                        .collect(Collectors.toSet()),
                    plan.compare().ignore()));
  }

  /** Whether requests of a rule may be copied; of those that change nothing by HTTP's word only. */
  boolean copies(Rule rule, String method) {
    boolean changes = rule.kind() == Rule.Kind.WRITE || rule.kind() == Rule.Kind.COHORT;
    return changes
        ? writes.contains(rule.id())
        : method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
  }
}
