package dev.msvc.model;

/**
 * How often a context is changed.
 *
 * @param commits to it, ever
 * @param recent those of the last two years before the tip
 * @param shared how many of the commits changed classes of other contexts, too
 */
public record ContextChange(String context, int commits, int recent, int shared) {
  /** The share of its commits that cross its boundary, 0 to 1. */
  public double sharedShare() {
    return commits == 0 ? 0 : (double) shared / commits;
  }
}
