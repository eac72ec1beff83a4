package dev.msvc.generators.report;

import dev.msvc.model.ContextMap.Coupling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Contexts in rows: those that use others in the upper ones, and within a row close to what they
 * have to do with. The same contexts always come out in the same places.
 */
final class MapLayout {
  private static final int SWEEPS = 12;

  private final List<List<String>> rows = new ArrayList<>();
  private final Map<String, Map<String, Double>> ties = new HashMap<>();

  /**
   * @param columns how many fit beside each other, at least 1
   */
  MapLayout(List<String> names, List<Coupling> couplings, int columns) {
    for (Coupling each : couplings) {
      tie(each.from(), each.to(), Levels.weight(each));
      tie(each.to(), each.from(), Levels.weight(each));
    }
    List<String> sorted = sorted(names, couplings);
    int count = (sorted.size() + columns - 1) / columns;
    for (int row = 0; row < count; row++) {
      int from = row * sorted.size() / count;
      int to = (row + 1) * sorted.size() / count;
      rows.add(new ArrayList<>(sorted.subList(from, to)));
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      towardsNeighbours();
    }
    while (exchanged()) {
      // each time the ties get shorter, so there is an end
    }
  }

  /** Those that use others first, those that nothing ties to any other last. */
  private List<String> sorted(List<String> names, List<Coupling> couplings) {
    double[] levels = Levels.of(names, couplings);
    Map<String, Double> level = new HashMap<>();
    for (int i = 0; i < levels.length; i++) {
      level.put(names.get(i), levels[i]);
    }
    List<String> sorted = new ArrayList<>(names);
    sorted.sort(
        Comparator.comparing((String each) -> !ties.containsKey(each))
            .thenComparingDouble(each -> -level.getOrDefault(each, 0.0))
            .thenComparing(Comparator.naturalOrder()));
    return sorted;
  }

  /** From the top, each from the left. */
  List<List<String>> rows() {
    return rows;
  }

  private void tie(String one, String other, double weight) {
    ties.computeIfAbsent(one, name -> new HashMap<>()).merge(other, weight, Double::sum);
  }

  private double weight(String one, String other) {
    return ties.getOrDefault(one, Map.of()).getOrDefault(other, 0.0);
  }

  /** How far right, from the middle, in places. */
  private Map<String, Double> places() {
    Map<String, Double> places = new HashMap<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        places.put(row.get(i), i - (row.size() - 1) / 2.0);
      }
    }
    return places;
  }

  private void towardsNeighbours() {
    for (List<String> row : rows) {
      Map<String, Double> places = places();
      Map<String, Double> wished = new HashMap<>();
      row.forEach(each -> wished.put(each, wish(each, places)));
      row.sort(
          Comparator.comparingDouble((String each) -> wished.getOrDefault(each, 0.0))
              .thenComparing(Comparator.naturalOrder()));
    }
  }

  private double wish(String name, Map<String, Double> places) {
    double sum = 0;
    double weights = 0;
    for (String each : sortedTies(name)) {
      Double place = places.get(each);
      if (place != null) {
        double weight = weight(name, each);
        sum += weight * place;
        weights += weight;
      }
    }
    return weights == 0 ? places.getOrDefault(name, 0.0) : Math.round(sum / weights * 1e6) / 1e6;
  }

  /** In an order that does not change, since sums of fractions depend on it. */
  private List<String> sortedTies(String name) {
    return ties.getOrDefault(name, Map.of()).keySet().stream().sorted().toList();
  }

  /** Lets two of a row change places where that makes ties shorter. */
  private boolean exchanged() {
    boolean any = false;
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        for (int j = i + 1; j < row.size(); j++) {
          double before = length(row.get(i)) + length(row.get(j));
          swap(row, i, j);
          double after = length(row.get(i)) + length(row.get(j));
          if (after < before - 1e-6) {
            any = true;
          } else {
            swap(row, i, j);
          }
        }
      }
    }
    return any;
  }

  private static void swap(List<String> row, int i, int j) {
    String one = row.get(i);
    row.set(i, row.get(j));
    row.set(j, one);
  }

  private double length(String name) {
    Map<String, Double> places = places();
    double length = 0;
    for (String each : sortedTies(name)) {
      Double place = places.get(each);
      if (place != null) {
        double way = place - places.getOrDefault(name, 0.0);
        length += weight(name, each) * way * way;
      }
    }
    return length;
  }
}
