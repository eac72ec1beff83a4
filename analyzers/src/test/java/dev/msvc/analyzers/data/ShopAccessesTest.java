package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.mapping.EntityMappings;
import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * All analyzers of data access on the example, held against the list that its author wrote. The
 * list names repositories' inherited methods at the repository and their callers apart, and so what
 * a generic base class does for its subclasses' entities; it leaves out what a save cascades to.
 */
class ShopAccessesTest {
  private static final Path SHOP = Path.of("../examples/shop");

  @Test
  void theShopsAccessesAreFound() throws IOException {
    Set<String> expected = expected();
    Set<String> found = found();

    Set<String> both = new HashSet<>(found);
    both.retainAll(expected);
    Set<String> extra = new TreeSet<>(found);
    extra.removeAll(expected);
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(found);
    assertThat((double) both.size() / found.size())
        .as("precision; extra: " + extra)
        .isGreaterThanOrEqualTo(0.97);
    assertThat((double) both.size() / expected.size())
        .as("recall; missing: " + missing)
        .isGreaterThanOrEqualTo(0.97);
  }

  private static Set<String> expected() throws IOException {
    // who calls what a generic class does for the entities of a repository
    Map<String, List<String>> ofBaseClass = new HashMap<>();
    for (String[] row : rows("base-class-calls.csv")) {
      ofBaseClass
          .computeIfAbsent(row[2] + "." + row[3] + " " + row[4], ignored -> new ArrayList<>())
          .add(row[0] + "." + row[1]);
    }
    Map<String, List<String>> callers = new HashMap<>();
    for (String[] row : rows("crud-calls.csv")) {
      String caller = row[0] + "." + row[1];
      callers
          .computeIfAbsent(row[2] + "." + row[3], ignored -> new ArrayList<>())
          .addAll(ofBaseClass.getOrDefault(caller + " " + row[2], List.of(caller)));
    }
    Set<String> all = new TreeSet<>();
    for (String[] row : rows("accesses.csv")) {
      String method = row[1] + "." + row[2];
      for (String each : callers.getOrDefault(method, List.of(method))) {
        all.add(line(row[3], row[0], each));
      }
    }
    return all;
  }

  private static List<String[]> rows(String file) throws IOException {
    return Files.readAllLines(SHOP.resolve("expected").resolve(file)).stream()
        .skip(1)
        .map(each -> each.split(",", -1))
        .toList();
  }

  private static Set<String> found() throws IOException {
    Fixture shop = Fixture.of();
    try (Stream<Path> files = Files.walk(SHOP.resolve("src/main"))) {
      for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = SHOP.relativize(each).toString().replace('\\', '/');
        if (name.endsWith(".java")) {
          shop.withJava(name, Files.readString(each));
        } else if (name.matches(".*\\.(xml|sql|yml|yaml|properties)")) {
          shop.with(name, Files.readString(each));
        }
      }
    }
    FactCollector facts =
        shop.facts(
            new SchemaFiles(),
            new EntityMappings(),
            new SpringDataRepositories(),
            new JpaCalls(),
            new MyBatisXml(),
            new MyBatisAnnotations(),
            new JdbcStatements());
    List<Access> accesses =
        Tables.merge(facts.tables(), facts.accesses(), facts.joins()).accesses();
    Set<String> repositoryCalls = new HashSet<>();
    for (Access each : accesses) {
      if (each.via() == AccessVia.SPRING_DATA) {
        repositoryCalls.add(each.place() + " " + each.op());
      }
    }
    Set<String> all = new TreeSet<>();
    for (Access each : accesses) {
      boolean cascaded =
          each.via() == AccessVia.CASCADE
              && repositoryCalls.contains(each.place() + " " + each.op());
      if (!cascaded) {
        all.add(line(each.op().name(), each.table(), each.className() + "." + each.method()));
      }
    }
    return all;
  }

  private static String line(String op, String table, String method) {
    return op.toLowerCase(Locale.ROOT) + " " + table.toLowerCase(Locale.ROOT) + " " + method;
  }
}
