package dev.msvc.analyzers.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.cut.Contexts;
import dev.msvc.analyzers.risk.AcceptedFindings;
import dev.msvc.model.Analysis;
import dev.msvc.model.Baseline;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Decomposition;
import dev.msvc.model.History;
import dev.msvc.model.HistorySummary;
import dev.msvc.model.Operation;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.Severity;
import dev.msvc.model.Verdict;
import dev.msvc.model.Violation;
import dev.msvc.model.Word.Accepted;
import dev.msvc.model.Word.Said;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LineTest {
  private static final String DEPENDENCY = "dependency/a.Order/b.Stock";

  /** A class of orders that uses one of stock. */
  private static Contexts shop() {
    return new Contexts()
        .type("orders", "a.Order")
        .type("orders", "a.Cart")
        .type("stock", "b.Stock")
        .type("stock", "b.Shelf")
        .refers("a.Order", "b.Stock", ReferenceKind.CALL)
        .refers("a.Order", "a.Cart", ReferenceKind.CALL);
  }

  private static Line line(Baseline baseline, Accepted... accepted) {
    return line(baseline, Severity.MEDIUM, List.of(accepted));
  }

  private static Line line(Baseline baseline, Severity threshold, List<Accepted> accepted) {
    return new Line(baseline, accepted, new AcceptedFindings(accepted, "2030-06-15"), threshold);
  }

  private static Baseline drawn(ContextMap map) {
    return line(new Baseline(new TreeMap<>())).drawn(Violations.of(map));
  }

  private static Verdict judge(Baseline baseline, ContextMap map, Accepted... accepted) {
    return line(baseline, accepted).judge(map, Violations.of(map));
  }

  private static Accepted accepted(String id, String until) {
    return new Accepted(new Said(id, 12, 7), "known", until);
  }

  @Test
  void whatGitCallsARenamedClassIsTheSameViolation() {
    ContextMap before = shop().map();
    Contexts after =
        new Contexts()
            .type("orders", "a.Purchase")
            .type("stock", "b.Stock")
            .refers("a.Purchase", "b.Stock", ReferenceKind.CALL);
    History history =
        new History(
            HistorySummary.NONE,
            List.of(),
            new TreeMap<>(),
            new TreeMap<>(Map.of("a/Order.java", "a/Purchase.java")),
            List.of());
    Analysis now = after.map().analysis();
    ContextMap renamed =
        new ContextMap(
            new Analysis(
                now.facts(), now.decomposition(), now.advice(), history, now.traffic(), null));

    assertThat(judge(drawn(before), renamed).moved())
        .containsExactly(Map.entry(DEPENDENCY, "dependency/a.Purchase/b.Stock"));
    assertThat(judge(drawn(before), after.map()).fresh()).hasSize(1);
  }

  @Test
  void onlyWhatCrossesBetweenContextsIsAViolation() {
    assertThat(Violations.of(shop().map())).extracting(Violation::id).containsExactly(DEPENDENCY);
  }

  @Test
  void nothingIsNewRightAfterTheLineWasDrawn() {
    Verdict verdict = judge(drawn(shop().map()), shop().map());

    assertThat(verdict.fresh()).isEmpty();
    assertThat(verdict.known()).isEqualTo(1);
    assertThat(verdict.isStale()).isFalse();
  }

  @Test
  void dependenciesAndCutsThatAreNotInTheBaselineAreNew() {
    Contexts changed =
        shop()
            .refers("a.Cart", "b.Shelf", ReferenceKind.CONSTRUCT)
            .table("stock", "shelves")
            .access("a.Cart", "fill", Operation.UPDATE, "shelves");

    assertThat(judge(drawn(shop().map()), changed.map()).fresh())
        .extracting(Violation::id)
        .containsExactly(
            "foreign-write/a.Cart/shelves",
            "MSVC-F06-MANY-WRITERS/shelves",
            "dependency/a.Cart/b.Shelf");
  }

  @Test
  void theSameDependencyOnceMoreIsNotNew() {
    Contexts changed = shop().refers("a.Order", "b.Stock", ReferenceKind.FIELD);

    assertThat(judge(drawn(shop().map()), changed.map()).fresh()).isEmpty();
  }

  @Test
  void whatIsGoneIsSaidAndTakenOutByAnUpdate() {
    Contexts more = shop().refers("a.Cart", "b.Shelf", ReferenceKind.CALL);
    Baseline baseline = drawn(more.map());
    Verdict verdict = judge(baseline, shop().map());

    assertThat(verdict.gone()).containsExactly("dependency/a.Cart/b.Shelf");
    assertThat(line(baseline).shrunk(verdict, Violations.of(shop().map())).ids())
        .containsExactly(DEPENDENCY);
  }

  @Test
  void anUpdateNeverAddsWhatIsNew() {
    Baseline baseline = drawn(shop().map());
    ContextMap changed = shop().refers("a.Cart", "b.Shelf", ReferenceKind.CALL).map();

    assertThat(line(baseline).shrunk(judge(baseline, changed), Violations.of(changed)).ids())
        .containsExactly(DEPENDENCY);
  }

  @Test
  void aContextOfAnotherNameMakesNothingNew() {
    Contexts renamed =
        new Contexts()
            .type("sales", "a.Order")
            .type("sales", "a.Cart")
            .type("stock", "b.Stock")
            .refers("a.Order", "b.Stock", ReferenceKind.CALL);
    Baseline baseline = drawn(shop().map());
    Verdict verdict = judge(baseline, renamed.map());

    assertThat(baseline.files()).containsOnlyKeys("orders+stock.txt");
    assertThat(verdict.fresh()).isEmpty();
    assertThat(line(baseline).shrunk(verdict, Violations.of(renamed.map())).files())
        .as("each is in the file of the contexts that it is between today")
        .containsOnlyKeys("sales+stock.txt");
  }

  @Test
  void acceptedContextsKeepTheirFilesWhateverTheirNames() {
    assertThat(drawn(withIds(shop().map())).files()).containsOnlyKeys("id-orders+id-stock.txt");
  }

  @Test
  void findingsAboutAContextFollowItsIdAndAreAcceptedByItsName() {
    ContextMap map = withIds(lists("orders").map());
    String named = "MSVC-F04-FOREIGN-LISTS/orders";

    assertThat(drawn(map).ids()).contains("MSVC-F04-FOREIGN-LISTS/id-orders");
    assertThat(judge(drawn(map), map, accepted(named, "")).accepted()).isEqualTo(1);
    assertThat(judge(drawn(map), map, accepted(named, "")).unmet()).isEmpty();
  }

  private static Contexts lists(String context) {
    return shop()
        .table(context, "orders")
        .table("stock", "shelves")
        .join("a.Order", "findAll", "select", "orders", "shelves");
  }

  private static ContextMap withIds(ContextMap map) {
    Decomposition old = map.decomposition();
    List<BoundedContext> contexts =
        old.contexts().stream()
            .map(
                each ->
                    new BoundedContext(
                        each.name(),
                        each.classes(),
                        each.tables(),
                        each.evidence(),
                        each.coupling(),
                        "id-" + each.name()))
            .toList();
    Analysis analysis = map.analysis();
    return new ContextMap(
        new Analysis(
            analysis.facts(),
            new Decomposition(
                contexts,
                old.shared(),
                old.mustSplit(),
                old.technical(),
                old.owners(),
                old.dependencies()),
            analysis.advice()));
  }

  @Test
  void aClassThatMovedToAnotherPackageTakesItsPlaceInTheBaselineAlong() {
    Contexts moved =
        new Contexts()
            .type("orders", "com.acme.sales.Order")
            .type("stock", "b.Stock")
            .refers("com.acme.sales.Order", "b.Stock", ReferenceKind.CALL);
    Baseline baseline = drawn(shop().map());
    Verdict verdict = judge(baseline, moved.map());

    assertThat(verdict.fresh()).isEmpty();
    assertThat(verdict.gone()).isEmpty();
    assertThat(verdict.isStale()).isTrue();
    assertThat(line(baseline).shrunk(verdict, Violations.of(moved.map())).ids())
        .containsExactly("dependency/com.acme.sales.Order/b.Stock");
  }

  @Test
  void aSecondClassOfThatNameIsNoMove() {
    Contexts copied =
        new Contexts()
            .type("orders", "a.Order")
            .type("orders", "c.Order")
            .type("stock", "b.Stock")
            .refers("c.Order", "b.Stock", ReferenceKind.CALL);

    assertThat(judge(drawn(shop().map()), copied.map()).fresh())
        .as("a.Order is still there")
        .extracting(Violation::id)
        .containsExactly("dependency/c.Order/b.Stock");
  }

  @Test
  void whatIsAcceptedMayStayThroughItsLastDay() {
    Baseline none = new Baseline(new TreeMap<>());

    assertThat(judge(none, shop().map(), accepted(DEPENDENCY, "")).fresh()).isEmpty();
    assertThat(judge(none, shop().map(), accepted(DEPENDENCY, "2030-06-15")).fresh()).isEmpty();
    assertThat(judge(none, shop().map(), accepted(DEPENDENCY, "2030-06-14")).expired())
        .containsOnlyKeys(DEPENDENCY);
    assertThat(judge(none, shop().map(), accepted(DEPENDENCY, "2030-06-14")).fresh()).hasSize(1);
  }

  @Test
  void aDayThatIsOverCountsAlsoForWhatIsInTheBaseline() {
    assertThat(judge(drawn(shop().map()), shop().map(), accepted(DEPENDENCY, "2030-06-14")).fresh())
        .hasSize(1);
  }

  @Test
  void whatIsAcceptedAndNotThereIsNamed() {
    assertThat(judge(drawn(shop().map()), shop().map(), accepted("join/a.B/c+d", "")).unmet())
        .extracting(each -> each.id().place())
        .containsExactly("msvc.yaml:12");
  }

  @Test
  void findingsBelowTheThresholdDoNotCountAndAreCounted() {
    ContextMap map = lists("orders").map();
    Severity severity =
        Violations.of(map).stream()
            .filter(each -> each.rule().equals("MSVC-F04-FOREIGN-LISTS"))
            .findFirst()
            .orElseThrow()
            .severity();
    Line strict = line(drawn(shop().map()), Severity.LOW, List.of());
    Line lenient = line(drawn(shop().map()), Severity.HIGH, List.of());

    assertThat(strict.judge(map, Violations.of(map)).low()).isEmpty();
    assertThat(lenient.judge(map, Violations.of(map)).low())
        .extracting(Violation::rule)
        .contains("MSVC-F10-ONE-HISTORY");
    assertThat(severity).isEqualTo(Severity.HIGH);
    assertThat(lenient.judge(map, Violations.of(map)).fresh())
        .as("cuts count whatever their severity")
        .extracting(Violation::rule)
        .contains("MSVC-CUT-JOIN", "MSVC-F04-FOREIGN-LISTS");
  }
}
