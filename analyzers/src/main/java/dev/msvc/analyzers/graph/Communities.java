package dev.msvc.analyzers.graph;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Communities of a weighted graph by the Leiden algorithm (Traag, Waltman, van Eck: From Louvain to
 * Leiden, 2019) on modularity with a resolution (Reichardt, Bornholdt 2006).
 */
public final class Communities {
  private static final double LEAST_GAIN = 1e-9;

  /** What lies between the seeds of attempts at one and the same. */
  private static final long SEEDS = 1_000;

  private Communities() {}

  /**
   * The community of each node, numbered from 0 in the order of their first nodes.
   *
   * @param weights one a pair, none negative
   * @param resolution higher for more and smaller communities; 1 is plain modularity
   * @param seed same seed, same communities
   */
  public static int[] of(Pairs pairs, double[] weights, double resolution, long seed) {
    return of(pairs, weights, new double[pairs.size()], resolution, seed);
  }

  /**
   * The same, where some pairs push each other away. What pushes does not count as a tie: the
   * weight of a node, which says how much chance would put together, is that of its ties alone.
   *
   * @param weights one a pair, none negative
   * @param apart one a pair, none negative: taken off the weight inside a community
   */
  public static int[] of(
      Pairs pairs, double[] weights, double[] apart, double resolution, long seed) {
    return of(pairs, weights, apart, resolution, seed, iterations(pairs.nodes()));
  }

  private static int[] of(
      Pairs pairs, double[] weights, double[] apart, double resolution, long seed, int iterations) {
    double[] degrees = degrees(pairs, weights);
    double total = Arrays.stream(degrees).sum();
    if (total == 0) {
      return IntStream.range(0, pairs.nodes()).toArray();
    }
    return Leiden.communities(
        network(pairs, weights, apart, degrees), resolution / total, iterations, seed);
  }

  private static Leiden.Network network(
      Pairs pairs, double[] weights, double[] apart, double[] degrees) {
    int[] firsts = new int[pairs.nodes() + 1];
    for (int i = 0; i < pairs.size(); i++) {
      if (weights[i] > 0 || apart[i] > 0) {
        firsts[pairs.first(i) + 1]++;
        firsts[pairs.second(i) + 1]++;
      }
    }
    for (int i = 0; i < pairs.nodes(); i++) {
      firsts[i + 1] += firsts[i];
    }
    int[] next = Arrays.copyOf(firsts, pairs.nodes());
    int[] ends = new int[firsts[pairs.nodes()]];
    double[] ties = new double[ends.length];
    for (int i = 0; i < pairs.size(); i++) {
      if (weights[i] > 0 || apart[i] > 0) {
        int first = next[pairs.first(i)]++;
        int second = next[pairs.second(i)]++;
        ends[first] = pairs.second(i);
        ends[second] = pairs.first(i);
        ties[first] = weights[i] - apart[i];
        ties[second] = ties[first];
      }
    }
    return new Leiden.Network(pairs.identities(), degrees, firsts, ends, ties);
  }

  /**
   * How often communities are improved: the more, the less depends on chance. Ten times, less often
   * in large graphs, and three times at least.
   */
  public static int iterations(int nodes) {
    return repeated(10, nodes);
  }

  /** How often something is done again: less often in large graphs, at least three times. */
  public static int repeated(int most, int nodes) {
    return Math.max(3, Math.min(most, 20_000 / Math.max(1, nodes)));
  }

  /** The sum of the weights of each node's pairs. */
  public static double[] degrees(Pairs pairs, double[] weights) {
    double[] degrees = new double[pairs.nodes()];
    for (int i = 0; i < pairs.size(); i++) {
      degrees[pairs.first(i)] += weights[i];
      degrees[pairs.second(i)] += weights[i];
    }
    return degrees;
  }

