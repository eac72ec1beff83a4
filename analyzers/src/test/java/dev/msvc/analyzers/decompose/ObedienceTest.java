package dev.msvc.analyzers.decompose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.msvc.analyzers.word.Acceptance;
import dev.msvc.analyzers.word.Renamed;
import dev.msvc.model.Advice;
import dev.msvc.model.Analysis;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Decomposition;
import dev.msvc.model.History;
import dev.msvc.model.Lock;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.UserError;
import dev.msvc.model.Word;
import dev.msvc.model.yaml.LockDocument;
import dev.msvc.model.yaml.WordDocument;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The user's word and what was accepted, obeyed. */
final class ObedienceTest {
  private static Shop shop() {
    return new Shop()
        .aggregate("Order", "orders")
        .aggregate("Customer", "customer")
        .aggregate("Invoice", "invoices");
  }

  private static Decomposition told(Shop shop, String... lines) {
    Word word = WordDocument.read(String.join("\n", lines));
    return Decomposer.decompose(shop.facts(), History.NONE, word, Lock.NONE);
  }

  private static Map<String, String> places(Decomposition decomposition) {
    Map<String, String> places = new TreeMap<>();
    for (BoundedContext context : decomposition.contexts()) {
      context
          .classes()
          .forEach(name -> places.put(name.substring(name.lastIndexOf('.') + 1), context.name()));
    }
    return places;
  }

  @Test
  void aNameOfTheUsersHoldsForTheContextOfItsPin() {
    Decomposition decomposition =
        told(shop(), "contexts:", "  billing:", "    classes: [shop.app.model.Invoice]");

    assertThat(places(decomposition))
        .containsEntry("Invoice", "billing")
        .containsEntry("InvoiceController", "billing")
        .containsEntry("Order", "order");
    assertThat(decomposition.owners().get("invoices").owner()).isEqualTo("billing");
    assertThat(decomposition.told())
        .containsEntry("shop.app.model.Invoice", "pinned by msvc.yaml:3");
    BoundedContext billing = decomposition.contexts().get(0);
    assertThat(billing.evidence().get(0)).isEqualTo("1 of 4 classes is pinned by msvc.yaml:3");
  }

  @Test
  void aPinMovesNoClassThatMoreThanThePinnedOneHolds() {
    Shop shop =
        shop()
            .type("shop.app.model.Coupon")
            .type("shop.app.dao.CouponRepository", "findCustomer", "findCustomerByName")
            .calls("shop.app.dao.CouponRepository", "shop.app.model.Coupon");
    for (String customer :
        List.of(
            "dao.CustomerRepository",
            "model.Customer",
            "web.CustomerController",
            "service.CustomerService")) {
      shop.refers(
              "shop.app.dao.CouponRepository", "", "shop.app." + customer, ReferenceKind.INHERIT)
          .refers(
              "shop.app." + customer, "", "shop.app.dao.CouponRepository", ReferenceKind.INHERIT);
    }

    Map<String, String> places =
        places(told(shop, "contexts:", "  order:", "    classes: [shop.app.model.Coupon]"));

    assertThat(places)
        .containsEntry("Coupon", "order")
        .containsEntry("CouponRepository", "customer")
        .containsEntry("CustomerRepository", "customer");
  }

  @Test
  void aClassThatIsMovedMakesNoOtherOneShared() {
    Shop shop = shop().type("shop.app.model.Money");
    for (String user :
        List.of(
            "model.Order", "service.OrderService", "model.Customer", "service.CustomerService")) {
      shop.calls("shop.app." + user, "shop.app.model.Money");
    }
    String before = places(told(shop)).getOrDefault("Money", "");
    assertThat(before).isIn("order", "customer");

    Map<String, String> places =
        places(told(shop, "contexts: {invoice: {classes: [shop.app.service.OrderService]}}"));

    assertThat(places).containsEntry("OrderService", "invoice").containsEntry("Money", before);
  }

  @Test
  void whatIsNewGoesWhereItsReferencesGoAndNotWhereItsNameAndPackageDo() {
    Shop old = shop();
    Lock lock =
        Acceptance.of(
            new ContextMap(new Analysis(old.facts(), told(old), new Advice("", "", "", ""))),
            Lock.NONE,
            List.of(),
            "");
    Shop shop =
        shop()
            .type("shop.app.web.CustomerPage", "customer", "findCustomer", "customerById")
            .refers(
                "shop.app.web.CustomerPage", "", "shop.app.model.Order", ReferenceKind.SIGNATURE);

    Map<String, String> places =
        places(Decomposer.decompose(shop.facts(), History.NONE, Word.NONE, lock));

    assertThat(places).containsEntry("CustomerPage", "order");
  }

