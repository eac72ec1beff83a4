package dev.msvc.analyzers.decompose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Pairs;
import dev.msvc.analyzers.graph.Ties;
import dev.msvc.analyzers.graph.Vocabulary;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordsOfOneRoleTest {
  private static double tie(Shop shop) {
    CodeGraph graph = CodeGraph.of(shop.facts());
    Ties ties = Vocabulary.ofTypes(graph).ties();
    Pairs pairs = Pairs.of(graph.size(), ties);
    double[] weights = pairs.column(ties);
    return IntStream.range(0, pairs.size())
        .filter(pair -> pairs.first(pair) == 0 && pairs.second(pair) == 1)
        .mapToDouble(pair -> weights[pair])
        .sum();
  }

  /** Types of these names, before some that have nothing to do with them. */
  private static Shop named(String... names) {
    Shop shop = new Shop();
    for (String other : List.of("Violin", "Walnut", "Yacht", "Zebra")) {
      shop.type("shop." + other);
    }
    for (String name : names) {
      shop.type("shop." + name);
    }
    return shop;
  }

  @Test
  void aWordThatOnlyExceptionsHaveTiesThemLessThanOneOfSeveralRoles() {
    assertThat(tie(named("FilmTakenException", "HallTakenException", "SeatTakenException")))
        .isLessThan(tie(named("FilmTakenException", "HallTakenService", "SeatTakenController")));
  }

  @Test
  void typesWithoutARoleAreOfNone() {
    assertThat(tie(named("FilmTaken", "HallTaken", "SeatTaken")))
        .isEqualTo(tie(named("FilmTakenException", "HallTakenService", "SeatTakenController")));
  }

  @Test
  void aWordOfATableIsOneOfTheDomain() {
    assertThat(
            tie(
                named("FilmTakenException", "HallTakenException", "SeatTakenException")
                    .table("taken")))
        .isEqualTo(tie(named("FilmTaken", "HallTaken", "SeatTaken").table("taken")));
  }
}
