package dev.msvc.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What runs, by contexts.
 *
 * @param contexts all of them, most requests first
 * @param edges from one context to another, most first
 */
public record Load(List<ContextLoad> contexts, List<Edge> edges) {
  public Load {
    contexts = List.copyOf(contexts);
    edges = List.copyOf(edges);
  }

  /** The load of a context; null where there is none. */
  public @Nullable ContextLoad of(String context) {
    for (ContextLoad each : contexts) {
      if (each.context().equals(context)) {
        return each;
      }
    }
    return null;
  }

  /**
   * What a context serves.
   *
   * @param requests of its entry points
   * @param share of all matched requests, between 0 and 1
   * @param errors requests that were answered with an error
   * @param callsIn calls by classes of other contexts that traces show
   * @param callsOut calls of classes of other contexts that traces show
   * @param foreignStatements its statements on tables of others that traces show
   */
  public record ContextLoad(
      String context,
      long requests,
      double share,
      long errors,
      long callsIn,
      long callsOut,
      long foreignStatements) {}

  /**
   * What crosses from one context to another at run time, as traces show it.
   *
   * @param calls of classes
   * @param reads statements that read tables of the other
   * @param writes statements that write tables of the other
   * @param volume all of these together, scaled up to all requests where traces are a sample
   */
  public record Edge(String from, String to, long calls, long reads, long writes, long volume) {}
}
