package dev.msvc.analyzers.graph;

import dev.msvc.model.ReferenceKind;
import java.util.Map;

/**
 * How far a call says that caller and called belong together, by their layers. What answers
 * requests calls what serves it, and that what stores its data: such calls stay inside. Where
 * something inside calls what answers requests, people would ask another service. Calls between
 * what neither answers requests nor touches data cross more often than those to what does. Of the
 * calls in 51 systems put together from services, 85 % of the first kind lead across, 13 % of the
 * second, and 8 % of all others.
 */
final class Calls {
  private static final double OF_WHAT_ANSWERS = 0.2;
  private static final double AWAY_FROM_DATA = 0.6;

  /** Types that answer requests, and those that such types implement. */
  private final boolean[] answers;

  private final boolean[] data;

  Calls(CodeGraph graph) {
    answers = new boolean[graph.size()];
    graph.entryPoints().keySet().forEach(node -> answers[node] = graph.isAsked(node));
    data = new boolean[graph.size()];
    graph.uses().forEach(use -> data[use.type()] = true);
    boolean[] own = answers.clone();
    for (CodeGraph.Link link : graph.links()) {
      if (own[link.from()] && link.dependency().kinds().containsKey(ReferenceKind.IMPLEMENT)) {
        answers[link.to()] = true;
      }
    }
  }

  /** What a reference weighs, 0 to 1, times its weight. */
  double of(CodeGraph.Link link) {
    Map<ReferenceKind, Integer> kinds = link.dependency().kinds();
    if (!kinds.containsKey(ReferenceKind.CALL)
        || kinds.containsKey(ReferenceKind.INHERIT)
        || kinds.containsKey(ReferenceKind.IMPLEMENT)) {
      return 1;
    }
    if (answers[link.to()]) {
      return OF_WHAT_ANSWERS;
    }
    return answers[link.from()] || data[link.from()] || data[link.to()] ? 1 : AWAY_FROM_DATA;
  }
}
