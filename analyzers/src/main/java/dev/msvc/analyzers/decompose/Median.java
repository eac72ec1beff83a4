package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.Communities;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * A division that others agree with as far as they can: none agrees more that has one thing in
 * another group, two groups as one, or what one of the others has apart taken out of its group. How
 * far they agree is the mean of the adjusted Rand indices (Hubert, Arabie 1985).
 *
 * <p>For each division is kept how much of each of its communities is in each group, so that to
 * look at one move takes as many steps as there are divisions.
 */
final class Median {
  private static final int ROUNDS = 30;
  private static final double LEAST_GAIN = 1e-9;

  private final List<int[]> runs;
  private final int[] sizes;

  /** Pairs that each run has together. */
  private final double[] byRun;

  private final int[] communities;
  private final double pairs;

  private int[] groups;
  private int count;
  private long[] groupSizes = {};

  /** For each run, how much is in both a community and a group: one row a community. */
  private final int[][] shared;

  /** Pairs that both each run and the groups have together. */
  private final double[] both;

  /** Pairs that the groups have together. */
  private double together;

  private Median(int[] groups, List<int[]> runs, int[] sizes) {
    this.groups = groups;
    this.runs = runs;
    this.sizes = sizes;
    communities = runs.stream().mapToInt(run -> Arrays.stream(run).max().orElse(-1) + 1).toArray();
    byRun = new double[runs.size()];
    shared = new int[runs.size()][];
    both = new double[runs.size()];
    for (int run = 0; run < byRun.length; run++) {
      long[] of = new long[communities[run]];
      for (int thing = 0; thing < sizes.length; thing++) {
        of[runs.get(run)[thing]] += sizes[thing];
      }
      byRun[run] = Communities.pairsIn(Arrays.stream(of));
    }
    pairs = Communities.pairsIn(LongStream.of(Arrays.stream(sizes).asLongStream().sum()));
    count();
  }

  /**
   * The one that is reached from some division.
   *
   * @param start the group of each thing
   * @param runs its community in each of those that are to agree
   * @param sizes how much each thing counts; what counts nothing goes where most see it in the end
   */
  static Median near(int[] start, List<int[]> runs, int[] sizes) {
    Median median = new Median(start.clone(), runs, sizes);
    for (int round = 0; round < ROUNDS; round++) {
      boolean better = median.move();
      better |= median.join();
      better |= median.part();
      if (!better) {
        break;
      }
    }
    median.follow();
    return median;
  }

  int[] groups() {
    return groups.clone();
  }

  /** How far all agree with it: at most 1. */
  double agreement() {
    return agreement(both, together);
  }

  private double agreement(double[] both, double together) {
    double sum = 0;
    for (int run = 0; run < both.length; run++) {
      double expected = pairs == 0 ? 0 : together * byRun[run] / pairs;
      double most = (together + byRun[run]) / 2;
      sum += most == expected ? 0 : (both[run] - expected) / (most - expected);
    }
    return sum / Math.max(1, both.length);
  }

  /** Counts anew, with as many empty groups as there are groups. */
  private void count() {
    groups = Communities.renumbered(groups);
    count = 2 * (Arrays.stream(groups).max().orElse(-1) + 1);
    groupSizes = new long[count];
    for (int thing = 0; thing < groups.length; thing++) {
      groupSizes[groups[thing]] += sizes[thing];
    }
    together = Communities.pairsIn(Arrays.stream(groupSizes));
    for (int run = 0; run < both.length; run++) {
      int[] of = new int[communities[run] * count];
      for (int thing = 0; thing < groups.length; thing++) {
        of[runs.get(run)[thing] * count + groups[thing]] += sizes[thing];
      }
      shared[run] = of;
      both[run] = Communities.pairsIn(Arrays.stream(of).asLongStream());
    }
  }

  private void put(int thing, int to) {
    together = with(thing, to, both);
    for (int run = 0; run < both.length; run++) {
      int row = runs.get(run)[thing] * count;
      shared[run][row + to] += sizes[thing];
      shared[run][row + groups[thing]] -= sizes[thing];
    }
    groupSizes[to] += sizes[thing];
    groupSizes[groups[thing]] -= sizes[thing];
    groups[thing] = to;
  }

  /**
   * Pairs that would be together with one thing in another group.
   *
   * @param both where those go that each run has, too
   */
  private double with(int thing, int to, double[] both) {
    double size = sizes[thing];
    for (int run = 0; run < both.length; run++) {
      int row = runs.get(run)[thing] * count;
      int more = shared[run][row + to] - shared[run][row + groups[thing]];
      both[run] = this.both[run] + size * (more + size);
    }
    return together + size * (groupSizes[to] - groupSizes[groups[thing]] + size);
  }

