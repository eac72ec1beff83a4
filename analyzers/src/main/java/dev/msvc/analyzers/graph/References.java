package dev.msvc.analyzers.graph;

import dev.msvc.model.ReferenceKind;
import java.util.Map;

/** The view of references: how strongly each type leans on each other one. */
public final class References {
  /** A hub has more neighbours than this in any system. */
  private static final int LEAST_HUB = 10;

  /** What remains of the ties of a hub. */
  private static final double HUB = 0.02;

  private References() {}

  /**
   * What one reference of a kind ties: what a type is made of ties most, then sharing a nature,
   * then using, then naming.
   */
  static double weight(ReferenceKind kind) {
    return switch (kind) {
      case FIELD -> 4;
      case INHERIT, IMPLEMENT -> 3;
      case INJECTED -> 2.5;
      case CALL, EVENT_HANDLED, EVENT_PUBLISHED -> 1.5;
      case CONSTRUCT, PARAMETER, RETURN, TYPE_ARGUMENT, WIRED -> 1;
      case TYPE_USE -> 0.5;
      case SIGNATURE, ANNOTATION, EXCEPTION -> 0.3;
      case CONSTANT, INLINED -> 0.2;
    };
  }

  /**
   * The weight of all references of one type to another; the tenth call says less than the first.
   */
  public static double weight(Map<ReferenceKind, Integer> kinds) {
    double sum = 0;
    for (Map.Entry<ReferenceKind, Integer> kind : kinds.entrySet()) {
      sum += weight(kind.getKey()) * (1 + Math.log(kind.getValue()));
    }
    return sum;
  }

  /** How many types refer to each node. */
  public static int[] inDegrees(CodeGraph graph) {
    int[] degrees = new int[graph.size()];
    graph.links().forEach(link -> degrees[link.to()]++);
    return degrees;
  }

  /**
   * Ties between types.
   *
   * @param damping a reference weighs 1 / (number of types that use its target) to this power: what
   *     all use says little of where its users belong
   */
  public static Ties ties(CodeGraph graph, double damping) {
    return ties(graph, new Damping(damping, 0, 1));
  }

  /** Ties between types. */
  public static Ties ties(CodeGraph graph, Damping damping) {
    int[] users = inDegrees(graph);
    int[] used = new int[graph.size()];
    graph.links().forEach(link -> used[link.from()]++);
    double hub = Math.max(LEAST_HUB, damping.hub() * graph.types().size());
    Calls calls = new Calls(graph);
    Ties ties = new Ties();
    for (CodeGraph.Link link : graph.links()) {
      boolean ofHub = users[link.to()] > hub || used[link.from()] > hub;
      ties.add(
          link.from(),
          link.to(),
          weight(link.dependency().kinds())
              * damping.of(users[link.to()], used[link.from()])
              * calls.of(link)
              * (ofHub ? HUB : 1));
    }
    return ties;
  }
}
