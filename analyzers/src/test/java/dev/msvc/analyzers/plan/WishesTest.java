package dev.msvc.analyzers.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.analyzers.cut.Contexts;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Effort;
import dev.msvc.model.Extraction;
import dev.msvc.model.Extraction.Verdict;
import dev.msvc.model.Operation;
import dev.msvc.model.Roadmap;
import dev.msvc.model.RoadmapWord;
import dev.msvc.model.UserError;
import dev.msvc.model.yaml.WordDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the user says of the order, on four contexts in a row: a - b - c - d. */
class WishesTest {
  @Test
  void withoutAWordTheEndsGoFirst() {
    assertThat(order("")).containsExactly("a", "b", "c");
  }

  @Test
  void whatIsToGoFirstGoesFirstInTheOrderThatIsSaid() {
    assertThat(order("first: [c, b]")).containsExactly("c", "b", "a");
    assertThat(of("first: [c, b]").order().get(0).why()).startsWith("first, as msvc.yaml:2 says; ");
  }

  @Test
  void whatIsToGoFirstIsWhereToStartHoweverFewOfItsReferencesStayInside() {
    ContextMap map = row().coupled("b", 9, 1).map();
    RoadmapWord word = WordDocument.read("roadmap:\n  first: [b]\n").roadmap();

    assertThat(Adviser.advise(map.facts(), map.decomposition(), word).startWith()).isEqualTo("b");
  }

  @Test
  void aClassStandsForItsContext() {
    assertThat(order("first: [c.A]")).startsWith("c");
  }

  @Test
  void aChainHoldsInItsOrder() {
    assertThat(order("before: [[d, c, a]]")).containsExactly("d", "c", "a");
  }

  @Test
  void whatIsToStayStaysAndAllOthersMayGo() {
    Roadmap roadmap = of("stay: [b]");

    assertThat(roadmap.order())
        .extracting(Extraction::name)
        .containsExactlyInAnyOrder("a", "c", "d");
    assertThat(roadmap.leave()).extracting(Extraction::verdict).containsExactly(Verdict.STAY);
    assertThat(roadmap.leave().get(0).why()).isEqualTo("msvc.yaml:2 says that it stays");
  }

  @Test
  void whatTransactionsHoldGoesWhereTheUserSaysSoAndElsewhereHoldsThoseThatWaitForIt() {
    ContextMap map = held().map();

    assertThat(of(map, "").leave()).extracting(Extraction::name).contains("c", "d");
    assertThat(of(map, "first: [c]").order()).extracting(Extraction::name).startsWith("c");
    Extraction waits =
        of(map, "before: [[c, b]]").leave().stream()
            .filter(each -> each.name().equals("b"))
            .findFirst()
            .orElseThrow();
    assertThat(waits.verdict()).isEqualTo(Verdict.HELD);
    assertThat(waits.why()).isEqualTo("msvc.yaml:2 lets it wait for c, which is left itself");
  }

  @Test
  void aLineThatNamesNothingIsNamed() {
    assertWrong("first: [a, bb]", "msvc.yaml:2:14: there is no context 'bb'");
    assertWrong("rates: {joins: 1-2}", "msvc.yaml:2:11: there is no rate 'joins'");
  }

  @Test
  void linesThatContradictEachOtherAreNamed() {
    assertWrong("stay: [a]\n  first: [a]", "msvc.yaml:2:10: 'a' is to stay");
    assertWrong("first: [b]\n  before: [[a, b]]", "which line 2 has first");
    assertWrong("before: [[a, b], [b, c], [c, a]]", "'c' is to go before 'a'");
    assertWrong("stay: [a]\n  before: [[a, b]]", "is to stay by line 2");
  }

  @Test
  void ownRatesReplaceOurs() {
    Extraction ours = of("").order().get(0);
    Extraction own = of("rates: {service: 100-200, deletion: 7}").order().get(0);

    Effort more = new Effort(100 - 5 + 7 - 1, 200 - 10 + 7 - 3);
    assertThat(own.effort()).hasToString(ours.effort().plus(more).toString());
  }

  private static void assertWrong(String word, String message) {
    assertThatThrownBy(() -> of(word)).isInstanceOf(UserError.class).hasMessageContaining(message);
  }

  private static List<String> order(String word) {
    return of(word).order().stream().map(Extraction::name).toList();
  }

  private static Roadmap of(String word) {
    return of(row().map(), word);
  }

  private static Roadmap of(ContextMap map, String word) {
    String text = word.isEmpty() ? "" : "roadmap:\n  " + word + "\n";
    return Roadmaps.of(map, WordDocument.read(text).roadmap());
  }

  private static Contexts row() {
    Contexts row = new Contexts();
    for (String name : List.of("a", "b", "c", "d")) {
      row.type(name, name + ".A", "run").type(name, name + ".B").type(name, name + ".C");
      row.table(name, name + "s");
    }
    return row.key("as", "b_id", "bs").key("bs", "c_id", "cs").key("cs", "d_id", "ds");
  }

  private static Contexts held() {
    Contexts row = row();
    row.access("d.A", "change", Operation.UPDATE, "ds", "amount")
        .access("c.A", "change", Operation.UPDATE, "ds", "amount");
    for (int i = 0; i < Order.HELD; i++) {
      row.transaction("c.A", "both" + i, List.of("c.A", "d.A"), "cs", "ds");
    }
    return row;
  }
}
