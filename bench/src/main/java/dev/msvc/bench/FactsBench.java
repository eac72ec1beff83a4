package dev.msvc.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The dependencies that {@code analyze} finds in source against those that the compiler wrote into
 * the class files of the same source.
 */
final class FactsBench implements Benchmark {
  /** The whole result is there, though less than half of the SQL was understood. */
  private static final int LITTLE_UNDERSTOOD = 7;

  private static final int LISTED = 50;

  @Override
  public String name() {
    return "facts";
  }

  @Override
  public String what() {
    return "class-to-class dependencies against bytecode: precision and recall";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    Path shop = bench.project().resolve("examples/shop");
    try {
      if (!Files.isDirectory(shop.resolve("target/classes"))) {
        throw new SkippedException("build it first: mvn -f examples/shop/pom.xml package");
      }
      compare(bench, "shop", shop, shop.resolve("target/classes"));
    } catch (SkippedException e) {
      bench.skipped("facts.shop", e);
    }
    try {
      for (Path system : systems(bench)) {
        compare(
            bench,
            system.getFileName().toString(),
            system.resolve("src"),
            system.resolve("classes"));
      }
    } catch (SkippedException e) {
      bench.skipped("facts", e);
    }
  }

  /** Fetched once, with the user's Maven. */
  private static List<Path> systems(Bench bench)
      throws IOException, InterruptedException, SkippedException {
    Path systems = bench.scratch("systems");
    try (Stream<Path> there = Files.list(systems)) {
      List<Path> fetched = there.filter(Files::isDirectory).sorted().toList();
      if (!fetched.isEmpty()) {
        return fetched;
      }
    }
    Path log = bench.scratch("facts").resolve("fetch.log");
    Launched maven =
        Launched.run(
            List.of(
                "mvn",
                "-B",
                "-q",
                "-f",
                bench.folder().resolve("systems/pom.xml").toString(),
                "process-resources"),
            Map.of(),
            log);
    if (maven.exitCode() != 0) {
      throw new SkippedException("Maven could not fetch the systems, see " + log);
    }
    try (Stream<Path> there = Files.list(systems)) {
      return there.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static void compare(Bench bench, String name, Path source, Path classes)
      throws IOException, InterruptedException, SkippedException {
    Bytecode bytecode = new Bytecode(classes);
    Set<String> both = bytecode.types();
    both.retainAll(JavaFiles.types(JavaFiles.below(source)));

    SortedSet<Edge> truth = within(both, bytecode.linked());
    truth.addAll(within(both, bytecode.pooled()));
    SortedMap<Edge, String> found = found(analysis(bench, name, source).path("dependencies"));
    compare(bench, "facts." + name, both, found, truth);

    SortedSet<Edge> jdeps = within(both, bytecode.jdeps());
    int agreed = jdeps.size() - without(jdeps, truth).size();
    bench.figure(
        Figure.atLeast(
            0.99,
            "facts." + name + ".jdeps-agrees",
            share(agreed, jdeps.size()),
            "%d of %d pairs".formatted(agreed, jdeps.size())));
    list(bench, "of jdeps alone", without(jdeps, truth), Map.of());
  }

  private static void compare(
      Bench bench,
      String name,
      Set<String> types,
      SortedMap<Edge, String> found,
      SortedSet<Edge> truth) {
    SortedSet<Edge> ours = within(types, found.keySet());
    SortedSet<Edge> wrong = without(ours, truth);
    int right = ours.size() - wrong.size();
    bench.figure(
        Figure.atLeast(
            0.97,
            name + ".precision",
            share(right, ours.size()),
            "%d of %d pairs".formatted(right, ours.size())));
    bench.figure(
        Figure.atLeast(
            0.95,
            name + ".recall",
            share(right, truth.size()),
            "%d of %d pairs".formatted(right, truth.size())));
    list(bench, "missed", without(truth, ours), found);
    list(bench, "wrong", wrong, found);
  }

  private static JsonNode analysis(Bench bench, String name, Path source)
      throws IOException, InterruptedException, SkippedException {
    Path json = bench.scratch("facts").resolve(name + ".json");
    Launched analyze =
        Launched.run(
            List.of(
                bench.distribution().resolve("bin/msvc").toString(),
                "analyze",
                source.toString(),
                "-o",
                "json"),
            Map.of(),
            json);
    if (analyze.exitCode() != 0 && analyze.exitCode() != LITTLE_UNDERSTOOD) {
      throw new SkippedException(
          String.format(
              Locale.ROOT,
              "msvc analyze %s ended with %d: %s",
              source,
              analyze.exitCode(),
              Files.readString(
                      json.resolveSibling(json.getFileName() + ".err"), StandardCharsets.UTF_8)
                  .lines()
                  .findFirst()
                  .orElse("")));
    }
    return new ObjectMapper().readTree(json.toFile());
  }

  /** Dependencies with their kinds. */
  private static SortedMap<Edge, String> found(JsonNode dependencies) {
    SortedMap<Edge, String> found = new TreeMap<>();
    for (JsonNode each : dependencies) {
      found.put(
          new Edge(each.path("from").asText(), each.path("to").asText()),
          each.path("kinds").toString());
    }
    return found;
  }

  private static SortedSet<Edge> within(Set<String> types, Set<Edge> edges) {
    SortedSet<Edge> within = new TreeSet<>(edges);
    within.removeIf(edge -> !types.contains(edge.from()) || !types.contains(edge.to()));
    return within;
  }

  private static SortedSet<Edge> without(Set<Edge> some, Set<Edge> others) {
    SortedSet<Edge> rest = new TreeSet<>(some);
    rest.removeAll(others);
    return rest;
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static void list(Bench bench, String title, Set<Edge> edges, Map<Edge, String> kinds) {
    if (!edges.isEmpty()) {
      bench.detail(title + ": " + edges.size());
      edges.stream()
          .limit(LISTED)
          .forEach(edge -> bench.detail("  " + edge + " " + kinds.getOrDefault(edge, "")));
    }
  }
}
