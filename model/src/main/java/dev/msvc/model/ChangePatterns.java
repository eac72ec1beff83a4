package dev.msvc.model;

import java.util.List;

/**
 * What changes, and what changes together.
 *
 * @param silent why nothing is said, in a sentence; empty where there is evidence enough
 * @param joint commits that changed two or more classes of contexts
 * @param crossing those of them that changed classes of two or more contexts
 * @param classes most often changed first
 * @param contexts most often changed first
 * @param pairs those across contexts first, then by commits
 */
public record ChangePatterns(
    String silent,
    int joint,
    int crossing,
    List<ClassChange> classes,
    List<ContextChange> contexts,
    List<CoChange> pairs) {
  public ChangePatterns {
    classes = List.copyOf(classes);
    contexts = List.copyOf(contexts);
    pairs = List.copyOf(pairs);
  }

  /** The share of commits to several classes that cross a boundary, 0 to 1. */
  public double crossingShare() {
    return joint == 0 ? 0 : (double) crossing / joint;
  }
}
