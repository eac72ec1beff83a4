package dev.msvc.analyzers.word;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.DataAccess;
import dev.msvc.analyzers.graph.Pairs;
import dev.msvc.analyzers.graph.References;
import dev.msvc.analyzers.graph.Ties;
import dev.msvc.analyzers.graph.Vocabulary;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** What each node is tied to, and how much: by references, data access and names. */
final class Neighbourhood {
  /** The middle one of those that the consensus varies. */
  private static final double DAMPING = 0.4;

  private final int[] start;
  private final int[] others;
  private final double[] weights;

  private Neighbourhood(int[] start, int[] others, double[] weights) {
    this.start = start;
    this.others = others;
    this.weights = weights;
  }

  static Neighbourhood of(CodeGraph graph) {
    return of(
        graph.size(),
        References.ties(graph, DAMPING),
        DataAccess.ties(graph, DAMPING),
        Vocabulary.ofTypes(graph).ties());
  }

  /** By references and data access alone. */
  static Neighbourhood direct(CodeGraph graph) {
    return of(graph.size(), References.ties(graph, DAMPING), DataAccess.ties(graph, DAMPING));
  }

  static Neighbourhood of(int nodes, Ties... views) {
    Pairs pairs = Pairs.of(nodes, views);
    double[] sum = new double[pairs.size()];
    for (Ties view : views) {
      double[] column = pairs.column(view);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += column[i];
      }
    }
    int[] start = new int[nodes + 1];
    for (int i = 0; i < pairs.size(); i++) {
      start[pairs.first(i) + 1]++;
      start[pairs.second(i) + 1]++;
    }
    for (int i = 0; i < nodes; i++) {
      start[i + 1] += start[i];
    }
    int[] next = Arrays.copyOf(start, nodes);
    int[] others = new int[start[nodes]];
    double[] weights = new double[others.length];
    for (int i = 0; i < pairs.size(); i++) {
      int first = next[pairs.first(i)]++;
      others[first] = pairs.second(i);
      weights[first] = sum[i];
      int second = next[pairs.second(i)]++;
      others[second] = pairs.first(i);
      weights[second] = sum[i];
    }
    return new Neighbourhood(start, others, weights);
  }

  /** The nodes that a node is tied to. */
  int[] of(int node) {
    return Arrays.copyOfRange(others, start[node], start[node + 1]);
  }

  /** Takes one neighbour of a node. */
  interface Visit {
    void take(int other, double weight);
  }

  /** Goes through the nodes that a node is tied to. */
  void each(int node, Visit visit) {
    for (int i = start[node]; i < start[node + 1]; i++) {
      visit.take(others[i], weights[i]);
    }
  }

  /** How much a node is tied to all nodes of a kind together. */
  double tie(int node, IntPredicate to) {
    double sum = 0;
    for (int i = start[node]; i < start[node + 1]; i++) {
      if (to.test(others[i])) {
        sum += weights[i];
      }
    }
    return sum;
  }
}
