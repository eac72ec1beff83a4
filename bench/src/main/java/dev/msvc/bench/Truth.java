package dev.msvc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A system, and how people divide it.
 *
 * @param tree its sources
 * @param synthetic whether it was put together from services, and never was one system
 * @param contexts of the classes that are scored, by their names
 * @param owners of tables, by their names; none where nobody names them
 */
record Truth(
    String name,
    Path tree,
    boolean synthetic,
    SortedMap<String, String> contexts,
    SortedMap<String, String> owners) {
  private static final Set<String> HEADS = Set.of("class", "table");

  /** What people say of what is in no one context. */
  static final Set<String> NOT_SCORED = Set.of("shared", "unused");

  /**
   * All systems of a folder, sorted: {@code NAME/} with {@code truth.csv} in it or {@code NAME.csv}
   * or {@code NAME-expert.csv} beside it (class, context). Those with {@code cuts.csv} are
   * synthetic.
   */
  static List<Truth> in(Path folder) throws IOException, SkippedException {
    List<Truth> all = new ArrayList<>();
    List<Path> trees;
    try (Stream<Path> files = Files.list(folder)) {
      trees = files.filter(Files::isDirectory).sorted().toList();
    }
    for (Path tree : trees) {
      String name = tree.getFileName().toString();
      for (Path csv :
          List.of(
              tree.resolve("truth.csv"),
              folder.resolve(name + ".csv"),
              folder.resolve(name + "-expert.csv"))) {
        if (Files.isRegularFile(csv)) {
          all.add(
              new Truth(
                  name,
                  tree.toRealPath(),
                  Files.exists(tree.resolve("cuts.csv")),
                  read(csv, NOT_SCORED),
                  owners(folder, tree)));
          break;
        }
      }
    }
    if (all.isEmpty()) {
      throw new SkippedException("there is no NAME/ with truth.csv, or NAME.csv, in " + folder);
    }
    return all;
  }

  /** What {@code tables.csv} in a tree or {@code NAME-tables.csv} beside it says. */
  private static SortedMap<String, String> owners(Path folder, Path tree) throws IOException {
    for (Path csv :
        List.of(tree.resolve("tables.csv"), folder.resolve(tree.getFileName() + "-tables.csv"))) {
      if (Files.isRegularFile(csv)) {
        return read(csv, Set.of());
      }
    }
    return new TreeMap<>();
  }

  private static SortedMap<String, String> read(Path csv, Set<String> without) throws IOException {
    SortedMap<String, String> contexts = new TreeMap<>();
    for (String line : Files.readAllLines(csv)) {
      String[] cells = line.split(",", -1);
      if (!line.startsWith("#") && cells.length > 1 && !HEADS.contains(cells[0])) {
        String context = cells[1].strip();
        if (!without.contains(context) && !context.isEmpty()) {
          contexts.put(cells[0].strip(), context);
        }
      }
    }
    return contexts;
  }

  /**
   * The adjusted Rand index (Hubert, Arabie 1985) of a division with this truth: 1 where they are
   * the same. A class that the division does not place counts as a context of its own.
   */
  double agreement(Map<String, String> division) {
    Map<String, Integer> both = new HashMap<>();
    Map<String, Integer> ours = new HashMap<>();
    Map<String, Integer> theirs = new HashMap<>();
    contexts.forEach(
        (type, context) -> {
          String own = division.getOrDefault(type, "\0" + type);
          both.merge(own + "\0\0" + context, 1, Integer::sum);
          ours.merge(own, 1, Integer::sum);
          theirs.merge(context, 1, Integer::sum);
        });
    double together = pairs(both);
    double inOurs = pairs(ours);
    double inTheirs = pairs(theirs);
    double expected = inOurs * inTheirs / Math.max(1, pairsOf(contexts.size()));
    double most = (inOurs + inTheirs) / 2;
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  private static double pairs(Map<String, Integer> sizes) {
    return sizes.values().stream().mapToDouble(Truth::pairsOf).sum();
  }

  private static double pairsOf(int size) {
    return size * (size - 1.0) / 2;
  }
}
