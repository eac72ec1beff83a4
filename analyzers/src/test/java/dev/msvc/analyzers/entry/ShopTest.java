package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.EntryPointKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is found in the example shop, held against what its authors say is there. */
class ShopTest {
  private static final Path SHOP = Path.of("..", "examples", "shop");
  private static final FactCollector FACTS = new FactCollector();

  @BeforeAll
  static void analyze() throws IOException {
    List<Analyzer> analyzers =
        List.of(
            new SpringMvcRoutes(),
            new JaxRsResources(),
            new Servlets(),
            new EjbRemotes(),
            new Listeners(),
            new Schedules(),
            new Transactions());
    Fixture fixture = new Fixture();
    try (Stream<Path> files = Files.walk(SHOP.resolve("src/main"))) {
      for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = SHOP.relativize(each).toString();
        if (name.endsWith(".java")) {
          fixture.java("", Files.readString(each));
        } else {
          fixture.resource("", name, Files.readString(each));
        }
      }
    }
    fixture.run(FACTS, analyzers.toArray(Analyzer[]::new));
  }

  private static Set<String> expected(String file) throws IOException {
    return Files.readAllLines(SHOP.resolve("expected").resolve(file)).stream()
        .skip(1)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void agrees(Set<String> found, Set<String> expected) {
    Set<String> both = new TreeSet<>(found);
    both.retainAll(expected);
    assertThat((double) both.size() / found.size()).as("precision").isGreaterThanOrEqualTo(0.97);
    assertThat((double) both.size() / expected.size()).as("recall").isGreaterThanOrEqualTo(0.97);
  }

  @Test
  void entryPointsAreThoseOfTheShop() throws IOException {
    Set<String> found =
        FACTS.entryPoints().stream()
            .map(
                each -> {
                  boolean route =
                      each.kind() == EntryPointKind.HTTP || each.kind() == EntryPointKind.SERVLET;
                  return String.join(
                      ",",
                      each.kind().name().toLowerCase(Locale.ROOT),
                      route ? String.valueOf(each.httpMethod()) : "",
                      route ? String.valueOf(each.path()) : "",
                      each.className(),
                      each.method());
                })
            .collect(Collectors.toCollection(TreeSet::new));

    agrees(found, expected("entrypoints.csv"));
  }

  @Test
  void transactionsAreThoseOfTheShop() throws IOException {
    Set<String> found =
        FACTS.transactions().stream()
            .map(each -> each.className() + "," + each.method())
            .collect(Collectors.toCollection(TreeSet::new));

    agrees(found, expected("transactions.csv"));
  }
}
