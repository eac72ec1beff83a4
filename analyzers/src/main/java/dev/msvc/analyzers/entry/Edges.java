package dev.msvc.analyzers.entry;

import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The nodes that come after one in a graph of calls. */
final class Edges {
  private final TreeSet<Integer> all = new TreeSet<>();
  private final TreeSet<Integer> sure = new TreeSet<>();

  /**
   * Adds a node.
   *
   * @param isSure whether it is known that it follows, and not only one of several that may
   */
  void add(@Nullable Integer node, boolean isSure) {
    if (node != null && node >= 0) {
      all.add(node);
      if (isSure) {
        sure.add(node);
      }
    }
  }

  /** Adds nodes of which one follows. */
  void addOne(Collection<Integer> nodes) {
    nodes.forEach(each -> add(each, nodes.size() == 1));
  }

  int[] all() {
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  int[] sure() {
    return sure.stream().mapToInt(Integer::intValue).toArray();
  }
}
