package dev.msvc.analyzers.decompose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.plan.Adviser;
import dev.msvc.model.AccessVia;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Facts;
import dev.msvc.model.History;
import dev.msvc.model.Lock;
import dev.msvc.model.Operation;
import dev.msvc.model.Ownership;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.Standing;
import dev.msvc.model.Unplaced;
import dev.msvc.model.yaml.WordDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DecomposerTest {
  private static Shop threeAggregates() {
    return new Shop()
        .aggregate("Order", "orders")
        .aggregate("Customer", "customer")
        .aggregate("Invoice", "invoices");
  }

  private static Decomposition decompose(Shop shop) {
    return Decomposer.decompose(shop.facts());
  }

  private static BoundedContext context(Decomposition decomposition, String name) {
    return decomposition.contexts().stream()
        .filter(context -> context.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void layersOfOneAggregateAreOneContextNamedAfterIt() {
    Decomposition decomposition = decompose(threeAggregates());

    assertThat(decomposition.contexts())
        .extracting(BoundedContext::name)
        .containsExactly("customer", "invoice", "order");
    BoundedContext order = context(decomposition, "order");
    assertThat(order.classes())
        .containsExactly(
            "shop.app.dao.OrderRepository",
            "shop.app.model.Order",
            "shop.app.service.OrderService",
            "shop.app.web.OrderController");
    assertThat(order.tables()).containsExactly("orders");
    assertThat(order.evidence())
        .contains(
            "2 of 4 classes touch its 1 table, 2 of them orders",
            "100 % of 7 references stay inside",
            "words: order (5)",
            "1 entry point, as GET /orders");
    assertThat(order.coupling().internal()).isEqualTo(7);
    assertThat(order.coupling().outgoing()).isZero();
  }

  @Test
  void aContextIsNamedAsTheDomainWritesItsWord() {
    Decomposition decomposition =
        decompose(
            new Shop()
                .type("a.Claims")
                .type("a.ClaimsDesk")
                .type("a.ClaimsService")
                .calls("a.ClaimsDesk", "a.Claims")
                .calls("a.ClaimsService", "a.Claims", "a.ClaimsDesk"));

    assertThat(decomposition.contexts()).extracting(BoundedContext::name).containsExactly("claims");
  }

  @Test
  void whatNamesTheWholeSystemNamesNoPartOfIt() {
    Decomposition decomposition =
        decompose(
            new Shop()
                .type("org.clinic.ClinicVisit")
                .type("org.clinic.ClinicVisitDesk")
                .type("org.clinic.ClinicRoom")
                .calls("org.clinic.ClinicVisitDesk", "org.clinic.ClinicVisit")
                .calls("org.clinic.ClinicRoom", "org.clinic.ClinicVisit"));

    assertThat(decomposition.contexts()).extracting(BoundedContext::name).containsExactly("visit");
  }

  @Test
  void whatClassesAreNamesNoContext() {
    Shop shop = threeAggregates();
    for (String verb : List.of("Close", "Drop", "Reply", "Edit", "Move", "Print", "Send", "Show")) {
      String rule = "shop.app.security." + verb + "Rule";
      shop.type(rule)
          .calls("shop.app.web.OrderController", rule)
          .calls(rule, "shop.app.service.OrderService");
    }

    assertThat(decompose(shop).contexts())
        .extracting(BoundedContext::name)
        .containsExactly("customer", "invoice", "order");
  }

  @Test
  void aWordOfTheTradeIsOneOfTheDomainWhereItNamesAnEntity() {
    assertThat(decompose(threeAggregates().aggregate("Consumer", "t_4711")).contexts())
        .extracting(BoundedContext::name)
        .containsExactly("consumer", "customer", "invoice", "order");
  }

  @Test
  void tablesThatNoClassTouchesNameNoContext() {
    Shop shop =
        threeAggregates()
            .table("qrtz_order_triggers", "orders")
            .table("qrtz_order_locks", "orders")
            .table("qrtz_order_calendars", "orders");

    assertThat(decompose(shop).contexts())
        .extracting(BoundedContext::name)
        .containsExactly("customer", "invoice", "order");
  }

  @Test
  void aTableTiesClassesThatDontReferToEachOther() {
    Shop shop = threeAggregates();
    shop.type("shop.app.report.Ledger")
        .type("shop.app.report.Dunning")
        .accesses("shop.app.report.Ledger", "run", Operation.SELECT, "invoices")
        .accesses("shop.app.report.Dunning", "run", Operation.UPDATE, "invoices");

    assertThat(context(decompose(shop), "invoice").classes())
        .contains("shop.app.report.Ledger", "shop.app.report.Dunning");
  }

  @Test
  void whatATriggerWritesIsNotOwnedByWhoWritesInFrontOfIt() {
    Shop shop = threeAggregates().table("dunning").table("history");
    String orders = "shop.app.dao.OrderRepository";
    shop.accesses("shop.app.dao.InvoiceRepository", "dun", Operation.INSERT, "dunning");
    for (String method : List.of("save", "close", "cancel")) {
      shop.accesses(orders, method, Operation.UPDATE, "dunning", AccessVia.TRIGGER)
          .accesses(orders, method, Operation.INSERT, "history", AccessVia.TRIGGER);
    }

    Map<String, Ownership> owners = decompose(shop).owners();

    assertThat(owners.get("dunning"))
        .isEqualTo(
            new Ownership(
                "invoice",
                List.of("invoice", "order"),
                "invoice has 1 of 1 writes; triggers write it behind order"));
    assertThat(owners.get("history").owner()).isEqualTo("order");
  }

  @Test
  void whatAllUseAndUsesNothingIsSharedEvenIfItCanBeStarted() {
    Shop shop = threeAggregates().type("shop.app.model.Money", "main", "plus");
    shop.starts("shop.app.model.Money");
    for (String name : List.of("Order", "Customer", "Invoice")) {
      shop.refers("shop.app.model." + name, "sum", "shop.app.model.Money", ReferenceKind.FIELD)
          .calls("shop.app.service." + name + "Service", "shop.app.model.Money");
    }

    Decomposition decomposition = decompose(shop);

    assertThat(decomposition.shared())
        .singleElement()
        .satisfies(
            shared -> {
              assertThat(shared.className()).isEqualTo("shop.app.model.Money");
              assertThat(shared.reason())
                  .isEqualTo(
                      "6 classes of 3 contexts use it, no more than 33 % of them of one,"
                          + " and it uses none");
            });
    assertThat(decomposition.contexts()).hasSize(3);
  }

  @Test
  void aClassWhoseMethodsGoToManyContextsMustBeSplit() {
    List<String> methods = new ArrayList<>();
    Shop shop = threeAggregates();
    String god = "shop.app.service.ShopManager";
    for (String name : List.of("Order", "Customer", "Invoice")) {
      for (String verb : List.of("find", "save", "close", "report")) {
        methods.add(verb + name);
        shop.refers(god, verb + name, "shop.app.dao." + name + "Repository", ReferenceKind.CALL)
            .refers(god, verb + name, "shop.app.model." + name, ReferenceKind.CALL);
      }
    }
    shop.type(god, methods.toArray(String[]::new))
        .accesses(god, "saveOrder", Operation.INSERT, "orders");

    Decomposition decomposition = decompose(shop);

    assertThat(context(decomposition, "order").coupling().incoming()).isEqualTo(8);
    assertThat(decomposition.owners().get("orders").reason())
        .endsWith("; classes of no context have 1 writes and 0 reads beside these");
    assertThat(decomposition.mustSplit())
        .singleElement()
        .satisfies(
            split -> {
              assertThat(split.className()).isEqualTo(god);
              assertThat(split.nearest()).isNotEmpty();
              assertThat(split.reason())
                  .isEqualTo(
                      "its 12 methods reach classes and tables of 3 contexts: of 12 that leave it,"
                          + " no more than 4 go to one");
              assertThat(split.methods())
                  .containsOnlyKeys("customer", "invoice", "order")
                  .containsEntry(
                      "order", List.of("closeOrder", "findOrder", "reportOrder", "saveOrder"));
            });
    assertThat(decomposition.contexts()).hasSize(3);
  }

  @Test
  void aClassBetweenTwoContextsIsLessSureOfItsPlaceThanOneOfTheirCores() {
    String between = "shop.app.service.Loyalty";
    Shop shop =
        threeAggregates()
            .type(between)
            .calls(between, "shop.app.service.CustomerService", "shop.app.service.OrderService");

    Decomposition decomposition = decompose(shop);

    assertThat(decomposition.standings().keySet())
        .containsExactlyInAnyOrderElementsOf(
            decomposition.contexts().stream().flatMap(each -> each.classes().stream()).toList());
    Standing core = decomposition.standings().get("shop.app.model.Order");
    assertThat(core.confidence()).isGreaterThan(0.95);
    assertThat(core.alternatives()).isEmpty();
    Standing unsure = decomposition.standings().get(between);
    assertThat(unsure.confidence()).isLessThan(core.confidence());
    assertThat(unsure.alternatives())
        .extracting(Standing.Alternative::context)
        .containsAnyOf("order", "customer");
  }

  /** Each aggregate with an outbox of its own, which has the same name in all. */
  private static Shop outboxes() {
    Shop shop = threeAggregates();
    for (String each : List.of("Order", "Customer", "Invoice")) {
      String home = "shop.app." + each.toLowerCase(Locale.ROOT);
      shop.type(home + ".OutboxEntry")
          .type(home + ".OutboxWriter")
          .type(home + ".OutboxRelay")
          .calls(home + ".OutboxWriter", home + ".OutboxEntry")
          .calls(home + ".OutboxRelay", home + ".OutboxEntry")
          .calls("shop.app.service." + each + "Service", home + ".OutboxWriter");
    }
    return shop;
  }

  @Test
  void whatHasOneNameInSeveralPackagesGoesWithWhatUsesIt() {
    Decomposition decomposition = decompose(outboxes());

    assertThat(decomposition.contexts())
        .extracting(BoundedContext::name)
        .containsExactly("customer", "invoice", "order");
    assertThat(context(decomposition, "order").classes())
        .contains("shop.app.order.OutboxEntry", "shop.app.order.OutboxRelay")
        .doesNotContain("shop.app.customer.OutboxEntry", "shop.app.invoice.OutboxEntry");
  }

  @Test
  void formsThatSomebodyTurnsIntoEachOtherAreNoHomonyms() {
    Shop shop =
        threeAggregates()
            .type("shop.app.dto.Order")
            .type("shop.app.web.OrderMapper")
            .calls("shop.app.web.OrderMapper", "shop.app.dto.Order", "shop.app.model.Order")
            .calls("shop.app.web.OrderController", "shop.app.web.OrderMapper");

    assertThat(context(decompose(shop), "order").classes())
        .contains("shop.app.dto.Order", "shop.app.model.Order");
  }

  /** A second controller of orders, for staff, which shows customers more than anything. */
  private static Shop orderDesk(ReferenceKind how) {
    String desk = "shop.app.desk.OrderController";
    Shop shop =
        threeAggregates()
            .type(desk)
            .serves(desk, "/desk/orders")
            .refers(desk, "orders", "shop.app.service.OrderService", how)
            .calls(desk, "shop.app.service.CustomerService", "shop.app.model.Customer")
            .refers(
                "shop.app.web.OrderController",
                "orders",
                "shop.app.service.OrderService",
                ReferenceKind.FIELD);
    return shop;
  }

  @Test
  void twoControllersOfOneNameThatOneServiceServesAreDoorsToOneContext() {
    String desk = "shop.app.desk.OrderController";

    assertThat(context(decompose(orderDesk(ReferenceKind.FIELD)), "order").classes())
        .contains("shop.app.web.OrderController", desk);
    assertThat(context(decompose(orderDesk(ReferenceKind.TYPE_USE)), "order").classes())
        .doesNotContain(desk);
  }

  @Test
  void wordsThatEveryContextHasTieNothing() {
    Shop shop = threeAggregates();
    for (String each : List.of("Order", "Customer", "Invoice")) {
      String ledger = "shop.app.ledger." + each + "LedgerAuditTrailJournalVoucherDebitCreditBook";
      shop.type(ledger).calls("shop.app.service." + each + "Service", ledger);
    }

    Decomposition decomposition = decompose(shop);

    for (String each : List.of("Order", "Customer", "Invoice")) {
      assertThat(context(decomposition, each.toLowerCase(Locale.ROOT)).classes())
          .contains("shop.app.ledger." + each + "LedgerAuditTrailJournalVoucherDebitCreditBook");
    }
  }

  /** A view of orders that uses all layers of customers. */
  private static Shop orderView() {
    return threeAggregates()
        .type("shop.app.web.OrderView")
        .calls("shop.app.web.OrderView", "shop.app.service.OrderService")
        .calls(
            "shop.app.web.OrderView",
            "shop.app.model.Customer",
            "shop.app.service.CustomerService",
            "shop.app.dao.CustomerRepository",
            "shop.app.web.CustomerController");
  }

  @Test
  void theLayersOfAnAggregateStayTogetherWhateverTheyCall() {
    assertThat(context(decompose(orderView()), "order").classes())
        .contains("shop.app.web.OrderView");
  }

  @Test
  void twoFormsOfOneNameLeaveTheLayersOfTheirAggregateTogether() {
    Shop forms =
        orderView()
            .type("shop.app.web.form.OrderForm")
            .type("shop.app.desk.form.OrderForm")
            .refers(
                "shop.app.web.OrderController",
                "place",
                "shop.app.web.form.OrderForm",
                ReferenceKind.PARAMETER)
            .refers(
                "shop.app.service.CustomerService",
                "place",
                "shop.app.desk.form.OrderForm",
                ReferenceKind.PARAMETER);

    assertThat(context(decompose(forms), "order").classes()).contains("shop.app.web.OrderView");
  }

  @Test
  void configurationIsTechnical() {
    Shop shop =
        threeAggregates()
            .annotated(
                "shop.app.WebConfig",
                List.of("org.springframework.context.annotation.Configuration"))
            .calls("shop.app.WebConfig", "shop.app.service.OrderService")
            .calls("shop.app.WebConfig", "shop.app.service.InvoiceService");

    assertThat(decompose(shop).technical())
        .singleElement()
        .isEqualTo(
            new Unplaced(
                "shop.app.WebConfig",
                "invoice",
                "it is annotated with @Configuration; 0 classes use it, it uses 2,"
                    + " and it reaches no table"));
  }

  @Test
  void aClassThatStartsTheProgramIsTechnicalThoughItHasAPageOfItsOwn() {
    String boot = "org.springframework.boot.autoconfigure.SpringBootApplication";
    Shop shop =
        threeAggregates()
            .annotated("shop.app.AcmeRun", List.of(boot), "main", "index")
            .starts("shop.app.AcmeRun")
            .serves("shop.app.AcmeRun", "/")
            .calls("shop.app.AcmeRun", "shop.app.model.Order")
            .annotated("shop.app.Application", List.of(), "main", "health")
            .starts("shop.app.Application")
            .serves("shop.app.Application", "/health")
            .calls(
                "shop.app.Application",
                "shop.app.model.Order",
                "shop.app.model.Customer",
                "shop.app.model.Invoice");

    assertThat(decompose(shop).technical())
        .extracting(Unplaced::className)
        .containsExactly("shop.app.AcmeRun", "shop.app.Application");
  }

  @Test
  void aClassOfTheDomainThatCanBeStartedByHandStaysWithItsContext() {
    Shop shop = threeAggregates().starts("shop.app.web.OrderController");

    assertThat(decompose(shop).technical()).isEmpty();
  }

  @Test
  void whatNothingTiesIsTechnicalWhereTheOthersOfItsGroupAre() {
    Shop shop =
        threeAggregates()
            .type("shop.app.Gadget")
            .annotated(
                "shop.app.GadgetConfig",
                List.of("org.springframework.context.annotation.Configuration"));

    assertThat(decompose(shop).technical())
        .extracting(Unplaced::className)
        .containsExactly("shop.app.Gadget", "shop.app.GadgetConfig");
    assertThat(decompose(shop.calls("shop.app.GadgetConfig", "shop.app.Gadget")).technical())
        .extracting(Unplaced::className)
        .containsExactly("shop.app.Gadget", "shop.app.GadgetConfig");
  }

  private static Shop withRates(Shop shop) {
    List<String> rates =
        Stream.of("Board", "Feed", "Quote", "Ladder", "Spread")
            .map(n -> "shop.app.Rate" + n)
            .toList();
    rates.forEach(shop::type);
    for (String from : rates) {
      rates.stream().filter(to -> !to.equals(from)).forEach(to -> shop.calls(from, to));
    }
    return shop.calls("shop.app.service.OrderService", rates.get(0));
  }

  @Test
  void whatNothingEntersFromOutsideIsPartOfWhatItIsTiedTo() {
    assertThat(decompose(withRates(threeAggregates())).contexts())
        .hasSize(3)
        .anySatisfy(
            context ->
                assertThat(context.classes())
                    .contains("shop.app.model.Order", "shop.app.RateFeed"));
  }

  @Test
  void whatNothingEntersStandsAloneWhereMostHaveNoWayIn() {
    Shop shop = new Shop();
    for (String name : List.of("Order", "Customer", "Invoice")) {
      String base = "shop.app." + name;
      shop.type(base).type(base + "Service").type(base + "Store").type(base + "Printer");
      shop.calls(base + "Service", base, base + "Store", base + "Printer");
      shop.calls(base + "Store", base).calls(base + "Printer", base);
    }
    shop.serves("shop.app.OrderService", "/orders");

    assertThat(decompose(withRates(shop)).contexts())
        .extracting(BoundedContext::name)
        .containsExactly("customer", "invoice", "order", "rate");
  }

  @Test
  void theContextThatWritesATableMostOwnsItAndTheOthersAreNamed() {
    Shop shop = threeAggregates().table("audit");
    for (int i = 0; i < 3; i++) {
      shop.accesses("shop.app.dao.OrderRepository", "log" + i, Operation.INSERT, "AUDIT");
    }
    shop.accesses("shop.app.dao.InvoiceRepository", "log", Operation.INSERT, "audit")
        .accesses("shop.app.dao.InvoiceRepository", "show", Operation.SELECT, "audit");

    Decomposition decomposition = decompose(shop);

    assertThat(decomposition.owners().get("audit"))
        .satisfies(
            owner -> {
              assertThat(owner.owner()).isEqualTo("order");
              assertThat(owner.writers()).containsExactly("invoice", "order");
              assertThat(owner.reason())
                  .isEqualTo(
                      "order has 3 of 4 writes, has 0 of 1 reads; also written by invoice (1)");
            });
    assertThat(context(decomposition, "order").coupling().writtenByOthers()).isEqualTo(1);
    assertThat(context(decomposition, "invoice").coupling().foreignWrites()).isEqualTo(1);
    assertThat(context(decomposition, "invoice").coupling().foreignReads()).isEqualTo(1);
  }

  @Test
  void whoOnlyReadsATableHoweverOftenOwnsNothingThatAnotherWrites() {
    Shop shop =
        threeAggregates()
            .table("audit")
            .accesses("shop.app.dao.OrderRepository", "log", Operation.INSERT, "audit");
    for (int i = 0; i < 9; i++) {
      shop.accesses("shop.app.dao.InvoiceRepository", "show" + i, Operation.SELECT, "audit");
    }

    assertThat(decompose(shop).owners().get("audit"))
        .satisfies(
            owner -> {
              assertThat(owner.owner()).isEqualTo("order");
              assertThat(owner.reason()).isEqualTo("order has 1 of 1 writes, has 0 of 9 reads");
            });
  }

  @Test
  void theContextWhoseClassIsMappedOwnsATableWhoeverWritesIt() {
    Shop shop = threeAggregates();
    for (int i = 0; i < 9; i++) {
      shop.accesses("shop.app.dao.InvoiceRepository", "mark" + i, Operation.UPDATE, "orders");
    }

    assertThat(decompose(shop).owners().get("orders"))
        .satisfies(
            owner -> {
              assertThat(owner.owner()).isEqualTo("order");
              assertThat(owner.reason()).startsWith("order maps it");
            });
  }

  @Test
  void aTableThatClassesOfSeveralContextsDrawKeysFromIsNobodys() {
    List<String> entities =
        Stream.of("Order", "Customer", "Invoice").map(name -> "shop.app.model." + name).toList();

    assertThat(
            decompose(threeAggregates().linked("key_numbers", entities))
                .owners()
                .get("key_numbers"))
        .satisfies(
            owner -> {
              assertThat(owner.owner()).isEmpty();
              assertThat(owner.reason())
                  .isEqualTo(
                      "classes of customer, invoice, order use it beside their own tables, as for"
                          + " keys: each can have a copy");
            });
    assertThat(
            decompose(threeAggregates().linked("order_customers", entities.subList(0, 2)))
                .owners()
                .get("order_customers")
                .owner())
        .isNotEmpty();
  }

  @Test
  void aTableThatNobodyTouchesIsOwnedByForeignKeysOrNameOrNobody() {
    Shop shop =
        threeAggregates()
            .table("positions", "orders")
            .table("customer_history")
            .table("flyway_log");

    assertThat(decompose(shop).owners())
        .satisfies(
            owners -> {
              assertThat(owners.get("positions").owner()).isEqualTo("order");
              assertThat(owners.get("positions").reason())
                  .isEqualTo(
                      "no class of a context touches it; 1 of 1 foreign keys tie it to tables of"
                          + " order");
              assertThat(owners.get("customer_history").owner()).isEqualTo("customer");
              assertThat(owners.get("flyway_log").owner()).isEmpty();
            });
  }

  @Test
  void aTableOfALibraryIsNotOwnedForTheLastWordOfItsName() {
    Shop shop = threeAggregates().table("vw_orders").table("vw_rates").table("qrtz_customers");
    shop.accesses("shop.app.dao.OrderRepository", "view", Operation.SELECT, "vw_orders")
        .accesses("shop.app.dao.InvoiceRepository", "view", Operation.SELECT, "vw_rates")
        .table("vw_customers");

    assertThat(decompose(shop).owners())
        .satisfies(
            owners -> {
              assertThat(owners.get("qrtz_customers").owner()).isEmpty();
              assertThat(owners.get("vw_customers").owner()).isEqualTo("customer");
            });
  }

  @Test
  void aTableThatOnlyAClassOfNoContextWritesIsNotItsReaders() {
    Shop shop = threeAggregates().table("order_feeds", "orders").type("shop.app.ops.Feeder");
    shop.accesses("shop.app.ops.Feeder", "feed", Operation.INSERT, "order_feeds")
        .accesses("shop.app.dao.InvoiceRepository", "show", Operation.SELECT, "order_feeds");

    assertThat(
            Decomposer.decompose(
                    shop.facts(),
                    History.NONE,
                    WordDocument.read("shared: [shop.app.ops.Feeder]"),
                    Lock.NONE)
                .owners()
                .get("order_feeds"))
        .satisfies(
            owner -> {
              assertThat(owner.owner()).isEqualTo("order");
              assertThat(owner.reason())
                  .startsWith("order is tied to it most, and no class of a context writes it");
            });
  }

  @Test
  void aTransactionThatWritesTablesOfTwoContextsCrossesBoth() {
    Shop shop =
        threeAggregates()
            .transaction("shop.app.service.OrderService", List.of(), List.of("customer", "orders"))
            .transaction("shop.app.service.OrderService", List.of("invoice"), List.of("orders"));

    Decomposition decomposition = decompose(shop);

    assertThat(context(decomposition, "order").coupling().transactions()).isEqualTo(1);
    assertThat(context(decomposition, "customer").coupling().transactions()).isEqualTo(1);
    assertThat(context(decomposition, "invoice").coupling().transactions()).isZero();
  }

  @Test
  void nestedTypesCountAsTheirTopLevelType() {
    Shop shop =
        threeAggregates()
            .nested("shop.app.model.Order", "Line")
            .calls("shop.app.model.Order.Line", "shop.app.model.Invoice");

    assertThat(decompose(shop).dependencies())
        .filteredOn(dependency -> dependency.from().equals("shop.app.model.Order"))
        .singleElement()
        .satisfies(
            dependency -> {
              assertThat(dependency.to()).isEqualTo("shop.app.model.Invoice");
              assertThat(dependency.kinds()).isEqualTo(Map.of(ReferenceKind.CALL, 1));
            });
  }

  @Test
  void theOrderOfTheFactsDoesNotMatter() {
    Shop shop = threeAggregates().type("shop.app.model.Money").type("shop.app.Lonely");
    shop.calls("shop.app.model.Order", "shop.app.model.Money", "shop.app.model.Customer")
        .calls("shop.app.model.Invoice", "shop.app.model.Money", "shop.app.model.Order")
        .transaction("shop.app.service.OrderService", List.of("customer"), List.of("orders"));
    Facts facts = shop.facts();
    Decomposition decomposition = Decomposer.decompose(facts);

    for (long seed = 1; seed <= 5; seed++) {
      Facts shuffled = shop.shuffled(seed);
      assertThat(Decomposer.decompose(shuffled)).hasToString(decomposition.toString());
      assertThat(Adviser.advise(shuffled, decomposition))
          .isEqualTo(Adviser.advise(facts, decomposition));
    }
  }

  @Test
  void everyTopLevelTypeHasExactlyOnePlace() {
    Shop shop = threeAggregates().type("shop.app.Lonely").nested("shop.app.Lonely", "Inner");

    Decomposition decomposition = decompose(shop);

    assertThat(
            Stream.concat(
                decomposition.contexts().stream().flatMap(c -> c.classes().stream()),
                Stream.of(
                        decomposition.shared(),
                        decomposition.mustSplit(),
                        decomposition.technical())
                    .flatMap(List::stream)
                    .map(Unplaced::className)))
        .hasSize(13)
        .doesNotHaveDuplicates()
        .contains("shop.app.Lonely");
  }

  @Test
  void nothingComesFromNothing() {
    Decomposition decomposition = decompose(new Shop());

    assertThat(decomposition.contexts()).isEmpty();
    assertThat(decomposition.owners()).isEmpty();
    assertThat(decomposition.technical()).isEmpty();
  }

  @Test
  void threeClassesThatNothingTiesAreOneContext() {
    Decomposition decomposition =
        decompose(new Shop().type("a.Alpha").type("b.Beta").type("c.Gamma"));

    assertThat(decomposition.contexts())
        .singleElement()
        .satisfies(
            context ->
                assertThat(context.classes()).containsExactly("a.Alpha", "b.Beta", "c.Gamma"));
    assertThat(decomposition.technical()).isEmpty();
  }

  @Test
  void tablesWithoutClassesBelongToNobody() {
    Decomposition decomposition = decompose(new Shop().table("orders").table("lines", "orders"));

    assertThat(decomposition.contexts()).isEmpty();
    assertThat(decomposition.owners().values()).allSatisfy(o -> assertThat(o.owner()).isEmpty());
  }
}
