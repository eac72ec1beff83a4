package dev.msvc.analyzers.plan;

import static dev.msvc.analyzers.plan.SmallShop.context;
import static dev.msvc.analyzers.plan.SmallShop.planned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.cut.Contexts;
import dev.msvc.model.Extraction;
import dev.msvc.model.FieldFact;
import dev.msvc.model.Forecast;
import dev.msvc.model.Operation;
import dev.msvc.model.TypeKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallsTest {
  private static final List<FieldFact> VALUES = List.of(new FieldFact("size", "int", 2, List.of()));

  @Test
  void whatAContainerKnowsOrReachesATableAnswersWhereItIsAndTheRestGoesAlong() {
    Contexts shop =
        shop()
            .bean("pay", "pay.Prices", "run")
            .type("pay", "pay.Rows", "list")
            .access("pay.Rows", "list", Operation.SELECT, "payments")
            .type("pay", "pay.Finder", "find")
            .calls("pay.Finder", "find", "pay.Rows", "list")
            .type("pay", "pay.Sums", "sum", "log")
            .type("pay", "pay.Tree", List.of(), VALUES, "walk", "size")
            .calls("pay.Tree", "walk", "pay.Rows", "list")
            .calls("order.Desk", "handle", "pay.Prices", "run")
            .calls("order.Desk", "handle", "pay.Rows", "list")
            .calls("order.Desk", "handle", "pay.Finder", "find")
            .calls("order.Desk", "handle", "pay.Sums", "sum")
            .calls("order.Desk", "handle", "pay.Tree", "walk");

    assertThat(crossings(shop))
        .containsExactlyInAnyOrder(
            "Desk.handle -> Finder.find",
            "Desk.handle -> Prices.run",
            "Desk.handle -> Rows.list",
            "Tree.walk -> Rows.list");
  }

  @Test
  void theCallThatCountsIsTheOneOnWhatALocatorHandsOut() {
    Contexts shop =
        shop()
            .bean("pay", "pay.Prices", "run", "stock", "next")
            .bean("pay", "pay.Locator", "prices")
            .handsOut("pay.Locator", "prices", "pay.Prices")
            .handsOut("pay.Prices", "next", "pay.Rate")
            .calls("order.Desk", "handle", "pay.Locator", "prices")
            .calls("order.Desk", "handle", "pay.Prices", "next")
            .calls("order.Desk", "handle", "pay.Prices", "run");

    // what is handed out must be known to work: a rate may be the state of who has it
    assertThat(crossings(shop))
        .containsExactlyInAnyOrder("Desk.handle -> Prices.next", "Desk.handle -> Prices.run");
  }

  @Test
  void settingsThatReachNoTableAreReadOnEachSide() {
    Contexts shop =
        shop()
            .bean("pay", "pay.MailConfig", "run")
            .bean("pay", "pay.StoredConfig", "run")
            .access("pay.StoredConfig", "run", Operation.SELECT, "payments")
            .calls("order.Desk", "handle", "pay.MailConfig", "run")
            .calls("order.Desk", "handle", "pay.StoredConfig", "run");

    assertThat(crossings(shop)).containsExactly("Desk.handle -> StoredConfig.run");
  }

  @Test
  void aMethodOfTheOwnBaseClassIsNoCallAcrossNorWhatStandsBesideIt() {
    Contexts shop =
        shop()
            .bean("pay", "pay.Base", "save")
            .type(
                "pay",
                "pay.Payments",
                TypeKind.CLASS,
                "pay.Base",
                List.of(),
                List.of("org.springframework.stereotype.Service"),
                List.of(),
                "save")
            .type(
                "order",
                "order.Orders",
                TypeKind.CLASS,
                "pay.Base",
                List.of(),
                List.of("org.springframework.stereotype.Service"),
                List.of(),
                "store")
            .access("pay.Payments", "save", Operation.INSERT, "payments")
            .calls("order.Desk", "handle", "order.Orders", "store")
            .calls("order.Orders", "store", "pay.Base", "save");

    assertThat(crossings(shop)).isEmpty();
    assertThat(boundary(shop).offered()).isZero();
  }

  @Test
  void aTypeThatAllShareIsCalledHereWhateverImplementsItThere() {
    Contexts shop =
        shop()
            .type("", "Writer", TypeKind.INTERFACE, null, List.of(), List.of(), List.of(), "add")
            .type(
                "pay",
                "pay.JsonWriter",
                TypeKind.CLASS,
                null,
                List.of("Writer"),
                List.of("org.springframework.stereotype.Component"),
                List.of(),
                "add")
            .type("pay", "pay.Rows", "list")
            .access("pay.Rows", "list", Operation.SELECT, "payments")
            .calls("order.Desk", "handle", "Writer", "add");

    assertThat(crossings(shop)).isEmpty();
  }

  @Test
  void oneStatementThatJoinsAForeignTableIsOneCall() {
    Contexts shop =
        shop()
            .bean("order", "order.Rows", "list")
            .access("order.Rows", "list", Operation.SELECT, "orders")
            .access("order.Rows", "list", Operation.SELECT, "payments")
            .join("order.Rows", "list", "select ...", "orders", "payments")
            .calls("order.Desk", "handle", "order.Rows", "list");

    assertThat(crossings(shop)).hasSize(1);
  }

  @Test
  void classesOfNoContextThatCallItAreCountedAndNamed() {
    Contexts shop =
        shop()
            .bean("pay", "pay.Prices", "run")
            .toSplit("God", "", "run")
            .type("", "Tool", "run")
            .type("pay", "pay.Rows", "list")
            .access("pay.Rows", "list", Operation.SELECT, "payments")
            .calls("God", "run", "pay.Prices", "run")
            .calls("Tool", "run", "pay.Prices", "run")
            .calls("pay.Prices", "run", "Tool", "run");

    assertThat(boundary(shop))
        .isEqualTo(new Extraction.Boundary(1, 2, 0, 0, List.of("God", "Tool")));
    assertThat(Reasons.unplaced(boundary(shop)))
        .isEqualTo("2 classes of no context (God, Tool) call it");
  }

  @Test
  void whatIsSharedAsALibraryIsOnTheSideOfItsCaller() {
    Contexts shop =
        shop()
            .bean("tools", "tools.Cache", "get")
            .bean("pay", "pay.Prices", "run")
            .calls("order.Desk", "handle", "tools.Cache", "get")
            .calls("tools.Cache", "get", "pay.Prices", "run")
            .calls("order.Desk", "handle", "pay.Prices", "run")
            .calls("pay.Prices", "run", "tools.Cache", "get");

    assertThat(planned(Roadmaps.of(shop.map()), "tools").verdict())
        .isEqualTo(Extraction.Verdict.LIBRARY);
    assertThat(crossings(shop))
        .containsExactlyInAnyOrder("Cache.get -> Prices.run", "Desk.handle -> Prices.run");
    assertThat(boundary(shop).needed()).isZero();
  }

  @Test
  void whereOneOfManyImplementationsRunsARequestCrossesPerhaps() {
    Contexts shop = shop().type("order", "order.Loader", "load");
    for (String each : List.of("order.One", "order.Two", "order.Three", "pay.Four")) {
      shop.type(
              each.substring(0, each.indexOf('.')),
              each,
              TypeKind.CLASS,
              "order.Loader",
              List.of(),
              List.of(),
              List.of(),
              "load")
          .calls(each, "load", "pay.Rows", "list");
    }
    shop.bean("pay", "pay.Rows", "list").calls("order.Desk", "handle", "order.Loader", "load");

    Forecast forecast = pay(shop).forecast();

    assertThat(forecast.requests()).isZero();
    assertThat(forecast.requestsPerhaps()).isEqualTo(1);
    assertThat(forecast.isKnown()).isTrue();
  }

  private static Contexts shop() {
    return context(context(new Contexts(), "order", "orders"), "pay", "payments")
        .type("order", "order.Desk", "handle")
        .serves("order.Desk", "/desk");
  }

  private static List<String> crossings(Contexts shop) {
    return pay(shop).forecast().worst().stream()
        .flatMap(each -> each.crossings().stream())
        .map(Forecast.Crossing::what)
        .toList();
  }

  private static Extraction.Boundary boundary(Contexts shop) {
    return pay(shop).boundary();
  }

  private static Extraction pay(Contexts shop) {
    return planned(Roadmaps.of(shop.map()), "pay");
  }
}