  /**
   * The best of several attempts, by the quality that they all optimise: one alone may end in a
   * local optimum, and a small change of the graph in another. Each has a seed of its own.
   *
   * @param iterations of each attempt
   */
  public static int[] best(
      Pairs pairs,
      double[] weights,
      double[] apart,
      double resolution,
      long seed,
      int starts,
      int iterations) {
    List<int[]> attempts =
        IntStream.range(0, starts)
            .mapToObj(
                start -> of(pairs, weights, apart, resolution, seed + start * SEEDS, iterations))
            .toList();
    return best(attempts, pairs, weights, apart, resolution);
  }

  private static int[] best(
      List<int[]> attempts, Pairs pairs, double[] weights, double[] apart, double resolution) {
    int[] best = attempts.get(0);
    if (attempts.size() == 1) {
      return best;
    }
    double most = Double.NEGATIVE_INFINITY;
    for (int[] each : attempts) {
      double quality = quality(pairs, weights, apart, each, resolution);
      if (quality > most + LEAST_GAIN) {
        most = quality;
        best = each;
      }
    }
    return best;
  }

  /**
   * The adjusted Rand index of two partitions (Hubert, Arabie 1985): 1 where they are the same, 0
   * where they agree as far as chance would have it.
   *
   * @param nodes how many of the first nodes count
   */
  public static double agreement(int[] some, int[] others, int nodes) {
    Map<Long, Integer> both = new HashMap<>();
    Map<Integer, Integer> first = new HashMap<>();
    Map<Integer, Integer> second = new HashMap<>();
    for (int i = 0; i < nodes; i++) {
      both.merge(((long) some[i] << 32) | others[i], 1, Integer::sum);
      first.merge(some[i], 1, Integer::sum);
      second.merge(others[i], 1, Integer::sum);
    }
    double together = pairsIn(both.values());
    double inFirst = pairsIn(first.values());
    double inSecond = pairsIn(second.values());
    double expected = nodes < 2 ? 0 : inFirst * inSecond / (nodes * (nodes - 1.0) / 2);
    double most = (inFirst + inSecond) / 2;
    return most == expected ? 0 : (together - expected) / (most - expected);
  }

  /** How many pairs there are inside groups of these sizes. */
  public static double pairsIn(LongStream sizes) {
    return sizes.mapToDouble(size -> size * (size - 1.0) / 2).sum();
  }

  static double pairsIn(Collection<Integer> sizes) {
    return pairsIn(sizes.stream().mapToLong(Integer::longValue));
  }

  /** The same groups, numbered from 0 in the order of their first nodes. */
  public static int[] renumbered(int[] groups) {
    int[] result = groups.clone();
    renumber(result);
    return result;
  }

  /** Numbers groups from 0 in the order of their first nodes, and says how many there are. */
  static int renumber(int[] groups) {
    int[] numbers = new int[Arrays.stream(groups).max().orElse(0) + 1];
    Arrays.fill(numbers, -1);
    int next = 0;
    for (int i = 0; i < groups.length; i++) {
      if (numbers[groups[i]] < 0) {
        numbers[groups[i]] = next++;
      }
      groups[i] = numbers[groups[i]];
    }
    return next;
  }

  /**
   * Newman's modularity of a partition: the share of the weight inside groups less the share that
   * chance would put there. Nodes of a negative group belong to none.
   */
  public static double modularity(Pairs pairs, double[] weights, int[] groups) {
    return quality(pairs, weights, new double[pairs.size()], groups, 1);
  }

  private static double quality(
      Pairs pairs, double[] weights, double[] apart, int[] groups, double resolution) {
    int count = Math.max(0, Arrays.stream(groups).max().orElse(-1)) + 1;
    double[] degree = new double[count];
    double inside = 0;
    double total = 0;
    for (int i = 0; i < pairs.size(); i++) {
      int a = groups[pairs.first(i)];
      int b = groups[pairs.second(i)];
      total += weights[i];
      if (a >= 0) {
        degree[a] += weights[i];
      }
      if (b >= 0) {
        degree[b] += weights[i];
      }
      if (a == b && a >= 0) {
        inside += weights[i] - apart[i];
      }
    }
    if (total == 0) {
      return 0;
    }
    double expected = 0;
    for (double d : degree) {
      expected += (d / (2 * total)) * (d / (2 * total));
    }
    return inside / total - resolution * expected;
  }
}
