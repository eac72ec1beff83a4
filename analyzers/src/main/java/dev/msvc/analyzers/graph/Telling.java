package dev.msvc.analyzers.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each word tells of where its nodes belong: how far above chance two types that share it
 * are in one community of the references, mean over several divisions. {@code outbox} may be as
 * rare as {@code invoice}, but is found in every corner.
 */
public final class Telling {
  /** All words tell the same. */
  static final Telling ALIKE = new Telling(List.of(), 0);

  /** What is believed of a word before it is looked at, and as how many pairs that counts. */
  private static final double PRIOR = 0.5;

  private static final double PRIOR_PAIRS = 3;
  private static final double POWER = 0.7;

  /** So many types in the coarsest community make their places known. */
  private static final int ENOUGH = 6;

  private final List<int[]> divisions;
  private final double trust;

  /**
   * Words are told apart by communities of references.
   *
   * @param divisions communities of the nodes by their references alone, the coarsest first
   * @param trust in references, 0 to 1: by 0 all words tell the same
   */
  public Telling(List<int[]> divisions, double trust) {
    this.divisions = divisions;
    this.trust = trust;
  }

  /**
   * The factor of each word, 0 to 1.
   *
   * @param having the types that have the word, as nodes
   * @param types how many types there are, the first nodes
   */
  double[] factors(List<List<Integer>> having, int types) {
    double[] factors = new double[having.size()];
    Arrays.fill(factors, factor(PRIOR));
    if (trust == 0) {
      Arrays.fill(factors, 1);
      return factors;
    }
    boolean[] heard = heard(types);
    List<List<Integer>> speakers =
        having.stream().map(all -> all.stream().filter(node -> heard[node]).toList()).toList();
    double[] sums = new double[having.size()];
    for (int[] division : divisions) {
      double chance = chance(division, types);
      for (int word = 0; word < sums.length; word++) {
        if (speakers.get(word).size() > 1) {
          sums[word] += lift(speakers.get(word), division, chance);
        }
      }
    }
    for (int word = 0; word < sums.length; word++) {
      if (speakers.get(word).size() > 1) {
        factors[word] = factor(sums[word] / divisions.size());
      }
    }
    return factors;
  }

  /**
   * The types whose place references know: those that few others are tied to are apart from all
   * others because nothing is seen to use them, not because they belong elsewhere.
   */
  private boolean[] heard(int types) {
    int[] coarsest = divisions.get(0);
    Map<Integer, Integer> sizes = sizes(coarsest, types);
    boolean[] heard = new boolean[types];
    for (int node = 0; node < types; node++) {
      heard[node] = sizes.getOrDefault(coarsest[node], 0) >= ENOUGH;
    }
    return heard;
  }

  private double factor(double lift) {
    return trust * Math.pow(lift, POWER) + 1 - trust;
  }

  /** The chance that two types are in one community. */
  private static double chance(int[] division, int types) {
    return sizes(division, types).values().stream()
        .mapToDouble(size -> Math.pow(size / (double) types, 2))
        .sum();
  }

  private static Map<Integer, Integer> sizes(int[] division, int types) {
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int node = 0; node < types; node++) {
      sizes.merge(division[node], 1, Integer::sum);
    }
    return sizes;
  }

  private static double lift(List<Integer> nodes, int[] division, double chance) {
    Map<Integer, Integer> sizes = new HashMap<>();
    nodes.forEach(node -> sizes.merge(division[node], 1, Integer::sum));
    double same =
        Communities.pairsIn(sizes.values()) + PRIOR_PAIRS * (chance + (1 - chance) * PRIOR);
    double share = same / (Communities.pairsIn(List.of(nodes.size())) + PRIOR_PAIRS);
    return chance >= 1 ? 0 : Math.max(0, (share - chance) / (1 - chance));
  }
}
