package dev.msvc.analyzers.decompose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Types and tables divided into groups, and what the settings that agree on it say.
 *
 * @param groups the group of each node
 * @param runs the community of each node in each run
 */
record Division(int[] groups, List<int[]> runs) {

  /** The nodes of each group. */
  List<SortedSet<Integer>> members() {
    List<SortedSet<Integer>> members = new ArrayList<>();
    for (int node = 0; node < groups.length; node++) {
      while (members.size() <= groups[node]) {
        members.add(new TreeSet<>());
      }
      members.get(groups[node]).add(node);
    }
    return members;
  }

  /**
   * The same, where one group is divided, in each run by one of several ways.
   *
   * @param group its nodes
   * @param parts the part of each of them, in their order
   * @param ways the same as single runs have it
   */
  Division parted(SortedSet<Integer> group, int[] parts, List<int[]> ways) {
    List<int[]> each = new ArrayList<>();
    for (int run = 0; run < runs.size(); run++) {
      each.add(parted(runs.get(run), group, ways.get(run % ways.size())));
    }
    return new Division(parted(groups, group, parts), each);
  }

  private static int[] parted(int[] division, SortedSet<Integer> group, int[] parts) {
    int[] parted = division.clone();
    int next = Arrays.stream(division).max().orElse(-1) + 1;
    Map<List<Integer>, Integer> numbers = new HashMap<>();
    int place = 0;
    for (int node : group) {
      List<Integer> of = List.of(division[node], parts[place++]);
      parted[node] = next + numbers.computeIfAbsent(of, any -> numbers.size());
    }
    return parted;
  }
}
