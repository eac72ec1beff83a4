package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import dev.msvc.model.Place;
import dev.msvc.model.Unread;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GivenFunctionsTest {
  private static final String TRANSACTIONAL =
      "@org.springframework.transaction.annotation.Transactional ";
  private static final String REMOVER =
      """
      abstract class Remover {
        void all() { for (String each : find()) { remove(each); } }
        abstract java.util.List<String> find();
        abstract void remove(String id);
      }
      """;
  private static final String TENANTS =
      """
      class Tenants {
        Stock stock;
        @org.springframework.transaction.annotation.Transactional
        void save(java.util.function.Consumer<String> then) { stock.take(); then.accept(""); }
      }
      """;

  private final FactCollector facts = new FactCollector();

  /** Transactions as {@code Shop.sell writes [stock] perhaps []}. */
  private List<String> transactions(Fixture fixture) {
    access("Orders", "add", Operation.INSERT, "orders");
    access("Stock", "take", Operation.UPDATE, "stock");
    access("Bills", "add", Operation.INSERT, "bills");
    fixture
        .java("class Orders { void add() {} } class Stock { void take() {} }")
        .java("class Bills { void add() {} }")
        .run(facts, new Transactions());
    return facts.transactions().stream()
        .map(
            each ->
                "%s.%s writes %s perhaps %s"
                    .formatted(
                        each.className().replace("app.", ""),
                        each.method(),
                        each.writes(),
                        each.uncertain()))
        .toList();
  }

  private void access(String className, String method, Operation op, String table) {
    facts.add(
        new Access(
            table,
            "app." + className,
            method,
            op,
            List.of(),
            new Place("x", 1),
            AccessVia.JDBC,
            Certainty.PARSED));
  }

  private List<String> unread() {
    return facts.unread().stream().map(Unread::reason).toList();
  }

  @Test
  void aTemplateMethodOnAFieldRunsTheClassWithoutANameThatItHolds() {
    assertThat(
            transactions(
                new Fixture()
                    .java(REMOVER)
                    .java(
                        "class Other extends Remover { Bills bills;"
                            + " java.util.List<String> find() { return null; }"
                            + " void remove(String id) { bills.add(); } }")
                    .java(
                        """
                        class Assets {
                          Orders orders;
                          Stock stock;
                          void clear() { remover.all(); }
                          private final Remover remover = new Remover() {
                            java.util.List<String> find() { return null; }
                            void remove(String id) { orders.add(); }
                            void unused() { stock.take(); }
                          };
                        }
                        """)
                    .java(
                        "class Shop { Assets assets; %svoid close() { assets.clear(); } }"
                            .formatted(TRANSACTIONAL))))
        .containsExactly("Shop.close writes [orders] perhaps []");
    assertThat(unread()).isEmpty();
  }

  @Test
  void aFieldThatHoldsAFunctionRunsIt() {
    assertThat(
            transactions(
                new Fixture()
                    .java(
                        """
                        class Assets {
                          Orders orders;
                          Stock stock;
                          private final java.util.Map<String, Runnable> byName =
                              java.util.Map.of("a", () -> orders.add(), "b", () -> stock.take());
                          private final Runnable one = () -> orders.add();
                          %s void any(String name) { byName.get(name).run(); }
                          %s void first() { one.run(); }
                        }
                        """
                            .formatted(TRANSACTIONAL, TRANSACTIONAL))))
        .containsExactly(
            "Assets.any writes [orders, stock] perhaps [orders, stock]",
            "Assets.first writes [orders] perhaps []");
  }

  @Test
  void aFieldWhoseFunctionNobodyIsSeenToRunIsUnread() {
    transactions(
        new Fixture()
            .java(
                "class Assets { Orders orders;"
                    + " final Runnable first = () -> orders.add();"
                    + " final Runnable second = () -> System.out.println(); }"));

    assertThat(unread())
        .containsExactly(
            "transactions are not followed into a function that a field of Assets holds: who calls"
                + " it is not seen");
  }

  @Test
  void aTransactionRunsTheFunctionThatItsMethodIsGiven() {
    assertThat(
            transactions(
                new Fixture()
                    .java(TENANTS)
                    .java(
                        "class Page { Tenants tenants; Orders orders;"
                            + " void save() { tenants.save(id -> { orders.add(); }); } }")))
        .containsExactly("Tenants.save writes [orders, stock] perhaps []");
  }

  @Test
  void whichOfSeveralFunctionsItRunsIsOpen() {
    assertThat(
            transactions(
                new Fixture()
                    .java(TENANTS)
                    .java(
                        "class Page { Tenants tenants; Orders orders; Bills bills;"
                            + " void one() { tenants.save(id -> orders.add()); }"
                            + " void two() { tenants.save(this::bill); }"
                            + " void bill(String id) { bills.add(); } }")))
        .containsExactly("Tenants.save writes [bills, orders, stock] perhaps [bills, orders]");
  }

  @Test
  void aCallerThatGivesItsOwnFunctionOrNoneRunsNoneOfOthers() {
    assertThat(
            transactions(
                new Fixture()
                    .java(
                        """
                        class Tenants {
                          Stock stock;
                          void save(Runnable then) { run(then); stock.take(); }
                          private void run(Runnable then) { then.run(); }
                        }
                        """)
                    .java(
                        """
                        class Page {
                          Tenants tenants; Orders orders; Bills bills;
                          %1$s void one() { tenants.save(() -> orders.add()); }
                          %1$s void two() { tenants.save(() -> bills.add()); }
                          %1$s void three() { tenants.save(null); }
                        }
                        """
                            .formatted(TRANSACTIONAL))))
        .containsExactly(
            "Page.one writes [orders, stock] perhaps []",
            "Page.two writes [bills, stock] perhaps []",
            "Page.three writes [stock] perhaps []");
  }

  @Test
  void whatAnotherThreadRunsIsInNoTransaction() {
    assertThat(
            transactions(
                new Fixture()
                    .java(
                        "class Tenants { Stock stock; %s void save(Runnable then) { stock.take();"
                                .formatted(TRANSACTIONAL)
                            + " new Thread(then).start(); } }")
                    .java(
                        "class Page { Tenants tenants; Orders orders;"
                            + " void save() { tenants.save(() -> orders.add()); } }")))
        .containsExactly("Tenants.save writes [stock] perhaps []");
  }

  @Test
  void veryManyFunctionsAreNotFollowedAndThatIsSaid() {
    String methods =
        IntStream.range(0, 6)
            .mapToObj(each -> "void m%d() { tenants.save(id -> orders.add()); }".formatted(each))
            .reduce("", String::concat);

    assertThat(
            transactions(
                new Fixture()
                    .java(TENANTS)
                    .java("class Page { Tenants tenants; Orders orders; " + methods + " }")))
        .containsExactly("Tenants.save writes [stock] perhaps []");
    assertThat(unread())
        .containsExactly(
            "transactions are not followed into the 6 functions that Tenants.save is given");
  }

  @Test
  void constantsOfAnEnumThatAreClassesOfTheirOwnMayEachRun() {
    assertThat(
            transactions(
                new Fixture()
                    .java(
                        "enum Step { ADD { void go(Orders o, Stock s) { o.add(); } },"
                            + " TAKE { void go(Orders o, Stock s) { s.take(); } };"
                            + " abstract void go(Orders o, Stock s); }")
                    .java(
                        "class Page { %s void run(Step step) { step.go(null, null); } }"
                            .formatted(TRANSACTIONAL))))
        .containsExactly("Page.run writes [orders, stock] perhaps [orders, stock]");
  }
}
