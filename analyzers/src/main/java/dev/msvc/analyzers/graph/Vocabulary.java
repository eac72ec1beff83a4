package dev.msvc.analyzers.graph;

import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.model.Column;
import dev.msvc.model.FieldFact;
import dev.msvc.model.MethodFact;
import dev.msvc.model.TableFact;
import dev.msvc.model.TypeFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The view of names: types and tables that speak of the same things. Each node has a vector of the
 * words in its names (TF-IDF); vectors are then smoothed along the references, so that a class also
 * speaks with the words of what it uses.
 */
public final class Vocabulary {
  private static final int KEPT_WORDS = 24;

  /** How much more a rare word of a type's name counts: the power of its inverse frequency. */
  private static final double RARITY = 0.6;

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

  /**
   * The words of all names: a class's own name counts three times as much as a member's.
   *
   * @param nameless whose names say nothing: their vectors are empty
   */
  public static Vocabulary of(CodeGraph graph, Telling telling, Homonyms nameless) {
    return of(graph, 1, 1, telling, nameless);
  }

  /** The words of the names of types and tables alone. */
  public static Vocabulary ofTypes(CodeGraph graph) {
    return of(graph, 0, 1, Telling.ALIKE, Homonyms.NONE);
  }

  /**
   * The words of the names of types and tables alone.
   *
   * @param nameless whose names say nothing: their vectors are empty
   */
  public static Vocabulary ofTypes(CodeGraph graph, Telling telling, Homonyms nameless) {
    return of(graph, 0, RARITY, telling, nameless);
  }

  private static Vocabulary of(
      CodeGraph graph, double members, double rarity, Telling telling, Homonyms nameless) {
    Map<String, List<String>> known = new ConcurrentHashMap<>();
    Function<String, List<String>> stems =
        identifier -> known.computeIfAbsent(identifier, graph.terms()::stems);
    List<SortedMap<String, Double>> counts = new ArrayList<>();
    counts.addAll(Workers.map(graph.nested(), family -> ofFamily(family, members, stems)));
    counts.addAll(Workers.map(graph.tables(), table -> ofTable(table, members, stems)));

    SortedMap<String, Integer> frequency = new TreeMap<>();
    counts.forEach(count -> count.keySet().forEach(w -> frequency.merge(w, 1, Integer::sum)));
    List<String> words = List.copyOf(frequency.keySet());
    Map<String, Integer> numbers = new HashMap<>();
    words.forEach(word -> numbers.put(word, numbers.size()));
    List<List<Integer>> having = having(graph, counts, numbers);
    double[] factors = telling.factors(having, graph.types().size());
    List<String> roles = graph.types().stream().map(Vocabulary::role).toList();
    Set<String> ofTables = new HashSet<>();
    counts
        .subList(graph.types().size(), counts.size())
        .forEach(table -> ofTables.addAll(table.keySet()));
    for (int word = 0; word < factors.length; word++) {
      if (!ofTables.contains(words.get(word))) {
        factors[word] *= ofSeveralRoles(roles, having.get(word));
      }
    }
    words.forEach(
        word ->
            factors[numbers.getOrDefault(word, 0)] *=
                Math.pow(
                    Math.log((1.0 + counts.size()) / frequency.getOrDefault(word, 1)), rarity));
    List<Vector> vectors =
        Workers.map(
            IntStream.range(0, counts.size()).boxed().toList(),
            node -> nameless.has(node) ? Vector.EMPTY : vector(counts.get(node), numbers, factors));
    return new Vocabulary(words, vectors);
  }

  private static Vector vector(
      SortedMap<String, Double> count, Map<String, Integer> numbers, double[] factors) {
    int[] ids = new int[count.size()];
    double[] weights = new double[count.size()];
    int at = 0;
    for (Map.Entry<String, Double> entry : count.entrySet()) {
      int word = numbers.getOrDefault(entry.getKey(), 0);
      if (factors[word] > 0) {
        ids[at] = word;
        weights[at++] = Math.sqrt(entry.getValue()) * factors[word];
      }
    }
    return strongest(Arrays.copyOf(ids, at), Arrays.copyOf(weights, at), at);
  }

  /**
   * How far a word says what its types are of, not what they are, 0 to 1: less, the more of them
   * end in the same word of the trade, as {@code AlreadyPaidException} and {@code
   * SeatAlreadyTakenException}. Twice the share of those that don't, and one more that may not.
   *
   * @param roles of all types
   */
  private static double ofSeveralRoles(List<String> roles, List<Integer> types) {
    if (types.size() < 2) {
      return 1;
    }
    Map<String, Integer> counts = new HashMap<>();
    types.forEach(type -> counts.merge(roles.get(type), 1, Integer::sum));
    counts.remove("");
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return Math.min(1, 2 * (1 - most / (types.size() + 1.0)));
  }

