package dev.msvc.analyzers.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.msvc.analyzers.cut.Contexts;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Cut;
import dev.msvc.model.Operation;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.Remedy;
import dev.msvc.model.Slice;
import dev.msvc.model.TypeKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlicesTest {
  /** Orders with lines, kept by a repository and a service; a shop that uses the service. */
  private static Contexts shop() {
    return new Contexts()
        .type("order", "a.Order")
        .type("order", "a.Line")
        .type("order", "a.Orders")
        .type("order", "a.OrderService")
        .type("shop", "b.Shop")
        .type("shop", "b.Cart")
        .type("", "x.Money")
        .table("order", "orders")
        .table("order", "lines")
        .table("shop", "carts")
        .maps("a.Order", "orders")
        .maps("a.Line", "lines")
        .maps("b.Cart", "carts")
        .relation("a.Order", "lines", "a.Line", true)
        .access("a.Orders", "save", Operation.MERGE, "orders")
        .access("b.Shop", "clear", Operation.DELETE, "carts")
        .refers("a.Orders", "a.Order", ReferenceKind.RETURN)
        .refers("a.OrderService", "a.Orders", ReferenceKind.INJECTED)
        .refers("a.OrderService", "a.Order", ReferenceKind.CONSTRUCT)
        .refers("a.Order", "x.Money", ReferenceKind.FIELD)
        .refers("b.Shop", "a.OrderService", ReferenceKind.CALL)
        .refers("b.Shop", "b.Cart", ReferenceKind.CALL)
        .refers("b.Shop", "b.Cart", ReferenceKind.FIELD)
        .serves("a.OrderService", "/api/orders/{id}")
        .serves("b.Shop", "/api/shop");
  }

  private static Slice slice(ContextMap map, String name) {
    List<Start> found = Start.named(map, name);
    assertThat(found).hasSize(1);
    return Slices.of(map, found.get(0));
  }

  @Test
  void withATableComeItsEntityItsPartsAndWhatServesThem() {
    Slice slice = slice(shop().map(), "orders");

    assertThat(slice.tables()).containsExactlyInAnyOrder("orders", "lines");
    assertThat(slice.classes())
        .containsExactlyInAnyOrder("a.Order", "a.Line", "a.Orders", "a.OrderService");
    assertThat(slice.members())
        .contains(
            new Slice.Member("orders", true, "asked for"),
            new Slice.Member("a.Order", false, "maps orders"),
            new Slice.Member("a.Line", false, "lives and dies with Order"));
  }

  @Test
  void whatStaysAndUsesItIsTold() {
    Slice slice = slice(shop().map(), "orders");

    assertThat(slice.incoming()).hasSize(1);
    assertThat(slice.incoming().get(0).from()).isEqualTo("b.Shop");
    assertThat(slice.remoteCalls()).isEqualTo(1);
    assertThat(slice.libraries()).containsExactly("x.Money");
    assertThat(slice.entryPoints()).hasSize(1);
  }

  @Test
  void anInterfaceComesWithTheOneClassThatImplementsIt() {
    Contexts shop =
        shop()
            .type("shop", "c.Orders", TypeKind.INTERFACE, null, List.of(), List.of(), List.of())
            .type("shop", "c.Any", TypeKind.INTERFACE, null, List.of(), List.of(), List.of())
            .type(
                "order",
                "a.Stored",
                TypeKind.CLASS,
                null,
                List.of("c.Orders", "c.Any"),
                List.of(),
                List.of())
            .type("shop", "b.Other", TypeKind.CLASS, null, List.of("c.Any"), List.of(), List.of())
            .maps("a.Stored", "orders")
            .refers("a.Stored", "c.Orders", ReferenceKind.IMPLEMENT)
            .refers("a.Stored", "c.Any", ReferenceKind.IMPLEMENT)
            .refers("b.Other", "c.Any", ReferenceKind.IMPLEMENT)
            .refers("b.Shop", "c.Any", ReferenceKind.FIELD)
            .refers("b.Shop", "c.Orders", ReferenceKind.FIELD)
            .refers("b.Cart", "c.Orders", ReferenceKind.FIELD);

    assertThat(slice(shop.map(), "orders").members())
        .contains(new Slice.Member("c.Orders", false, "only Stored implements it"))
        .noneMatch(each -> each.name().equals("c.Any"));
    assertThat(slice(shop.map(), "c.Orders").members())
        .contains(new Slice.Member("a.Stored", false, "alone implements Orders"));
  }

  @Test
  void withAPathComesWhatNothingUsesMoreThanWhatAnswersThere() {
    Contexts shop =
        shop()
            .type("order", "a.Handler")
            .type("shop", "b.One")
            .type("shop", "b.Two")
            .serves("a.Handler", "/handled")
            .refers("a.Handler", "a.OrderService", ReferenceKind.CALL)
            .refers("a.Handler", "a.OrderService", ReferenceKind.FIELD)
            .refers("a.Handler", "b.Cart", ReferenceKind.RETURN)
            .refers("b.One", "a.OrderService", ReferenceKind.CALL)
            .refers("b.Two", "a.OrderService", ReferenceKind.CALL);

    assertThat(slice(shop.map(), "/handled").classes())
        .contains("a.OrderService", "a.Orders", "a.Order")
        .doesNotContain("b.Cart");
    assertThat(slice(shop.map(), "/handled").next()).isEmpty();
    assertThat(slice(shop.map(), "a.Handler").classes()).containsExactly("a.Handler");
    assertThat(slice(shop().map(), "/api/shop").next()).isEmpty();
  }

  @Test
  void whereAPathTakesNothingAlongTheNextBiggerStartIsNamed() {
    Contexts shop =
        shop()
            .type("shop", "b.Page")
            .serves("b.Page", "/page")
            .refers("b.Page", "a.OrderService", ReferenceKind.CALL);

    assertThat(slice(shop.map(), "/page").next()).isEqualTo("a.OrderService");
    assertThat(slice(shop.map(), "b.Page").next()).isEmpty();
  }

  @Test
  void theNextBiggerStartOfSeveralHandlersIsWhatOneOfThemCallsAndNotWhatItOnlyHolds() {
    Contexts shop =
        shop()
            .type("shop", "b.Page")
            .type("shop", "b.OtherPage")
            .serves("b.Page", "/page")
            .serves("b.OtherPage", "/page")
            .refers("b.Page", "a.Order", ReferenceKind.FIELD);

    assertThat(slice(shop.map(), "/page").next()).isEmpty();

    shop.refers("b.OtherPage", "a.OrderService", ReferenceKind.CALL);

    assertThat(slice(shop.map(), "/page").next()).isEqualTo("a.OrderService");
  }

  @Test
  void callsOfDataDoNotBecomeRemote() {
    ContextMap map = shop().refers("b.Shop", "a.Order", ReferenceKind.CALL).map();

    Slice slice = slice(map, "orders");

    assertThat(slice.incoming()).hasSize(2);
    assertThat(slice.remoteCalls()).isEqualTo(1);
  }

  @Test
  void aClassOfNoContextThatIsAskedForBringsWhatServesItAlone() {
    ContextMap map =
        shop()
            .type("", "x.Desk")
            .type("order", "a.Drafts")
            .table("order", "drafts")
            .access("a.Drafts", "save", Operation.INSERT, "drafts")
            .refers("x.Desk", "a.Drafts", ReferenceKind.CALL)
            .refers("x.Desk", "a.OrderService", ReferenceKind.CALL)
            .map();

    assertThat(slice(map, "x.Desk").classes()).containsExactlyInAnyOrder("x.Desk", "a.Drafts");
    assertThat(slice(map, "x.Desk").tables()).containsExactly("drafts");
    assertThat(slice(map, "a.Drafts").classes()).containsExactly("a.Drafts");
  }

  @Test
  void foreignWritersAndTransactionsBlockIt() {
    Slice slice =
        slice(
            shop()
                .access("b.Shop", "pay", Operation.UPDATE, "orders", "state")
                .transaction("b.Shop", "pay", List.of("b.Shop"), "carts", "orders")
                .map(),
            "orders");

    assertThat(slice.cuts())
        .extracting(Cut::id)
        .contains("transaction/b.Shop.pay", "foreign-write/b.Shop/orders");
  }

  @Test
  void aTransactionThatBeginsHereAndWritesWhatStaysBlocksIt() {
    Slice slice =
        slice(
            shop()
                .type("pay", "c.Payments")
                .table("pay", "payments")
                .access("c.Payments", "add", Operation.INSERT, "payments")
                .access("c.Payments", "change", Operation.UPDATE, "payments")
                .transaction("b.Shop", "pay", List.of("c.Payments"), "payments")
                .map(),
            "b.Shop");

    assertThat(slice.cuts())
        .extracting(Cut::what, Cut::remedy)
        .contains(
            tuple(
                "Shop.pay begins a transaction that writes payments of the rest",
                Remedy.KEEP_TOGETHER));
  }

  @Test
  void withATableThatNoClassIsMappedToComesTheClassThatHoldsItsRows() {
    Slice slice =
        slice(
            shop()
                .type("shop", "b.Voucher")
                .type("shop", "b.VoucherMapper")
                .table("shop", "voucher")
                .access("b.VoucherMapper", "insert", Operation.INSERT, "voucher")
                .refers("b.VoucherMapper", "b.Voucher", ReferenceKind.PARAMETER)
                .refers("b.Shop", "b.Voucher", ReferenceKind.CALL)
                .map(),
            "voucher");

    assertThat(slice.members())
        .contains(new Slice.Member("b.Voucher", false, "holds rows of voucher"));
  }

  @Test
  void aPathMeansTheClassesThatServeItOrWhatIsBelow() {
    ContextMap map = shop().map();

    assertThat(Start.named(map, "/api/orders/{id}").get(0).classes())
        .containsExactly("a.OrderService");
    assertThat(Start.named(map, "/api").get(0).classes())
        .containsExactly("a.OrderService", "b.Shop");
    assertThat(Start.named(map, "/shop").get(0).classes()).containsExactly("b.Shop");
  }

  @Test
  void aPackageMeansItsClasses() {
    assertThat(slice(shop().map(), "a").classes())
        .contains("a.Line", "a.Order", "a.OrderService", "a.Orders");
  }

  @Test
  void whatANameMayMeanIsToldByItsKind() {
    ContextMap map = shop().type("order", "c.orders").map();

    assertThat(Start.named(map, "orders"))
        .extracting(Start::qualified)
        .containsExactly("table/orders", "class/c.orders");
    assertThat(Start.named(map, "class/orders")).hasSize(1);
    assertThat(Start.named(map, "nothing")).isEmpty();
  }

  /** Half of what it writes is the table, and nobody else writes it: without it nothing moves. */
  @Test
  void theOnlyWriterOfATableComesAlong() {
    ContextMap map =
        new Contexts()
            .type("order", "a.Mapper")
            .type("order", "a.Other")
            .table("order", "orders")
            .table("order", "states")
            .access("a.Mapper", "save", Operation.INSERT, "orders")
            .access("a.Mapper", "mark", Operation.INSERT, "states")
            .access("a.Other", "mark", Operation.INSERT, "states")
            .map();

    assertThat(slice(map, "orders").members())
        .contains(new Slice.Member("a.Mapper", false, "nobody else writes orders"));
    assertThat(slice(map, "states").classes()).doesNotContain("a.Mapper");
  }

  /** One that writes it and does other things, too, is not drawn in. */
  @Test
  void aWriterWithOtherThingsToDoStays() {
    Contexts shop = shop().access("b.Shop", "note", Operation.INSERT, "lines");
    for (String each : List.of("b.One", "b.Two", "b.Three")) {
      shop.type("shop", each).refers("b.Shop", each, ReferenceKind.FIELD);
    }

    assertThat(slice(shop.map(), "orders").classes()).doesNotContain("b.Shop");
  }

  @Test
  void aRequestIsFoundByTheTemplateThatServesIt() {
    Contexts shop =
        shop()
            .serves("b.Cart", "/api/orders/{id}/items")
            .serves("a.Orders", "/files/**")
            .serves("b.Shop", "/api/{any}/{id}");

    assertThat(Start.named(shop.map(), "/api/orders/5"))
        .singleElement()
        .extracting(Start::classes)
        .isEqualTo(List.of("a.OrderService"));
    assertThat(Start.named(shop.map(), "/api/things/5?x=1"))
        .singleElement()
        .extracting(Start::classes)
        .isEqualTo(List.of("b.Shop"));
    assertThat(Start.named(shop.map(), "/files/a/b.png")).hasSize(1);
    assertThat(Start.named(shop.map(), "/api/orders/5/more")).isEmpty();
  }
}
