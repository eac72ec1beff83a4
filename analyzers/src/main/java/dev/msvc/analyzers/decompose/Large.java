package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.Communities;
import dev.msvc.analyzers.graph.Layers;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;

/**
 * Groups too large for one service. Over a whole system, modularity does not see what is small
 * beside it (the resolution limit: Fortunato, Barthélemy: Resolution limit in community detection,
 * 2007). So each of these groups is divided once more for itself, by the same settings, and stays
 * divided where they agree on its parts, unless these are its layers.
 */
final class Large {
  /** Of 355 services of 51 public systems, the largest had 220 types. */
  private static final int TYPES = 250;

  /** How far settings must agree on the parts, as a mean adjusted Rand index. */
  private static final double AGREED = 0.55;

  private Large() {}

  /**
   * Divides what is too large.
   *
   * @param runs that divide a group by the settings by which all was divided
   */
  static Division divide(Division found, Runs runs) {
    List<SortedSet<Integer>> large =
        found.members().stream().filter(group -> runs.types(group) > TYPES).toList();
    if (large.isEmpty()) {
      return found;
    }
    List<List<int[]>> ways = runs.of(large, found.runs().size(), starts(runs.graph().size()));
    long[] identities = runs.pairs().identities();
    Division division = found;
    for (int i = 0; i < large.size(); i++) {
      SortedSet<Integer> group = large.get(i);
      int types = runs.types(group);
      long[] own = group.stream().mapToLong(node -> identities[node]).toArray();
      int[] parts = Agreed.on(ways.get(i), types, own);
      if (Agreed.agreement(ways.get(i), parts, types) >= AGREED
          && !Layers.divide(runs.graph(), spread(group, parts, runs.graph().size()))) {
        division = division.parted(group, parts, ways.get(i));
      }
    }
    return new Division(Communities.renumbered(division.groups()), division.runs());
  }

  /** The part of each node of a system; -1 for those that are not in the group. */
  private static int[] spread(SortedSet<Integer> group, int[] parts, int nodes) {
    int[] part = new int[nodes];
    Arrays.fill(part, -1);
    int place = 0;
    for (int node : group) {
      part[node] = parts[place++];
    }
    return part;
  }

  /**
   * Attempts at each setting, so that parts stay when a class is added: three, two in systems of
   * more than 3,333 nodes, and one in those of more than 5,000.
   */
  private static int starts(int nodes) {
    return Math.max(1, Math.min(3, 10_000 / Math.max(1, nodes)));
  }
}
