package dev.msvc.analyzers.shift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.cut.Contexts;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.Operation;
import dev.msvc.model.shift.LeftOut;
import dev.msvc.model.shift.Predecessor;
import dev.msvc.model.shift.ProposedRoute;
import dev.msvc.model.shift.ShiftProposal;
import dev.msvc.model.shift.ShiftRoute;
import dev.msvc.model.yaml.ShiftDocument;
import dev.msvc.model.yaml.ShiftProposalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ShiftProposalsTest {
  /** Orders that a service stores, and a catalog beside them. */
  private static Contexts shop() {
    return new Contexts()
        .type("order", "a.Order")
        .type("order", "a.OrderApi", "list", "show", "place", "track")
        .type("order", "a.Orders", "save")
        .type("catalog", "b.CatalogApi")
        .type("catalog", "b.Product")
        .table("order", "orders")
        .table("catalog", "products")
        .maps("a.Order", "orders")
        .maps("b.Product", "products")
        .access("a.Orders", "save", Operation.MERGE, "orders")
        .calls("a.OrderApi", "place", "a.Orders", "save");
  }

  private static Contexts answers(Contexts to, String type, String... routes) {
    for (String each : routes) {
      String[] words = each.split(" ", -1);
      to.answers(EntryPointKind.HTTP, words[0], words[1], type, words.length > 2 ? words[2] : "x");
    }
    return to;
  }

  private static ShiftProposal proposal(Contexts contexts) {
    return ShiftProposals.of(contexts.map(), "order", "orders");
  }

  /** As the plan says them, and as its reader takes them. */
  private static List<String> routes(ShiftProposal proposal) {
    List<String> shown = new ArrayList<>();
    proposal.routes().forEach(each -> shown.add(ShiftProposalText.route(each.route())));
    if (proposal.hasReads()) {
      List<ShiftRoute> read =
          ShiftDocument.read("orders", "orders.yaml", ShiftProposalText.write(proposal, "", ""))
              .routes();
      assertThat(read.stream().map(ShiftProposalText::route)).containsExactlyElementsOf(shown);
    }
    return shown;
  }

  private static List<String> remarks(ShiftProposal proposal) {
    List<String> all = new ArrayList<>();
    proposal.routes().stream().map(ProposedRoute::remarks).forEach(all::addAll);
    return all;
  }

  private static ShiftProposal beside(Contexts contexts) {
    return ShiftProposals.of(
        answers(contexts, "a.OrderApi", "GET /orders list").map(),
        "order",
        "orders",
        new TreeMap<>(Map.of("goods", "catalog", "orders", "order")));
  }

  @Test
  void whatCallsAnotherComesAfterTheShiftOfThat() {
    ShiftProposal proposal =
        beside(
            shop()
                .type("catalog", "b.Stock")
                .calls("a.Orders", "save", "b.Stock", "take")
                .calls("a.Orders", "save", "b.Product", "name"));
    String text = ShiftProposalText.write(proposal, "", "");

    assertThat(text)
        .contains(
            "# it calls catalog at 1 place; catalog has the plan strangle/goods.yaml\n"
                + "after: [goods]\n");
    assertThat(ShiftDocument.read("orders", "orders.yaml", text).after())
        .extracting(Predecessor::shift)
        .containsExactly("goods");
    assertThat(ShiftProposalText.context(text)).contains("order");
  }

  @Test
  void whatOnlyReadsItsDataOrIsCalledBackMayComeAfterIt() {
    Contexts data = shop().calls("a.Orders", "save", "b.Product", "name");
    Contexts mutual =
        shop()
            .type("catalog", "b.Stock")
            .calls("a.Orders", "save", "b.Stock", "take")
            .calls("b.Stock", "take", "a.Orders", "save");

    assertThat(ShiftProposalText.write(beside(data), "", ""))
        .contains("only its data are called, at 1 place; where this", "\n# after: [goods]\n")
        .doesNotContain("\nafter:");
    assertThat(ShiftProposalText.write(beside(mutual), "", ""))
        .contains("it is called at 1 place, and calls back at 1 place", "\n# after: [goods]\n")
        .doesNotContain("\nafter:");
    assertThat(ShiftProposalText.write(beside(shop()), "", "")).doesNotContain("after:");
  }

  @Test
  void templatesBecomeOnePrefixAndWritesARouteOfTheirOwn() {
    Contexts shop =
        answers(
            shop(),
            "a.OrderApi",
            "GET /orders list",
            "GET /orders/{id} show",
            "GET /orders/{id}/lines show",
            "POST /orders place");
    answers(shop, "b.CatalogApi", "GET /products/{id}", "GET /orders-old/{id}");

    assertThat(routes(proposal(shop)))
        .containsExactly(
            "{prefix: /orders, methods: [GET, HEAD, OPTIONS]}",
            "{prefix: /orders, methods: [POST], writes: Order}");
    assertThat(proposal(shop).leftOut()).isEmpty();
  }

  @Test
  void urlsOfAnotherBelowThePrefixLeaveExactPathsAndAreTold() {
    Contexts shop = answers(shop(), "a.OrderApi", "GET /orders list", "GET /orders/{id} show");
    answers(shop, "b.CatalogApi", "GET /orders/{id}/invoice bill", "POST /orders/{id}/pay pay");

    ShiftProposal proposal = proposal(shop);

    assertThat(routes(proposal)).containsExactly("{path: /orders, methods: [GET, HEAD, OPTIONS]}");
    LeftOut out = proposal.leftOut().get(0);
    assertThat(proposal.leftOut()).hasSize(1);
    assertThat(out.straddles()).isTrue();
    assertThat(out.entryPoint().id()).isEqualTo("GET /orders/{id}");
    assertThat(out.rivals())
        .extracting(each -> each.context() + ": " + each.entryPoint().id())
        .containsExactly("catalog: GET /orders/{id}/invoice");
    assertThat(out.why())
        .isEqualTo("only the prefix /orders would take it, and others answer below it");
  }

  @Test
  void anotherMethodOfAnotherIsNoObstacleButForWhatBrowsersAskBefore() {
    Contexts shop = answers(shop(), "a.OrderApi", "GET /orders/{id} show");
    answers(shop, "b.CatalogApi", "POST /orders/{id}/pay pay");

    assertThat(routes(proposal(shop))).containsExactly("{prefix: /orders, methods: [GET, HEAD]}");
  }

  @Test
  void aLongerPrefixIsTakenWhereTheShortOneIsShared() {
    Contexts shop =
        answers(shop(), "a.OrderApi", "GET /shop/orders list", "GET /shop/orders/{id} show");
    answers(shop, "b.CatalogApi", "GET /shop/products/{id}", "GET /shop/{page}");

    assertThat(routes(proposal(shop)))
        .containsExactly("{prefix: /shop/orders, methods: [GET, HEAD]}");
  }

  @Test
  void whatBeginsWithAVariableIsNeverRouted() {
    Contexts shop =
        answers(shop(), "a.OrderApi", "GET /{tenant}/orders list", "GET /carts/{id} show");
    answers(shop, "b.CatalogApi", "GET /{tenant}/products");

    ShiftProposal proposal = proposal(shop);

    assertThat(proposal.leftOut())
        .extracting(each -> each.entryPoint().path())
        .containsExactly("/carts/{id}", "/{tenant}/orders");
    assertThat(proposal.leftOut().get(0).why())
        .endsWith("others answer below it where {tenant} is 'carts'");
    assertThat(proposal.leftOut().get(1).why()).startsWith("it begins with what varies");
    assertThat(proposal.perhaps())
        .extracting(each -> each.route().path())
        .containsExactly("/carts");
  }

  @Test
  void oneThatReadsAndChangesRowsIsAWrite() {
    Contexts shop =
        answers(
                shop(),
                "a.OrderApi",
                "GET /orders list",
                "GET /orders/{id} show",
                "GET /orders/track track")
            .calls("a.OrderApi", "track", "a.Orders", "save");

    ShiftProposal proposal = proposal(shop);

    assertThat(routes(proposal))
        .containsExactly(
            "{prefix: /orders, methods: [GET, HEAD, OPTIONS]}",
            "{path: /orders/track, methods: [GET, HEAD], writes: Order}");
    assertThat(remarks(proposal))
        .anyMatch(
            each ->
                each.startsWith("GET /orders/track is no read: it changes orders (Orders.save"));
  }

  @Test
  void readsThatNoRouteTellsFromAWriteGoWithIt() {
    Contexts shop =
        answers(
                shop(),
                "a.OrderApi",
                "GET /orders list",
                "GET /orders/{id} show",
                "GET /orders/{id}/track track")
            .calls("a.OrderApi", "track", "a.Orders", "save");

    ShiftProposal proposal = proposal(shop);

    assertThat(routes(proposal))
        .containsExactly(
            "{path: /orders, methods: [GET, HEAD, OPTIONS]}",
            "{prefix: /orders, methods: [GET, HEAD], writes: Order}");
    assertThat(remarks(proposal)).contains("no route tells these reads from it: GET /orders/{id}");
  }

  @Test
  void whatOnlyItsNameCallsAChangeIsTold() {
    Contexts shop = answers(shop(), "a.OrderApi", "GET /cart/add addItem", "ANY /cart/clear clear");

    ShiftProposal proposal = proposal(shop);

    assertThat(routes(proposal).get(0))
        .isEqualTo("{path: /cart/add, methods: [GET, HEAD, OPTIONS]}");
    assertThat(routes(proposal).get(1)).startsWith("{path: /cart/clear, methods: [DELETE, GET,");
    assertThat(remarks(proposal))
        .contains(
            "no change of rows is seen, but names say so: GET /cart/add (addItem)",
            "ANY /cart/clear is no read by its name: clear",
            "it is not seen which aggregate these change: name it");
  }

  @Test
  void rowsOfOtherContextsAreTold() {
    Contexts shop =
        answers(shop(), "a.OrderApi", "GET /orders list", "POST /orders place")
            .access("a.Orders", "save", Operation.UPDATE, "products");

    assertThat(remarks(proposal(shop)))
        .contains("changes rows of other contexts, too: products of catalog");
  }

  @Test
  void servletsTakeAllBelowTheirStarAndEndingsAreNotRouted() {
    Contexts shop =
        shop()
            .answers(EntryPointKind.SERVLET, "GET", "/track/*", "a.OrderApi", "doGet")
            .answers(EntryPointKind.SERVLET, "GET", "*.order", "a.OrderApi", "doGet")
            .answers(EntryPointKind.SERVLET, "GET", "/*", "b.CatalogApi", "doGet");

    ShiftProposal proposal = proposal(shop);

    assertThat(routes(proposal)).containsExactly("{prefix: /track, methods: [GET, HEAD, OPTIONS]}");
    assertThat(proposal.leftOut()).hasSize(1);
    assertThat(proposal.leftOut().get(0).straddles()).isFalse();
    assertThat(proposal.leftOut().get(0).why()).contains("'*.order' goes by the end of a path");
    assertThat(proposal.remarks())
        .containsExactly(
            "/* of CatalogApi.doGet answers what nothing else does: below these prefixes the"
                + " service does now");
  }

  @Test
  void manyActionsOfOneFolderBecomeOnePrefix() {
    Contexts shop =
        answers(
            shop(),
            "a.OrderApi",
            "GET /order/list.do",
            "GET /order/view.do",
            "GET /order/print.do");
    answers(shop, "b.CatalogApi", "GET /product/list.do");

    assertThat(routes(proposal(shop)))
        .containsExactly("{prefix: /order, methods: [GET, HEAD, OPTIONS]}");
  }

  @Test
  void generalWordsAreNoPrefixHoweverAloneTheContextIsThere() {
    Contexts shop =
        answers(shop(), "a.OrderApi", "GET /api/orders", "GET /api/returns", "GET /api/refunds");

    assertThat(routes(proposal(shop)))
        .containsExactly(
            "{path: /api/orders, methods: [GET, HEAD, OPTIONS]}",
            "{path: /api/refunds, methods: [GET, HEAD, OPTIONS]}",
            "{path: /api/returns, methods: [GET, HEAD, OPTIONS]}");
  }

  @Test
  void oddPathsAreReadBackAsTheyAre() {
    Contexts shop =
        answers(shop(), "a.OrderApi", "GET /bücher:\"x\"", "GET /a,b[1]", "GET /list!show.do");

    assertThat(routes(proposal(shop))).hasSize(3);
  }

  @Test
  void anEditIsSeenWhateverEndsLinesHave() {
    String text =
        ShiftProposalText.write(
            proposal(answers(shop(), "a.OrderApi", "GET /orders list")), "", "http://s:1");

    assertThat(ShiftProposalText.isUntouched(text)).isTrue();
    assertThat(ShiftProposalText.isUntouched(text.replace("\n", "\r\n"))).isTrue();
    assertThat(ShiftProposalText.isUntouched(text.replace("weight: 5,", "weight: 6,"))).isFalse();
    assertThat(ShiftProposalText.isUntouched("schema: msvc/shift/v1\n")).isFalse();
  }
}
