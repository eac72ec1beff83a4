package dev.msvc.model.shift;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which requests that the monolith answers are copied to the service, whose answers nobody gets.
 *
 * @param share of them, from 0 to 1
 * @param writes routes that change something and are copied all the same; of all others only safe
 *     methods are
 * @param noise whether the monolith is asked once more, too: what its own two answers differ in is
 *     no difference of the service's
 * @param line where the plan says it, from 1
 */
public record MirrorWord(double share, SortedSet<String> writes, boolean noise, int line) {
  public MirrorWord {
    writes = Collections.unmodifiableSortedSet(new TreeSet<>(writes));
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("a share of " + share);
    }
  }
}