  /** The word of the trade that a type's name ends in; empty for none. */
  private static String role(TypeFact type) {
    List<String> words = Words.split(type.simpleName());
    String last = words.isEmpty() ? "" : words.get(words.size() - 1);
    return Words.isOfTheTrade(last) ? last : "";
  }

  /** The types that have each word. */
  private static List<List<Integer>> having(
      CodeGraph graph, List<SortedMap<String, Double>> counts, Map<String, Integer> numbers) {
    List<List<Integer>> having = new ArrayList<>();
    numbers.forEach((word, number) -> having.add(new ArrayList<>()));
    for (int node = 0; node < graph.types().size(); node++) {
      for (String word : counts.get(node).keySet()) {
        having.get(numbers.getOrDefault(word, 0)).add(node);
      }
    }
    return having;
  }

  private static SortedMap<String, Double> ofFamily(
      List<TypeFact> family, double members, Function<String, List<String>> stems) {
    SortedMap<String, Double> count = new TreeMap<>();
    add(count, family.get(0).simpleName(), 3, stems);
    for (TypeFact type : family) {
      for (MethodFact method : type.methods()) {
        add(count, method.name(), members, stems);
      }
      for (FieldFact field : type.fields()) {
        add(count, field.name(), members, stems);
      }
    }
    return count;
  }

  private static SortedMap<String, Double> ofTable(
      TableFact table, double members, Function<String, List<String>> stems) {
    SortedMap<String, Double> count = new TreeMap<>();
    add(count, table.name(), 3, stems);
    for (Column column : table.columns()) {
      add(count, column.name(), members / 2, stems);
    }
    return count;
  }

  private static void add(
      Map<String, Double> count,
      String identifier,
      double weight,
      Function<String, List<String>> stems) {
    if (weight == 0) {
      return;
    }
    for (String stem : stems.apply(identifier)) {
      count.merge(stem, weight, Double::sum);
    }
  }

  /**
   * Vectors that take a share of those of their neighbours in each round.
   *
   * @param share of the neighbours' mean, 0 to 1
   */
  public Vocabulary smoothed(Pairs pairs, double[] weights, int rounds, double share) {
    double[] degree = new double[vectors.size()];
    for (int i = 0; i < pairs.size(); i++) {
      degree[pairs.first(i)] += weights[i];
      degree[pairs.second(i)] += weights[i];
    }
    int[][] incident = incident(pairs, weights, vectors.size());
    List<Integer> nodes = IntStream.range(0, vectors.size()).boxed().toList();
    List<Vector> current = vectors;
    for (int round = 0; round < rounds; round++) {
      List<Vector> before = current;
      current =
          Workers.map(
              nodes,
              () -> new double[words.size()],
              sum ->
                  node -> {
                    int[] own = incident[node];
                    return own.length == 0
                        ? before.get(node)
                        : mixed(node, own, before, pairs, weights, degree[node], share, sum);
                  });
    }
    return new Vocabulary(words, current);
  }

  /** The pairs of each node that weigh something. */
  private static int[][] incident(Pairs pairs, double[] weights, int nodes) {
    int[] counts = new int[nodes];
    for (int i = 0; i < pairs.size(); i++) {
      if (weights[i] > 0) {
        counts[pairs.first(i)]++;
        counts[pairs.second(i)]++;
      }
    }
    int[][] incident = new int[nodes][];
    Arrays.setAll(incident, node -> new int[counts[node]]);
    for (int i = pairs.size() - 1; i >= 0; i--) {
      if (weights[i] > 0) {
        incident[pairs.first(i)][--counts[pairs.first(i)]] = i;
        incident[pairs.second(i)][--counts[pairs.second(i)]] = i;
      }
    }
    return incident;
  }

  /**
   * A node's own vector with a share of those of its neighbours.
   *
   * @param sum room for a weight a word, all zero before and behind
   */
  private Vector mixed(
      int node,
      int[] incident,
      List<Vector> before,
      Pairs pairs,
      double[] weights,
      double degree,
      double share,
      double[] sum) {
    int[] touched = new int[64];
    int size = 0;
    for (int k = -1; k < incident.length; k++) {
      Vector vector;
      double factor;
      if (k < 0) {
        vector = vectors.get(node);
        factor = vector.words.length == 0 ? 0 : 1 - share;
      } else {
        int pair = incident[k];
        int other = pairs.first(pair) == node ? pairs.second(pair) : pairs.first(pair);
        vector = before.get(other);
        factor = share * weights[pair] / degree;
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
    return strongest(ids, values, KEPT_WORDS);
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
    double[] unit = new double[values.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = values[i] / length;
    }
    return new Vector(kept, unit);
  }

  /** Ties of each node to those most like it. */
  public Ties ties() {
    return NearWords.ties(vectors, words.size());
  }
}
