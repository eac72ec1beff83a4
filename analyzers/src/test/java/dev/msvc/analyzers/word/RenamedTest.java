package dev.msvc.analyzers.word;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.cut.Contexts;
import dev.msvc.model.ContextMap.Placement;
import dev.msvc.model.Facts;
import dev.msvc.model.History;
import dev.msvc.model.HistorySummary;
import dev.msvc.model.Lock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Accepted classes that are called otherwise today. */
class RenamedTest {
  private static final Lock LOCK =
      new Lock(
          "1",
          new TreeMap<>(Map.of("cart", "cart")),
          new TreeMap<>(Map.of("a.Price", "cart", "a.Cart", "cart")),
          new TreeMap<>(Map.of("a.Money", Placement.SHARED)),
          new TreeMap<>());

  private static Facts types(String... names) {
    Contexts contexts = new Contexts();
    for (String each : names) {
      contexts.type("any", each);
    }
    return contexts.map().facts();
  }

  private static History moves(String from, String to) {
    return new History(
        HistorySummary.NONE,
        List.of(),
        new TreeMap<>(),
        new TreeMap<>(Map.of(from, to)),
        List.of());
  }

  @Test
  void aFileThatGitSawRenamedKeepsItsPlace() {
    Lock lock =
        Renamed.in(
            LOCK,
            types("a.Cart", "a.Amount", "a.Other", "a.Money"),
            moves("src/a/Price.java", "a/Amount.java"));

    assertThat(lock.classes()).containsOnlyKeys("a.Amount", "a.Cart");
  }

  @Test
  void aFileOfThatNameInAnotherPackageIsAnother() {
    Facts facts = types("a.Cart", "a.Amount", "a.Money");

    assertThat(Renamed.in(LOCK, facts, moves("src/ba/Price.java", "a/Amount.java")))
        .isEqualTo(LOCK);
    assertThat(Renamed.in(LOCK, facts, moves("src/b/a/Price.java", "a/Gone.java"))).isEqualTo(LOCK);
  }

  @Test
  void oneNewClassOfTheSimpleNameOfOneThatIsGoneIsIt() {
    assertThat(Renamed.in(LOCK, types("a.Cart", "b.Price", "b.Money"), History.NONE))
        .satisfies(
            lock -> {
              assertThat(lock.classes()).containsOnlyKeys("a.Cart", "b.Price");
              assertThat(lock.unplaced()).containsOnlyKeys("b.Money");
            });
    assertThat(Renamed.in(LOCK, types("a.Cart", "b.Price", "c.Price", "a.Money"), History.NONE))
        .isEqualTo(LOCK);
  }
}
