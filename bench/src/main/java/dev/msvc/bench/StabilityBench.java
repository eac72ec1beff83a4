package dev.msvc.bench;

import dev.msvc.analyzers.Inputs;
import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.model.Decomposition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many other classes a small edit moves: a class that uses another one is added, or a method is
 * renamed wherever it is named, always the same edits. Contexts are matched by what they hold, as
 * their names may change.
 */
final class StabilityBench implements Benchmark {
  private static final int EDITS = 50;
  private static final int SMALL = 100;
  private static final Pattern METHOD =
      Pattern.compile("(?m)^\\s+public (?:\\w+) ([a-z]\\w{5,})\\(");
  private static final Pattern TYPE = Pattern.compile("public class (\\w+)");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

  @Override
  public String name() {
    return "decompose-stability";
  }

  @Override
  public String what() {
    return "classes that one added class or one renamed method moves, with --truths DIR: share";
  }

  @Override
  public void run(Bench bench) throws IOException, SkippedException {
    List<Double> all = new ArrayList<>();
    for (Truth truth : bench.truths()) {
      Map<Path, String> files = read(truth.tree());
      Path tree = bench.scratch("stability").resolve(truth.name());
      write(tree, files);
      Map<String, String> before = places(tree);
      if (before.size() < SMALL) {
        continue;
      }
      Random random = new Random(20_261_126);
      List<Double> moved = new ArrayList<>();
      for (int edit = 0; edit < EDITS; edit++) {
        Map<Path, String> edited =
            edit % 2 == 0 ? added(files, random, edit) : renamed(files, random);
        if (!edited.equals(files)) {
          change(tree, files, edited);
          moved.add(moved(before, places(tree)));
          bench.detail(
              String.format(Locale.ROOT, "edit %d: %.3f", edit, moved.get(moved.size() - 1)));
          change(tree, edited, files);
        }
      }
      all.addAll(moved);
      bench.figure(
          Figure.told(
              "stability." + truth.name(),
              mean(moved),
              String.format(
                  Locale.ROOT,
                  "%d edits, worst %.3f",
                  moved.size(),
                  moved.stream().mapToDouble(Double::doubleValue).max().orElse(0))));
    }
    if (!all.isEmpty()) {
      bench.figure(
          Figure.atMost(0.02, "stability.all", mean(all), all.size() + " edits, share moved"));
    }
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static Map<String, String> places(Path tree) {
    Decomposition found = Monolith.analyze(tree, Inputs.NONE, Progress.NONE).decomposition();
    Map<String, String> places = DecomposeBench.places(found, false);
    found.shared().forEach(each -> places.put(each.className(), "(shared)"));
    found.technical().forEach(each -> places.put(each.className(), "(technical)"));
    found.mustSplit().forEach(each -> places.put(each.className(), "(must-split)"));
    return places;
  }

  /** The share of the classes of both that are not where their context went. */
  static double moved(Map<String, String> before, Map<String, String> after) {
    Map<List<String>, Integer> overlaps = new HashMap<>();
    int both = 0;
    for (Map.Entry<String, String> each : before.entrySet()) {
      String now = after.get(each.getKey());
      if (now != null) {
        both++;
        overlaps.merge(List.of(each.getValue(), now), 1, Integer::sum);
      }
    }
    Set<String> matchedBefore = new HashSet<>();
    Set<String> matchedAfter = new HashSet<>();
    int stayed = 0;
    List<Map.Entry<List<String>, Integer>> largest =
        overlaps.entrySet().stream()
            .sorted(
                Map.Entry.<List<String>, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(each -> each.getKey().toString()))
            .toList();
    for (Map.Entry<List<String>, Integer> each : largest) {
      String old = each.getKey().get(0);
      String now = each.getKey().get(1);
      if (!matchedBefore.contains(old) && !matchedAfter.contains(now)) {
        matchedBefore.add(old);
        matchedAfter.add(now);
        stayed += each.getValue();
      }
    }
    return both == 0 ? 0 : 1 - (double) stayed / both;
  }

  private static Map<Path, String> read(Path tree) throws IOException {
    Map<Path, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (file.toString().matches(".*\\.(java|xml|sql|properties|ya?ml)")
            && !file.toString().contains("/.git/")) {
          files.put(tree.relativize(file), Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return files;
  }

  private static void write(Path tree, Map<Path, String> files) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> old = Files.walk(tree)) {
        for (Path each : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
    change(tree, Map.of(), files);
  }

  private static void change(Path tree, Map<Path, String> from, Map<Path, String> to)
      throws IOException {
    for (Path gone : from.keySet()) {
      if (!to.containsKey(gone)) {
        Files.delete(tree.resolve(gone));
      }
    }
    for (Map.Entry<Path, String> each : to.entrySet()) {
      if (!each.getValue().equals(from.get(each.getKey()))) {
        Path file = tree.resolve(each.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, each.getValue(), StandardCharsets.ISO_8859_1);
      }
    }
  }

  /** One class more, beside another one that it uses. */
  private static Map<Path, String> added(Map<Path, String> files, Random random, int edit) {
    List<Path> classes =
        files.keySet().stream()
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> !file.toString().contains("/test/"))
            .filter(file -> TYPE.matcher(files.get(file)).find())
            .toList();
    Path beside = classes.get(random.nextInt(classes.size()));
    Matcher type = TYPE.matcher(files.get(beside));
    Matcher home = PACKAGE.matcher(files.get(beside));
    if (!type.find() || !home.find()) {
      return files;
    }
    String name = type.group(1) + "Notes" + edit;
    Map<Path, String> edited = new TreeMap<>(files);
    edited.put(
        beside.resolveSibling(name + ".java"),
        "package %s;\n\npublic class %s {\n  private %s noted;\n}\n"
            .formatted(home.group(1), name, type.group(1)));
    return edited;
  }

  /** Another name for one method, wherever it is named. */
  private static Map<Path, String> renamed(Map<Path, String> files, Random random) {
    List<String> methods =
        files.entrySet().stream()
            .filter(each -> each.getKey().toString().endsWith(".java"))
            .flatMap(each -> METHOD.matcher(each.getValue()).results().map(found -> found.group(1)))
            .distinct()
            .sorted()
            .toList();
    String method = methods.get(random.nextInt(methods.size()));
    Pattern word = Pattern.compile("\\b" + method + "\\b");
    Map<Path, String> edited = new TreeMap<>();
    files.forEach((file, text) -> edited.put(file, word.matcher(text).replaceAll(method + "Anew")));
    return edited;
  }
}