  @Test
  void whatIsPinnedElsewhereTakesAlongWhatHangsOnItMore() {
    Shop shop =
        shop()
            .type("shop.app.model.Coupon")
            .type("shop.app.dao.CouponRepository", "findCoupon")
            .calls("shop.app.dao.CouponRepository", "shop.app.model.Coupon")
            .calls("shop.app.service.CustomerService", "shop.app.model.Coupon")
            .calls("shop.app.service.CustomerService", "shop.app.dao.CouponRepository");
    assertThat(places(told(shop)))
        .containsEntry("Coupon", "customer")
        .containsEntry("CouponRepository", "customer");

    Map<String, String> places =
        places(told(shop, "contexts:", "  order:", "    classes: [shop.app.model.Coupon]"));

    assertThat(places)
        .containsEntry("Coupon", "order")
        .containsEntry("CouponRepository", "order")
        .containsEntry("Customer", "customer")
        .containsEntry("CustomerService", "customer");
  }

  @Test
  void twoNamesInOneGroupDivideIt() {
    Shop shop =
        shop()
            .type("shop.app.model.OrderReturn")
            .type("shop.app.service.OrderReturnService")
            .calls("shop.app.service.OrderReturnService", "shop.app.model.OrderReturn")
            .calls("shop.app.service.OrderReturnService", "shop.app.model.Order")
            .calls("shop.app.service.OrderReturnService", "shop.app.service.OrderService");

    Map<String, String> places =
        places(
            told(
                shop,
                "contexts:",
                "  sales: {classes: [shop.app.model.Order]}",
                "  returns: {classes: [shop.app.service.OrderReturnService]}"));

    assertThat(places)
        .containsEntry("Order", "sales")
        .containsEntry("OrderController", "sales")
        .containsEntry("OrderReturnService", "returns")
        .containsEntry("OrderReturn", "returns");
  }

  @Test
  void contextsAreMergedByTheirNamesOrByClassesInThem() {
    assertThat(places(told(shop(), "merge: [[order, shop.app.model.Invoice]]")))
        .containsEntry("Invoice", "order")
        .containsEntry("Order", "order");
    assertThat(places(told(shop(), "merge:", "  - {of: [order, invoice], as: sales}")))
        .containsEntry("Invoice", "sales")
        .containsEntry("Order", "sales")
        .containsEntry("Customer", "customer");
  }

  @Test
  void aSplitTakesWhatItSaysAndTheRestStays() {
    Map<String, String> places =
        places(
            told(
                shop(),
                "split:",
                "  - from: order",
                "    classes: [shop.app.web.OrderController]",
                "    as: front"));

    assertThat(places)
        .containsEntry("OrderController", "front")
        .containsEntry("Order", "order")
        .containsEntry("OrderService", "order");
  }

  @Test
  void aContextIsRenamed() {
    assertThat(places(told(shop(), "rename: {invoice: billing}")))
        .containsEntry("Invoice", "billing");
  }

  @Test
  void aTableGoesWhereItIsPinned() {
    Decomposition decomposition =
        told(shop(), "contexts:", "  customer:", "    tables:", "      - INVOICES");

    assertThat(decomposition.owners().get("invoices").owner()).isEqualTo("customer");
    assertThat(decomposition.owners().get("invoices").reason()).isEqualTo("pinned by msvc.yaml:4");
  }

  @Test
  void anExactClassBeatsItsPackageAndTheLowerPackageTheHigherOne() {
    Map<String, String> places =
        places(
            told(
                shop(),
                "contexts:",
                "  all: {packages: [shop.app..]}",
                "  web: {packages: [shop.app.web..]}",
                "  money: {classes: [shop.app.web.InvoiceController]}"));

    assertThat(places)
        .containsEntry("OrderService", "all")
        .containsEntry("OrderController", "web")
        .containsEntry("InvoiceController", "money");
  }

