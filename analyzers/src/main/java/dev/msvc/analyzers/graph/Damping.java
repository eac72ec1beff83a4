package dev.msvc.analyzers.graph;

/**
 * How much less a tie weighs between nodes that have many of them: what all use, and what uses all,
 * says little of where the others belong.
 *
 * @param target a tie weighs 1 / (number of its target's users) to this power
 * @param source and 1 / (number of things that its source uses) to this one
 * @param hub types with more users, or that use more, than this share of all types hardly tie: 0 to
 *     1, where 1 leaves all
 */
public record Damping(double target, double source, double hub) {
  double of(int users, int used) {
    return Math.pow(Math.max(1, users), -target) * Math.pow(Math.max(1, used), -source);
  }

  /** Whether hubs tie as all others do. */
  public boolean sparesHubs() {
    return hub >= 1;
  }
}
