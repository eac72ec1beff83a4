package dev.msvc.analyzers.plan;

import static dev.msvc.analyzers.plan.SmallShop.context;
import static dev.msvc.analyzers.plan.SmallShop.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.msvc.analyzers.cut.Contexts;
import dev.msvc.model.Advice;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Cut;
import dev.msvc.model.Effort;
import dev.msvc.model.Extraction;
import dev.msvc.model.Extraction.Verdict;
import dev.msvc.model.MigrationStep;
import dev.msvc.model.Operation;
import dev.msvc.model.PlannedStep;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.Roadmap;
import dev.msvc.model.RoadmapWord;
import dev.msvc.model.Severity;
import dev.msvc.model.TableFact;
import dev.msvc.model.TableKind;
import dev.msvc.model.TraitKind;
import dev.msvc.model.yaml.SavedRoadmapDocument;
import dev.msvc.model.yaml.SavedRoadmapText;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RoadmapsTest {
  private static final Offset<Double> EXACTLY = Offset.offset(1e-9);

  @Test
  void theLeastCoupledGoesFirstAndTheLastIsTheMonolith() {
    ContextMap map =
        shop()
            .key("orders", "item_id", "items")
            .key("payments", "order_id", "orders")
            .join("order.A", "list", "select ...", "items", "orders")
            .map();

    Roadmap roadmap = Roadmaps.of(map);

    assertThat(roadmap.order()).extracting(Extraction::name).containsExactly("pay", "order");
    assertThat(roadmap.leave()).extracting(Extraction::name).containsExactly("stock");
    assertThat(roadmap.leave().get(0).verdict()).isEqualTo(Verdict.REST);
    assertThat(roadmap.order().get(0).why())
        .isEqualTo("cuts 1 foreign-key, with order; no call crosses");
  }

  @Test
  void dataIsCopiedAndNeedsNoInterface() {
    ContextMap map =
        shop()
            .maps("order.Order", "orders")
            .type("order", "order.Order")
            .refers("pay.A", "order.Order", ReferenceKind.CALL)
            .refers("stock.A", "order.A", ReferenceKind.CALL)
            .map();

    assertThat(Roadmaps.of(map).order())
        .extracting(Extraction::name, Extraction::why)
        .contains(
            tuple(
                "pay",
                "nothing of its data is cut; no call crosses, 1 reference to types and data does"));
  }

  @Test
  void whatTwoShareIsPlannedWhenTheFirstOfThemGoes() {
    ContextMap map =
        shop().key("payments", "order_id", "orders").key("orders", "item_id", "items").map();

    Roadmap roadmap = Roadmaps.of(map);

    List<String> first = ids(roadmap.order().get(0));
    assertThat(first).hasSize(1);
    assertThat(ids(roadmap.order().get(1))).hasSize(1).doesNotContainAnyElementsOf(first);
  }

  @Test
  void contextsInACircleOfTransactionsThatShouldStayWholeGoTogether() {
    ContextMap map =
        held(held(shop(), "order", "stock", 1), "stock", "order", 1)
            .key("payments", "order_id", "orders")
            .map();

    Roadmap roadmap = Roadmaps.of(map);

    assertThat(roadmap.order()).extracting(Extraction::name).containsExactly("pay");
    assertThat(roadmap.leave().get(0).contexts()).containsExactly("order", "stock");
    assertThat(roadmap.leave().get(0).together())
        .isEqualTo(
            "order and stock hold each other in a circle of transactions that should stay whole");
  }

  @Test
  void threeTransactionsThatShouldStayWholeHoldAContextBackAndTwoDoNot() {
    Roadmap three = Roadmaps.of(held(shop(), "order", "stock", 3).map());
    Roadmap two = Roadmaps.of(held(shop(), "order", "stock", 2).map());

    assertThat(three.order()).extracting(Extraction::name).containsExactly("pay");
    assertThat(three.leave()).extracting(Extraction::verdict).containsOnly(Verdict.HELD);
    assertThat(three.leave().get(0).why())
        .startsWith("3 transactions should stay whole and cross to what stays, as ");
    assertThat(two.order()).extracting(Extraction::name).containsExactly("pay", "order");
    assertThat(two.order().get(1).risk().level()).isEqualTo(Severity.HIGH);
  }

  @Test
  void whoeverIsOnlyWrittenAlongIsNotHeldByWhatShouldStayWholeBetweenTwoOthers() {
    Contexts shop = held(shop(), "order", "stock", 0);
    for (int i = 0; i < 3; i++) {
      shop.transaction(
          "order.A",
          "all" + i,
          List.of("order.A", "stock.A", "pay.A"),
          "orders",
          "items",
          "payments");
    }

    Roadmap roadmap = Roadmaps.of(shop.map());

    assertThat(roadmap.order()).extracting(Extraction::name).containsExactly("pay");
    assertThat(roadmap.order().get(0).why()).startsWith("cuts 3 saga, with order and stock; ");
    assertThat(roadmap.order().get(0).risk().reasons())
        .containsExactly("3 transactions need a saga or a reservation");
    assertThat(roadmap.leave()).extracting(Extraction::verdict).containsOnly(Verdict.HELD);
    assertThat(roadmap.leave().get(0).cuts().get(0).advice())
        .isEqualTo("leave order and stock in one service, or move the tables to one owner");
  }

  @Test
  void aContextWithoutTableAndEntryPointIsALibraryAndOneOfOneClassIsTooSmall() {
    ContextMap map =
        shop()
            .type("text", "text.A")
            .type("text", "text.B")
            .type("text", "text.C")
            .type("tiny", "tiny.A")
            .table("tiny", "settings")
            .map();

    assertThat(Roadmaps.of(map).leave())
        .extracting(Extraction::verdict)
        .containsExactly(Verdict.REST, Verdict.SMALL, Verdict.LIBRARY);
  }

  @Test
  void whereWhatStoresIsNotSeenNothingIsALibraryForHavingNoTable() {
    Contexts shop = shop();
    for (int i = 10; i < 60; i++) {
      shop.type("text", "text.A%dRepository".formatted(i));
    }
    ContextMap map = shop.map();

    Extraction text =
        Roadmaps.of(map).leave().stream()
            .filter(each -> each.name().equals("text"))
            .findFirst()
            .orElseThrow();
    assertThat(text.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(text.why())
        .isEqualTo("what it stores is not seen: whether it is a service or a library is not known");
    assertThat(Roadmaps.of(map).order().get(0).why()).doesNotContain("nothing of its data is cut");
  }

  @Test
  void whatOwnsViewsAloneAndTablesThatOthersWriteKeepsNoRows() {
    ContextMap map =
        web(shop(), "figures")
            .table("figures", table("v_sales", TableKind.VIEW))
            .table("figures", table("totals", TableKind.TABLE))
            .table("order", table("known", TableKind.TABLE))
            .access("figures.A", "run", Operation.SELECT, "totals")
            .access("order.A", "run", Operation.INSERT, "totals")
            .map();

    Extraction figures = planned(Roadmaps.of(map), "figures");

    assertThat(figures.verdict()).isEqualTo(Verdict.LAYER);
    assertThat(figures.why())
        .isEqualTo(
            "it keeps no rows, and has only 1 view and 1 table that others write: a read model of"
                + " what others keep");
    assertThat(figures.tables()).containsExactly("totals");
    assertThat(figures.views()).containsExactly("v_sales");
  }

  @Test
  void whatWorksByItselfIsNoLibraryThoughNobodyAsksItFromOutside() {
    Contexts shop =
        shop()
            .type("engine", "engine.A", "run")
            .type("engine", "engine.B")
            .type("engine", "engine.C");

    assertThat(planned(Roadmaps.of(shop.map()), "engine").verdict()).isEqualTo(Verdict.LIBRARY);

    Extraction engine =
        planned(Roadmaps.of(shop.trait(TraitKind.OWN_THREAD, "engine.A", "run").map()), "engine");

    assertThat(engine.verdict()).isEqualTo(Verdict.EXTRACT);
    assertThat(engine.why())
        .endsWith(
            "; nobody asks it from outside, but it works in threads or by timers of its own (A)");
  }

  private static TableFact table(String name, TableKind kind) {
    return new TableFact(
        name, kind, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  @Test
  void eachStepSaysWhatUndoesItAndTheUndoingLeadsBack() {
    for (PlannedStep each : Roadmaps.of(shop().map()).order().get(0).steps()) {
      MigrationStep step = each.step();
      assertThat(step.inverse()).isNotEqualTo(step);
      assertThat(step.inverse().inverse()).isEqualTo(step);
      assertThat(step.inverse().id()).isNotEqualTo(step.id());
      assertThat(step.how()).isNotEqualTo(step.inverse().how());
    }
  }

  @Test
  void stepsAreTheSameFiveInTheSameOrderAndTheirEffortsAddUp() {
    ContextMap map =
        shop()
            .key("payments", "order_id", "orders")
            .join("pay.A", "list", "select ...", "orders", "payments")
            .refers("order.A", "pay.B", ReferenceKind.CALL)
            .transaction("pay.B", "pay", List.of("pay.B"), "payments")
            .serves("pay.A", "/pay")
            .map();

    Extraction pay =
        Roadmaps.of(map).order().stream()
            .filter(each -> each.name().equals("pay") || each.name().equals("order"))
            .findFirst()
            .orElseThrow();

    assertThat(pay.steps())
        .extracting(each -> each.step().id())
        .containsExactly(
            "split-code", "split-database", "define-service", "use-service", "delete-old-code");
    Effort sum = pay.steps().stream().map(PlannedStep::effort).reduce(Effort.NONE, Effort::plus);
    assertThat(pay.effort()).isEqualTo(sum);
    // a join, a key, a called class, and that made remote
    assertThat(pay.coupling().low()).isCloseTo(0.5 + 0.1 + 0.3 + 0.2, EXACTLY);
    assertThat(pay.coupling().high()).isCloseTo(2 + 0.3 + 1 + 0.8, EXACTLY);
  }

  @Test
  void moreOfOnePatternCostAThirdEachAfterThree() {
    Rates rates = new Rates(RoadmapWord.NONE);

    assertThat(rates.alike(Rate.SAGA, 3).low()).isCloseTo(12, EXACTLY);
    assertThat(rates.alike(Rate.SAGA, 6).low()).isCloseTo(16, EXACTLY);
  }

  @Test
  void theAdviceStartsWhereTheRoadmapStarts() {
    ContextMap map = held(shop(), "order", "stock", 3).key("payments", "order_id", "orders").map();

    Advice advice = Adviser.advise(map.facts(), map.decomposition());

    assertThat(advice.startWith())
        .isEqualTo(Roadmaps.of(map).order().get(0).name())
        .isEqualTo("pay");
  }

  @Test
  void theVeryFirstOwnsTablesWhereOneThatDoesHasAClearBoundary() {
    ContextMap map =
        web(shop(), "mail")
            .key("payments", "order_id", "orders")
            .key("orders", "item_id", "items")
            .map();

    Roadmap roadmap = Roadmaps.of(map);

    assertThat(roadmap.order())
        .extracting(Extraction::name)
        .containsExactly("pay", "mail", "order");
    assertThat(roadmap.order().get(0).why()).startsWith("before mail, as it owns tables; cuts 1 ");
    assertThat(roadmap.order().get(1).why()).startsWith("nothing of its data is cut; ");
    assertThat(Adviser.advise(map.facts(), map.decomposition()).startWith()).isEqualTo("pay");
  }

  @Test
  void whyTheVeryFirstGoesBeforeOneThatOwnsTablesTooIsItsBoundary() {
    Roadmap roadmap =
        Roadmaps.of(
            web(shop(), "mail")
                .table("mail", "letters")
                .coupled("mail", 6, 5)
                .key("payments", "order_id", "orders")
                .key("orders", "item_id", "items")
                .map());

    assertThat(names(roadmap)).startsWith("pay", "mail");
    assertThat(roadmap.order().get(0).why())
        .startsWith("before mail, as 55 % of the references of mail cross its boundary; cuts 1 ");
  }

  @Test
  void whatOwnsNoTableAndMostlyCrossesIsALayerAndStays() {
    Roadmap roadmap = Roadmaps.of(web(shop(), "api").coupled("api", 6, 5).map());
    Roadmap inside = Roadmaps.of(web(shop(), "api").coupled("api", 5, 5).map());
    Roadmap keeps =
        Roadmaps.of(web(shop(), "api").table("api", "visits").coupled("api", 6, 5).map());

    assertThat(roadmap.leave())
        .filteredOn(each -> each.verdict() == Verdict.LAYER)
        .extracting(Extraction::name)
        .containsExactly("api");
    assertThat(inside.order()).extracting(Extraction::name).contains("api");
    assertThat(keeps.order()).extracting(Extraction::name).contains("api");
  }

  @Test
  void aLayerThatIsKeptAsLeftIsLeftAgainAndOneThatIsKeptInOrderGoesOut() {
    ContextMap layer = web(shop(), "api").coupled("api", 6, 5).map();
    ContextMap inside = web(shop(), "api").coupled("api", 5, 5).map();

    assertThat(names(Roadmaps.of(layer, kept(layer)))).doesNotContain("api");
    assertThat(names(Roadmaps.of(layer, kept(inside)))).contains("api");
  }

  private static List<String> names(Roadmap roadmap) {
    return roadmap.order().stream().map(Extraction::name).toList();
  }

  private static RoadmapWord kept(ContextMap map) {
    String text = SavedRoadmapText.write(map, Roadmaps.of(map), "", Map.of(), "1");
    return RoadmapWord.NONE.following(SavedRoadmapDocument.read(text));
  }

  @Test
  void whatOwnsNoTableAndIsANanoServiceIsTooSmall() {
    Contexts large = web(shop(), "mail");
    for (int i = 0; i < 120; i++) {
      large.type("order", "order.Part" + i);
    }

    Roadmap roadmap = Roadmaps.of(large.map());

    assertThat(roadmap.leave())
        .filteredOn(each -> each.verdict() == Verdict.SMALL)
        .extracting(Extraction::name)
        .containsExactly("mail");
    assertThat(roadmap.order()).extracting(Extraction::name).contains("pay", "stock");
  }

  @Test
  void whereNoContextHasAClearBoundaryNoneIsCalledEasyAndTheReasonIsGiven() {
    Contexts shop = shop();
    for (String each : List.of("order", "pay", "stock")) {
      shop.coupled(each, 2, 1);
    }
    ContextMap map = shop.map();

    Advice advice = Adviser.advise(map.facts(), map.decomposition());

    assertThat(Roadmaps.of(map).order().get(0).name()).isEqualTo("order");
    assertThat(advice.startWith()).isEmpty();
    assertThat(advice.why())
        .isEqualTo(
            "the first of the roadmap would be order, but 67 % of the references of order cross its"
                + " boundary");
  }

  @Test
  void whatTakesLongerToPartThanToSetUpIsNotEasy() {
    ContextMap map = held(held(shop(), "order", "stock", 1), "pay", "order", 1).map();

    assertThat(Adviser.advise(map.facts(), map.decomposition()).why())
        .contains("to part it from the rest takes 11-32 days");
  }

  @Test
  void whereNothingIsToBeTakenOutOnlyWhatIsTheCaseIsSaid() {
    ContextMap map = context(new Contexts(), "order", "orders").type("tool", "tool.A", "run").map();

    assertThat(Adviser.advise(map.facts(), map.decomposition()).why())
        .isEqualTo(
            "each context is a library without tables and entry points or what is left of the"
                + " monolith");
  }

  @Test
  void oneContextOrNoneHasNoOrder() {
    assertThat(Roadmaps.of(new Contexts().map()).order()).isEmpty();
    Roadmap one = Roadmaps.of(context(new Contexts(), "order", "orders").map());
    assertThat(one.order()).isEmpty();
    assertThat(one.leave()).extracting(Extraction::verdict).containsExactly(Verdict.REST);
  }

  private static List<String> ids(Extraction extraction) {
    return extraction.cuts().stream().map(Cut::id).toList();
  }

  private static Contexts shop() {
    Contexts shop = new Contexts();
    context(shop, "order", "orders");
    context(shop, "stock", "items");
    return context(shop, "pay", "payments");
  }

  /** A context without a table, which pages of it enter. */
  private static Contexts web(Contexts shop, String name) {
    return shop.type(name, name + ".A", "run")
        .type(name, name + ".B")
        .type(name, name + ".C")
        .serves(name + ".A", "/" + name);
  }

  /** Transactions of one context that write a table of another, of which both change a column. */
  private static Contexts held(Contexts shop, String from, String to, int count) {
    String own = table(from);
    String other = table(to);
    shop.access(to + ".A", "change", Operation.UPDATE, other, "amount")
        .access(from + ".A", "change", Operation.UPDATE, other, "amount");
    for (int i = 0; i < count; i++) {
      shop.transaction(from + ".A", "both" + i, List.of(from + ".A", to + ".A"), own, other);
    }
    return shop;
  }

  private static String table(String context) {
    return context.equals("order") ? "orders" : context.equals("stock") ? "items" : "payments";
  }
}
