package dev.msvc.analyzers.history;

import java.util.List;

/**
 * What a commit did to source files.
 *
 * @param sources how many source files it changed, added, removed or moved
 * @param changed paths that it changed or added, in the order of git
 * @param moved files that it took elsewhere, whether it changed them on the way or not
 */
record Touched(int sources, List<String> changed, List<Move> moved) {
  static final Touched NOTHING = new Touched(0, List.of(), List.of());

  Touched {
    changed = List.copyOf(changed);
    moved = List.copyOf(moved);
  }
}