  @Test
  void whatIsSharedTechnicalOrIgnoredIsInNoContext() {
    Decomposition decomposition =
        told(
            shop(),
            "shared: [shop.app.model.Customer]",
            "technical: [shop.app.web.CustomerController]",
            "ignore: [shop.app.web.OrderController]");

    assertThat(decomposition.shared())
        .extracting(each -> each.className() + ": " + each.reason())
        .contains("shop.app.model.Customer: told by msvc.yaml:1");
    assertThat(decomposition.technical())
        .extracting(each -> each.className() + ": " + each.reason())
        .contains("shop.app.web.CustomerController: told by msvc.yaml:2");
    assertThat(decomposition.told())
        .containsEntry("shop.app.web.OrderController", "ignored by msvc.yaml:3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contexts: {a: {classes: [shop.app.model.Ordr]}}|1:26: there is no"
            + " class|shop.app.model.Order",
        "contexts: {a: {classes: [shop.Order]}}|1:26: there is no class shop.Order|was it moved?",
        "contexts: {a: {packages: [shop.ap..]}}|1:27: no class is in package|did you mean"
            + " shop.app.dao?",
        "contexts: {a: {packages: [shop.app]}}|1:27: no class is in package shop.app|shop.app..",
        "contexts: {a: {tables: [ordrs]}}|1:25: there is no table ordrs|orders",
        "merge: [[order, custmer]]|1:17: there is no context 'custmer'|customer",
        "rename: {ordr: sales}|1:10: there is no context 'ordr'|order",
        "rename: {order: invoice}|1:17: two contexts would be called 'invoice'|merge",
        "contexts: {empty: {}}|1:12: no class is in context 'empty'|pin",
      })
  void aLineThatNamesNothingIsNamed(String text, String message, String hint) {
    UserError wrong = catchThrowableOfType(UserError.class, () -> told(shop(), text));

    assertThat(wrong.message()).startsWith("msvc.yaml:" + message);
    assertThat(wrong.hint()).contains(hint);
  }

  @Test
  void twoLinesThatDisagreeAreBothNamed() {
    UserError wrong =
        catchThrowableOfType(
            UserError.class,
            () ->
                told(
                    shop(),
                    "contexts:",
                    "  a: {classes: [shop.app.model.Order]}",
                    "  b: {classes: [shop.app.model.Order]}"));

    assertThat(wrong.message())
        .isEqualTo("msvc.yaml:3:17: shop.app.model.Order is told to be elsewhere, too, in line 2");
  }

  @Test
  void whatWasAcceptedStaysAndKeepsItsNameAndId() {
    Lock lock =
        LockDocument.read(
            """
            schema: msvc/lock/v1
            contexts:
              c1: sales
            classes:
              shop.app.model.Order: c1
              shop.app.service.OrderService: c1
              shop.app.web.InvoiceController: c1
            unplaced:
              shop.app.model.Customer: technical
            tables:
              invoices: c1
            """);

    Decomposition decomposition =
        Decomposer.decompose(shop().facts(), History.NONE, Word.NONE, lock);

    assertThat(places(decomposition))
        .containsEntry("Order", "sales")
        .containsEntry("OrderController", "sales")
        .containsEntry("InvoiceController", "sales")
        .doesNotContainKey("Customer");
    assertThat(decomposition.owners().get("invoices").owner()).isEqualTo("sales");
    assertThat(decomposition.contexts())
        .filteredOn(context -> context.name().equals("sales"))
        .extracting(BoundedContext::id)
        .containsExactly("c1");
  }

  @Test
  void anAcceptedClassThatMovedToAnotherPackageKeepsItsPlace() {
    Lock lock =
        LockDocument.read(
            """
            schema: msvc/lock/v1
            contexts:
              c1: customer
            classes:
              shop.app.old.OrderController: c1
              shop.app.model.Customer: c1
            """);

    Lock today = Renamed.in(lock, shop().facts(), History.NONE);

    assertThat(places(Decomposer.decompose(shop().facts(), History.NONE, Word.NONE, today)))
        .containsEntry("OrderController", "customer");
  }

  @Test
  void theUsersWordGoesBeforeWhatWasAccepted() {
    Lock lock =
        LockDocument.read(
            """
            schema: msvc/lock/v1
            contexts:
              order: order
              customer: customer
            classes:
              shop.app.model.Order: order
              shop.app.model.Customer: customer
            """);
    Word word = WordDocument.read("contexts: {customer: {classes: [shop.app.model.Order]}}");

    assertThat(places(Decomposer.decompose(shop().facts(), History.NONE, word, lock)))
        .containsEntry("Order", "customer")
        .containsEntry("Customer", "customer");
  }
}
