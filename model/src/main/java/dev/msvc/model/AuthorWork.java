package dev.msvc.model;

import java.util.List;

/**
 * Where a person works, in the last two years before the tip.
 *
 * @param commits to classes of contexts
 * @param home the context with most of them
 * @param atHome the share of the commits that touch it, 0 to 1
 * @param contexts those with at least three of the commits, most first
 */
public record AuthorWork(
    String author, int commits, String home, double atHome, List<String> contexts) {
  public AuthorWork {
    contexts = List.copyOf(contexts);
  }
}
