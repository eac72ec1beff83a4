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
 * @param noise whether the monolith is asked once more, too
 * @param ignore what is not compared of their answers
 */
public record MirrorSetup(double share, Set<String> writes, boolean noise, List<String> ignore) {
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
                    word.noise(),
                    plan.compare().ignore()));
  }

  /** Whether requests of a rule may be copied; of those that change nothing by HTTP's word only. */
  boolean copies(Rule rule, String method) {
    boolean changes = rule.kind() == Rule.Kind.WRITE || rule.kind() == Rule.Kind.COHORT;
    return changes ? writes.contains(rule.id()) : isSafe(method);
  }

  /** Whether the monolith is asked once more, too: never where that could change something. */
  boolean asksAgain(Rule rule, String method) {
    return noise && !writes.contains(rule.id()) && isSafe(method);
  }

  private static boolean isSafe(String method) {
    return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
  }
}
