package dev.msvc.analyzers.graph;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The Leiden algorithm (Traag, Waltman, van Eck: From Louvain to Leiden, 2019) on modularity with a
 * resolution: nodes move to the group of a neighbour as long as that pays, groups are refined into
 * well connected parts, and the parts become the nodes of the next, smaller network.
 *
 * <p>What the paper leaves to chance is drawn from the identities of nodes here and not from a row
 * of random numbers, so that one node more leaves all others in their order, and with their lots. A
 * lot counts no less for a part that gains less: runs that differ more agree better in the end.
 */
final class Leiden {
  /** How many steps of one iteration may draw: three a level. */
  private static final int STEPS = 1024;

  private static final long PLACE = 0xFFF_FFFFL;

  /**
   * What a move has to gain, as a share of a node's weight. Sums of weights are rounded: without
   * it, nodes that gain nothing go round among groups that are alike, and never end.
   */
  private static final double ROUNDING = 1e-10;

  private final double resolution;
  private final long seed;

  private Leiden(double resolution, long seed) {
    this.resolution = resolution;
    this.seed = seed;
  }

  /**
   * Nodes and their ties, each of which is there from both its ends.
   *
   * @param identities one a node
   * @param weights one a node: the weight that chance would tie it to others by
   * @param firsts where the ties of each node begin, and where the last one's end
   * @param ends the nodes at the other ends
   * @param ties their weights, which may be negative
   */
  record Network(long[] identities, double[] weights, int[] firsts, int[] ends, double[] ties) {
    int nodes() {
      return weights.length;
    }

    /** The network of groups of nodes, without the ties inside of them. */
    Network of(int[] groups, int count) {
      int[] members = new int[nodes()];
      int[] begins = begins(groups, count);
      int[] next = Arrays.copyOf(begins, count);
      double[] groupWeights = new double[count];
      for (int node = 0; node < groups.length; node++) {
        members[next[groups[node]]++] = node;
        groupWeights[groups[node]] += weights[node];
      }
      int[] groupFirsts = new int[count + 1];
      int[] groupEnds = new int[ends.length];
      double[] groupTies = new double[ends.length];
      int[] places = new int[count];
      Arrays.fill(places, -1);
      int size = 0;
      for (int group = 0; group < count; group++) {
        int first = size;
        for (int i = begins[group]; i < begins[group + 1]; i++) {
          for (int tie = firsts[members[i]]; tie < firsts[members[i] + 1]; tie++) {
            int other = groups[ends[tie]];
            if (other != group) {
              if (places[other] < first) {
                places[other] = size;
                groupEnds[size++] = other;
              }
              groupTies[places[other]] += ties[tie];
            }
          }
        }
        groupFirsts[group + 1] = size;
      }
      return new Network(
          Identities.ofGroups(identities, groups, 0),
          groupWeights,
          groupFirsts,
          Arrays.copyOf(groupEnds, size),
          Arrays.copyOf(groupTies, size));
    }

    private static int[] begins(int[] groups, int count) {
      int[] begins = new int[count + 1];
      for (int group : groups) {
        begins[group + 1]++;
      }
      for (int group = 0; group < count; group++) {
        begins[group + 1] += begins[group];
      }
      return begins;
    }
  }

  /**
   * The community of each node, numbered in the order of their first nodes.
   *
   * @param resolution of the weights as they are, so 1 by their sum is plain modularity
   * @param iterations how often communities are improved at most; fewer where nothing moves
   * @param seed same seed, same communities
   */
  static int[] communities(Network network, double resolution, int iterations, long seed) {
    int[] groups = IntStream.range(0, network.nodes()).toArray();
    for (long i = 0; i < iterations; i++) {
      if (!new Leiden(resolution, seed * iterations + i).improve(network, groups, 0)) {
        break;
      }
    }
    Communities.renumber(groups);
    return groups;
  }

  /** Improves groups, and says whether any node moved. */
  private boolean improve(Network network, int[] groups, int step) {
    boolean moved = move(network, groups, step);
    int count = Communities.renumber(groups);
    if (count == network.nodes()) {
      return moved;
    }
    int[] parts = refined(network, groups, count, step + 1);
    int partCount = Communities.renumber(parts);
    if (partCount == network.nodes()) {
      return moved;
    }
    int[] partGroups = new int[partCount];
    for (int node = 0; node < groups.length; node++) {
      partGroups[parts[node]] = groups[node];
    }
    moved |= improve(network.of(parts, partCount), partGroups, step + 3);
    for (int node = 0; node < groups.length; node++) {
      groups[node] = partGroups[parts[node]];
    }
    return moved;
  }

