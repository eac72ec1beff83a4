package dev.msvc.analyzers.cut;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Classes in groups, and the references between them, as published metrics see them.
 *
 * <p>The formulas are those of the replication packages, with their oddities, since that is what
 * published figures were made with.
 */
final class Partition {
  private static final int SMALLEST = 5;
  private static final int LARGEST = 20;

  private final SortedMap<String, List<String>> groups = new TreeMap<>();
  private final Map<String, String> group;

  // directed edges and undirected pairs, each once, by group and between groups
  private final Map<String, Integer> insideDirected = new HashMap<>();
  private final Map<String, Integer> insidePairs = new HashMap<>();
  private final Map<String, Integer> selfCalls = new HashMap<>();
  private final SortedMap<String, Integer> leaving = new TreeMap<>();
  private final SortedMap<String, Double> betweenDirected = new TreeMap<>();
  private final SortedMap<String, Double> betweenPairs = new TreeMap<>();
  private final TreeSet<String> called = new TreeSet<>();
  private int crossingPairs;
  private double logVolume;
  private double logCrossing;
  private double volume;
  private double crossing;
  private int edges;
  private int crossingEdges;

  /** A reference between classes, with how often it is made. */
  record Edge(String from, String to, double volume) {}

  /**
   * @param group the group of each class
   * @param all one of each pair of classes and direction, at most
   */
  Partition(SortedMap<String, String> group, List<Edge> all) {
    this.group = group;
    group.forEach((name, in) -> groups.computeIfAbsent(in, key -> new ArrayList<>()).add(name));
    TreeSet<String> pairs = new TreeSet<>();
    for (Edge each : all) {
      String from = group.get(each.from());
      String to = group.get(each.to());
      if (from == null || to == null) {
        continue;
      }
      if (each.from().equals(each.to())) {
        List<String> members = groups.getOrDefault(from, List.of());
        if (!members.get(members.size() - 1).equals(each.from())) {
          selfCalls.merge(from, 1, Integer::sum);
        }
        continue;
      }
      volume(each, from.equals(to));
      boolean first =
          pairs.add(
              each.from().compareTo(each.to()) < 0
                  ? each.from() + "\n" + each.to()
                  : each.to() + "\n" + each.from());
      if (from.equals(to)) {
        insideDirected.merge(from, 1, Integer::sum);
        if (first) {
          insidePairs.merge(from, 1, Integer::sum);
        }
      } else {
        leaving.merge(from, 1, Integer::sum);
        called.add(each.to());
        String between = from.compareTo(to) < 0 ? from + "\n" + to : to + "\n" + from;
        double sizes = 2.0 * size(from) * size(to);
        betweenDirected.merge(between, 1 / sizes, Double::sum);
        if (first) {
          crossingPairs++;
          betweenPairs.merge(between, 1 / sizes, Double::sum);
        }
      }
    }
  }

  private void volume(Edge edge, boolean inside) {
    double log = Math.log(edge.volume()) + 1;
    logVolume += log;
    volume += edge.volume();
    edges++;
    if (!inside) {
      logCrossing += log;
      crossing += edge.volume();
      crossingEdges++;
    }
  }

  private int size(String name) {
    return groups.getOrDefault(name, List.of()).size();
  }

  SortedMap<String, List<String>> groups() {
    return groups;
  }

  double icpOfLogs() {
    return logVolume == 0 ? Double.NaN : logCrossing / logVolume;
  }

  double icpOfVolumes() {
    return volume == 0 ? Double.NaN : crossing / volume;
  }

  double icpOfEdges() {
    return edges == 0 ? Double.NaN : (double) crossingEdges / edges;
  }

  /** Pairs of classes of a group that refer to each other, by the square of its size. */
  double cohesion(String name) {
    return insidePairs.getOrDefault(name, 0) / (double) (size(name) * size(name));
  }

  private double mean(Map<String, Integer> counts) {
    double sum = 0;
    for (String each : groups.keySet()) {
      sum += counts.getOrDefault(each, 0) / (double) (size(each) * size(each));
    }
    return sum / groups.size();
  }

  private double coupling(SortedMap<String, Double> between) {
    double pairs = groups.size() * (groups.size() - 1) / 2.0;
    return pairs == 0
        ? 0
        : between.values().stream().mapToDouble(Double::doubleValue).sum() / pairs;
  }

  double smOfCode() {
    return mean(insidePairs) + mean(selfCalls) - 2 * coupling(betweenPairs);
  }

  double smOfPaper() {
    return mean(insidePairs) - coupling(betweenPairs);
  }

  double smDirected() {
    return mean(insideDirected) - coupling(betweenDirected);
  }

  double ifnOfPairs() {
    return crossingPairs / (double) groups.size();
  }

  double ifnOfClasses() {
    return called.size() / (double) groups.size();
  }

  double nedOfClasses() {
    int inside = 0;
    for (List<String> each : groups.values()) {
      inside += each.size() >= SMALLEST && each.size() <= LARGEST ? each.size() : 0;
    }
    return 1 - inside / (double) group.size();
  }

  double nedOfGroups() {
    long inside =
        groups.values().stream()
            .filter(each -> each.size() >= SMALLEST && each.size() < LARGEST)
            .count();
    return 1 - inside / (double) groups.size();
  }

  double modularisation() {
    double sum = 0;
    for (String each : groups.keySet()) {
      int inside = insideDirected.getOrDefault(each, 0);
      if (inside > 0) {
        sum += 2.0 * inside / (2.0 * inside + leaving.getOrDefault(each, 0));
      }
    }
    return sum;
  }
}
