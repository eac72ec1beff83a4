package dev.msvc.analyzers.graph;

import dev.msvc.model.Column;
import dev.msvc.model.FieldFact;
import dev.msvc.model.MethodFact;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The view of names: types and tables that speak of the same things. Each node has a vector of the
 * words in its names (TF-IDF); vectors are then smoothed along the references, so that a class also
 * speaks with the words of what it uses.
 */
public final class Vocabulary {
  private static final int KEPT_WORDS = 24;
  private static final int NEIGHBOURS = 10;
  private static final int POSTINGS = 200;
  private static final double LEAST_COSINE = 0.1;

  private final List<String> words;
  private final List<Vector> vectors;

  /** Words by number, sorted, with their weights; of length 1, or empty. */
  static final class Vector {
    private final int[] words;
    private final double[] weights;

    Vector(int[] words, double[] weights) {
      this.words = words;
      this.weights = weights;
    }

    int[] words() {
      return words;
    }

    double[] weights() {
      return weights;
    }

    static final Vector EMPTY = new Vector(new int[0], new double[0]);
  }

  private Vocabulary(List<String> words, List<Vector> vectors) {
    this.words = words;
    this.vectors = vectors;
  }

  /** The words of all names: a class's own name counts three times as much as a member's. */
  public static Vocabulary of(CodeGraph graph) {
    return of(graph, 1);
  }

  /** The words of the names of types and tables alone. */
  public static Vocabulary ofTypes(CodeGraph graph) {
    return of(graph, 0);
  }

  private static Vocabulary of(CodeGraph graph, double members) {
    Map<String, String> stems = new HashMap<>();
    Map<String, List<String>> split = new HashMap<>();
    List<SortedMap<String, Double>> counts = new ArrayList<>();
    for (List<TypeFact> family : graph.nested()) {
      SortedMap<String, Double> count = new TreeMap<>();
      add(count, family.get(0).simpleName(), 3, split, stems);
      for (TypeFact type : family) {
        for (MethodFact method : type.methods()) {
          add(count, method.name(), members, split, stems);
        }
        for (FieldFact field : type.fields()) {
          add(count, field.name(), members, split, stems);
        }
      }
      counts.add(count);
    }
    graph
        .tables()
        .forEach(
            table -> {
              SortedMap<String, Double> count = new TreeMap<>();
              add(count, table.name(), 3, split, stems);
              for (Column column : table.columns()) {
                add(count, column.name(), members / 2, split, stems);
              }
              counts.add(count);
            });

    SortedMap<String, Integer> frequency = new TreeMap<>();
    counts.forEach(count -> count.keySet().forEach(w -> frequency.merge(w, 1, Integer::sum)));
    List<String> words = List.copyOf(frequency.keySet());
    Map<String, Integer> numbers = new HashMap<>();
    words.forEach(word -> numbers.put(word, numbers.size()));
    List<Vector> vectors =
        counts.stream()
            .map(
                count -> {
                  int[] ids = new int[count.size()];
                  double[] weights = new double[count.size()];
                  int at = 0;
                  for (Map.Entry<String, Double> entry : count.entrySet()) {
                    ids[at] = numbers.getOrDefault(entry.getKey(), 0);
                    weights[at++] =
                        Math.sqrt(entry.getValue())
                            * Math.log(
                                (1.0 + counts.size()) / frequency.getOrDefault(entry.getKey(), 1));
                  }
                  return strongest(ids, weights, ids.length);
                })
            .toList();
    return new Vocabulary(words, vectors);
  }

  private static void add(
      Map<String, Double> count,
      String identifier,
      double weight,
      Map<String, List<String>> split,
      Map<String, String> stems) {
    if (weight == 0) {
      return;
    }
    for (String word : split.computeIfAbsent(identifier, Words::domain)) {
      count.merge(stems.computeIfAbsent(word, Words::stem), weight, Double::sum);
    }
  }