  /** Moves each node where it ties best, and looks at its neighbours again when it moved. */
  private boolean move(Network network, int[] groups, int step) {
    int nodes = network.nodes();
    double[] weights = new double[nodes];
    int[] sizes = new int[nodes];
    for (int node = 0; node < nodes; node++) {
      weights[groups[node]] += network.weights()[node];
      sizes[groups[node]]++;
    }
    int[] empty = new int[nodes + 1];
    int empties = 0;
    for (int group = nodes - 1; group >= 0; group--) {
      if (sizes[group] == 0) {
        empty[empties++] = group;
      }
    }
    double least = ROUNDING * Arrays.stream(weights).sum() * resolution;
    Around around = new Around(nodes);
    int[] queue = ordered(network, step);
    boolean[] queued = new boolean[nodes];
    Arrays.fill(queued, true);
    int waiting = nodes;
    boolean moved = false;
    for (int head = 0; waiting > 0; head = head + 1 == nodes ? 0 : head + 1) {
      int node = queue[head];
      waiting--;
      queued[node] = false;
      int own = groups[node];
      double weight = network.weights()[node];
      weights[own] -= weight;
      if (--sizes[own] == 0) {
        weights[own] = 0;
        empty[empties++] = own;
      }
      around.look(network, node, groups);
      int best = own;
      double most = around.tie(own) - weight * weights[own] * resolution;
      for (int i = 0; i < around.count; i++) {
        int group = around.groups[i];
        double gain = around.ties[group] - weight * weights[group] * resolution;
        if (gain > most + weight * least) {
          most = gain;
          best = group;
        }
      }
      if (most < -weight * least) {
        best = empty[empties - 1];
      }
      if (sizes[best]++ == 0) {
        empties--;
      }
      weights[best] += weight;
      if (best == own) {
        continue;
      }
      moved = true;
      groups[node] = best;
      for (int tie = network.firsts()[node]; tie < network.firsts()[node + 1]; tie++) {
        int other = network.ends()[tie];
        if (!queued[other] && groups[other] != best) {
          queued[other] = true;
          waiting++;
          queue[(head + waiting) % nodes] = other;
        }
      }
    }
    return moved;
  }

  /**
   * The parts of groups: nodes that begin alone, and by lot stay so or join a part of their group
   * that gains, where both they and the part are well connected in the group.
   */
  private int[] refined(Network network, int[] groups, int count, int step) {
    int nodes = network.nodes();
    int[] parts = IntStream.range(0, nodes).toArray();
    double[] weights = network.weights().clone();
    boolean[] joined = new boolean[nodes];
    double[] groupWeights = new double[count];
    double[] outside = new double[nodes];
    for (int node = 0; node < nodes; node++) {
      groupWeights[groups[node]] += weights[node];
      for (int tie = network.firsts()[node]; tie < network.firsts()[node + 1]; tie++) {
        if (groups[network.ends()[tie]] == groups[node]) {
          outside[node] += network.ties()[tie];
        }
      }
    }
    Around around = new Around(nodes);
    long[] identities = network.identities();
    long drawn = drawn(step + 1);
    for (int node : ordered(network, step)) {
      double all = groupWeights[groups[node]];
      if (joined[node] || outside[node] < weights[node] * (all - weights[node]) * resolution) {
        continue;
      }
      around.look(network, node, parts, groups);
      int best = node;
      long hand = Identities.mixed(identities[node] + drawn);
      long most = Identities.mixed(hand + identities[node]);
      for (int i = 0; i < around.count; i++) {
        int part = around.groups[i];
        double gain = around.ties[part] - weights[node] * weights[part] * resolution;
        if (gain >= 0 && outside[part] >= weights[part] * (all - weights[part]) * resolution) {
          long lot = Identities.mixed(hand + identities[part]);
          if (lot > most) {
            most = lot;
            best = part;
          }
        }
      }
      if (best != node) {
        parts[node] = best;
        joined[best] = true;
        weights[best] += weights[node];
        outside[best] += outside[node] - 2 * around.ties[best];
      }
    }
    return parts;
  }

  /** Nodes in an order in which each has the place that its identity gives it. */
  private int[] ordered(Network network, int step) {
    long drawn = drawn(step);
    long[] order = new long[network.nodes()];
    for (int node = 0; node < order.length; node++) {
      order[node] = (Identities.mixed(network.identities()[node] + drawn) & ~PLACE) | node;
    }
    Arrays.sort(order);
    return Arrays.stream(order).mapToInt(each -> (int) (each & PLACE)).toArray();
  }

  /** What is added to identities in a step, so that each step draws anew. */
  private long drawn(int step) {
    return Identities.mixed(seed * STEPS + step);
  }

  /** The groups around a node, and how far each ties it. */
  private static final class Around {
    final int[] groups;
    final double[] ties;
    int count;

    private final int[] seen;
    private int looks;

    Around(int nodes) {
      groups = new int[nodes];
      ties = new double[nodes];
      seen = new int[nodes];
    }

    void look(Network network, int node, int[] groupOf) {
      look(network, node, groupOf, null);
    }

    /** Looks only at those that are within the same as the node. */
    void look(Network network, int node, int[] groupOf, int @Nullable [] within) {
      looks++;
      count = 0;
      for (int tie = network.firsts()[node]; tie < network.firsts()[node + 1]; tie++) {
        int other = network.ends()[tie];
        if (within == null || within[other] == within[node]) {
          int group = groupOf[other];
          if (seen[group] == looks) {
            ties[group] += network.ties()[tie];
          } else {
            seen[group] = looks;
            ties[group] = network.ties()[tie];
            groups[count++] = group;
          }
        }
      }
    }

    double tie(int group) {
      return seen[group] == looks ? ties[group] : 0;
    }
  }
}
