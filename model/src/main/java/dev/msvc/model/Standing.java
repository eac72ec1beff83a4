package dev.msvc.model;

import java.util.List;

/**
 * How sure a type's place is.
 *
 * @param confidence the share of runs, each with other settings, in which the type was with most of
 *     its context's types: 0 to 1
 * @param alternatives other contexts that it was with, most often first
 * @param because why it is where fewer runs see it than elsewhere; empty where it is not, or where
 *     no one reason decided
 */
public record Standing(double confidence, List<Alternative> alternatives, String because) {
  /** A place that was told, and is not in question. */
  public static final Standing TOLD = new Standing(1, List.of(), "");

  public Standing {
    alternatives = List.copyOf(alternatives);
  }

  /**
   * Another context that a type might belong to.
   *
   * @param share of the runs in which it was there: 0 to 1
   */
  public record Alternative(String context, double share) {}

  /** Whether a person should decide: it was somewhere else in two of five runs, or more often. */
  public boolean isInDoubt() {
    return confidence < 0.6;
  }
}
