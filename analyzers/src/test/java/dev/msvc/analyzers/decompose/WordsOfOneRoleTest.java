package dev.msvc.analyzers.decompose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Pairs;
import dev.msvc.analyzers.graph.Vocabulary;
import org.junit.jupiter.api.Test;

class WordsOfOneRoleTest {
  private static int ties(Shop shop) {
    CodeGraph graph = CodeGraph.of(shop.facts());
    return Pairs.of(graph.size(), Vocabulary.ofTypes(graph).ties()).size();
  }

  private static Shop halls() {
    return new Shop().type("shop.HallTakenException").type("shop.FilmTakenException");
  }

  @Test
  void aWordThatOnlyExceptionsHaveTiesNone() {
    assertThat(ties(halls())).isZero();
  }

  @Test
  void aWordThatAnotherRoleHasTooTies() {
    assertThat(ties(halls().type("shop.TakenController"))).isPositive();
  }

  @Test
  void aWordOfTypesWithoutARoleIsOneOfTheDomain() {
    assertThat(ties(new Shop().type("shop.HallTaken").type("shop.FilmTaken"))).isEqualTo(1);
  }

  @Test
  void aWordOfATableIsOneOfTheDomain() {
    assertThat(ties(halls().table("taken"))).isPositive();
  }
}
