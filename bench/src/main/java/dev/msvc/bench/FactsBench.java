package dev.msvc.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.msvc.bench.truth.Access;
import dev.msvc.bench.truth.Route;
import dev.msvc.bench.truth.Transacted;
import dev.msvc.bench.truth.Truth;
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
import java.util.TreeSet;

/** What {@code analyze} finds in source against what bytecode, mappings and other parsers say. */
final class FactsBench implements Benchmark {
  /** The whole result is there, though less than half of the SQL was understood. */
  private static final int LITTLE_UNDERSTOOD = 7;

  /** What the oracles judge; servlets and remote beans they do not know. */
  private static final Set<String> KINDS = Set.of("http", "listener", "schedule", "main");

  private static final Set<String> OF_TEXT =
      Set.of(
          "jdbc",
          "migration",
          "native-query",
          "jpql",
          "mybatis-xml",
          "mybatis-annotation",
          "sql-file");

  /** What the database does by itself, and what no call says. */
  private static final Set<String> NOT_KNOWN = Set.of("view", "trigger", "routine");

  @Override
  public String name() {
    return "facts";
  }

  @Override
  public String what() {
    return "all kinds of facts against bytecode and other parsers: precision and recall";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException {
    Score score = new Score(bench);
    Path shop = bench.project().resolve("examples/shop");
    try {
      if (!Files.isDirectory(shop.resolve("target/classes"))) {
        throw new SkippedException("build it first: mvn -f examples/shop/pom.xml package");
      }
      if (bench.wants("shop")) {
        compare(bench, score, new Systems.Laid("shop", shop, shop.resolve("target/classes")));
      }
    } catch (SkippedException e) {
      bench.skipped("facts.shop", e);
    }
    try {
      for (Systems.Laid system : Systems.of(bench)) {
        if (bench.wants(system.name())) {
          compare(bench, score, system);
        }
      }
      score.total();
    } catch (SkippedException e) {
      bench.skipped("facts", e);
    }
  }

  private static void compare(Bench bench, Score score, Systems.Laid system)
      throws IOException, InterruptedException, SkippedException {
    Found found = new Found(analysis(bench, system.name(), system.source()));
    Truth truth = new Truth(system.classes(), system.source());
    score.system(system.name());
    DependencyFacts.score(score, system.source(), system.classes(), found.dependencies());
    score.of(
        "tables", 0.97, 0.95, found.tables(), truth.tables().must(), truth.tables().may(), t -> "");
    score.of(
        "entities",
        0.98,
        0.98,
        found.placed(),
        truth.placed().must(),
        truth.placed().may(),
        p -> "");
    accesses(score, found.accesses(), truth);
    routes(score, found, truth);
    SortedSet<Transacted> transactions = found.transactions();
    SortedSet<Transacted> open = new TreeSet<>(truth.transactions().may());
    if (truth.transactionsInXml()) {
      open.addAll(transactions);
    }
    score.of("transactions", 0.98, 0.98, transactions, truth.transactions().must(), open, t -> "");
    SortedSet<String> unread = new TreeSet<>(truth.unread());
    score.list("statements that no oracle reads", unread, t -> "");
  }

  private static void accesses(
      Score score, SortedMap<Access, Map<String, String>> found, Truth truth) {
    SortedSet<Access> open = new TreeSet<>(truth.accesses().may());
    found.forEach(
        (access, via) -> {
          boolean text = OF_TEXT.containsAll(via.keySet());
          if (NOT_KNOWN.containsAll(via.keySet())) {
            open.add(access);
          } else if (text
              ? truth.unreadable().contains(access.in())
              : truth.open().contains(access.in())) {
            open.add(access);
          }
        });
    score.of(
        "accesses",
        0.92,
        0.95,
        found.keySet(),
        truth.accesses().must(),
        open,
        access -> String.valueOf(found.get(access)));
  }

  private static void routes(Score score, Found found, Truth truth) {
    SortedMap<Route, SortedSet<String>> routes = found.routes(KINDS);
    Set<Route> must = truth.routes().judged().must();
    score.of(
        "routes",
        0.97,
        0.97,
        routes.keySet(),
        must,
        truth.routes().judged().may(),
        route -> String.valueOf(routes.get(route)));
    SortedSet<String> astray = new TreeSet<>();
    truth
        .routes()
        .paths()
        .forEach(
            (route, paths) -> {
              SortedSet<String> ours = routes.get(route);
              if (ours == null || !ours.equals(paths)) {
                astray.add(route + " " + paths + " but found " + ours);
              }
            });
    int whole = truth.routes().paths().size();
    score.share("routes.paths", 0.95, whole - astray.size(), whole);
    score.list("routes astray", astray, each -> "");
  }

  private static JsonNode analysis(Bench bench, String name, Path source)
      throws IOException, InterruptedException, SkippedException {
    Path json = bench.scratch("facts").resolve(name + ".json");
    Launched analyze =
        Launched.run(
            List.of(
                bench.distribution().resolve("bin/msvc").toString(),
                "analyze",
                "--no-cache",
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
}