  /** Moves things one by one, each where all agree most, until none moves. */
  private boolean move() {
    boolean any = false;
    boolean again = true;
    double[] then = new double[both.length];
    for (int round = 0; again && round < ROUNDS; round++) {
      again = false;
      for (int thing = 0; thing < groups.length; thing++) {
        int best = groups[thing];
        double most = agreement() + LEAST_GAIN;
        for (int group = 0; group < count && sizes[thing] > 0; group++) {
          if (group != groups[thing] && groupSizes[group] > 0) {
            double there = agreement(then, with(thing, group, then));
            if (there > most) {
              most = there;
              best = group;
            }
          }
        }
        if (best != groups[thing]) {
          put(thing, best);
          again = true;
        }
      }
      any |= again;
    }
    return any;
  }

  /** Joins two groups where that is agreed on most, until none are. */
  private boolean join() {
    boolean any = false;
    for (boolean again = true; again; any |= again) {
      again = false;
      int first = 0;
      int second = 0;
      double most = agreement() + LEAST_GAIN;
      double[] then = new double[both.length];
      for (int one = 0; one < count; one++) {
        for (int other = one + 1; other < count && groupSizes[one] > 0; other++) {
          if (groupSizes[other] > 0) {
            double joined = agreement(then, joined(one, other, then));
            if (joined > most) {
              most = joined;
              first = one;
              second = other;
              again = true;
            }
          }
        }
      }
      for (int thing = 0; again && thing < groups.length; thing++) {
        if (groups[thing] == second) {
          put(thing, first);
        }
      }
    }
    return any;
  }

  private double joined(int one, int other, double[] both) {
    for (int run = 0; run < both.length; run++) {
      int[] of = shared[run];
      double more = 0;
      for (int row = 0; row < of.length; row += count) {
        more += (double) of[row + one] * of[row + other];
      }
      both[run] = this.both[run] + more;
    }
    return together + (double) groupSizes[one] * groupSizes[other];
  }

  /**
   * Takes what a community of some run has of a group out of it, for itself or to the group that
   * has most of this community.
   */
  private boolean part() {
    boolean any = false;
    boolean counted = false;
    for (int run = 0; run < both.length; run++) {
      if (!counted) {
        count();
        counted = true;
      }
      for (List<Integer> block : blocks(run)) {
        int from = groups[block.get(0)];
        int home = home(run, runs.get(run)[block.get(0)]);
        if (taken(block, empty()) || (home != from && taken(block, home))) {
          any = true;
          counted = false;
        }
      }
    }
    return any;
  }

  /** What each community of a run has of each group. */
  private List<List<Integer>> blocks(int run) {
    SortedMap<Integer, List<Integer>> blocks = new TreeMap<>();
    for (int thing = 0; thing < groups.length; thing++) {
      int place = runs.get(run)[thing] * count + groups[thing];
      blocks.computeIfAbsent(place, any -> new ArrayList<>()).add(thing);
    }
    return List.copyOf(blocks.values());
  }

  /** The group that has most of a community. */
  private int home(int run, int community) {
    int home = 0;
    for (int group = 1; group < count; group++) {
      int row = community * count;
      home = shared[run][row + group] > shared[run][row + home] ? group : home;
    }
    return home;
  }

  /** An empty group; -1 where none is left. */
  private int empty() {
    for (int group = 0; group < count; group++) {
      if (groupSizes[group] == 0) {
        return group;
      }
    }
    return -1;
  }

  /** Puts things of one group into another where more is agreed on then. */
  private boolean taken(List<Integer> things, int to) {
    int from = groups[things.get(0)];
    if (to < 0) {
      return false;
    }
    double before = agreement();
    things.forEach(thing -> put(thing, to));
    if (agreement() > before + LEAST_GAIN) {
      return true;
    }
    things.forEach(thing -> put(thing, from));
    return false;
  }

  /** What counts nothing goes to the group of which runs see most beside it. */
  private void follow() {
    count();
    for (int thing = 0; thing < groups.length; thing++) {
      if (sizes[thing] == 0) {
        double most = 0;
        double[] seen = new double[count];
        for (int run = 0; run < both.length; run++) {
          int row = runs.get(run)[thing] * count;
          long all = 0;
          for (int group = 0; group < count; group++) {
            all += shared[run][row + group];
          }
          for (int group = 0; group < count && all > 0; group++) {
            seen[group] += (double) shared[run][row + group] / all;
          }
        }
        for (int group = 0; group < count; group++) {
          if (seen[group] > most + LEAST_GAIN) {
            most = seen[group];
            groups[thing] = group;
          }
        }
      }
    }
  }
}