  /**
   * Vectors that take a share of those of their neighbours in each round.
   *
   * @param share of the neighbours' mean, 0 to 1
   */
  public Vocabulary smoothed(Pairs pairs, double[] weights, int rounds, double share) {
    double[] degree = new double[vectors.size()];
    List<List<Integer>> incident = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      incident.add(new ArrayList<>());
    }
    for (int i = 0; i < pairs.size(); i++) {
      if (weights[i] > 0) {
        degree[pairs.first(i)] += weights[i];
        degree[pairs.second(i)] += weights[i];
        incident.get(pairs.first(i)).add(i);
        incident.get(pairs.second(i)).add(i);
      }
    }
    List<Vector> current = vectors;
    double[] sum = new double[words.size()];
    for (int round = 0; round < rounds; round++) {
      List<Vector> next = new ArrayList<>(current.size());
      for (int node = 0; node < current.size(); node++) {
        if (incident.get(node).isEmpty()) {
          next.add(current.get(node));
          continue;
        }
        int[] touched = new int[16];
        int size = 0;
        double own = vectors.get(node).words.length == 0 ? 0 : 1 - share;
        for (int k = -1; k < incident.get(node).size(); k++) {
          Vector vector;
          double factor;
          if (k < 0) {
            vector = vectors.get(node);
            factor = own;
          } else {
            int pair = incident.get(node).get(k);
            int other = pairs.first(pair) == node ? pairs.second(pair) : pairs.first(pair);
            vector = current.get(other);
            factor = share * weights[pair] / degree[node];
          }
          for (int w = 0; w < vector.words.length; w++) {
            int word = vector.words[w];
            if (sum[word] == 0) {
              if (size == touched.length) {
                touched = Arrays.copyOf(touched, size * 2);
              }
              touched[size++] = word;
            }
            sum[word] += factor * vector.weights[w] + Double.MIN_NORMAL;
          }
        }
        int[] ids = Arrays.copyOf(touched, size);
        Arrays.sort(ids);
        double[] values = new double[size];
        for (int w = 0; w < size; w++) {
          values[w] = sum[ids[w]];
          sum[ids[w]] = 0;
        }
        next.add(strongest(ids, values, KEPT_WORDS));
      }
      current = next;
    }
    return new Vocabulary(words, List.copyOf(current));
  }

  private static Vector strongest(int[] ids, double[] weights, int limit) {
    int[] kept = ids;
    double[] values = weights;
    if (ids.length > limit) {
      double[] sorted = weights.clone();
      Arrays.sort(sorted);
      double least = sorted[sorted.length - limit];
      kept = new int[limit];
      values = new double[limit];
      int at = 0;
      for (int i = 0; i < ids.length && at < limit; i++) {
        if (weights[i] >= least) {
          kept[at] = ids[i];
          values[at++] = weights[i];
        }
      }
    }
    double square = 0;
    for (double value : values) {
      square += value * value;
    }
    if (square == 0) {
      return Vector.EMPTY;
    }
    double length = Math.sqrt(square);
    return new Vector(kept, Arrays.stream(values).map(v -> v / length).toArray());
  }

  /**
   * Ties of each node to those most like it, by cosine. Candidates share a word: of each word only
   * the nodes where it weighs most, so that the work grows with the nodes and not with their
   * square.
   */
  public Ties ties() {
    Postings[] postings = postings();
    Ties ties = new Ties();
    double[] cosines = new double[vectors.size()];
    int[] touched = new int[vectors.size()];
    for (int node = 0; node < vectors.size(); node++) {
      Vector own = vectors.get(node);
      int size = 0;
      for (int w = 0; w < own.words.length; w++) {
        Postings having = postings[own.words[w]];
        for (int i = 0; i < having.nodes.length; i++) {
          int other = having.nodes[i];
          if (cosines[other] == 0) {
            touched[size++] = other;
          }
          cosines[other] += own.weights[w] * having.weights[i];
        }
      }
      int[] best = new int[NEIGHBOURS];
      int found = 0;
      for (int i = 0; i < size; i++) {
        int other = touched[i];
        if (other != node && cosines[other] >= LEAST_COSINE) {
          int at = found;
          while (at > 0 && nearer(cosines, other, best[at - 1])) {
            at--;
          }
          if (at < NEIGHBOURS) {
            found = Math.min(NEIGHBOURS, found + 1);
            System.arraycopy(best, at, best, at + 1, found - at - 1);
            best[at] = other;
          }
        }
      }
      for (int i = 0; i < found; i++) {
        ties.add(node, best[i], Math.min(1, cosines[best[i]]));
      }
      for (int i = 0; i < size; i++) {
        cosines[touched[i]] = 0;
      }
    }
    return ties;
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

  private Postings[] postings() {
    List<List<Map.Entry<Integer, Double>>> having = new ArrayList<>();
    words.forEach(word -> having.add(new ArrayList<>()));
    for (int node = 0; node < vectors.size(); node++) {
      Vector vector = vectors.get(node);
      for (int w = 0; w < vector.words.length; w++) {
        having.get(vector.words[w]).add(Map.entry(node, vector.weights[w]));
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
