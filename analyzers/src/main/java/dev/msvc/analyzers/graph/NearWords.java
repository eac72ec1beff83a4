package dev.msvc.analyzers.graph;

import dev.msvc.analyzers.graph.Vocabulary.Vector;
import dev.msvc.analyzers.parallel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Which nodes speak of the same things: those whose word vectors have the highest cosine. */
final class NearWords {
  private static final int NEIGHBOURS = 10;
  private static final int POSTINGS = 200;
  private static final double LEAST_COSINE = 0.1;

  private NearWords() {}

  /**
   * Ties of each node to those most like it, by cosine. Candidates share a word: of each word only
   * the nodes where it weighs most, so that the work grows with the nodes and not with their
   * square.
   */
  static Ties ties(List<Vector> vectors, int words) {
    Postings[] postings = postings(vectors, words);
    List<Nearest> all =
        Workers.map(
            vectors,
            () -> new Cosines(vectors.size()),
            room -> own -> nearest(own, postings, room));
    Ties ties = new Ties();
    for (int node = 0; node < all.size(); node++) {
      Nearest nearest = all.get(node);
      int found = 0;
      for (int i = 0; i < nearest.nodes.length && found < NEIGHBOURS; i++) {
        if (nearest.nodes[i] != node) {
          ties.add(node, nearest.nodes[i], Math.min(1, nearest.cosines[i]));
          found++;
        }
      }
    }
    return ties;
  }

  /** The nodes most like a vector, nearest first, one more than are tied: it may be of one. */
  private static Nearest nearest(Vector own, Postings[] postings, Cosines room) {
    double[] cosines = room.cosines;
    int[] touched = room.touched;
    int size = 0;
    for (int w = 0; w < own.words().length; w++) {
      Postings having = postings[own.words()[w]];
      for (int i = 0; i < having.nodes.length; i++) {
        int other = having.nodes[i];
        double both = own.weights()[w] * having.weights[i];
        // a word that tells nothing weighs next to nothing, and the product may be none at all
        if (both > 0) {
          if (cosines[other] == 0) {
            touched[size++] = other;
          }
          cosines[other] += both;
        }
      }
    }
    int[] best = new int[NEIGHBOURS + 1];
    int found = 0;
    for (int i = 0; i < size; i++) {
      int other = touched[i];
      if (cosines[other] >= LEAST_COSINE) {
        int at = found;
        while (at > 0 && nearer(cosines, other, best[at - 1])) {
          at--;
        }
        if (at < best.length) {
          found = Math.min(best.length, found + 1);
          System.arraycopy(best, at, best, at + 1, found - at - 1);
          best[at] = other;
        }
      }
    }
    int[] nodes = Arrays.copyOf(best, found);
    Nearest nearest =
        new Nearest(nodes, Arrays.stream(nodes).mapToDouble(n -> cosines[n]).toArray());
    for (int i = 0; i < size; i++) {
      cosines[touched[i]] = 0;
    }
    return nearest;
  }

  /** The nodes most like one, nearest first. */
  private static final class Nearest {
    private final int[] nodes;
    private final double[] cosines;

    private Nearest(int[] nodes, double[] cosines) {
      this.nodes = nodes;
      this.cosines = cosines;
    }
  }

  /** Room to sum up cosines with all nodes, zero before and behind; one a thread. */
  private static final class Cosines {
    private final double[] cosines;
    private final int[] touched;

    private Cosines(int nodes) {
      cosines = new double[nodes];
      touched = new int[nodes];
    }
  }

  private static boolean nearer(double[] cosines, int a, int b) {
    return cosines[a] > cosines[b] || (cosines[a] == cosines[b] && a < b);
  }

  /** The nodes where a word weighs most, with its weights. */
  private static final class Postings {
    private final int[] nodes;
    private final double[] weights;

    private Postings(List<Map.Entry<Integer, Double>> strongest) {
      nodes = strongest.stream().mapToInt(Map.Entry::getKey).toArray();
      weights = strongest.stream().mapToDouble(Map.Entry::getValue).toArray();
    }
  }

  private static Postings[] postings(List<Vector> vectors, int words) {
    List<List<Map.Entry<Integer, Double>>> having = new ArrayList<>();
    for (int word = 0; word < words; word++) {
      having.add(new ArrayList<>());
    }
    for (int node = 0; node < vectors.size(); node++) {
      Vector vector = vectors.get(node);
      for (int w = 0; w < vector.words().length; w++) {
        having.get(vector.words()[w]).add(Map.entry(node, vector.weights()[w]));
      }
    }
    return having.stream()
        .map(
            all -> {
              if (all.size() > POSTINGS) {
                all.sort(
                    Map.Entry.<Integer, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()));
              }
              return new Postings(all.subList(0, Math.min(POSTINGS, all.size())));
            })
        .toArray(Postings[]::new);
  }
}
