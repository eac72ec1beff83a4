package dev.msvc.generators.report;

import dev.msvc.model.ContextMap.Coupling;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How high contexts stand: those that use others above those that are used. These are trophic
 * levels, where each use goes one level down as nearly as it can (MacKay, Johnson, Sansom, How
 * directed is a directed network?, 2020); of what is used, the logarithm counts.
 */
final class Levels {
  /** Keeps groups that nothing ties to each other from floating. */
  private static final double ANCHOR = 1e-3;

  private Levels() {}

  /** The level of each name, in their order; the higher, the more it uses others. */
  static double[] of(List<String> names, List<Coupling> couplings) {
    Map<String, Integer> numbers = new HashMap<>();
    names.forEach(each -> numbers.put(each, numbers.size()));
    int size = names.size();
    double[][] matrix = new double[size][size + 1];
    for (int i = 0; i < size; i++) {
      matrix[i][i] = ANCHOR;
    }
    for (Coupling each : couplings) {
      Integer from = numbers.get(each.from());
      Integer to = numbers.get(each.to());
      if (from != null && to != null) {
        double weight = weight(each);
        matrix[from][from] += weight;
        matrix[to][to] += weight;
        matrix[from][to] -= weight;
        matrix[to][from] -= weight;
        matrix[from][size] += weight;
        matrix[to][size] -= weight;
      }
    }
    return solved(matrix);
  }

  /** How much a use counts where the tenth tells less than the first. */
  static double weight(Coupling coupling) {
    return StrictMath.log1p(coupling.weight());
  }

  /** By elimination; the matrix is positive definite, so that no row has to be changed. */
  private static double[] solved(double[][] matrix) {
    int size = matrix.length;
    for (int i = 0; i < size; i++) {
      for (int row = i + 1; row < size; row++) {
        double factor = matrix[row][i] / matrix[i][i];
        for (int column = i; column <= size && factor != 0; column++) {
          matrix[row][column] -= factor * matrix[i][column];
        }
      }
    }
    double[] levels = new double[size];
    for (int i = size - 1; i >= 0; i--) {
      double rest = matrix[i][size];
      for (int column = i + 1; column < size; column++) {
        rest -= matrix[i][column] * levels[column];
      }
      levels[i] = rest / matrix[i][i];
    }
    return Arrays.stream(levels).map(each -> Math.round(each * 1e6) / 1e6).toArray();
  }
}
